import type { Kpi } from '../../contract/metrics.ts';
import type { ReportCell } from '../../contract/reports.ts';
import { dateOf, dayMs, dayNumber } from '../calendar/wall-time.ts';
import type { Period } from './period.ts';

const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const fine = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });
const percent = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const noDate = 'no date';
const dayFormat = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const shortFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const monthFormat = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

export const countWords = (value: number): string => whole.format(value);
/** 0.941 is 94.1 %. */
export const shareWords = (value: number): string => `${percent.format(value * 100)} %`;

/** Minutes of working time, as hours from two hours on. */
export function minutesWords(value: number): string {
  const all = Math.round(value);
  if (Math.abs(all) < 120) return `${whole.format(all)} min`;
  const minutes = Math.abs(all) % 60;
  const hours = whole.format(Math.trunc(all / 60));
  return minutes === 0 ? `${hours} h` : `${hours} h ${minutes} min`;
}

/** `1 ticket`, `2 tickets`. */
export const counted = (n: number, one: string, many = `${one}s`): string => `${countWords(n)} ${n === 1 ? one : many}`;

/** A day of the calendar. */
export const dayWords = (date: string | null): string =>
  date === null ? noDate : dayFormat.format(dayNumber(date) * dayMs);

const lastOf = ({ from, days }: Period): string => dateOf(dayNumber(from) + days - 1);

export const isMonth = (period: Period): boolean =>
  period.from.endsWith('-01') && period.days > 27 && lastOf(period).slice(0, 7) === period.from.slice(0, 7);

/** `2 to 8 Mar 2026`, `28 Feb to 6 Mar 2026`, `28 Dec 2026 to 3 Jan 2027`. */
function rangeWords(from: string, to: string): string {
  const [first, last] = [from, to].map((each) => shortFormat.format(dayNumber(each) * dayMs));
  const [year, lastYear] = [from.slice(0, 4), to.slice(0, 4)];
  if (year !== lastYear) return `${first} ${year} to ${last} ${lastYear}`;
  return `${from.slice(0, 7) === to.slice(0, 7) ? Number(from.slice(8)) : first} to ${last} ${lastYear}`;
}

/** `February 2026`, one day, or from one to another. */
export function periodWords(period: Period): string {
  if (isMonth(period)) return monthFormat.format(dayNumber(period.from) * dayMs);
  return period.days === 1 ? dayWords(period.from) : rangeWords(period.from, lastOf(period));
}

const clocks = new Map<string, Intl.DateTimeFormat>();
/** Making one takes longer than a thousand uses of it. */
function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat('en-GB', {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone,
    });
  clocks.set(timeZone, known);
  return known;
}

/** An instant by a clock on the wall: `Mon 2 Mar 2026, 09:00`. */
export const whenWords = (at: number, timeZone: string): string => clockOf(timeZone).format(at);

/** A figure's value as people say it; what there is nothing of is said. */
export function valueWords(kind: Kpi['kind'], value: number | null): string {
  if (value === null) return 'none';
  if (kind === 'share') return shareWords(value);
  return kind === 'minutes' ? minutesWords(value) : fine.format(value);
}

const kept = (words: string): string => words.replaceAll(' ', '\u00a0');

/** A cell of a table as it is read; a number is not broken over lines. */
export function cellWords(cell: ReportCell, timeZone: string): string {
  const { value, kind } = cell;
  if (value === null) return kind === 'date' ? noDate : '–';
  if (typeof value === 'string') return kind === 'date' ? kept(dayWords(value)) : value;
  return kept(numberWords(value, kind, timeZone));
}

function numberWords(value: number, kind: ReportCell['kind'], timeZone: string): string {
  switch (kind) {
    case 'share':
      return shareWords(value);
    case 'minutes':
      return minutesWords(value);
    case 'instant':
      return whenWords(value, timeZone);
    case 'hours':
      return `${fine.format(value)} h`;
    default:
      return fine.format(value);
  }
}

/** Several things in a sentence: `a, b and c`. */
export const listed = (words: readonly string[]): string => new Intl.ListFormat('en-GB').format(words);
