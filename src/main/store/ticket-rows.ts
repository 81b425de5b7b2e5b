import type { TicketRow } from '../../contract/index.ts';
import { uuidText } from '../../domain/desk/uuid.ts';
import { bandCodes, channelCodes, clockStateCodes, metricCodes, priorityCodes, statusCodes } from './codes.ts';
import { row, type ReadDb } from './db.ts';

export type TicketRecord = {
  id: number;
  uid: Uint8Array;
  subject: string;
  requester: string;
  channel: number;
  status: number;
  priority: number;
  queue_id: number | null;
  assignee_id: number | null;
  category: string | null;
  tags: string;
  created_at: number;
  updated_at: number;
  solved_at: number | null;
  band: number;
  clock_metric: number | null;
  clock_state: number | null;
  clock_due: number | null;
  clock_risk: number | null;
  clock_met: number | null;
  waiting: number;
  level: number;
  drill: number;
};

export const rowColumns =
  'id, uid, subject, requester, channel, status, priority, queue_id, assignee_id, category, tags, created_at, updated_at, solved_at, band, clock_metric, clock_state, clock_due, clock_risk, clock_met, waiting, level, drill';

/** Uids of a small table by row id: asked for on every row of every board, so kept until the table changes. */
const uidsByDb = new WeakMap<object, Map<string, string>>();

export function uidOf(db: ReadDb, table: 'queue' | 'person', id: number): string {
  const known = uidsByDb.get(db) ?? new Map<string, string>();
  uidsByDb.set(db, known);
  const key = `${table} ${id}`;
  let uid = known.get(key);
  if (uid === undefined) {
    const found = row<{ uid: Uint8Array }>(db, `SELECT uid FROM ${table} WHERE id = ?`, id);
    if (found === undefined) throw new Error(`No ${table} ${id}`);
    uid = uuidText(found.uid);
    // Row ids are never used again (AUTOINCREMENT), so what is known stays true.
    known.set(key, uid);
  }
  return uid;
}

export function toTicketRow(db: ReadDb, record: TicketRecord): TicketRow {
  return {
    id: uuidText(record.uid),
    number: record.id,
    subject: record.subject,
    requester: record.requester,
    channel: channelCodes.word(record.channel),
    status: statusCodes.word(record.status),
    priority: priorityCodes.word(record.priority),
    queueId: record.queue_id === null ? null : uidOf(db, 'queue', record.queue_id),
    assigneeId: record.assignee_id === null ? null : uidOf(db, 'person', record.assignee_id),
    category: record.category,
    tags: JSON.parse(record.tags) as string[],
    createdAt: record.created_at,
    updatedAt: record.updated_at,
    solvedAt: record.solved_at,
    band: bandCodes.word(record.band),
    clock: rowClockOf(record),
    waiting: record.waiting === 1,
    level: record.level,
    drill: record.drill === 1,
  };
}

function rowClockOf(record: TicketRecord): TicketRow['clock'] {
  if (record.clock_metric === null || record.clock_state === null) return null;
  const state = clockStateCodes.word(record.clock_state);
  if (state === 'idle') return null;
  return {
    metric: metricCodes.word(record.clock_metric),
    state,
    dueAt: record.clock_due,
    riskAt: record.clock_risk,
    metAt: record.clock_met,
  };
}
