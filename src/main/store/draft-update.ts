import { eventFingerprint } from '../../domain/exchange/fingerprint.ts';
import { change, importer } from '../../domain/exchange/history.ts';
import type { UuidMaker } from '../../domain/desk/uuid.ts';
import type { DraftEvent, TicketDraft } from '../../domain/tickets/draft.ts';
import { draftMarks, movedFields, type MarkedField } from '../../domain/tickets/draft-marks.ts';
import { refKey, type nameTables } from './bulk.ts';
import { authorCodes, channelCodes, csatCodes, eventCodes, priorityCodes, statusCodes } from './codes.ts';
import { row, rows, type WriteDb } from './db.ts';
import type { Values, Writer } from './writer.ts';

type Names = ReturnType<typeof nameTables>;
type Ref = { ticket_id: number; uid: Uint8Array; marks: string; updated_at: number };

/** Brings a ticket to what a newer export says: only the fields that moved there, only the events not here yet. */
export function updateFromDraft(
  db: WriteDb,
  write: Writer,
  names: Names,
  newId: UuidMaker,
  now: number,
  draft: TicketDraft,
  hash: string,
): void {
  const ref = row<Ref>(
    db,
    'SELECT r.ticket_id, r.marks, t.uid, t.updated_at FROM import_ref r JOIN ticket t ON t.id = r.ticket_id WHERE r.key = ?',
    refKey(draft),
  );
  if (ref === undefined) return;
  const known = knownEvents(db, ref.ticket_id);
  const add = (event: DraftEvent): unknown => write.insert('event', newId(now), eventValues(ref.ticket_id, event));
  for (const event of draft.events) {
    // A ticket is created once. What a row says of its beginning moves with how it stands: that is a change since.
    if (event.type !== 'created' && !known.has(eventFingerprint(event))) add(event);
  }
  const marks = draftMarks(draft);
  const moved = movedFields(ref.marks, marks);
  const at = Math.max(ref.updated_at, draft.updatedAt);
  for (const field of ['priority', 'status'] as const) {
    const standing = standingIn(db, ref.ticket_id, field);
    if (moved.has(field) && standing !== draft[field]) add(change(at, field, importer, standing, draft[field]));
  }
  const values = Object.assign({}, ...[...moved].map((field) => fieldValues(names, draft, field))) as Values;
  write.update('ticket', ref.uid, { ...values, updated_at: at });
  write.update('import_ref', refKey(draft), { hash, marks });
}

/** What a ticket's events say last of its priority or status: the events are what clocks are made of. SPEC IMP-19. */
function standingIn(db: WriteDb, ticketId: number, field: 'priority' | 'status'): string | null {
  const created = eventCodes.code('created');
  const last = row<{ value: string | null }>(
    db,
    `SELECT iif(type = ${created}, ${field === 'priority' ? 'from_value' : 'to_value'}, to_value) AS value FROM event
     WHERE ticket_id = ? AND type IN (${created}, ${eventCodes.code(field)}) ORDER BY type = ${created}, at DESC, id DESC LIMIT 1`,
    ticketId,
  );
  return last?.value ?? null;
}

type StoredEvent = {
  at: number;
  type: number;
  author_kind: number;
  author: string;
  body: string | null;
  from_value: string | null;
  to_value: string | null;
  field: string | null;
};

function knownEvents(db: WriteDb, ticketId: number): ReadonlySet<string> {
  const stored = rows<StoredEvent>(
    db,
    'SELECT at, type, author_kind, author, body, from_value, to_value, field FROM event WHERE ticket_id = ?',
    ticketId,
  );
  return new Set(
    stored.map((event) =>
      eventFingerprint({
        at: event.at,
        type: eventCodes.word(event.type),
        author: { kind: authorCodes.word(event.author_kind), name: event.author },
        body: event.body,
        from: event.from_value,
        to: event.to_value,
        field: event.field,
      }),
    ),
  );
}

const eventValues = (ticketId: number, event: DraftEvent): Values => ({
  ticket_id: ticketId,
  at: event.at,
  type: eventCodes.code(event.type),
  author_kind: authorCodes.code(event.author.kind),
  author: event.author.name,
  body: event.body,
  from_value: event.from,
  to_value: event.to,
  field: event.field,
});

function fieldValues(names: Names, draft: TicketDraft, field: MarkedField): Values {
  switch (field) {
    case 'requester':
      return { requester: draft.requester.name, customer_id: names.customer(draft.requester) };
    case 'channel':
      return { channel: channelCodes.code(draft.channel) };
    case 'status':
      return { status: statusCodes.code(draft.status) };
    case 'priority':
      return { priority: priorityCodes.code(draft.priority) };
    case 'queue':
      return { queue_id: draft.queue === null ? null : names.queue(draft.queue) };
    case 'assignee':
      return { assignee_id: draft.assignee === null ? null : names.person(draft.assignee) };
    case 'tags':
      return { tags: JSON.stringify(draft.tags) };
    case 'fields':
      return { fields: JSON.stringify(draft.fields) };
    case 'csat':
      return { csat: draft.csat === null ? null : csatCodes.code(draft.csat) };
    case 'solvedAt':
      return { solved_at: draft.solvedAt };
    case 'subject':
    case 'category':
      return { [field]: draft[field] };
  }
}
