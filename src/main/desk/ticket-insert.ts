import type { Channel, ContactPoint, Priority } from '../../contract/index.ts';
import { contactNorm } from '../../domain/customers/contact.ts';
import { uuidText } from '../../domain/desk/uuid.ts';
import { channelCodes, contactCodes, priorityCodes, statusCodes } from '../store/codes.ts';
import { customerByContact, type Contact } from '../store/customer-read.ts';
import { row } from '../store/db.ts';
import type { Writer } from '../store/writer.ts';
import type { Core } from './core.ts';
import { addEvent, rowIdOf, withTags, type Author } from './ticket-write.ts';

export type NewTicket = {
  readonly subject: string;
  readonly requester: Contact & {
    /** The row id of somebody the desk knows: then nobody is looked for. */ readonly known?: number;
  };
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

/** The row id of whoever is reached so, where the desk knows them; without a way to be reached, by name alone. */
export function knownCustomer(core: Core, requester: NewTicket['requester']): number | undefined {
  const { known, name, email, phone = null, handle = null } = requester;
  if (known !== undefined) return known;
  if (email !== null || phone !== null || handle !== null) return customerByContact(core.db, requester);
  const text = 'SELECT id FROM customer WHERE name = ? COLLATE NOCASE AND email IS NULL';
  return row<{ id: number }>(core.db, text, name)?.id;
}

/**
 * The customer reached by this address, number or handle (without any: with this name and no address), or a new one with
 * all of them; a row id. SPEC TIC-6, CUS-2.
 */
export function customerFor(core: Core, write: Writer, requester: NewTicket['requester']): number {
  const { name, email, phone = null, handle = null } = requester;
  const known = knownCustomer(core, requester);
  if (known !== undefined) return known;
  const id = write.insert('customer', core.newId(core.ports.now()), { name, email });
  const points = [
    ...(phone === null ? [] : [{ kind: 'phone' as const, value: phone, label: null }]),
    ...(handle === null ? [] : [{ kind: 'social' as const, value: handle, label: null }]),
  ];
  addContactPoints(core, write, id, points, 0);
  return id;
}

/** Writes ways to be reached, in order, from this position on. */
export function addContactPoints(
  core: Core,
  write: Writer,
  customerId: number,
  points: readonly ContactPoint[],
  from: number,
): void {
  for (const [index, { kind, value, label }] of points.entries())
    write.insert('contact_point', core.newId(core.ports.now()), {
      customer_id: customerId,
      kind: contactCodes.code(kind),
      value,
      norm: contactNorm(kind, value),
      label,
      position: from + index,
    });
}
