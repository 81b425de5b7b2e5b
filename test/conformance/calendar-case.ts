import type { Calendar, HoursInterval } from '../../src/contract/calendar.ts';
import {
  addMinutes,
  isOpenAt,
  minutesBetween,
  nextCloseAt,
  nextOpenAt,
  openIntervals,
  previousCloseAt,
} from '../../src/domain/calendar/arithmetic.ts';
import type { CompiledCalendar } from '../../src/domain/calendar/compile.ts';

/** A question to a calendar; the answer is text, so that a table can hold it beside another program's. */
type Ask = (calendar: CompiledCalendar) => string;

/** One published expectation: what it is about, the calendar, the question, the answer of the library named. */
export type CalendarCase = readonly [what: string, calendar: Calendar, ask: Ask, theirs: string];

/** The same where we read it another way: our answer, and the rule that says so. */
export type CalendarDiffers = readonly [...CalendarCase, ours: string, spec: string];

/** The expectations of one file of one repository. */
export type CalendarSource = {
  readonly library: string;
  /** Repository, commit and file. */
  readonly file: string;
  readonly agrees: readonly CalendarCase[];
  readonly differs: readonly CalendarDiffers[];
};

/** `2006-01-04 16:00` is UTC; with an offset (`2020-03-29 00:00 +01:00`) it is what the offset says. */
export const at = (text: string): number => {
  const [, date = '', time = '', offset = 'Z'] = /^(\S+) (\S+)(?: (\S+))?$/.exec(text) ?? [];
  return Date.parse(`${date}T${time}${offset}`);
};

/** UTC, without seconds where there are none. */
export const say = (ms: number | null): string => {
  if (ms === null) return 'none';
  const text = new Date(ms).toISOString().replace('T', ' ').replace('Z', '');
  return text.replace(/(?::00)?\.000$/, '');
};

export const add =
  (from: string, minutes: number): Ask =>
  (calendar) =>
    say(addMinutes(calendar, at(from), minutes));

export const between =
  (from: string, to: string): Ask =>
  (calendar) =>
    `${minutesBetween(calendar, at(from), at(to))} min`;

export const isOpen =
  (when: string): Ask =>
  (calendar) =>
    isOpenAt(calendar, at(when)) ? 'open' : 'closed';

export const nextOpen =
  (when: string): Ask =>
  (calendar) =>
    say(nextOpenAt(calendar, at(when)));

export const nextClose =
  (when: string): Ask =>
  (calendar) =>
    say(nextCloseAt(calendar, at(when)));

export const previousClose =
  (when: string): Ask =>
  (calendar) =>
    say(previousCloseAt(calendar, at(when)));

/** The end of the period in which the time is used up. */
export const closeAfterAdding =
  (from: string, minutes: number): Ask =>
  (calendar) =>
    say(nextCloseAt(calendar, addMinutes(calendar, at(from), minutes)));

export const periods =
  (from: string, to: string): Ask =>
  (calendar) =>
    openIntervals(calendar, at(from), at(to))
      .map(([start, end]) => `${say(start)} to ${say(end)}`)
      .join(', ');

const parse = (text: string): HoursInterval[] =>
  text.split(' ').map((span) => {
    const [from = '', to = ''] = span.split('-');
    return [from, to];
  });

type Day = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';
const workdays: readonly Day[] = ['mon', 'tue', 'wed', 'thu', 'fri'];

/** `{ mon: '09:00-12:00 13:00-17:00' }` in a zone, UTC unless told otherwise. */
export const weekly = (days: Partial<Record<Day, string>>, more: Partial<Calendar> = {}): Calendar => ({
  timeZone: 'UTC',
  hours: Object.fromEntries(Object.entries(days).map(([day, text]) => [day, parse(text)])),
  ...more,
});

/** The same hours from Monday to Friday. */
export const mondayToFriday = (hours: string, more: Partial<Calendar> = {}): Calendar =>
  weekly(Object.fromEntries(workdays.map((day) => [day, hours])), more);

/** The same hours every day. */
export const everyDay = (hours: string, more: Partial<Calendar> = {}): Calendar =>
  weekly(Object.fromEntries([...workdays, 'sat', 'sun'].map((day) => [day, hours])), more);

/** Other hours on single dates. */
export const exceptions = (days: Readonly<Record<string, string>>): NonNullable<Calendar['exceptions']> =>
  Object.entries(days).map(([date, text]) => ({ date, hours: parse(text) }));

/** Closed between two times of single dates. */
export const closures = (days: Readonly<Record<string, string>>): NonNullable<Calendar['closures']> =>
  Object.entries(days).flatMap(([date, text]) => parse(text).map(([from, to]) => ({ date, from, to })));
