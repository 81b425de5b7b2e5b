import {
  authorCodes,
  clockStateCodes,
  eventCodes,
  firstDoneStatus,
  metricCodes,
  bandCodes,
  neverDue,
} from './codes.ts';
import { deriveCustomers } from './customer-words.ts';
import { rows, row, run, type Param, type ReadDb, type WriteDb } from './db.ts';
import type { Clocks, ClockEngine, SlimEvent } from './clock-engine.ts';
import type { Touched } from './writer.ts';

/** Brings clocks, bands, tags and search of the touched tickets and customers in line with their rows and events. SPEC CHG-5. */
export function deriveTouched(db: WriteDb, engine: ClockEngine, touched: Touched, now: number): void {
  deriveCustomers(db, touched);
  for (const [id, { words }] of touched.tickets) {
    if (row(db, 'SELECT 1 FROM ticket WHERE id = ?', id) === undefined) {
      run(db, 'DELETE FROM ticket_fts WHERE rowid = ?', id);
      continue;
    }
    deriveClocks(db, engine, id, now);
    if (words) deriveWords(db, id);
  }
}

type SlimRow = { at: number; type: number; from_value: string | null; to_value: string | null };
const clockEvents = [
  'created',
  'customerMessage',
  'agentReply',
  'internalNote',
  'status',
  'priority',
  'assignee',
  'queue',
  'policy',
  'calendar',
] as const;
const clockEventCodes = clockEvents.map(eventCodes.code).join(', ');

/** True in SQL of an event that nobody wrote, as `isAutomaticReply` has it. SPEC SLA-11. */
export const automaticReply = `(type = ${eventCodes.code('agentReply')} AND author_kind = ${authorCodes.code('system')})`;
const clockEvent = `type IN (${clockEventCodes}) AND NOT ${automaticReply}`;

/** The events clocks are made of, without their words: all but automatic replies. */
export function slimEvents(db: WriteDb, ticketId: number): SlimEvent[] {
  return rows<SlimRow>(
    db,
    `SELECT at, type, from_value, to_value FROM event WHERE ticket_id = ? AND ${clockEvent} ORDER BY at, id`,
    ticketId,
  ).map(({ at, type, from_value, to_value }) => ({ at, type: eventCodes.word(type), from: from_value, to: to_value }));
}

type RawEvent = readonly [ticket: number, at: number, type: number, from: string | null, to: string | null];
const rangeText = `SELECT ticket_id, at, type, from_value, to_value FROM event
  WHERE ticket_id BETWEEN ? AND ? AND ${clockEvent} ORDER BY ticket_id, at, id`;

/** As `slimEvents`, for tickets whose row ids lie close together, given in order: one walk over all of theirs. */
export function slimEventsOf(db: ReadDb, ids: readonly number[]): ReadonlyMap<number, SlimEvent[]> {
  const found = new Map<number, SlimEvent[]>(ids.map((id) => [id, []]));
  const all = db
    .prepare(rangeText)
    .raw()
    .all(ids[0] ?? 0, ids.at(-1) ?? 0) as RawEvent[];
  for (const [ticket, at, type, from, to] of all)
    found.get(ticket)?.push({ at, type: eventCodes.word(type), from, to });
  return found;
}

export function deriveClocks(db: WriteDb, engine: ClockEngine, ticketId: number, now: number): void {
  const events = slimEvents(db, ticketId);
  const clocks = engine.clocks(events, now);
  run(db, 'DELETE FROM sla_clock WHERE ticket_id = ?', ticketId);
  insertClocks(db, ticketId, clocks);
  const since = waitingSince(events);
  const text = `UPDATE ticket SET band = ?, due_at = ?, clock_metric = ?, clock_state = ?, clock_due = ?, clock_risk = ?, clock_met = ?,
    waiting = ? * (status < ${firstDoneStatus}), waiting_since = iif(status < ${firstDoneStatus}, ?, NULL) WHERE id = ?`;
  run(db, text, ...boardColumns(clocks), since === null ? 0 : 1, since, ticketId);
}

export function insertClocks(db: WriteDb, ticketId: number, { clocks }: Clocks): void {
  for (const clock of clocks) {
    run(
      db,
      'INSERT INTO sla_clock VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      ticketId,
      metricCodes.code(clock.metric),
      clock.targetMinutes,
      clock.startedAt,
      clock.spentMs,
      clock.pausedMs,
      clock.dueAt,
      clock.riskAt,
      clock.metAt,
      clock.breachedAt,
      clockStateCodes.code(clock.state),
      clock.nextAt,
      clock.markMinutes,
    );
  }
}

/** The denormalised columns a board reads: band, due_at, clock_metric, clock_state, clock_due, clock_risk, clock_met. */
export function boardColumns({ band, shown }: Clocks): Param[] {
  if (shown === null) return [bandCodes.code(band), neverDue, null, null, null, null, null];
  const running =
    shown.metAt === null && (shown.state === 'running' || shown.state === 'atRisk' || shown.state === 'breached');
  const dueAt = running && shown.dueAt !== null ? shown.dueAt : neverDue;
  return [
    bandCodes.code(band),
    dueAt,
    metricCodes.code(shown.metric),
    clockStateCodes.code(shown.state),
    shown.dueAt,
    shown.riskAt,
    shown.metAt,
  ];
}

/** Since when the customer waits: their first message that nobody has answered; null where nobody waits. */
export function waitingSince(events: readonly Pick<SlimEvent, 'type' | 'at'>[]): number | null {
  const answered = events.findLastIndex(({ type }) => type === 'agentReply');
  return events.find(({ type }, index) => index > answered && type === 'customerMessage')?.at ?? null;
}

function deriveWords(db: WriteDb, ticketId: number): void {
  const ticket = row<{ subject: string; requester: string; tags: string }>(
    db,
    'SELECT subject, requester, tags FROM ticket WHERE id = ?',
    ticketId,
  );
  if (ticket === undefined) throw new Error(`No ticket ${ticketId}`);
  const tags = JSON.parse(ticket.tags) as string[];
  run(db, 'DELETE FROM ticket_tag WHERE ticket_id = ?', ticketId);
  insertTags(db, ticketId, tags);
  const bodies = rows<{ body: string }>(
    db,
    'SELECT body FROM event WHERE ticket_id = ? AND body IS NOT NULL ORDER BY at, id',
    ticketId,
  );
  const external = rows<{ external_id: string }>(
    db,
    'SELECT external_id FROM import_ref WHERE ticket_id = ?',
    ticketId,
  );
  run(db, 'DELETE FROM ticket_fts WHERE rowid = ?', ticketId);
  insertWords(db, ticketId, {
    subject: ticket.subject,
    requester: ticket.requester,
    tags,
    bodies: bodies.map(({ body }) => body),
    externalIds: external.map(({ external_id }) => external_id),
  });
}

export function insertTags(db: WriteDb, ticketId: number, tags: readonly string[]): void {
  for (const tag of new Set(tags.map((each) => each.toLowerCase())))
    run(db, 'INSERT INTO ticket_tag VALUES (?, ?)', tag, ticketId);
}

export type Words = {
  readonly subject: string;
  readonly requester: string;
  readonly tags: readonly string[];
  readonly bodies: readonly string[];
  readonly externalIds: readonly string[];
};

export function insertWords(db: WriteDb, ticketId: number, words: Words): void {
  const ids = [String(ticketId), ...words.externalIds].join(' ');
  run(
    db,
    'INSERT INTO ticket_fts (rowid, subject, requester, body, ids, tags) VALUES (?, ?, ?, ?, ?, ?)',
    ticketId,
    words.subject,
    words.requester,
    words.bodies.join('\n'),
    ids,
    words.tags.join(' '),
  );
}
