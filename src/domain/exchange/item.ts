import type { TicketDraft } from '../tickets/draft.ts';

export type DraftItem = {
  readonly kind: 'draft';
  readonly draft: TicketDraft;
  /** How many rows (or JSON records) of the file it was made of. */
  readonly rows: number;
};

/** A row that does not go in: where it stands, which value is at fault, why, and the row as it stood. */
export type RejectItem = {
  readonly kind: 'reject';
  readonly line: number;
  readonly column: string | null;
  readonly value: string | null;
  readonly reason: string;
  readonly row: readonly string[];
};

/** Something that went in otherwise than it stood. Warnings of a ticket come before its draft. */
export type WarningItem = {
  readonly kind: 'warning';
  readonly line: number;
  readonly column: string | null;
  readonly value: string | null;
  readonly reason: string;
  readonly externalId: string | null;
};

/** What reading a file gives, in the order of the file. */
export type ImportItem = DraftItem | RejectItem | WarningItem;

const shownChars = 200;

/** A value as it is shown in an issue: at most 200 characters. */
export function shown(value: string): string {
  return value.length <= shownChars ? value : `${value.slice(0, shownChars)}…`;
}
