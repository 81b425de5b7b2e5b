import type { ReportCell } from '../../contract/index.ts';
import { changeWords } from '../strings/en-figures.ts';
import { locale, number } from '../strings/en-words.ts';
import { moment, shortDate } from './format.ts';

const places = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });

/** The noon of a day, so that no zone makes another day of it. */
const noon = (date: string): number => Date.parse(`${date}T12:00:00Z`);
const isDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(noon(text));

/** What stands in a cell; nothing where there is no value. `zone` and `now` (epoch ms) are of instants and dates alone. */
export function cellWords({ value, kind }: ReportCell, zone: string, now: number): string {
  if (value === null) return '';
  if (typeof value === 'string') return kind === 'date' && isDate(value) ? shortDate(noon(value), 'UTC', now) : value;
  if (kind === 'text') return `#${value}`;
  if (kind === 'instant') return moment(value, zone, now);
  if (kind === 'date') return shortDate(value, zone, now);
  if (kind === 'hours') return `${value.toFixed(1)} h`;
  if (kind === 'share' || kind === 'minutes') return changeWords.value(kind, value);
  return kind === 'number' ? places.format(value) : number(value);
}

const figures: ReadonlySet<ReportCell['kind']> = new Set(['count', 'hours', 'share', 'minutes', 'number']);

/** Whether a column holds figures, which stand at its right: by all of its rows, since one table tells several kinds. */
export const isFigures = (rows: readonly (readonly ReportCell[])[], column: number): boolean =>
  rows.some((row) => {
    const cell = row[column];
    return cell !== undefined && figures.has(cell.kind) && typeof cell.value === 'number';
  });
