import type { EventType, Priority, Status } from '../../contract/index.ts';
import type { DraftEvent, TicketDraft } from '../tickets/draft.ts';
import { foldEvents } from './check-draft.ts';

export type Author = DraftEvent['author'];

/** Who does what a file does not say of anyone. */
export const importer: Author = { kind: 'system', name: 'Import' };

/** A change of one thing. */
export function change(
  at: number,
  type: EventType,
  author: Author,
  from: string | null,
  to: string | null,
  field: string | null = null,
): DraftEvent {
  return { at, type, author, body: null, from, to, field };
}

/** Something said. */
export function said(
  at: number,
  type: 'customerMessage' | 'agentReply' | 'internalNote',
  author: Author,
  body: string | null,
): DraftEvent {
  return { at, type, author, body, from: null, to: null, field: null };
}

/** The first event of every ticket: its first status and priority. */
export function created(at: number, author: Author, status: Status, priority: Priority): DraftEvent {
  return change(at, 'created', author, priority, status);
}

/** Events in time order; what stands at one instant keeps its order, and `created` stays first. */
export function inOrder(events: readonly DraftEvent[]): readonly DraftEvent[] {
  return events.every((event, i) => i === 0 || event.at >= (events[i - 1]?.at ?? 0))
    ? events
    : events.toSorted((a, b) => Number(b.type === 'created') - Number(a.type === 'created') || a.at - b.at);
}

/** How a ticket stands at the end, where the source says so. */
export type Final = {
  readonly status: Status;
  readonly priority: Priority;
  readonly queue: string | null;
  readonly assignee: string | null;
};

export type DraftBase = Omit<TicketDraft, 'status' | 'priority' | 'queue' | 'assignee' | 'solvedAt' | 'events'>;

/**
 * A draft whose standing is what its events say. Where the source's final state differs, events of the importer at
 * `updatedAt` close the gap (SPEC IMP-10). `updatedAt` is never before the last event.
 */
export function draftOf(base: DraftBase, history: readonly DraftEvent[], final: Final | null): TicketDraft {
  const events = [...inOrder(history)];
  let standing = foldEvents(events);
  const updatedAt = Math.max(base.updatedAt, base.createdAt, events.at(-1)?.at ?? 0);
  if (final !== null) {
    const keys = ['queue', 'assignee', 'priority', 'status'] as const;
    const open = keys.filter((key) => standing[key] !== final[key]);
    events.push(...open.map((key) => change(updatedAt, key, importer, standing[key], final[key])));
    if (open.length > 0) standing = foldEvents(events);
  }
  return { ...base, updatedAt, ...standing, events };
}
