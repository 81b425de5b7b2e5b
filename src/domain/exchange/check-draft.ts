import { priorities as allPriorities, statuses as allStatuses } from '../../contract/words.ts';
import type { Priority, Status } from '../../contract/index.ts';
import type { DraftEvent, TicketDraft } from '../tickets/draft.ts';

/** How a ticket stands after its events. */
export type Standing = {
  readonly status: Status;
  readonly priority: Priority;
  readonly queue: string | null;
  readonly assignee: string | null;
  /** When it last went from not done to solved or closed; null while it is not done. */
  readonly solvedAt: number | null;
};

const statuses: ReadonlySet<string> = new Set(allStatuses);
const priorities: ReadonlySet<string> = new Set(allPriorities);
const isDone = (status: Status) => status === 'solved' || status === 'closed';

/** Plays a draft's events through, in their order. */
export function foldEvents(events: readonly DraftEvent[]): Standing {
  const standing = { status: 'new' as Status, priority: 'p3' as Priority, queue: null, assignee: null, solvedAt: null };
  return events.reduce<Standing>(step, standing);
}

function step(before: Standing, event: DraftEvent): Standing {
  switch (event.type) {
    case 'created':
      return { ...withStatus(before, event.to, event.at), priority: toPriority(event.from, before.priority) };
    case 'status':
      return withStatus(before, event.to, event.at);
    case 'priority':
      return { ...before, priority: toPriority(event.to, before.priority) };
    case 'queue':
      return { ...before, queue: event.to };
    case 'assignee':
      return { ...before, assignee: event.to };
    default:
      return before;
  }
}

function withStatus(before: Standing, to: string | null, at: number): Standing {
  if (to === null || !statuses.has(to)) return before;
  const status = to as Status;
  const solvedAt = isDone(status) ? (before.solvedAt ?? at) : null;
  return { ...before, status, solvedAt };
}

function toPriority(text: string | null, otherwise: Priority): Priority {
  return text !== null && priorities.has(text) ? (text as Priority) : otherwise;
}

/** The first and the last instant a draft may name: the years 1970 to 2100. */
export const earliest = 0;
export const latest = Date.UTC(2101, 0, 1) - 1;

/** What is wrong with a draft, in words for a developer; nothing for every draft an importer gives (SPEC IMP-10). */
export function checkDraft(draft: TicketDraft): readonly string[] {
  const problems: string[] = [];
  const { events, createdAt, updatedAt } = draft;
  const first = events[0];
  if (first?.type !== 'created') problems.push('the first event is not `created`');
  if (first !== undefined && first.at !== createdAt) problems.push('`created` does not stand at createdAt');
  if (events.some((event, i) => i > 0 && event.type === 'created')) problems.push('there are two `created` events');
  if (events.some((event, i) => event.at < (events[i - 1]?.at ?? event.at))) problems.push('events out of order');
  if (createdAt > updatedAt) problems.push('updated before created');
  const last = events.at(-1);
  if (last !== undefined && last.at > updatedAt) problems.push('an event after updatedAt');
  const instants = [createdAt, updatedAt, ...(draft.solvedAt === null ? [] : [draft.solvedAt])];
  if (instants.some((at) => !Number.isInteger(at) || at < earliest || at > latest)) problems.push('an absurd instant');
  if (draft.externalId === '' || draft.subject === '' || draft.requester.name === '') problems.push('a blank name');
  return [...problems, ...differences(draft)];
}

function differences(draft: TicketDraft): readonly string[] {
  const folded = foldEvents(draft.events);
  const keys = ['status', 'priority', 'queue', 'assignee', 'solvedAt'] as const;
  return keys
    .filter((key) => folded[key] !== draft[key])
    .map((key) => `${key} is ${String(draft[key])}, its events say ${String(folded[key])}`);
}
