import type { Metric, TicketRow } from '../../contract/index.ts';
import { uuidText } from '../../domain/desk/uuid.ts';
import type { LongWait, OpenWork } from '../../domain/reports/reconciliation.ts';
import { readByIds } from './boards.ts';
import { eventCodes, firstDoneStatus, metricCodes, priorityCodes, statusCodes } from './codes.ts';
import { column, row, rows, sql, type Param, type ReadDb } from './db.ts';
import { unattendedRows } from './on-shift.ts';
import { uidOf } from './ticket-rows.ts';

export type MorningQuery = {
  readonly now: number;
  readonly since: number;
  readonly yesterday: number;
  readonly lastWeek: number;
  readonly waitBefore: number;
  readonly limit: number;
};

type Some<Row> = { readonly total: number; readonly rows: Row[] };
export type QueueDepth = {
  readonly queueId: string | null;
  readonly now: number;
  readonly yesterday: number;
  readonly lastWeek: number;
};
export type MorningRead = {
  readonly breaches: Some<{ ticket: TicketRow; metric: Metric; breachedAt: number }>;
  readonly incidents: Some<{ ticket: TicketRow }>;
  readonly orphans: Some<{ ticket: TicketRow; reason: 'noOwner' | 'away' | 'inactive' | 'offShift' }>;
  readonly waits: Some<{ ticket: TicketRow; waitingSince: number }>;
  readonly queues: QueueDepth[];
};

const open = `status < ${firstDoneStatus} AND drill = 0`;
export const openByPriority = `FROM ticket INDEXED BY open_priority WHERE ${open} AND priority = ${priorityCodes.code('p1')}`;
export const openOrphans = `FROM ticket INDEXED BY open_assignee WHERE ${open}
  AND (assignee_id IS NULL OR assignee_id IN (SELECT id FROM person WHERE away = 1 OR active = 0)
    OR assignee_id IN (SELECT value FROM json_each(?)))`;
export const openWaits = `FROM ticket INDEXED BY open_waiting WHERE ${open} AND waiting_since IS NOT NULL AND waiting_since <= ?`;
export const breachesSince = `FROM sla_clock c INDEXED BY sla_clock_breached JOIN ticket t ON t.id = c.ticket_id
  WHERE c.breached_at >= ? AND c.breached_at <= ? AND t.drill = 0`;

const countOf = (db: ReadDb, from: string, ...params: readonly Param[]): number =>
  row<{ n: number }>(db, `SELECT count(*) AS n ${from}`, ...params)?.n ?? 0;

/** Rows with their tickets, in the order found. */
function withTickets<Found extends { id: number }, Made>(
  db: ReadDb,
  found: readonly Found[],
  make: (ticket: TicketRow, found: Found) => Made,
): Made[] {
  const tickets = new Map(readByIds(db, [...new Set(found.map(({ id }) => id))]).map((each) => [each.number, each]));
  return found.flatMap((each) => {
    const ticket = tickets.get(each.id);
    return ticket === undefined ? [] : [make(ticket, each)];
  });
}

function breaches(db: ReadDb, { since, now, limit }: MorningQuery): MorningRead['breaches'] {
  type Found = { id: number; metric: number; at: number };
  const text = `SELECT c.ticket_id AS id, c.metric, c.breached_at AS at ${breachesSince} ORDER BY c.breached_at DESC LIMIT ?`;
  const found = rows<Found>(db, text, since, now, limit);
  return {
    total: countOf(db, breachesSince, since, now),
    rows: withTickets(db, found, (ticket, { metric, at }) => ({
      ticket,
      metric: metricCodes.word(metric),
      breachedAt: at,
    })),
  };
}

function orphans(db: ReadDb, { now, limit }: MorningQuery): MorningRead['orphans'] {
  type Found = { id: number; away: number | null; active: number | null };
  const off = JSON.stringify([...unattendedRows(db, now)]);
  const found = rows<Found>(
    db,
    `SELECT t.id, p.away, p.active FROM (SELECT id, assignee_id, due_at ${openOrphans} ORDER BY due_at, id LIMIT ?) t
     LEFT JOIN person p ON p.id = t.assignee_id ORDER BY t.due_at, t.id`,
    off,
    limit,
  );
  return {
    total: countOf(db, openOrphans, off),
    rows: withTickets(db, found, (ticket, { active, away }) => ({
      ticket,
      reason: active === null ? 'noOwner' : active === 0 ? 'inactive' : away === 1 ? 'away' : 'offShift',
    })),
  };
}

function waits(db: ReadDb, before: number, limit: number): MorningRead['waits'] {
  type Found = { id: number; since: number };
  const found = rows<Found>(
    db,
    `SELECT id, waiting_since AS since ${openWaits} ORDER BY waiting_since, id LIMIT ?`,
    before,
    limit,
  );
  return {
    total: countOf(db, openWaits, before),
    rows: withTickets(db, found, (ticket, { since }) => ({ ticket, waitingSince: since })),
  };
}

/** Open tickets by queue (row id, 0 for none) as they stand. */
function depthNow(db: ReadDb, updatedBefore: number): Map<number, number> {
  const found = rows<{ queue: number; n: number }>(
    db,
    `SELECT ifnull(queue_id, 0) AS queue, count(*) AS n FROM ticket INDEXED BY open_queue WHERE ${open} AND updated_at < ? GROUP BY 1`,
    updatedBefore,
  );
  return new Map(found.map(({ queue, n }) => [queue, n]));
}

const firstAfter = (type: 'status' | 'queue', what: string): string =>
  `(SELECT ${what} FROM event e WHERE e.ticket_id = t.id AND e.type = ${eventCodes.code(type)} AND e.at > $at ORDER BY e.at, e.id LIMIT 1)`;
/** What was touched since an instant: how it stood then is what its first later event says it came from. */
const touchedText = `SELECT t.status, t.queue_id, ${firstAfter('status', 'e.from_value')} AS was,
  ${firstAfter('queue', "ifnull(e.from_value, '')")} AS came FROM ticket t WHERE t.updated_at >= $at AND t.created_at <= $at AND t.drill = 0`;

/** Open tickets by queue (row id, 0 for none) as they stood at an instant. SPEC STU-5. */
function depthAt(db: ReadDb, at: number): Map<number, number> {
  const depth = depthNow(db, at);
  const ids = new Map(
    rows<{ id: number; name: string }>(db, 'SELECT id, name FROM queue').map(({ id, name }) => [
      name.toLowerCase(),
      id,
    ]),
  );
  const openWords = new Set<string>(statusCodes.words.filter((word) => statusCodes.code(word) < firstDoneStatus));
  type Touched = { status: number; queue_id: number | null; was: string | null; came: string | null };
  for (const { status, queue_id, was, came } of sql(db, touchedText).iterate({ at }) as IterableIterator<Touched>) {
    if (!openWords.has(was ?? statusCodes.word(status))) continue;
    const queue = came === null ? (queue_id ?? 0) : (ids.get(came.toLowerCase()) ?? 0);
    depth.set(queue, (depth.get(queue) ?? 0) + 1);
  }
  return depth;
}

function depths(db: ReadDb, { yesterday, lastWeek }: MorningQuery): QueueDepth[] {
  const [now, before, week] = [depthNow(db, Number.MAX_SAFE_INTEGER), depthAt(db, yesterday), depthAt(db, lastWeek)];
  const known = column<number>(db, 'SELECT id FROM queue ORDER BY name COLLATE NOCASE');
  const of = (queue: number): QueueDepth => ({
    queueId: queue === 0 ? null : uidOf(db, 'queue', queue),
    now: now.get(queue) ?? 0,
    yesterday: before.get(queue) ?? 0,
    lastWeek: week.get(queue) ?? 0,
  });
  return [...known, 0].map(of).filter((each) => each.queueId !== null || each.now + each.yesterday + each.lastWeek > 0);
}

/** What the stand-up tells, of few rows among many. */
export function readMorning(db: ReadDb, query: MorningQuery): MorningRead {
  const p1 = rows<{ id: number }>(db, `SELECT id ${openByPriority} ORDER BY due_at, id LIMIT ?`, query.limit);
  return {
    breaches: breaches(db, query),
    incidents: { total: countOf(db, openByPriority), rows: withTickets(db, p1, (ticket) => ({ ticket })) },
    orphans: orphans(db, query),
    waits: waits(db, query.waitBefore, query.limit),
    queues: depths(db, query),
  };
}

/** Open tickets by owner and priority, and the longest waits. */
export function readOpenWork(db: ReadDb, query: { readonly waitBefore: number; readonly limit: number }): OpenWork {
  type Cell = { assignee_id: number | null; priority: number; n: number; waiting: number };
  const cells = rows<Cell>(
    db,
    `SELECT assignee_id, priority, count(*) AS n, sum(ifnull(waiting_since <= ?, 0)) AS waiting
     FROM ticket INDEXED BY open_assignee WHERE ${open} GROUP BY 1, 2`,
    query.waitBefore,
  );
  type Wait = {
    id: number;
    uid: Uint8Array;
    subject: string;
    requester: string;
    assignee_id: number | null;
    priority: number;
    waiting_since: number;
  };
  const found = rows<Wait>(
    db,
    `SELECT id, uid, subject, requester, assignee_id, priority, waiting_since ${openWaits} ORDER BY waiting_since, id LIMIT ?`,
    query.waitBefore,
    query.limit,
  );
  const person = (id: number | null): string | null => (id === null ? null : uidOf(db, 'person', id));
  return {
    cells: cells.map(({ assignee_id, priority, n, waiting }) => ({
      assigneeId: person(assignee_id),
      priority: priorityCodes.word(priority),
      open: n,
      waiting,
    })),
    waits: found.map(({ id, uid, subject, requester, assignee_id, priority, waiting_since }): LongWait => ({
      ticketId: uuidText(uid),
      number: id,
      subject,
      requester,
      assigneeId: person(assignee_id),
      priority: priorityCodes.word(priority),
      waitingSince: waiting_since,
    })),
    waitsTotal: countOf(db, openWaits, query.waitBefore),
  };
}
