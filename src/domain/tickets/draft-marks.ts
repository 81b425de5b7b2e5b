import type { TicketDraft } from './draft.ts';

/** The fields an import can move on a ticket it made before. Append only: their order is in every desk file. */
export const markedFields = [
  'subject',
  'requester',
  'channel',
  'status',
  'priority',
  'queue',
  'assignee',
  'category',
  'tags',
  'csat',
  'fields',
  'solvedAt',
] as const;
export type MarkedField = (typeof markedFields)[number];

/** Eight hex digits a field: enough to tell whether the source moved it since, without keeping what it said. */
export function draftMarks(draft: TicketDraft): string {
  let marks = '';
  for (const field of markedFields) marks += markOf(draft[field]);
  return marks;
}

const noMark = '0'.repeat(8);

function markOf(value: TicketDraft[MarkedField]): string {
  if (value === null) return noMark;
  const hash = fnv1a(typeof value === 'object' ? JSON.stringify(value) : String(value));
  return (hash + 0x1_0000_0000).toString(16).slice(1);
}

/** The fields whose marks differ. */
export function movedFields(before: string, after: string): ReadonlySet<MarkedField> {
  return new Set(
    markedFields.filter((_, index) => before.slice(8 * index, 8 * index + 8) !== after.slice(8 * index, 8 * index + 8)),
  );
}

/** FNV-1a, 32 bits, over UTF-16 code units (Fowler, Noll, Vo; draft-eastlake-fnv). */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}
