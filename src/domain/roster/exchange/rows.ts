import type { ImportIssue } from '../../../contract/index.ts';
import type { CsvRecord } from '../../exchange/csv-reader.ts';
import { undefuse } from '../../exchange/csv-write.ts';
import { folded } from '../../exchange/header-names.ts';
import { shown } from '../../exchange/item.ts';
import type { Columns, RosterField } from './columns.ts';
import { payPlaces } from './pay.ts';

/** A table as it was read from a file. */
export type RosterSheet = {
  readonly header: readonly string[];
  readonly rows: readonly CsvRecord[];
  readonly container: 'csv' | 'xlsx';
};

/** One row while it is read: its cells by field, and what is to be said of it. */
export type RosterRow = {
  readonly line: number;
  /** Trimmed; '' where the file has no such column or nothing in it. */
  readonly text: (field: RosterField) => string;
  /** The row does not go in. */
  readonly refuse: (reason: string, field?: RosterField) => null;
  readonly warn: (reason: string, field?: RosterField) => void;
};

/** Drops the columns that look like pay in their header or in the row of titles above it. SPEC RIO-2. */
export function withoutPay(header: readonly string[], above: readonly string[]) {
  const places = new Set([...payPlaces(header), ...payPlaces(above)]);
  const kept = (cells: readonly string[]): readonly string[] => cells.filter((_, place) => !places.has(place));
  const dropped = [...places].sort((a, b) => a - b).map((place) => header[place] || above[place] || '');
  return { header: kept(header), kept, dropped };
}

const blanks = /^(?:null|NULL|\\N|-|–|—)$/;

/** How cells are read: own files word by word, others with their words for nothing. CSV is taken back from defusing. */
export function cellReader(container: 'csv' | 'xlsx', own: boolean): (cell: string) => string {
  const back = container === 'csv' ? undefuse : (cell: string) => cell;
  return (cell) => {
    const text = back(cell).trim();
    return !own && blanks.test(text) ? '' : text;
  };
}

/** Cells of a record as wide as the header, or why they are not. SPEC IMP-4, RIO-3. */
export type Fitted =
  | { readonly cells: readonly string[]; readonly warning: string | null }
  | { readonly cells: null; readonly reason: string };

export type IsName = (joined: string) => boolean;

/**
 * Fits a record to its header as every import does; a name that its own comma cut in two is put together again where
 * `isName` knows it or the e-mail address then stands in its column.
 */
export function fitRecord(record: CsvRecord, columns: Columns, isName: IsName): Fitted {
  const { cells, broken } = record;
  const width = columns.header.length;
  if (broken !== null) return { cells: null, reason: broken };
  if (cells.length < width) {
    const warning = `The row has ${cells.length} cells where the header has ${width}; the missing ones are blank.`;
    return { cells, warning };
  }
  const extra = cells.slice(width).filter((cell) => cell.trim() !== '').length;
  if (extra === 0) return { cells: cells.slice(0, width), warning: null };
  const mended = mendName(cells, columns, isName);
  if (mended !== null) return { cells: mended, warning: 'A comma had cut the name in two; it was put together again.' };
  const reason = `The row has ${cells.length} cells where the header has ${width}. A comma or quote in a text may be to blame.`;
  return { cells: null, reason };
}

function mendName(cells: readonly string[], columns: Columns, isName: IsName): readonly string[] | null {
  const place = columns.places.get('name');
  const width = columns.header.length;
  if (place === undefined || cells.slice(width + 1).some((cell) => cell.trim() !== '')) return null;
  const joined = `${cells[place] ?? ''},${cells[place + 1] ?? ''}`;
  const email = columns.places.get('email') ?? -1;
  const isMail = (at: number) => /^[^\s@]+@[^\s@]+$/.test((cells[at] ?? '').trim());
  const fits = email > place && isMail(email + 1) && !isMail(email);
  if (!fits && !isName(joined)) return null;
  return [...cells.slice(0, place), joined, ...cells.slice(place + 2, width + 1)];
}

/** A header that stands again between the rows, as pages printed one after another have it. */
export function isHeaderAgain(cells: readonly string[], header: readonly string[]): boolean {
  return cells.length >= header.length && header.every((text, place) => folded(cells[place] ?? '') === folded(text));
}

/** No time, name or number is longer; lists and notes may be. What patterns are tried on stays short. */
const mostChars = 500;
const mostListed = 20_000;
const listed: ReadonlySet<RosterField> = new Set(['skills', 'languages', 'activities', 'note']);

/** One row over its cells; what is said of it goes to `issues`. */
export function rosterRow(line: number, cells: readonly string[], columns: Columns, issues: ImportIssue[]): RosterRow {
  const text = (field: RosterField) =>
    (cells[columns.places.get(field) ?? -1] ?? '').slice(0, listed.has(field) ? mostListed : mostChars);
  const say = (severity: ImportIssue['severity'], reason: string, field: RosterField | undefined) => {
    const place = field === undefined ? undefined : columns.places.get(field);
    const column = place === undefined ? null : (columns.header[place] ?? null);
    issues.push({ line, severity, column, value: place === undefined ? null : shown(cells[place] ?? ''), reason });
  };
  return {
    line,
    text,
    refuse: (reason, field) => {
      say('reject', reason, field);
      return null;
    },
    warn: (reason, field) => say('warning', reason, field),
  };
}
