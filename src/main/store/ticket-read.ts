import type { Ticket, TicketEvent } from '../../contract/index.ts';
import { uuidBytes, uuidText } from '../../domain/desk/uuid.ts';
import { authorCodes, csatCodes, eventCodes } from './codes.ts';
import { row, rows, type ReadDb } from './db.ts';
import { rowColumns, toTicketRow, type TicketRecord } from './ticket-rows.ts';

type FullRecord = TicketRecord & {
  customer_id: number;
  fields: string;
  csat: number | null;
  impact: number | null;
  urgency: number | null;
  language: string | null;
  parent_id: number | null;
  merged_into: number | null;
};
const fullColumns = `${rowColumns}, customer_id, fields, csat, impact, urgency, language, parent_id, merged_into`;
export type TicketHead = Omit<Ticket, 'clocks' | 'events' | 'earlierEvents'>;

/** One ticket without its history, by id or by number; undefined where there is none. */
export function readTicket(
  db: ReadDb,
  by: { readonly id: string } | { readonly number: number },
): TicketHead | undefined {
  const [where, key] = 'id' in by ? ['uid = ?', uuidBytes(by.id)] : ['id = ?', by.number];
  const record = row<FullRecord>(db, `SELECT ${fullColumns} FROM ticket WHERE ${where}`, key);
  if (record === undefined) return undefined;
  const customer = row<{ uid: Uint8Array; email: string | null }>(
    db,
    'SELECT uid, email FROM customer WHERE id = ?',
    record.customer_id,
  );
  const source = row<{ system: string; external_id: string }>(
    db,
    'SELECT system, external_id FROM import_ref WHERE ticket_id = ?',
    record.id,
  );
  return {
    ...toTicketRow(db, record),
    requesterId: uuidText(customer?.uid ?? new Uint8Array(16)),
    requesterEmail: customer?.email ?? null,
    source: source === undefined ? null : { system: source.system, externalId: source.external_id },
    fields: JSON.parse(record.fields) as Record<string, string>,
    csat: record.csat === null ? null : csatCodes.word(record.csat),
    impact: record.impact,
    urgency: record.urgency,
    language: record.language,
    parent: ticketRef(db, record.parent_id),
    mergedInto: ticketRef(db, record.merged_into),
  };
}

function ticketRef(db: ReadDb, id: number | null): Ticket['parent'] {
  const found = id === null ? undefined : row<RefRecord>(db, 'SELECT id, uid, subject FROM ticket WHERE id = ?', id);
  return found === undefined ? null : { id: uuidText(found.uid), number: found.id, subject: found.subject };
}
type RefRecord = { id: number; uid: Uint8Array; subject: string };

type EventRecord = {
  uid: Uint8Array;
  at: number;
  type: number;
  author_kind: number;
  author: string;
  body: string | null;
  from_value: string | null;
  to_value: string | null;
  field: string | null;
};

/** The newest events but those skipped, oldest first, and how many there are before them. */
export function readEvents(
  db: ReadDb,
  ticketId: number,
  skipNewest: number,
  limit: number,
): { events: TicketEvent[]; earlierEvents: number } {
  const found = rows<EventRecord>(
    db,
    'SELECT uid, at, type, author_kind, author, body, from_value, to_value, field FROM event WHERE ticket_id = ? ORDER BY at DESC, id DESC LIMIT ? OFFSET ?',
    ticketId,
    limit,
    skipNewest,
  );
  const total = row<{ n: number }>(db, 'SELECT count(*) AS n FROM event WHERE ticket_id = ?', ticketId)?.n ?? 0;
  return { events: found.reverse().map(toEvent), earlierEvents: Math.max(0, total - skipNewest - found.length) };
}

function toEvent(record: EventRecord): TicketEvent {
  return {
    id: uuidText(record.uid),
    at: record.at,
    type: eventCodes.word(record.type),
    author: { kind: authorCodes.word(record.author_kind), name: record.author },
    body: record.body,
    from: record.from_value,
    to: record.to_value,
    field: record.field,
  };
}
