import { createCsvReader } from './csv-reader.ts';
import type { CsvDialect, CsvRecord } from './csv-reader.ts';

export type TextShape =
  | { readonly container: 'json' }
  | {
      readonly container: 'csv';
      readonly dialect: CsvDialect;
      /** Excel's `sep=;` stands on the first line. */
      readonly hasSeparatorLine: boolean;
    };

const candidates = [',', ';', '\t', '|'] as const;
const json = /^\s*(?:\{\s*(?:"|\}|$)|\[\s*(?:[{["]|\]|\d|$))/;
const separatorLine = /^"?sep=(.)"?\r?\n/i;

/** What the first characters of a text file show: JSON, or a table with its delimiter and line ends (SPEC IMP-1). */
export function sniffText(head: string): TextShape {
  if (json.test(head)) return { container: 'json' };
  const newline = head.includes('\n') || !head.includes('\r') ? '\n' : '\r';
  const named = separatorLine.exec(head)?.[1];
  if (named !== undefined) {
    return { container: 'csv', dialect: { delimiter: named, newline }, hasSeparatorLine: true };
  }
  const scored = candidates.map((delimiter) => ({ delimiter, score: scoreOf(head, { delimiter, newline }) }));
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
  return { container: 'csv', dialect: { delimiter: best.delimiter, newline }, hasSeparatorLine: false };
}

/** How even the rows come out: the share as wide as most are, weighed by that width. */
function scoreOf(head: string, dialect: CsvDialect): number {
  const records = createCsvReader(dialect).push(head.endsWith(dialect.newline) ? head : head + dialect.newline);
  const widths = records.slice(0, 200).map((record) => record.cells.length);
  const width = commonest(widths);
  if (width < 2) return 0;
  const share = widths.filter((each) => each === width).length / widths.length;
  return share * Math.log2(width + 1);
}

function commonest(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}

/** How many records are looked at to find the header. */
export const headerSearchRows = 20;

/**
 * Which of the first records is the header: the first that fills at least half the columns most records have. Titles
 * and notes above it, as reports print them, are passed over (SPEC IMP-3).
 */
export function headerIndex(records: readonly CsvRecord[]): number {
  const filled = records.map((record) => record.cells.filter((cell) => cell.trim() !== '').length);
  const width = commonest(records.map((record) => record.cells.length));
  const index = filled.findIndex((count) => count >= Math.max(1, width / 2));
  return Math.max(index, 0);
}
