import type { Done, Selection, Status, TicketPatch } from '../../contract/index.ts';
import { uuidBytes, uuidText } from '../../domain/desk/uuid.ts';
import { Fault } from '../../domain/fault.ts';
import { conditionsOf } from '../../domain/tickets/conditions.ts';
import { authorCodes, channelCodes, eventCodes, firstDoneStatus, priorityCodes, statusCodes } from '../store/codes.ts';
import { whereOf } from '../store/condition-sql.ts';
import { column, row, type Param } from '../store/db.ts';
import type { Committed } from '../store/change-log.ts';
import type { Values, Writer } from '../store/writer.ts';
import type { Core } from './core.ts';

type TicketState = {
  id: number;
  uid: Uint8Array;
  subject: string;
  requester: string;
  status: number;
  priority: number;
  queue_id: number | null;
  assignee_id: number | null;
  category: string | null;
  tags: string;
  updated_at: number;
};
type EventType = Parameters<typeof eventCodes.code>[0];
type NewEvent = {
  readonly type: EventType;
  readonly kind: 'customer' | 'agent' | 'system';
  readonly author: string;
  readonly body?: string;
  readonly from?: string | null;
  readonly to?: string | null;
};

const stateColumns = 'id, uid, subject, requester, status, priority, queue_id, assignee_id, category, tags, updated_at';

export const doneOf = ({ changeSet }: Committed<unknown>, changed: number, label: string): Done => ({
  changed,
  label,
  changeSet,
});

export function ticketState(core: Core, id: string): TicketState {
  const found = row<TicketState>(core.db, `SELECT ${stateColumns} FROM ticket WHERE uid = ?`, uuidBytes(id));
  if (found === undefined) throw new Fault('NOT_FOUND', 'That ticket is not on this desk any more.');
  return found;
}

/** One clock for all that a command does to a ticket: never before what already happened to it. */
const instantFor = (core: Core, ticket: { readonly updated_at: number }): number =>
  Math.max(core.ports.now(), ticket.updated_at);

function addEvent(core: Core, write: Writer, ticketId: number, at: number, event: NewEvent): void {
  write.insert('event', core.newId(core.ports.now()), {
    ticket_id: ticketId,
    at,
    type: eventCodes.code(event.type),
    author_kind: authorCodes.code(event.kind),
    author: event.author,
    body: event.body ?? null,
    from_value: event.from ?? null,
    to_value: event.to ?? null,
    field: null,
  });
}

export type NewTicket = {
  readonly subject: string;
  readonly requester: { readonly name: string; readonly email: string | null };
  readonly body: string;
  readonly channel: Parameters<typeof channelCodes.code>[0];
  readonly priority: Parameters<typeof priorityCodes.code>[0];
  readonly queueId: string | null;
  readonly assigneeId: string | null;
  readonly category: string | null;
  readonly tags: readonly string[];
};

export function createTicket(core: Core, input: NewTicket): Done & { id: string; number: number } {
  const label = `New ticket “${shorten(input.subject)}”`;
  const done = core.write({ name: 'tickets.create', label }, (write) => {
    const now = core.ports.now();
    const uid = core.newId(now);
    const id = write.insert('ticket', uid, {
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
      fields: '{}',
      csat: null,
      created_at: now,
      updated_at: now,
      solved_at: null,
    });
    const author = input.requester.name;
    addEvent(core, write, id, now, {
      type: 'created',
      kind: 'agent',
      author: core.actor(),
      from: input.priority,
      to: 'new',
    });
    if (input.body.trim() !== '')
      addEvent(core, write, id, now, { type: 'customerMessage', kind: 'customer', author, body: input.body });
    return { id: uuidText(uid), number: id };
  });
  return { ...doneOf(done, 1, label), ...done.result };
}

function customerFor(core: Core, write: Writer, { name, email }: NewTicket['requester']): number {
  const known =
    email === null
      ? row<{ id: number }>(core.db, 'SELECT id FROM customer WHERE name = ? COLLATE NOCASE AND email IS NULL', name)
      : row<{ id: number }>(core.db, 'SELECT id FROM customer WHERE email = ?', email);
  return known?.id ?? write.insert('customer', core.newId(core.ports.now()), { name, email });
}

export function rowIdOf(core: Core, table: 'queue' | 'person', id: string | null): number | null {
  if (id === null) return null;
  const found = row<{ id: number }>(core.db, `SELECT id FROM ${table} WHERE uid = ?`, uuidBytes(id));
  if (found === undefined)
    throw new Fault(
      'NOT_FOUND',
      table === 'queue' ? 'That queue is not on this desk.' : 'That person is not on this desk.',
    );
  return found.id;
}

/** A reply takes a new ticket in hand: it becomes open unless another status is asked for. SPEC TIC-3. */
export function reply(
  core: Core,
  input: { readonly id: string; readonly body: string; readonly status?: Status | undefined },
): Done {
  const ticket = ticketState(core, input.id);
  const label = `Reply to #${ticket.id}`;
  const done = core.write({ name: 'tickets.reply', label }, (write) => {
    const at = instantFor(core, ticket);
    addEvent(core, write, ticket.id, at, { type: 'agentReply', kind: 'agent', author: core.actor(), body: input.body });
    const status = input.status ?? (statusCodes.word(ticket.status) === 'new' ? 'open' : undefined);
    applyPatch(core, write, ticket, status === undefined ? {} : { status }, at);
  });
  return doneOf(done, 1, label);
}

export function note(core: Core, input: { readonly id: string; readonly body: string }): Done {
  const ticket = ticketState(core, input.id);
  const label = `Note on #${ticket.id}`;
  const done = core.write({ name: 'tickets.note', label }, (write) => {
    const at = instantFor(core, ticket);
    addEvent(core, write, ticket.id, at, {
      type: 'internalNote',
      kind: 'agent',
      author: core.actor(),
      body: input.body,
    });
    applyPatch(core, write, ticket, {}, at);
  });
  return doneOf(done, 1, label);
}

/** The customer speaking reopens what waited for them, or was thought done. SPEC TIC-4. */
export function receive(core: Core, input: { readonly id: string; readonly body: string }): Done {
  const ticket = ticketState(core, input.id);
  const status = statusCodes.word(ticket.status);
  if (status === 'closed')
    throw new Fault('CONFLICT', `#${ticket.id} is closed. Take the message down as a new ticket.`);
  const label = `Message on #${ticket.id}`;
  const done = core.write({ name: 'tickets.receive', label }, (write) => {
    const at = instantFor(core, ticket);
    addEvent(core, write, ticket.id, at, {
      type: 'customerMessage',
      kind: 'customer',
      author: ticket.requester,
      body: input.body,
    });
    applyPatch(core, write, ticket, status === 'new' || status === 'open' ? {} : { status: 'open' }, at);
  });
  return doneOf(done, 1, label);
}

const mostAtOnce = 20_000;

export function selectedIds(core: Core, selection: Selection): number[] {
  if ('ids' in selection) {
    const wanted = JSON.stringify(selection.ids.map((id) => id.replaceAll('-', '').toUpperCase()));
    return column<number>(
      core.db,
      'SELECT id FROM ticket WHERE uid IN (SELECT unhex(value) FROM json_each(?))',
      wanted,
    );
  }
  const where = whereOf(conditionsOf(selection.filter, core.facts.context()), selection.filter.requester);
  const condition = where.clauses.length === 0 ? '' : ` WHERE ${where.clauses.map(({ text }) => text).join(' AND ')}`;
  const params: Param[] = where.clauses.flatMap((clause) => clause.params);
  const except = new Set(selection.except);
  const found = column<number>(
    core.db,
    `SELECT id FROM ticket${condition} LIMIT ?`,
    ...params,
    mostAtOnce + except.size + 1,
  );
  const kept = except.size === 0 ? found : found.filter((id) => !except.has(uidOfTicket(core, id)));
  if (kept.length > mostAtOnce)
    throw new Fault('INVALID', `That is more than ${mostAtOnce} tickets at once. Narrow the view with a filter first.`);
  return kept;
}

const uidOfTicket = (core: Core, id: number): string =>
  uuidText(row<{ uid: Uint8Array }>(core.db, 'SELECT uid FROM ticket WHERE id = ?', id)?.uid ?? new Uint8Array(16));

export function updateTickets(core: Core, input: { readonly selection: Selection; readonly set: TicketPatch }): Done {
  const ids = selectedIds(core, input.selection);
  if (ids.length === 0) throw new Fault('NOT_FOUND', 'None of those tickets is on this desk any more.');
  const label = `${patchLabel(core, input.set)} on ${ids.length === 1 ? `#${ids[0] ?? 0}` : `${ids.length} tickets`}`;
  let changed = 0;
  const done = core.write({ name: 'tickets.update', label }, (write) => {
    for (const id of ids) {
      const ticket = row<TicketState>(core.db, `SELECT ${stateColumns} FROM ticket WHERE id = ?`, id);
      if (ticket !== undefined && applyPatch(core, write, ticket, input.set, instantFor(core, ticket))) changed += 1;
    }
  });
  return doneOf(done, changed, label);
}

function patchLabel(core: Core, set: TicketPatch): string {
  const context = core.facts.context();
  if (set.status !== undefined) return `Status ${set.status}`;
  if (set.priority !== undefined) return `Priority ${set.priority.toUpperCase()}`;
  if (set.assigneeId !== undefined)
    return set.assigneeId === null
      ? 'No owner'
      : `Owner ${context.people.find(({ id }) => id === set.assigneeId)?.name ?? ''}`;
  if (set.queueId !== undefined)
    return set.queueId === null
      ? 'No queue'
      : `Queue ${context.queues.find(({ id }) => id === set.queueId)?.name ?? ''}`;
  if (set.addTags !== undefined || set.removeTags !== undefined) return 'Tags';
  if (set.category !== undefined) return 'Category';
  return set.subject === undefined ? 'Change' : 'Subject';
}

type Step = {
  readonly type: EventType;
  readonly from: string | null;
  readonly to: string | null;
  readonly values: Values;
};

/** Writes what differs from how the ticket stands, an event for each. True if anything did. */
function applyPatch(core: Core, write: Writer, ticket: TicketState, set: TicketPatch, at: number): boolean {
  const steps = patchSteps(core, ticket, set, at);
  for (const { type, from, to } of steps)
    addEvent(core, write, ticket.id, at, { type, kind: 'agent', author: core.actor(), from, to });
  const touched = write.touched.tickets.has(ticket.id);
  if (steps.length > 0 || touched)
    write.update(
      'ticket',
      ticket.uid,
      Object.assign({ updated_at: at }, ...steps.map(({ values }) => values)) as Values,
    );
  return steps.length > 0;
}

function patchSteps(core: Core, ticket: TicketState, set: TicketPatch, at: number): Step[] {
  const steps: Step[] = [];
  if (set.status !== undefined) steps.push(...statusStep(ticket, set.status, at));
  if (set.priority !== undefined && priorityCodes.code(set.priority) !== ticket.priority) {
    steps.push({
      type: 'priority',
      from: priorityCodes.word(ticket.priority),
      to: set.priority,
      values: { priority: priorityCodes.code(set.priority) },
    });
  }
  if (set.queueId !== undefined) steps.push(...referenceStep(core, 'queue', ticket.queue_id, set.queueId));
  if (set.assigneeId !== undefined) steps.push(...referenceStep(core, 'person', ticket.assignee_id, set.assigneeId));
  if (set.category !== undefined && set.category !== ticket.category)
    steps.push({ type: 'category', from: ticket.category, to: set.category, values: { category: set.category } });
  if (set.subject !== undefined && set.subject !== ticket.subject)
    steps.push({ type: 'subject', from: ticket.subject, to: set.subject, values: { subject: set.subject } });
  if (set.addTags !== undefined || set.removeTags !== undefined)
    steps.push(...tagStep(ticket, set.addTags ?? [], set.removeTags ?? []));
  return steps;
}

function statusStep(ticket: TicketState, to: Status, at: number): Step[] {
  const code = statusCodes.code(to);
  if (code === ticket.status) return [];
  const wasDone = ticket.status >= firstDoneStatus;
  const isDone = code >= firstDoneStatus;
  const solved: Values = wasDone === isDone ? {} : { solved_at: isDone ? at : null };
  return [{ type: 'status', from: statusCodes.word(ticket.status), to, values: { status: code, ...solved } }];
}

function referenceStep(core: Core, table: 'queue' | 'person', from: number | null, toId: string | null): Step[] {
  const to = rowIdOf(core, table, toId);
  if (to === from) return [];
  const name = (id: number | null): string | null =>
    id === null ? null : (row<{ name: string }>(core.db, `SELECT name FROM ${table} WHERE id = ?`, id)?.name ?? null);
  const values: Values = table === 'queue' ? { queue_id: to } : { assignee_id: to };
  return [{ type: table === 'queue' ? 'queue' : 'assignee', from: name(from), to: name(to), values }];
}

/** A tag is one tag however it is written; how it was written first stays. */
function withTags(tags: readonly string[], add: readonly string[]): string[] {
  const have = new Set(tags.map((tag) => tag.toLowerCase()));
  return [...tags, ...add.filter((tag) => !have.has(tag.toLowerCase()) && have.add(tag.toLowerCase()))];
}

function tagStep(ticket: TicketState, add: readonly string[], remove: readonly string[]): Step[] {
  const before = JSON.parse(ticket.tags) as string[];
  const gone = new Set(remove.map((tag) => tag.toLowerCase()));
  const kept = before.filter((tag) => !gone.has(tag.toLowerCase()));
  const after = withTags(kept, add);
  if (JSON.stringify(after) === ticket.tags) return [];
  return [{ type: 'tags', from: before.join(' '), to: after.join(' '), values: { tags: JSON.stringify(after) } }];
}

const shorten = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text);
