import type { TicketRow } from '../../contract/index.ts';
import { zoneOf, type Zone } from '../calendar/zone.ts';
import { ticketDays } from '../metrics/days.ts';
import type { RejectItem } from './item.ts';
import { localIso } from './zone-clock.ts';

const bom = '\uFEFF';
const plainNegative = /^-\d+(?:[.,]\d+)?$/;
const formulaStart = /^'*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/**
 * A cell that no spreadsheet runs as a formula: one apostrophe before a leading `= + - @`, tab or line break, also
 * where apostrophes already stand before it, so that taking one away gives back what was there. Plain negative
 * numbers stay as they are (SPEC IMP-20).
 */
export function defuse(cell: string): string {
  return formulaStart.test(cell) && !plainNegative.test(cell) ? `'${cell}` : cell;
}

/** The reverse of `defuse`. */
export function undefuse(cell: string): string {
  return cell.startsWith("'") && formulaStart.test(cell) ? cell.slice(1) : cell;
}

function csvCell(cell: string): string {
  const safe = defuse(cell);
  return /[",;\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function csvLine(cells: readonly string[]): string {
  // A line of one empty cell would read as a blank line.
  return cells.length === 1 && cells[0] === '' ? '""' : cells.map(csvCell).join(',');
}

/** Rows as RFC 4180 CSV with CRLF and a UTF-8 byte order mark (so that Excel reads it), formulas defused. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return bom + rows.map((row) => `${csvLine(row)}\r\n`).join('');
}

/** First header of a rejects file; its cells are taken back from `defuse` when it is imported again. */
export const rejectsMark = 'Foredesk line';

/** The rejected rows as they stood, each behind its line and the reason; ready to be mended and imported again. */
export function rejectsCsv(header: readonly string[], rejects: readonly RejectItem[]): string {
  const head = [rejectsMark, 'Foredesk reason', ...header];
  return csvText([head, ...rejects.map((reject) => [`${reject.line}`, reasonOf(reject), ...reject.row])]);
}

function reasonOf(reject: RejectItem): string {
  return reject.column === null ? reject.reason : `${reject.column}: ${reject.reason}`;
}

export type TicketExportRow = Pick<
  TicketRow,
  | 'number'
  | 'subject'
  | 'requester'
  | 'channel'
  | 'status'
  | 'priority'
  | 'category'
  | 'createdAt'
  | 'updatedAt'
  | 'solvedAt'
  | 'band'
> & { readonly tags: readonly string[]; readonly queue: string | null; readonly assignee: string | null };

const ticketHeader = [
  'Ticket ID',
  'Subject',
  'Requester',
  'Channel',
  'Status',
  'Priority',
  'Queue',
  'Assignee',
  'Category',
  'Tags',
  'Created at',
  'Updated at',
  'Solved at',
  'SLA',
];

/** How long tickets took or are open, in days, and whether that is within so many. SPEC IMP-33. */
export type CountedDays = { readonly now: number; readonly within: number };
const daysHeader = ['Days to resolve', 'Days open', 'Timely'];

function daysCells({ createdAt, solvedAt }: TicketExportRow, zone: Zone, { now, within }: CountedDays): string[] {
  const { toResolve, open, isTimely } = ticketDays({ createdAt, solvedAt }, zone, now, within);
  return [`${toResolve ?? ''}`, `${open ?? ''}`, isTimely ? 'yes' : 'no'];
}

/**
 * Tickets as CSV, with times in the desk's zone as ISO 8601 with offset: read back they are the same instants. Where asked for,
 * with the days they took.
 */
export function ticketsCsv(
  rows: readonly TicketExportRow[],
  timeZone: string,
  counted: CountedDays | null = null,
): string {
  const zone = zoneOf(timeZone);
  const at = (instant: number | null) => (instant === null ? '' : localIso(instant, timeZone));
  const lines = rows.map((row) => [
    `${row.number}`,
    row.subject,
    row.requester,
    row.channel,
    row.status,
    row.priority,
    row.queue ?? '',
    row.assignee ?? '',
    row.category ?? '',
    row.tags.join(' '),
    at(row.createdAt),
    at(row.updatedAt),
    at(row.solvedAt),
    row.band,
    ...(counted === null ? [] : daysCells(row, zone, counted)),
  ]);
  return csvText([[...ticketHeader, ...(counted === null ? [] : daysHeader)], ...lines]);
}
