import type { ClockFact, CreatedFact, SolvedFact } from '../../domain/metrics/tally.ts';
import { handleFieldName, handleSecondsOf } from '../../domain/tickets/handle-time.ts';
import { authorCodes, csatCodes, eventCodes, metricCodes } from './codes.ts';
import { sql, type ReadDb } from './db.ts';

/** By what figures of tickets are told apart in the file; a team is its agents. Append only: the numbers are in every desk. */
export const dims = ['all', 'queue', 'channel', 'priority', 'agent', 'category', 'hour'] as const;
export type KeptDim = (typeof dims)[number];
/** Of customers there are too many to keep them by day. SPEC KPI-12. */
export type Dim = KeptDim | 'customer';
export const isKept = (dim: Dim): dim is KeptDim => dim !== 'customer';
export const dimCode = (dim: KeptDim): number => dims.indexOf(dim);

/** Where a ticket belongs, as keys of the dimensions: row ids, codes and words, as text. */
export type Places = Readonly<Record<Exclude<Dim, 'all' | 'hour'>, string>>;
type Of<Fact> = { readonly id: number; readonly at: number; readonly places: Places; readonly fact: Fact };

/** Columns of a ticket that say where it belongs. */
export type PlaceColumns = {
  queue_id: number | null;
  channel: number;
  priority: number | null;
  assignee_id: number | null;
  category: string | null;
  customer_id: number | null;
  organisation_id: number | null;
};
type Base = PlaceColumns & { id: number; at: number };

/** The company, where somebody is of one; else they themselves. */
export const customerKey = ({
  customer_id: id,
  organisation_id: of,
}: Pick<PlaceColumns, 'customer_id' | 'organisation_id'>) => (of === null ? (id === null ? '' : `c${id}`) : `o${of}`);

export const placesOfTicket = (record: PlaceColumns): Places => ({
  queue: String(record.queue_id ?? 0),
  channel: String(record.channel),
  priority: record.priority === null ? '' : String(record.priority),
  agent: String(record.assignee_id ?? 0),
  category: record.category ?? '',
  customer: customerKey(record),
});

export const placeColumns = `t.queue_id, t.channel, t.priority, t.assignee_id, t.category, t.customer_id,
  (SELECT organisation_id FROM customer WHERE id = t.customer_id) AS organisation_id`;
const base = `t.id, ${placeColumns}`;
const counted = 't.drill = 0 AND t.merged_into IS NULL';
const clock = (alias: string, metric: Parameters<typeof metricCodes.code>[0]): string =>
  `LEFT JOIN sla_clock ${alias} ON ${alias}.ticket_id = t.id AND ${alias}.metric = ${metricCodes.code(metric)}`;
const columnsOf = (alias: string): string =>
  `${alias}.met_at AS ${alias}_met, ${alias}.breached_at AS ${alias}_late, ${alias}.spent_ms AS ${alias}_ms, ${alias}.target_minutes AS ${alias}_target`;

type ClockColumns = {
  readonly met: number | null;
  readonly late: number | null;
  readonly ms: number | null;
  readonly target: number | null;
};

/** Late counts against a target whether or not it was met after all. */
const clockFact = ({ met, late, ms, target }: ClockColumns): ClockFact => ({
  minutes: met === null || ms === null ? null : ms / 60_000,
  met: target === null || (met === null && late === null) ? null : late === null,
});

const createdText = `SELECT ${base}, t.created_at AS at, ${columnsOf('f')}, ${columnsOf('n')} FROM ticket t INDEXED BY ticket_created
  ${clock('f', 'firstResponse')} ${clock('n', 'nextResponse')} WHERE t.created_at >= ? AND t.created_at < ? AND ${counted}`;

type CreatedRecord = Base & {
  f_met: number | null;
  f_late: number | null;
  f_ms: number | null;
  f_target: number | null;
  n_met: number | null;
  n_late: number | null;
  n_ms: number | null;
  n_target: number | null;
};

/** Tickets that came in between two instants, as figures count them. */
export function* createdFacts(db: ReadDb, from: number, to: number): Generator<Of<CreatedFact>> {
  for (const record of sql(db, createdText).iterate(from, to) as IterableIterator<CreatedRecord>)
    yield {
      id: record.id,
      at: record.at,
      places: placesOfTicket(record),
      fact: {
        first: clockFact({ met: record.f_met, late: record.f_late, ms: record.f_ms, target: record.f_target }),
        next: clockFact({ met: record.n_met, late: record.n_late, ms: record.n_ms, target: record.n_target }),
      },
    };
}

const done = "('solved', 'closed')";
const reopened = `EXISTS (SELECT 1 FROM event e WHERE e.ticket_id = t.id AND e.type = ${eventCodes.code('status')}
  AND e.from_value IN ${done} AND e.to_value NOT IN ${done})`;
const escalated = '(t.level > 1 OR EXISTS (SELECT 1 FROM escalation x WHERE x.ticket_id = t.id))';
/** Two are as good as ten. */
const replies = `(SELECT count(*) FROM (SELECT 1 FROM event e WHERE e.ticket_id = t.id AND e.type = ${eventCodes.code('agentReply')}
  AND e.author_kind <> ${authorCodes.code('system')} LIMIT 2))`;
const anyTarget = 'EXISTS (SELECT 1 FROM sla_clock c WHERE c.ticket_id = t.id AND c.target_minutes IS NOT NULL)';
const anyLate = 'EXISTS (SELECT 1 FROM sla_clock c WHERE c.ticket_id = t.id AND c.breached_at IS NOT NULL)';

/** What the last answer of a survey says of a ticket that nobody rated. SPEC KPI-4. */
const said = `(SELECT a.score >= a.top FROM survey_answer a WHERE t.csat IS NULL AND a.ticket_id = t.id AND a.kind = 'csat'
  ORDER BY a.at DESC, a.id DESC LIMIT 1)`;
const handle = `iif(t.fields = '{}', NULL, json_extract(t.fields, '$."${handleFieldName}"'))`;

const solvedText = `SELECT ${base}, t.solved_at AS at, t.csat, ${said} AS said, ${handle} AS handle, ${columnsOf('r')}, ${escalated} AS escalated, ${reopened} AS reopened,
  ${replies} AS replies, ${anyTarget} AS targets, ${anyLate} AS late FROM ticket t INDEXED BY ticket_solved
  ${clock('r', 'resolution')} WHERE t.solved_at >= ? AND t.solved_at < ? AND ${counted}`;

type SolvedRecord = Base & {
  csat: number | null;
  said: number | null;
  handle: string | number | null;
  r_met: number | null;
  r_late: number | null;
  r_ms: number | null;
  r_target: number | null;
  escalated: number;
  reopened: number;
  replies: number;
  targets: number;
  late: number;
};

const good = csatCodes.code('good');
const ratingOf = ({ csat, said: answer }: SolvedRecord): boolean | null =>
  csat === null ? (answer === null ? null : answer === 1) : csat === good;

function handleMinutes({ handle: text }: SolvedRecord): number | null {
  const seconds = handleSecondsOf(text);
  return seconds === null ? null : seconds / 60;
}

/** Tickets that were solved between two instants, as figures count them. */
export function* solvedFacts(db: ReadDb, from: number, to: number): Generator<Of<SolvedFact>> {
  for (const record of sql(db, solvedText).iterate(from, to) as IterableIterator<SolvedRecord>)
    yield {
      id: record.id,
      at: record.at,
      places: placesOfTicket(record),
      fact: {
        resolution: clockFact({ met: record.r_met, late: record.r_late, ms: record.r_ms, target: record.r_target }),
        slaMet: record.targets === 1 ? record.late === 0 : null,
        csat: ratingOf(record),
        handle: handleMinutes(record),
        escalated: record.escalated === 1,
        reopened: record.reopened === 1,
        replies: record.replies,
      },
    };
}

/** What a listed ticket shows. */
export type ListedTicket = {
  uid: Uint8Array;
  id: number;
  subject: string;
  created_at: number;
  solved_at: number | null;
};
export const ticketsText = (count: number): string =>
  `SELECT uid, id, subject, created_at, solved_at FROM ticket WHERE id IN (${Array.from({ length: count }, () => '?').join(', ')})`;
