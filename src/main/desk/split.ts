import type { Done } from '../../contract/index.ts';
import { instantInWords } from '../../domain/calendar/words.ts';
import { uuidBytes } from '../../domain/desk/uuid.ts';
import { Fault } from '../../domain/fault.ts';
import { authorCodes, channelCodes, eventCodes, priorityCodes } from '../store/codes.ts';
import { row, rows } from '../store/db.ts';
import { uidOf } from '../store/ticket-rows.ts';
import type { Writer } from '../store/writer.ts';
import { newestEvent } from './attachments.ts';
import type { Core } from './core.ts';
import { tell } from './kin.ts';
import { insertTicket, type NewTicket } from './ticket-insert.ts';
import { addEvent, atDesk, instantFor, ticketState, type TicketState } from './ticket-write.ts';

export type SplitInput = {
  readonly id: string;
  readonly eventIds: readonly string[];
  readonly subject?: string | undefined;
  readonly requester?: { readonly name: string; readonly email: string | null } | undefined;
};

type Said = { id: number; at: number; type: number; author_kind: number; author: string; body: string };
const spoken = new Set((['customerMessage', 'agentReply', 'internalNote'] as const).map(eventCodes.code));

/** The messages named, as they were said, in their order. Faults INVALID where one is no message of this ticket. */
function messagesOf(core: Core, ticket: TicketState, eventIds: readonly string[]): Said[] {
  const found = [...new Set(eventIds)].map((id) => {
    const said = row<Said>(
      core.db,
      'SELECT id, at, type, author_kind, author, body FROM event WHERE uid = ? AND ticket_id = ?',
      uuidBytes(id),
      ticket.id,
    );
    if (said === undefined || !spoken.has(said.type) || (said.body as string | null) === null)
      throw new Fault('INVALID', `That is not a message of #${ticket.id}. Choose a message, a reply or a note.`, {
        field: 'eventIds',
      });
    return said;
  });
  return found.sort((a, b) => a.at - b.at || a.id - b.id);
}

const firstLine = (body: string): string => {
  const line = body.trim().split('\n', 1)[0]?.trim() ?? '';
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
};

type OriginRecord = { channel: number; email: string | null };

/** The new ticket is like the one it comes from in all but subject and words. */
function likeOrigin(core: Core, ticket: TicketState, input: SplitInput, said: readonly Said[]): NewTicket {
  const origin = row<OriginRecord>(
    core.db,
    'SELECT t.channel, c.email FROM ticket t JOIN customer c ON c.id = t.customer_id WHERE t.id = ?',
    ticket.id,
  );
  const line = firstLine(said[0]?.body ?? '');
  return {
    subject: input.subject ?? (line === '' ? ticket.subject : line),
    requester: input.requester ?? { name: ticket.requester, email: origin?.email ?? null },
    body: '',
    channel: channelCodes.word(origin?.channel ?? 0),
    priority: priorityCodes.word(ticket.priority),
    queueId: ticket.queue_id === null ? null : uidOf(core.db, 'queue', ticket.queue_id),
    assigneeId: ticket.assignee_id === null ? null : uidOf(core.db, 'person', ticket.assignee_id),
    category: ticket.category,
    tags: JSON.parse(ticket.tags) as string[],
    impact: ticket.impact,
    urgency: ticket.urgency,
    language: ticket.language,
    drill: ticket.drill === 1,
  };
}

type FileRecord = { name: string; type: string; bytes: number; sha256: string; at: number };

/** The files of a message stand on both tickets, at the message just written too: their content is kept once. SPEC REL-23. */
function copyFiles(core: Core, write: Writer, from: number, to: number): void {
  const text = 'SELECT name, type, bytes, sha256, at FROM attachment WHERE event_id = ? ORDER BY id';
  const files = rows<FileRecord>(core.db, text, from);
  const event = files.length > 0 ? newestEvent(core, to) : null;
  for (const file of files)
    write.insert('attachment', core.newId(core.ports.now()), { ...file, ticket_id: to, event_id: event });
}

/**
 * A new ticket out of messages of another. It is made now and its clocks start now; when the messages were said stands in
 * a note. The ticket it comes from keeps them. SPEC REL-20 to REL-23. Faults INVALID, NOT_FOUND.
 */
export function splitTicket(core: Core, input: SplitInput): Done & { id: string; number: number } {
  const ticket = ticketState(core, input.id);
  const said = messagesOf(core, ticket, input.eventIds);
  const label = `Split a ticket from #${ticket.id}`;
  const zone = core.facts.settings().timeZone;
  const done = core.write({ name: 'tickets.split', label }, (write) => {
    const by = atDesk(core);
    const made = insertTicket(core, write, likeOrigin(core, ticket, input, said), by);
    const fresh = ticketState(core, made.id);
    const at = fresh.created_at;
    for (const { id, type, author_kind, author, body, at: then } of said) {
      const customer = type === eventCodes.code('customerMessage');
      // A reply given on the other ticket is no answer to this one: it comes as a note.
      addEvent(core, write, fresh.id, at, {
        type: customer ? 'customerMessage' : 'internalNote',
        kind: customer ? authorCodes.word(author_kind) : by.kind,
        author: customer ? (input.requester?.name ?? author) : by.name,
        body: customer ? body : `${author}, ${instantInWords(zone, then)}:\n${body}`,
      });
      copyFiles(core, write, id, fresh.id);
    }
    const times = said.map(({ at: then }) => instantInWords(zone, then)).join(', ');
    const body = `Split from #${ticket.id} “${ticket.subject}”. Said there on ${times}.`;
    addEvent(core, write, fresh.id, at, { type: 'internalNote', kind: by.kind, author: by.name, body });
    tell(core, write, fresh, at, { type: 'link', field: 'split', from: `#${ticket.id}` });
    tell(core, write, ticket, instantFor(core, ticket), { type: 'link', field: 'split', to: `#${fresh.id}` });
    write.insert('link', core.newId(at), { kind: 'split', from_id: ticket.id, to_id: fresh.id, at, by: by.name });
    return made;
  });
  return { changed: 2, label, changeSet: done.changeSet, ...done.result };
}
