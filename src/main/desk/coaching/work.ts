import { dateOf } from '../../../domain/calendar/wall-time.ts';
import { wallOf, zoneOf } from '../../../domain/calendar/zone.ts';
import { uuidBytes } from '../../../domain/desk/uuid.ts';
import { adherence } from '../../../domain/roster/adherence/adherence.ts';
import { readClosed, type ClosedTicket } from '../../store/closed-tickets.ts';
import { metricCodes } from '../../store/codes.ts';
import { rows } from '../../store/db.ts';
import type { Core } from '../core.ts';
import { byCriterion, scoredCriteria } from '../quality/criteria.ts';
import { inOpenSession, reviewRecords, type ReviewRecord } from '../quality/read.ts';
import { excusesIn, published, shiftsIn } from '../roster/read.ts';
import { spanOf, type Span } from '../roster/span.ts';
import { statesIn } from '../roster/states.ts';

/** Scores of one criterion of a scorecard, out of five. */
export type CriterionScores = {
  readonly scorecardId: string;
  readonly criterion: string;
  readonly scores: readonly number[];
};

/** What the desk knows of somebody's work in a stretch of time; each part is read once, when it is first asked for. */
export type Work = {
  readonly closed: () => readonly ClosedTicket[];
  /** Minutes of working time. */
  readonly firstResponses: () => readonly number[];
  /** Out of five. */
  readonly scores: () => readonly number[];
  readonly criteria: () => readonly CriterionScores[];
  /** Percent, day by day: minutes of one day are no sample of each other. */
  readonly adherence: () => readonly number[];
};

function once<T>(read: () => T): () => T {
  let kept: { readonly value: T } | undefined;
  return () => (kept ??= { value: read() }).value;
}

/** The random sample alone: picks by risk are worse by design. SPEC QAD-2. */
const reviewsOf = (core: Core, personId: string, { startAt, endAt }: Span): ReviewRecord[] =>
  reviewRecords(
    core.db,
    `WHERE a.uid = ? AND r.finished_at >= ? AND r.finished_at < ? AND r.kind = 'random' AND r.percent IS NOT NULL AND NOT ${inOpenSession}
     ORDER BY r.finished_at`,
    uuidBytes(personId),
    startAt,
    endAt,
  );

const criteriaOf = (core: Core, reviews: readonly ReviewRecord[]): CriterionScores[] =>
  byCriterion(scoredCriteria(core.db, reviews)).flatMap((each) =>
    each.slice(0, 1).map(({ scorecardId, criterion }) => ({
      scorecardId,
      criterion,
      scores: each.flatMap(({ share }) => (share === null ? [] : [share * 5])),
    })),
  );

/** Of tickets that came in then, are theirs and were answered. */
const firstResponsesOf = (core: Core, personId: string, { startAt, endAt }: Span): number[] =>
  rows<{ minutes: number }>(
    core.db,
    `SELECT c.spent_ms / 60000.0 AS minutes FROM ticket t INDEXED BY ticket_created
     JOIN person p ON p.id = t.assignee_id JOIN sla_clock c ON c.ticket_id = t.id AND c.metric = ${metricCodes.code('firstResponse')}
     WHERE t.created_at >= ? AND t.created_at < ? AND p.uid = ? AND c.met_at IS NOT NULL AND t.drill = 0 AND t.merged_into IS NULL`,
    startAt,
    endAt,
    uuidBytes(personId),
  ).map(({ minutes }) => minutes);

function adherenceOf(core: Core, personId: string, span: Span): number[] {
  const zone = zoneOf(core.facts.settings().timeZone);
  const own = <T extends { readonly personId: string | null }>(all: readonly T[]): T[] =>
    all.filter((each) => each.personId === personId);
  const shifts = own(published(shiftsIn(core.db, span)));
  const [states, exceptions] = [own(statesIn(core.db, span)), own(excusesIn(core.db, span))];
  const [first, last] = [wallOf(zone, span.startAt).day, wallOf(zone, span.endAt).day];
  return Array.from({ length: last - first }, (_, at) => first + at).flatMap((day) => {
    const { startAt: from, endAt: to } = spanOf(core, { from: dateOf(day), days: 1 });
    const asked = { shifts, states, exceptions, from, to, now: core.ports.now(), intervalMinutes: 60, teams: {} };
    const figure = adherence(asked).all.adherence;
    return figure === null ? [] : [100 * figure];
  });
}

export function workOf(core: Core, personId: string, span: Span): Work {
  const reviews = once(() => reviewsOf(core, personId, span));
  return {
    closed: once(() => readClosed(core.db, span, personId)),
    firstResponses: once(() => firstResponsesOf(core, personId, span)),
    scores: once(() => reviews().map(({ percent }) => (percent ?? 0) / 20)),
    criteria: once(() => criteriaOf(core, reviews())),
    adherence: once(() => adherenceOf(core, personId, span)),
  };
}
