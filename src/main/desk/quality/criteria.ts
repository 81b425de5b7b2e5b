import type { ReviewFilter } from '../../../contract/index.ts';
import { uuidText } from '../../../domain/desk/uuid.ts';
import { answersOf } from '../../../domain/quality/registers.ts';
import { score } from '../../../domain/quality/score/score.ts';
import type { ReadDb } from '../../store/db.ts';
import type { Core } from '../core.ts';
import { dateBack } from '../roster/span.ts';
import { findRecords } from './find.ts';
import { cardReader, isBlind, type ReviewRecord } from './read.ts';
import { readRegisters } from './registers.ts';

const most = 20_000;
const finished = ['done', 'released', 'acknowledged', 'disputed'] as const;

/** Reviews done in the last days: the random sample, or all of them. */
export function finishedFilter(
  core: Core,
  days: number,
  kind: 'random' | 'all',
): Pick<ReviewFilter, 'from' | 'days' | 'kind' | 'state'> {
  const from = dateBack(core, days - 1);
  // Picks by risk are worse by design: an average with them in it is no average of the work. SPEC QAD-2.
  return {
    from,
    days,
    state: [...finished],
    ...(kind === 'random' && { kind: ['random'] as const satisfies ReviewFilter['kind'] }),
  };
}

/** Those of a filter whose scores may be told. */
export const toldRecords = (core: Core, filter: ReviewFilter): ReviewRecord[] =>
  findRecords(core, filter, most).filter((record) => !isBlind(record));

/** What one criterion of one review came to. */
export type ScoredCriterion = {
  readonly scorecardId: string;
  readonly criterion: string;
  /** As the form of that review calls it. */
  readonly name: string;
  /** Whose work it was. */
  readonly agentId: string;
  /** Of its most; null where it did not apply or was not shown. */
  readonly share: number | null;
  readonly shown: boolean;
};

/** Every criterion of some reviews, one after the other. */
export function scoredCriteria(db: ReadDb, records: readonly ReviewRecord[]): ScoredCriterion[] {
  const cards = cardReader(db);
  return records.flatMap((record) => {
    const card = cards(record);
    const names = new Map(card.sections.flatMap((section) => section.criteria.map(({ id, name }) => [id, name])));
    const scorecardId = uuidText(record.card_uid);
    const agentId = uuidText(record.agent_uid);
    return score(card, answersOf(readRegisters(db, record.id))).criteria.map(({ id, share, shown }) => ({
      scorecardId,
      criterion: id,
      name: names.get(id) ?? id,
      agentId,
      share,
      shown,
    }));
  });
}

/** The same, each criterion of each scorecard by itself. */
export const byCriterion = (scored: readonly ScoredCriterion[]): ScoredCriterion[][] => [
  ...Map.groupBy(scored, ({ scorecardId, criterion }) => `${scorecardId}/${criterion}`).values(),
];
