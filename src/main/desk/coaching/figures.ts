import type { ChangeOf, Compare, MetricRef } from '../../../contract/index.ts';
import { dateOf } from '../../../domain/calendar/wall-time.ts';
import { wallOf, zoneOf } from '../../../domain/calendar/zone.ts';
import { uuidBytes, uuidText } from '../../../domain/desk/uuid.ts';
import { Fault } from '../../../domain/fault.ts';
import { compare } from '../../../domain/metrics/compare.ts';
import { answersOf } from '../../../domain/quality/registers.ts';
import { score } from '../../../domain/quality/score/score.ts';
import { adherence } from '../../../domain/roster/adherence/adherence.ts';
import { csatCodes, eventCodes, metricCodes } from '../../store/codes.ts';
import { rows } from '../../store/db.ts';
import type { Core } from '../core.ts';
import { cardReader, inOpenSession, reviewRecords, type ReviewRecord } from '../quality/read.ts';
import { readRegisters } from '../quality/registers.ts';
import { mustCard } from '../quality/cards.ts';
import { excusesIn, published, shiftsIn } from '../roster/read.ts';
import { spanOf, type Span } from '../roster/span.ts';
import { statesIn } from '../roster/states.ts';

type Side = Compare['a'];
type Kind = MetricRef['kind'];
type Told = { readonly name: string; readonly unit: ChangeOf['unit']; readonly better: ChangeOf['better'] };

/** Of each figure: what it is called, in what it is told, and which way is better. */
const told: Readonly<Record<Exclude<Kind, 'criterion'>, Told>> = {
  qaScore: { name: 'QA score', unit: 'score', better: 'more' },
  csat: { name: 'CSAT', unit: 'share', better: 'more' },
  firstResponse: { name: 'First response time', unit: 'minutes', better: 'less' },
  slaMet: { name: 'SLA compliance', unit: 'share', better: 'more' },
  reopened: { name: 'Reopen rate', unit: 'share', better: 'less' },
  escalated: { name: 'Escalation rate', unit: 'share', better: 'less' },
  adherence: { name: 'Adherence', unit: 'percent', better: 'more' },
};

export const deskFigures = Object.keys(told) as Exclude<Kind, 'criterion'>[];

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

function criterionShares(core: Core, personId: string, span: Span, scorecardId: string, criterion: string): number[] {
  const cards = cardReader(core.db);
  return reviewsOf(core, personId, span)
    .filter(({ card_uid }) => uuidText(card_uid) === scorecardId)
    .flatMap((record) => {
      const { criteria } = score(cards(record), answersOf(readRegisters(core.db, record.id)));
      const share = criteria.find(({ id }) => id === criterion)?.share ?? null;
      return share === null ? [] : [share * 5];
    });
}

type Outcome = { csat: number | null; clocks: number; missed: number; reopened: number; escalated: number };

/** What came of the tickets that somebody solved; drills and merged ones are nobody's work. */
const outcomesOf = (core: Core, personId: string, { startAt, endAt }: Span): Outcome[] =>
  rows<Outcome>(
    core.db,
    `SELECT t.csat,
       (SELECT count(*) FROM sla_clock c WHERE c.ticket_id = t.id AND c.target_minutes IS NOT NULL) AS clocks,
       EXISTS (SELECT 1 FROM sla_clock c WHERE c.ticket_id = t.id AND c.breached_at IS NOT NULL) AS missed,
       EXISTS (SELECT 1 FROM event e WHERE e.ticket_id = t.id AND e.type = ${eventCodes.code('status')}
         AND e.from_value IN ('solved', 'closed') AND e.to_value NOT IN ('solved', 'closed')) AS reopened,
       (t.level > 1 OR EXISTS (SELECT 1 FROM escalation x WHERE x.ticket_id = t.id)) AS escalated
     FROM ticket t INDEXED BY ticket_solved JOIN person p ON p.id = t.assignee_id
     WHERE t.solved_at >= ? AND t.solved_at < ? AND p.uid = ? AND t.drill = 0 AND t.merged_into IS NULL`,
    startAt,
    endAt,
    uuidBytes(personId),
  );

const shareOf = (outcomes: readonly Outcome[], isOne: (outcome: Outcome) => boolean): Side => ({
  n: outcomes.length,
  successes: outcomes.filter(isOne).length,
});

/** Minutes of working time to the first response, of tickets that were answered then and are theirs. */
const firstResponses = (core: Core, personId: string, { startAt, endAt }: Span): number[] =>
  rows<{ minutes: number }>(
    core.db,
    `SELECT c.spent_ms / 60000.0 AS minutes FROM ticket t INDEXED BY ticket_created
     JOIN person p ON p.id = t.assignee_id JOIN sla_clock c ON c.ticket_id = t.id AND c.metric = ${metricCodes.code('firstResponse')}
     WHERE t.created_at >= ? AND t.created_at < ? AND p.uid = ? AND c.met_at IS NOT NULL AND t.drill = 0 AND t.merged_into IS NULL`,
    startAt,
    endAt,
    uuidBytes(personId),
  ).map(({ minutes }) => minutes);

/** Adherence day by day, percent: minutes of one day are no sample of each other. */
function adherenceByDay(core: Core, personId: string, span: Span): number[] {
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

function sideOf(core: Core, personId: string, metric: MetricRef, span: Span): Side {
  const solved = (): Outcome[] => outcomesOf(core, personId, span);
  switch (metric.kind) {
    case 'qaScore':
      return { values: reviewsOf(core, personId, span).map(({ percent }) => (percent ?? 0) / 20) };
    case 'criterion':
      return { values: criterionShares(core, personId, span, metric.scorecardId ?? '', metric.criterion ?? '') };
    case 'csat':
      return shareOf(
        solved().filter(({ csat }) => csat !== null),
        ({ csat }) => csat === csatCodes.code('good'),
      );
    case 'firstResponse':
      return { values: firstResponses(core, personId, span) };
    case 'slaMet':
      return shareOf(
        solved().filter(({ clocks }) => clocks > 0),
        ({ missed }) => missed === 0,
      );
    case 'reopened':
      return shareOf(solved(), ({ reopened }) => reopened === 1);
    case 'escalated':
      return shareOf(solved(), ({ escalated }) => escalated === 1);
    case 'adherence':
      return { values: adherenceByDay(core, personId, span) };
  }
}

function toldOf(core: Core, { kind, scorecardId, criterion }: MetricRef): Told {
  if (kind !== 'criterion') return told[kind];
  const known = mustCard(core.db, scorecardId ?? '').card.sections.flatMap(({ criteria }) => criteria);
  const name = known.find(({ id }) => id === criterion)?.name ?? criterion ?? '';
  return { name, unit: 'score', better: 'more' };
}

/** Faults INVALID where a metric names no criterion of a scorecard that is here. */
export function checkMetric(core: Core, metric: MetricRef | null): void {
  if (metric?.kind !== 'criterion') return;
  if (metric.scorecardId === null || metric.criterion === null)
    throw new Fault('INVALID', 'Say which criterion, and of which scorecard.', { field: 'metric' });
  mustCard(core.db, metric.scorecardId);
}

/** A figure of somebody in two stretches of time, the second with the first. */
export function changeOf(core: Core, personId: string, metric: MetricRef, before: Span, since: Span): ChangeOf {
  const measure = metric.kind === 'firstResponse' ? 'median' : 'mean';
  const [a, b] = [sideOf(core, personId, metric, before), sideOf(core, personId, metric, since)];
  return { metric, ...toldOf(core, metric), comparison: compare({ a, b, measure }) };
}

/** How many tickets somebody solved. */
export const solvedIn = (core: Core, personId: string, span: Span): number => outcomesOf(core, personId, span).length;

/** The criteria by which somebody was scored in a stretch. */
export function criteriaIn(core: Core, personId: string, span: Span): MetricRef[] {
  const found = new Map<string, MetricRef>();
  const cards = cardReader(core.db);
  for (const record of reviewsOf(core, personId, span))
    for (const { id } of cards(record).sections.flatMap(({ criteria }) => criteria)) {
      const scorecardId = uuidText(record.card_uid);
      found.set(`${scorecardId}/${id}`, { kind: 'criterion', scorecardId, criterion: id });
    }
  return [...found.values()];
}
