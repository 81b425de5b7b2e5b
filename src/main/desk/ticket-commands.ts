import type { Done, Selection, Status, TicketPatch } from '../../contract/index.ts';
import { uuidText } from '../../domain/desk/uuid.ts';
import { Fault } from '../../domain/fault.ts';
import { conditionsOf } from '../../domain/tickets/conditions.ts';
import { statusCodes } from '../store/codes.ts';
import { whereOf } from '../store/condition-sql.ts';
import { column, row, type Param } from '../store/db.ts';
import type { Committed } from '../store/change-log.ts';
import type { Core } from './core.ts';
import { insertTicket, type NewTicket } from './ticket-insert.ts';
import { addEvent, applyPatch, atDesk, instantFor, ticketById, ticketState } from './ticket-write.ts';

export const doneOf = ({ changeSet }: Committed<unknown>, changed: number, label: string): Done => ({
  changed,
  label,
  changeSet,
});

export function createTicket(core: Core, input: NewTicket): Done & { id: string; number: number } {
  const label = `New ticket “${shorten(input.subject)}”`;
  const done = core.write({ name: 'tickets.create', label }, (write) => insertTicket(core, write, input, atDesk(core)));
  return { ...doneOf(done, 1, label), ...done.result };
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
    applyPatch(core, write, ticket, status === undefined ? {} : { status }, { at, by: atDesk(core) });
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
    applyPatch(core, write, ticket, {}, { at, by: atDesk(core) });
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
    applyPatch(core, write, ticket, status === 'new' || status === 'open' ? {} : { status: 'open' }, {
      at,
      by: atDesk(core),
    });
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
      const ticket = ticketById(core, id);
      const by = atDesk(core);
      if (ticket !== undefined && applyPatch(core, write, ticket, input.set, { at: instantFor(core, ticket), by }))
        changed += 1;
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

export const shorten = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text);
