import type { Channel, Priority } from '../../contract/index.ts';
import { uuidText } from '../../domain/desk/uuid.ts';
import { channelCodes, priorityCodes, statusCodes } from '../store/codes.ts';
import { row } from '../store/db.ts';
import type { Writer } from '../store/writer.ts';
import type { Core } from './core.ts';
import { addEvent, rowIdOf, withTags, type Author } from './ticket-write.ts';

export type NewTicket = {
  readonly subject: string;
  readonly requester: { readonly name: string; readonly email: string | null };
  readonly body: string;
  readonly channel: Channel;
  readonly priority: Priority;
  readonly queueId: string | null;
  readonly assigneeId: string | null;
  readonly category: string | null;
  readonly tags: readonly string[];
  readonly impact?: number | null;
  readonly urgency?: number | null;
  readonly language?: string | null;
  readonly fields?: Readonly<Record<string, string>>;
  readonly drill?: boolean;
};

/** Writes a new ticket and its first events; `id` is its uid, `number` its row id. */
export function insertTicket(
  core: Core,
  write: Writer,
  input: NewTicket,
  by: Author,
): { readonly id: string; readonly number: number } {
  const now = core.ports.now();
  const uid = core.newId(now);
  const number = write.insert('ticket', uid, {
    subject: input.subject,
    customer_id: customerFor(core, write, input.requester),
    requester: input.requester.name,
    channel: channelCodes.code(input.channel),
    status: statusCodes.code('new'),
    priority: priorityCodes.code(input.priority),
    queue_id: rowIdOf(core, 'queue', input.queueId),
    assignee_id: rowIdOf(core, 'person', input.assigneeId),
    category: input.category,
    tags: JSON.stringify(withTags([], input.tags)),
    fields: JSON.stringify(input.fields ?? {}),
    csat: null,
    created_at: now,
    updated_at: now,
    solved_at: null,
    impact: input.impact ?? null,
    urgency: input.urgency ?? null,
    language: input.language ?? null,
    drill: input.drill === true ? 1 : 0,
  });
  addEvent(core, write, number, now, {
    type: 'created',
    kind: by.kind,
    author: by.name,
    from: input.priority,
    to: 'new',
  });
  if (input.body.trim() !== '') {
    const author = input.requester.name;
    addEvent(core, write, number, now, { type: 'customerMessage', kind: 'customer', author, body: input.body });
  }
  return { id: uuidText(uid), number };
}

/** The customer with this address (without one: with this name and no address), or a new one; a row id. */
export function customerFor(core: Core, write: Writer, { name, email }: NewTicket['requester']): number {
  const known =
    email === null
      ? row<{ id: number }>(core.db, 'SELECT id FROM customer WHERE name = ? COLLATE NOCASE AND email IS NULL', name)
      : row<{ id: number }>(core.db, 'SELECT id FROM customer WHERE email = ?', email);
  return known?.id ?? write.insert('customer', core.newId(core.ports.now()), { name, email });
}
