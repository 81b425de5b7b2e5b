import type { RecordedEvent } from '../../domain/automation/record.ts';
import { authorCodes, eventCodes } from './codes.ts';
import { row, rows, type ReadDb } from './db.ts';
import { ruleActor } from './change-log.ts';

export type EventRecord = {
  ticket_id: number;
  at: number;
  type: number;
  author_kind: number;
  author: string;
  body: string | null;
  from_value: string | null;
  to_value: string | null;
  field: string | null;
};

export function toRecorded(record: EventRecord): RecordedEvent {
  const bySystem = authorCodes.word(record.author_kind) === 'system';
  return {
    at: record.at,
    type: eventCodes.word(record.type),
    body: record.body,
    from: record.from_value,
    to: record.to_value,
    field: record.field,
    bySystem,
    byRule: bySystem && record.author === ruleActor,
  };
}

/** The newest event of the desk, by row id: what a command writes comes after it. */
export const lastEventId = (db: ReadDb): number =>
  row<{ id: number | null }>(db, 'SELECT max(id) AS id FROM event')?.id ?? 0;

/** The events after one, by ticket, in the order in which they were written. */
export function eventsAfter(db: ReadDb, last: number): Map<number, RecordedEvent[]> {
  const text =
    'SELECT ticket_id, at, type, author_kind, author, body, from_value, to_value, field FROM event WHERE id > ? ORDER BY id';
  const found = new Map<number, RecordedEvent[]>();
  for (const record of rows<EventRecord>(db, text, last)) {
    const events = found.get(record.ticket_id) ?? [];
    found.set(record.ticket_id, events);
    events.push(toRecorded(record));
  }
  return found;
}
