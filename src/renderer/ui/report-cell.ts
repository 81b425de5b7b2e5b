import type { ReportCell } from '../../contract/index.ts';
import { cellWords as paperWords } from '../../domain/reports/words.ts';
import { number } from '../strings/en-words.ts';
import { moment } from './format.ts';

/**
 * What stands in a cell: as the files have it, but for instants, which are told from now (epoch ms), and for numbers of
 * tickets. A figure there is none of is a dash, words there are none of are nothing.
 */
export function cellWords(cell: ReportCell, zone: string, now: number): string {
  const { value, kind } = cell;
  if (value === null) return kind === 'text' ? '' : '–';
  if (typeof value === 'number') {
    if (kind === 'text') return `#${value}`;
    if (kind === 'instant') return moment(value, zone, now);
    if (kind === 'hours') return `${value.toFixed(1)} h`;
    if (kind === 'count') return number(value);
  }
  return paperWords(cell, zone);
}

const figures: ReadonlySet<ReportCell['kind']> = new Set(['count', 'hours', 'share', 'minutes', 'number']);

/** Whether a column holds figures, which stand at its right: by all of its rows, since one table tells several kinds. */
export const isFigures = (rows: readonly (readonly ReportCell[])[], column: number): boolean =>
  rows.some((row) => figures.has(row[column]?.kind ?? 'text'));
