import type { Format, Status } from '../../contract/index.ts';
import type { DraftEvent, TicketDraft } from '../tickets/draft.ts';
import { clip, limits } from './clip.ts';
import { latest } from './check-draft.ts';
import { change, created, draftOf, importer, said } from './history.ts';
import type { Author } from './history.ts';
import type { Snapshot, Warn } from './snapshot.ts';

/** Under which name the tickets of a format are remembered; both Zendesk formats are one system. */
export function systemOf(format: Format): string {
  return format === 'zendeskCsv' || format === 'zendeskJson' ? 'zendesk' : format;
}

export const unknownRequester = 'Unknown requester';

/** The first line of a text that says something. */
const firstLine = (text: string) =>
  text
    .split(/\r?\n/)
    .find((line) => line.trim() !== '')
    ?.trim() ?? '';

/** A subject for a ticket without one: what it says, else its category, else its id. */
export function subjectFor(
  subject: string | null,
  description: string | null,
  category: string | null,
  id: string,
): string {
  return subject ?? (firstLine(description ?? '') || (category ?? `Ticket ${id}`));
}

/**
 * The ticket a row tells of, with the history that can be known from one row (SPEC IMP-11): created, given to its
 * queue and assignee, first answered, solved and closed at the instants the row names; what it does not date stands
 * at `updatedAt`, authored by the importer.
 */
export function snapshotDraft(snapshot: Snapshot, system: string, warn: Warn): TicketDraft {
  const { createdAt, externalId, category } = snapshot;
  const whole = subjectFor(snapshot.subject, snapshot.description, category, externalId);
  const subject = clip(whole, limits.subject);
  if (subject !== whole)
    warn('The subject is longer than 1000 characters: it was cut, the whole is in the description.');
  const name = snapshot.requester ?? snapshot.requesterEmail ?? unknownRequester;
  const customer: Author = { kind: 'customer', name };
  const body = [subject === whole ? null : whole, snapshot.description].filter((text) => text !== null).join('\n\n');
  const updatedAt = orderedUpdate(snapshot, warn);
  const events = [
    created(createdAt, customer, firstStatus(snapshot), snapshot.priority ?? 'p3'),
    ...(snapshot.queue === null ? [] : [change(createdAt, 'queue', importer, null, snapshot.queue)]),
    ...(snapshot.assignee === null ? [] : [change(createdAt, 'assignee', importer, null, snapshot.assignee)]),
    ...(body === '' ? [] : [said(createdAt, 'customerMessage', customer, body)]),
    ...firstResponse(snapshot, warn),
    ...statusHistory(snapshot, updatedAt, warn),
  ];
  const doneAt = events.at(-1)?.at ?? createdAt;
  if (snapshot.csat !== null) {
    events.push(change(Math.max(doneAt, createdAt), 'csat', customer, null, snapshot.csat));
  }
  const base = {
    system,
    externalId,
    line: snapshot.line,
    subject,
    requester: { name, email: snapshot.requesterEmail },
    channel: snapshot.channel ?? 'other',
    category,
    tags: snapshot.tags,
    csat: snapshot.csat,
    createdAt,
    updatedAt,
    fields: snapshot.fields,
  } as const;
  return draftOf(base, events, null);
}

function orderedUpdate(snapshot: Snapshot, warn: Warn): number {
  const { createdAt, updatedAt } = snapshot;
  if (updatedAt === null || updatedAt >= createdAt) return updatedAt ?? createdAt;
  warn('Updated before it was created; the time of creation is taken for both.');
  return createdAt;
}

/** A ticket that is done or waits was open before; when it is not known when it began to wait, it waits from the start. */
function firstStatus(snapshot: Snapshot): Status {
  const status = snapshot.status ?? 'open';
  const waits = status === 'pending' || status === 'hold';
  return waits && (snapshot.updatedAt ?? 0) > snapshot.createdAt ? 'open' : doneStatuses.has(status) ? 'open' : status;
}

const doneStatuses: ReadonlySet<string> = new Set(['solved', 'closed']);

function firstResponse(snapshot: Snapshot, warn: Warn): readonly DraftEvent[] {
  if (snapshot.firstResponseAt === null) return [];
  const at = notBefore(snapshot.firstResponseAt, snapshot.createdAt, 'First answered', warn);
  return [said(at, 'agentReply', { kind: 'agent', name: snapshot.assignee ?? 'Unknown agent' }, null)];
}

function notBefore(at: number, createdAt: number, what: string, warn: Warn): number {
  if (at >= createdAt && at <= latest) return at;
  if (at < createdAt) warn(`${what} before it was created; kept, and put at the time of creation.`);
  return Math.min(Math.max(at, createdAt), latest);
}

function statusHistory(snapshot: Snapshot, updatedAt: number, warn: Warn): readonly DraftEvent[] {
  const { createdAt } = snapshot;
  const from = firstStatus(snapshot);
  const final = snapshot.status ?? 'open';
  if (!doneStatuses.has(final)) return final === from ? [] : [change(updatedAt, 'status', importer, from, final)];
  const solved = snapshot.solvedAt === null ? null : notBefore(snapshot.solvedAt, createdAt, 'Solved', warn);
  const closed = snapshot.closedAt === null ? null : notBefore(snapshot.closedAt, createdAt, 'Closed', warn);
  if (solved === null && closed === null && snapshot.updatedAt === null) {
    warn('Done, but the row does not say when; the time of creation is taken.');
  }
  if (final === 'solved' || solved === null) {
    return [change(solved ?? closed ?? updatedAt, 'status', importer, from, final)];
  }
  const closedAt = Math.max(solved, closed ?? updatedAt);
  return [change(solved, 'status', importer, from, 'solved'), change(closedAt, 'status', importer, 'solved', 'closed')];
}
