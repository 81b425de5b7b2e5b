import { uuidText } from '../../../domain/desk/uuid.ts';
import { drift } from '../../../domain/quality/drift/drift.ts';
import { leniency } from '../../../domain/quality/drift/leniency.ts';
import { meanOf } from '../../../domain/statistics/mean.ts';
import { isOverturned, isScored, standingOf } from '../../../domain/quality/registers.ts';
import type { Core } from '../core.ts';
import { dateBack } from '../roster/span.ts';
import { findRecords } from './find.ts';
import { isBlind, type ReviewRecord } from './read.ts';
import { readRegisters } from './registers.ts';

const most = 20_000;

/** Reviews of conversations that several have scored, blind or golden: by ticket. */
function common(records: readonly ReviewRecord[]): Map<number, ReviewRecord[]> {
  const shown = records.filter((record) => record.reviewer_uid !== null && record.percent !== null && !isBlind(record));
  return new Map(
    [...Map.groupBy(shown, ({ ticket_id }) => ticket_id)].filter(
      ([, some]) => new Set(some.map(({ reviewer_uid }) => uuidText(reviewer_uid ?? new Uint8Array(16)))).size > 1,
    ),
  );
}

const idOf = ({ reviewer_uid }: ReviewRecord): string => uuidText(reviewer_uid ?? new Uint8Array(16));
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Of one reviewer, the difference to the mean of the others on each conversation, in order of time. */
function differences(
  byTicket: ReadonlyMap<number, readonly ReviewRecord[]>,
  reviewerId: string,
): { at: number; difference: number }[] {
  return [...byTicket.values()]
    .flatMap((some) => {
      const own = some.find((record) => idOf(record) === reviewerId);
      const others = some.filter((record) => idOf(record) !== reviewerId).map(({ percent }) => percent ?? 0);
      return own === undefined || others.length === 0
        ? []
        : [{ at: own.finished_at ?? own.assigned_at, difference: (own.percent ?? 0) - mean(others) }];
    })
    .toSorted((a, b) => a.at - b.at);
}

/** Each reviewer over time: lenient or strict, drifting, how close to golden conversations, disputes lost. SPEC QAC-3. */
export function graders(core: Core, days: number) {
  const from = dateBack(core, days - 1);
  const records = findRecords(core, { from, days }, most).filter(({ state }) => isScored(state));
  const reviewerIds = [...new Set(records.filter(({ reviewer_uid }) => reviewer_uid !== null).map(idOf))];
  const byTicket = common(records);
  const scores = [...byTicket.values()].map((some) =>
    reviewerIds.map((id) => some.find((record) => idOf(record) === id)?.percent ?? null),
  );
  const lenient = leniency({ reviewerIds, scores });
  return lenient.map((each) => {
    const own = records.filter((record) => record.reviewer_uid !== null && idOf(record) === each.reviewerId);
    const slope = drift(differences(byTicket, each.reviewerId));
    const disputes = own
      .filter(({ disputed }) => disputed === 1)
      .map((record) => standingOf(readRegisters(core.db, record.id)).dispute);
    const timed = own.filter(({ seconds }) => seconds > 0);
    return {
      ...each,
      driftPerMonth: slope?.perMonth ?? null,
      driftLow: slope?.low ?? null,
      driftHigh: slope?.high ?? null,
      golden: meanOf(golden(byTicket, each.reviewerId)),
      minutesPerReview: timed.length === 0 ? null : mean(timed.map(({ seconds }) => seconds)) / 60,
      disputes: disputes.length,
      overturned: disputes.filter(isOverturned).length,
    };
  });
}

/** Differences to the others on golden conversations alone. */
const golden = (byTicket: ReadonlyMap<number, readonly ReviewRecord[]>, reviewerId: string): number[] =>
  differences(new Map([...byTicket].filter(([, some]) => some.some(({ kind }) => kind === 'golden'))), reviewerId).map(
    ({ difference }) => difference,
  );
