import type { DraftEvent, TicketDraft } from '../tickets/draft.ts';

/**
 * Equal for two events exactly when they are the same: instant, type, author, words and change. Recognises what a
 * ticket already holds when a newer export of it comes in (SPEC IMP-17).
 */
export function eventFingerprint(event: DraftEvent): string {
  return JSON.stringify(eventParts(event));
}

const eventParts = ({ at, type, author, body, from, to, field }: DraftEvent) => [
  at,
  type,
  author.kind,
  author.name,
  body,
  from,
  to,
  field,
];

/** Everything a draft says, as one canonical text: the same from any file, wherever its row stands in it. */
export function draftFingerprint(draft: TicketDraft): string {
  const { line: _line, fields, events, requester, ...rest } = draft;
  const said = saidFields.map((field) => rest[field]);
  return JSON.stringify([
    said,
    requester.name,
    requester.email,
    Object.entries(fields).sort(byKey),
    events.map(eventParts),
  ]);
}

/** In a fixed order, and all of them: the type of `rest` above has no other. */
const saidFields = [
  'system',
  'externalId',
  'subject',
  'channel',
  'status',
  'priority',
  'queue',
  'assignee',
  'category',
  'tags',
  'csat',
  'createdAt',
  'updatedAt',
  'solvedAt',
] as const satisfies readonly Exclude<keyof TicketDraft, 'line' | 'fields' | 'events' | 'requester'>[];

const byKey = (a: readonly [string, unknown], b: readonly [string, unknown]) =>
  a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0;
