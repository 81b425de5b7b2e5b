import type { TicketPatch, Status } from '../../contract/index.ts';
import { uuidBytes } from '../../domain/desk/uuid.ts';
import { Fault } from '../../domain/fault.ts';
import { authorCodes, eventCodes, firstDoneStatus, priorityCodes, statusCodes } from '../store/codes.ts';
import { row } from '../store/db.ts';
import type { Values, Writer } from '../store/writer.ts';
import type { Core } from './core.ts';

/** A ticket as commands see it: a row of the table, in its codes. */
export type TicketState = {
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
  fields: string;
  impact: number | null;
  urgency: number | null;
  language: string | null;
  level: number;
  drill: number;
  created_at: number;
  updated_at: number;
};
type EventType = Parameters<typeof eventCodes.code>[0];
/** Who does a thing to a ticket: somebody at the desk, or a rule of it. */
export type Author = { readonly kind: 'agent' | 'system'; readonly name: string };
export const atDesk = (core: Core): Author => ({ kind: 'agent', name: core.actor() });

export type NewEvent = {
  readonly type: EventType;
  readonly kind: 'customer' | 'agent' | 'system';
  readonly author: string;
  readonly body?: string;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly field?: string | null;
};

const stateColumns =
  'id, uid, subject, requester, status, priority, queue_id, assignee_id, category, tags, fields, impact, urgency, language, level, drill, created_at, updated_at';

export function ticketState(core: Core, id: string): TicketState {
  const found = row<TicketState>(core.db, `SELECT ${stateColumns} FROM ticket WHERE uid = ?`, uuidBytes(id));
  if (found === undefined) throw new Fault('NOT_FOUND', 'That ticket is not on this desk any more.');
  return found;
}

export function ticketById(core: Core, id: number): TicketState | undefined {
  return row<TicketState>(core.db, `SELECT ${stateColumns} FROM ticket WHERE id = ?`, id);
}

/** One clock for all that a command does to a ticket: never before what already happened to it. */
export const instantFor = (core: Core, ticket: { readonly updated_at: number }): number =>
  Math.max(core.ports.now(), ticket.updated_at);

export function addEvent(core: Core, write: Writer, ticketId: number, at: number, event: NewEvent): void {
  write.insert('event', core.newId(core.ports.now()), {
    ticket_id: ticketId,
    at,
    type: eventCodes.code(event.type),
    author_kind: authorCodes.code(event.kind),
    author: event.author,
    body: event.body ?? null,
    from_value: event.from ?? null,
    to_value: event.to ?? null,
    field: event.field ?? null,
  });
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

type Step = {
  readonly type: EventType;
  readonly from: string | null;
  readonly to: string | null;
  readonly field?: string;
  readonly values: Values;
};

/** Writes what differs from how the ticket stands, an event for each. True if anything did. */
export function applyPatch(
  core: Core,
  write: Writer,
  ticket: TicketState,
  set: TicketPatch,
  { at, by }: { readonly at: number; readonly by: Author },
): boolean {
  const steps = patchSteps(core, ticket, set, at);
  for (const { type, from, to, field } of steps)
    addEvent(core, write, ticket.id, at, { type, kind: by.kind, author: by.name, from, to, field: field ?? null });
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
  for (const grade of ['impact', 'urgency', 'language'] as const)
    steps.push(...plainStep(grade, ticket[grade], set[grade]));
  if (set.fields !== undefined) steps.push(...fieldSteps(ticket, set.fields));
  return steps;
}

function plainStep<Value extends string | number>(
  type: 'impact' | 'urgency' | 'language',
  from: Value | null,
  to: Value | null | undefined,
): Step[] {
  if (to === undefined || to === from) return [];
  const words = (value: Value | null): string | null => (value === null ? null : String(value));
  return [{ type, from: words(from), to: words(to), values: { [type]: to } }];
}

function fieldSteps(ticket: TicketState, set: Readonly<Record<string, string | null>>): Step[] {
  const before = JSON.parse(ticket.fields) as Record<string, string>;
  const moved = Object.entries(set).filter(([name, value]) => (before[name] ?? null) !== value);
  const after = Object.fromEntries(
    Object.entries({ ...before, ...Object.fromEntries(moved) }).filter(([, value]) => value !== null),
  );
  return moved.map(([field, to]) => ({
    type: 'field',
    field,
    from: before[field] ?? null,
    to,
    values: { fields: JSON.stringify(after) },
  }));
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
export function withTags(tags: readonly string[], add: readonly string[]): string[] {
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
