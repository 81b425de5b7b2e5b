import type { DateOrder } from '../../contract/index.ts';
import { dateShape } from './date-text.ts';
import { saysUtc } from './date-reader.ts';

/** What the dates of one column, or of all together, tell about their order and zone. */
export type DateEvidence = {
  dates: number;
  /** Dates in digits that could be read day first or month first. */
  numeric: number;
  /** Of these, those where only one reading exists. */
  dayFirst: number;
  monthFirst: number;
  /** With the year first, and of these those of which only month before day can be read. */
  yearFirst: number;
  yearSure: number;
  /** Without a zone of their own. */
  zoneless: number;
  /** How often the next date lies before the one above it, read either way. */
  fallsDayFirst: number;
  fallsMonthFirst: number;
};

export type Profile = {
  readonly add: (cells: readonly string[]) => void;
  readonly dates: (place: number) => DateEvidence;
  /** Cells that are neither blank nor a date, and all that are not blank. */
  readonly filled: (place: number) => number;
  readonly values: (place: number) => readonly string[];
};

type Column = {
  readonly evidence: DateEvidence;
  filled: number;
  previous: readonly [number, number];
  readonly utc: boolean;
};

const noEvidence = (): DateEvidence => ({
  dates: 0,
  numeric: 0,
  dayFirst: 0,
  monthFirst: 0,
  yearFirst: 0,
  yearSure: 0,
  zoneless: 0,
  fallsDayFirst: 0,
  fallsMonthFirst: 0,
});

const maxValues = 300;
const trialRows = 200;

/**
 * Looks at whole columns, a row at a time: dates in the columns `dateful` names and in any that hold mostly dates in
 * the first 200 rows, and the distinct values of the columns `valued` names (SPEC IMP-5).
 */
export function createProfile(
  header: readonly string[],
  dateful: readonly number[],
  valued: readonly number[],
): Profile {
  const columns = header.map((text): Column => ({
    evidence: noEvidence(),
    filled: 0,
    previous: [0, 0],
    utc: saysUtc(text),
  }));
  const values = new Map(valued.map((place) => [place, new Set<string>()]));
  const sure = new Set(dateful);
  let watched: readonly number[] = header.map((_, place) => place);
  let rows = 0;
  return {
    add: (cells) => {
      rows += 1;
      for (const place of watched) {
        const column = columns[place];
        if (column !== undefined) look(column, (cells[place] ?? '').trim());
      }
      for (const [place, seen] of values) {
        if (seen.size < maxValues) seen.add((cells[place] ?? '').trim());
      }
      if (rows === trialRows) watched = watched.filter((place) => sure.has(place) || isMostlyDates(columns[place]));
    },
    dates: (place) => columns[place]?.evidence ?? noEvidence(),
    filled: (place) => columns[place]?.filled ?? 0,
    values: (place) => [...(values.get(place) ?? [])].filter((value) => value !== ''),
  };
}

const isMostlyDates = (column: Column | undefined) =>
  column !== undefined && column.evidence.dates > column.filled * 0.8;

function look(column: Column, text: string): void {
  if (text === '' || text === '?') return;
  column.filled += 1;
  const shape = dateShape(text);
  if (shape === null) return;
  const { evidence } = column;
  evidence.dates += 1;
  if (!shape.zoned && !column.utc) evidence.zoneless += 1;
  if (shape.kind === 'year') {
    evidence.yearFirst += 1;
    if (shape.third > 12) evidence.yearSure += 1;
  }
  if (shape.kind === 'numeric') lookAtOrder(column, shape);
}

function lookAtOrder(column: Column, shape: { readonly first: number; readonly second: number }): void {
  const { evidence } = column;
  evidence.numeric += 1;
  if (shape.first > 12 && shape.first <= 31 && shape.second <= 12) evidence.dayFirst += 1;
  if (shape.second > 12 && shape.second <= 31 && shape.first <= 12) evidence.monthFirst += 1;
  // Days and months only: enough to see which reading keeps a sorted column sorted.
  const [dayFirst, monthFirst] = [shape.second * 100 + shape.first, shape.first * 100 + shape.second];
  if (dayFirst < column.previous[0]) evidence.fallsDayFirst += 1;
  if (monthFirst < column.previous[1]) evidence.fallsMonthFirst += 1;
  column.previous = [dayFirst, monthFirst];
}

/** The evidence of several columns together: one file is written by one system in one order. */
export function joined(list: readonly DateEvidence[]): DateEvidence {
  const total = noEvidence();
  for (const evidence of list) {
    for (const key of Object.keys(total) as (keyof DateEvidence)[]) total[key] += evidence[key];
  }
  return total;
}

/** So many at least, or that none of them has a day above 12 may well be chance: of five it is so once in a hundred times. */
const leastSwapped = 5;

/**
 * Whether a spreadsheet seems to have swapped day and month of some dates: those it could read the wrong way round became
 * dates with the year first, so that no day of them lies above 12, and all it could not stayed as they were, so that every
 * one of those has such a day. SPEC IMP-32.
 */
export const looksSwapped = ({ numeric, dayFirst, monthFirst, yearFirst, yearSure }: DateEvidence): boolean =>
  yearFirst >= leastSwapped && yearSure === 0 && numeric >= leastSwapped && dayFirst + monthFirst === numeric;

export type OrderFound = {
  /** Null: must be asked. */
  readonly order: DateOrder | null;
  readonly suggested: DateOrder | null;
  /** Some dates can only be read one way, others only the other way. */
  readonly mixed: boolean;
};

/** The date order that the evidence proves; where it proves none, at most a suggestion (SPEC IMP-6). */
export function orderOf(evidence: DateEvidence): OrderFound {
  const { numeric, dayFirst, monthFirst, fallsDayFirst, fallsMonthFirst } = evidence;
  if (numeric === 0) return { order: 'ymd', suggested: 'ymd', mixed: false };
  if (dayFirst > 0 && monthFirst > 0)
    return { order: null, suggested: dayFirst >= monthFirst ? 'dmy' : 'mdy', mixed: true };
  if (dayFirst > 0) return { order: 'dmy', suggested: 'dmy', mixed: false };
  if (monthFirst > 0) return { order: 'mdy', suggested: 'mdy', mixed: false };
  const hint = fallsDayFirst === fallsMonthFirst ? null : fallsDayFirst < fallsMonthFirst ? 'dmy' : 'mdy';
  return { order: null, suggested: hint, mixed: false };
}
