import type { DateOrder, YearOrder } from '../../contract/index.ts';

/** A wall-clock time as a file writes it; `offsetMinutes` where it names its own zone. */
export type LocalTime = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
  readonly offsetMinutes: number | null;
};

export type ReadDate =
  | { readonly kind: 'local'; readonly local: LocalTime }
  /** A Unix time, in milliseconds. */
  | { readonly kind: 'instant'; readonly at: number }
  | { readonly kind: 'bad'; readonly reason: string };

/** What the first characters of a date say about its order, before the order is known. */
export type DateShape =
  | { readonly kind: 'numeric'; readonly first: number; readonly second: number; readonly zoned: boolean }
  /** The year first: the second and third number, of which a spreadsheet may have swapped the meaning. */
  | { readonly kind: 'year'; readonly second: number; readonly third: number; readonly zoned: boolean }
  | { readonly kind: 'sure'; readonly zoned: boolean };

const time =
  String.raw`(?:(?:\s*[,T]\s*|\s+|\s*-\s*)(?:at |um |à |a las )?(\d{1,2})[:.h](\d{2})(?:[:.](\d{2})(?:[.,](\d{1,9}))?)?` +
  String.raw`\s*([AaPp]\.?\s?[Mm]\.?)?)?`;
const zone = String.raw`\s*(Z|UTC|GMT|(?:UTC|GMT)?[+-]\d{2}:?\d{2}|[+-]\d{2})?(?:\s*\([^)]*\))?$`;
const weekday = String.raw`^(?:\p{L}{2,10}\.?,\s*)?`;
const yearFirst = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})` + time + zone, 'iu');
const numeric = new RegExp(weekday + String.raw`(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})` + time + zone, 'iu');
const dayMonthName = new RegExp(
  weekday + String.raw`(\d{1,2})\.?[-/\s]*(?:de\s+)?(\p{L}{3,12})\.?[-/\s,]*(?:de\s+)?(\d{4}|\d{2})` + time + zone,
  'iu',
);
const monthNameDay = new RegExp(
  weekday + String.raw`(\p{L}{3,12})\.?[-/\s]*(\d{1,2})(?:st|nd|rd|th)?[-/\s,]+(\d{4}|\d{2})` + time + zone,
  'iu',
);
const unixTime = /^\d{10}(?:\d{3})?$/;

/** Stems that no two months share, in English, German, French, Spanish, Portuguese, Italian and Dutch. */
const monthStems: readonly (readonly string[])[] = [
  ['jan', 'gen', 'ene'],
  ['feb', 'fev'],
  ['mar', 'mrz', 'mae', 'maa', 'mrt'],
  ['apr', 'avr', 'abr'],
  ['may', 'mai', 'mag', 'mei'],
  ['jun', 'juin', 'giu'],
  ['jul', 'juil', 'lug'],
  ['aug', 'aou', 'ago'],
  ['sep', 'set'],
  ['oct', 'okt', 'ott', 'out'],
  ['nov'],
  ['dec', 'dez', 'dic'],
];

function monthOf(name: string): number {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const index = monthStems.findIndex((stems) => stems.some((stem) => plain.startsWith(stem)));
  return index + 1;
}

/** Longer than any date; keeps the patterns off texts. */
const maxDateChars = 80;
const noDate: ReadDate = { kind: 'bad', reason: 'This is not a date Foredesk can read.' };

const orderless: ReadDate = {
  kind: 'bad',
  reason: 'Day and month cannot be told apart here. Choose the date order in the mapping.',
};

type Groups = readonly (string | undefined)[];

const int = (text: string | undefined) => (text === undefined ? 0 : Number.parseInt(text, 10));

/** Two digits of a year as spreadsheets read them: 00 to 69 are of this century. */
function fullYear(text: string | undefined): number {
  const year = int(text);
  return text?.length === 2 ? year + (year < 70 ? 2000 : 1900) : year;
}

function offsetOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const match = /([+-])(\d{2}):?(\d{2})?$/.exec(text);
  if (match === null) return 0;
  return (match[1] === '-' ? -1 : 1) * (int(match[2]) * 60 + int(match[3]));
}

function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return 99;
  return (hour % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0);
}

/** Groups 4 to 9 of every pattern: hour, minute, second, fraction, AM or PM, zone. */
function local(year: number, month: number, day: number, groups: Groups): ReadDate {
  const hour = hourOf(int(groups[4]), groups[8]);
  const second = int(groups[6]);
  if (month < 1 || month > 12) return { kind: 'bad', reason: `There is no month ${month}.` };
  if (day < 1 || day > daysInMonth(year, month)) return { kind: 'bad', reason: 'This day does not exist.' };
  if (hour > 23 || int(groups[5]) > 59 || second > 60)
    return { kind: 'bad', reason: 'This time of day does not exist.' };
  if (year < 1970 || year > 2100) return { kind: 'bad', reason: 'The year must lie between 1970 and 2100.' };
  return {
    kind: 'local',
    local: {
      year,
      month,
      day,
      hour,
      minute: int(groups[5]),
      second: Math.min(second, 59),
      millisecond: Math.trunc(Number(`0.${groups[7] ?? '0'}`) * 1000),
      offsetMinutes: offsetOf(groups[9]),
    },
  };
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/**
 * Reads a date or a date with a time. Understood: ISO 8601 and other year-first forms, `D/M/Y` and `M/D/Y` with `/`,
 * `-` or `.` in the order given, months by name in seven languages, 12-hour times, offsets, and Unix times of 10 or
 * 13 digits. A day without a time begins at midnight.
 */
export function readDate(text: string, order: DateOrder, yearOrder: YearOrder = 'ymd'): ReadDate {
  if (text.length > maxDateChars) return noDate;
  const year = yearFirst.exec(text);
  if (year !== null) {
    const [month, day] = yearOrder === 'ymd' ? [year[2], year[3]] : [year[3], year[2]];
    return local(int(year[1]), int(month), int(day), year);
  }
  const digits = numeric.exec(text);
  if (digits !== null) {
    const monthFirst = order === 'mdy' || (order === 'ymd' && int(digits[2]) > 12);
    if (order === 'ymd' && int(digits[1]) <= 12 && !monthFirst) return orderless;
    return local(fullYear(digits[3]), int(digits[monthFirst ? 1 : 2]), int(digits[monthFirst ? 2 : 1]), digits);
  }
  if (unixTime.test(text)) return unix(text);
  return readNamed(text);
}

function readNamed(text: string): ReadDate {
  const dayFirst = dayMonthName.exec(text);
  if (dayFirst !== null) return local(fullYear(dayFirst[3]), monthOf(dayFirst[2] ?? ''), int(dayFirst[1]), dayFirst);
  const monthFirst = monthNameDay.exec(text);
  if (monthFirst !== null) {
    return local(fullYear(monthFirst[3]), monthOf(monthFirst[1] ?? ''), int(monthFirst[2]), monthFirst);
  }
  return noDate;
}

function unix(text: string): ReadDate {
  const at = Number(text) * (text.length === 10 ? 1000 : 1);
  return at < 4_133_980_800_000
    ? { kind: 'instant', at }
    : { kind: 'bad', reason: 'The year must lie between 1970 and 2100.' };
}

/** What a text says about the order of dates in its column, or null where it is no date at all. */
export function dateShape(text: string): DateShape | null {
  if (text.length < 6 || text.length > maxDateChars) return null;
  const digits = numeric.exec(text);
  if (digits !== null) {
    return { kind: 'numeric', first: int(digits[1]), second: int(digits[2]), zoned: digits[9] !== undefined };
  }
  const year = yearFirst.exec(text);
  if (year !== null) return { kind: 'year', second: int(year[2]), third: int(year[3]), zoned: year[9] !== undefined };
  if (unixTime.test(text)) return { kind: 'sure', zoned: true };
  const named = dayMonthName.exec(text) ?? monthNameDay.exec(text);
  if (named === null || readNamed(text).kind === 'bad') return null;
  return { kind: 'sure', zoned: named[9] !== undefined };
}
