import type { Calendar, HoursInterval } from '../../contract/calendar.ts';
import type { CalendarDay, ClockChange } from '../../contract/calendars.ts';
import { openIntervals, openMsBetween } from './arithmetic.ts';
import { compiledFor, type CompiledCalendar } from './compile.ts';
import { holidayDate, hoursOf, type Rules } from './rules.ts';
import {
  dateOf,
  dayMs,
  dayNumber,
  minuteMs,
  minutesADay,
  monthDay,
  monthDayOf,
  timeOf,
  weekdayOf,
  type WallSpan,
} from './wall-time.ts';
import { dayExists, instantOfWall, offsetChanges, wallOf, type Zone } from './zone.ts';

/** What the days that differ are called, by what makes them differ. */
type DayNames = {
  readonly holidays: ReadonlyMap<number, string>;
  readonly exceptions: ReadonlyMap<number, string>;
  readonly closures: ReadonlyMap<number, string>;
  readonly yearly: ReadonlyMap<number, string>;
};

const named = <T extends { readonly name?: string | undefined }>(list: readonly T[], key: (each: T) => number) =>
  new Map(list.flatMap((each): [number, string][] => (each.name === undefined ? [] : [[key(each), each.name]])));

const namesOf = (calendar: Calendar): DayNames => ({
  holidays: named(
    (calendar.holidays ?? []).map((one) => (typeof one === 'string' ? { date: one } : one)),
    (holiday) => dayNumber(holidayDate(holiday)),
  ),
  exceptions: named(calendar.exceptions ?? [], ({ date }) => dayNumber(date)),
  closures: named(calendar.closures ?? [], ({ date }) => dayNumber(date)),
  yearly: named(calendar.yearly ?? [], ({ month, day }) => monthDay(month, day)),
});

const length = (spans: readonly WallSpan[]) => spans.reduce((sum, { from, to }) => sum + to - from, 0);

type Kind = Pick<CalendarDay, 'kind' | 'why' | 'name'>;

/** Hours of its own: none make a holiday, fewer than that weekday has a half day, others a day that is open besides. */
const byOwnHours = (rules: Rules, day: number, spans: readonly WallSpan[]): CalendarDay['kind'] => {
  if (spans.length === 0) return 'holiday';
  return length(spans) < length(rules.week[weekdayOf(day)] ?? []) ? 'half' : 'extra';
};

/** Minutes that would be open on a date by its hours and those of the night before, without closures. */
const planned = (rules: Rules, day: number): number =>
  hoursOf(rules, day).reduce((sum, { from, to }) => sum + Math.min(to, minutesADay) - from, 0) +
  hoursOf(rules, day - 1).reduce((sum, { to }) => sum + Math.max(0, to - minutesADay), 0);

/** What kind of day it is, and why, in the order in which rules win. SPEC CAL-20. */
const kindOf = (cal: CompiledCalendar, names: DayNames, day: number, minutes: number): Kind => {
  const { rules } = cal;
  if (!dayExists(rules.zone, day)) return { kind: 'closed', why: 'missing', name: null };
  if (rules.holidays.has(day)) return { kind: 'holiday', why: 'holiday', name: names.holidays.get(day) ?? null };
  const exception = rules.exceptions.get(day);
  if (exception)
    return { kind: byOwnHours(rules, day, exception), why: 'exception', name: names.exceptions.get(day) ?? null };
  const yearly = rules.yearly.get(monthDayOf(day));
  if (yearly)
    return { kind: byOwnHours(rules, day, yearly), why: 'yearly', name: names.yearly.get(monthDayOf(day)) ?? null };
  if (rules.closures.has(day) && minutes < planned(rules, day))
    return { kind: minutes === 0 ? 'holiday' : 'half', why: 'closure', name: names.closures.get(day) ?? null };
  const open = minutes > 0 || hoursOf(rules, day).length > 0;
  return { kind: open ? 'open' : 'closed', why: rules.alwaysOpen ? 'always' : 'weekly', name: null };
};

const startOf = (zone: Zone, day: number) => instantOfWall(zone, day, 0);

const wallHours = (cal: CompiledCalendar, day: number): HoursInterval[] => {
  const { zone } = cal.rules;
  const time = (at: number) => {
    const wall = wallOf(zone, at);
    return wall.day > day ? '24:00' : timeOf(wall.minutes);
  };
  return openIntervals(cal, startOf(zone, day), startOf(zone, day + 1)).map(([from, to]) => [time(from), time(to)]);
};

const openMinutes = (cal: CompiledCalendar, day: number, endDay: number) =>
  openMsBetween(cal, startOf(cal.rules.zone, day), startOf(cal.rules.zone, endDay)) / minuteMs;

const dayInYear = (cal: CompiledCalendar, names: DayNames, day: number): CalendarDay => {
  const minutes = openMinutes(cal, day, day + 1);
  return { date: dateOf(day), minutes, ...kindOf(cal, names, day, minutes), hours: wallHours(cal, day) };
};

const range = (from: number, end: number, step = 1): number[] =>
  Array.from({ length: Math.ceil((end - from) / step) }, (_, i) => from + i * step);

/** The ISO week a Monday begins: that of its Thursday, counted from the year's first. */
const isoWeek = (monday: number): number => {
  const thursday = monday + 3;
  const year = new Date(thursday * dayMs).getUTCFullYear();
  return Math.floor((thursday - Date.UTC(year, 0, 1) / dayMs) / 7) + 1;
};

/** The changes of the clocks between the starts of two days, as a clock on the wall shows them. SPEC CAL-21. */
export const clockChanges = (zone: Zone, firstDay: number, endDay: number): ClockChange[] =>
  offsetChanges(zone, startOf(zone, firstDay), startOf(zone, endDay)).map(({ at, before, after }) => {
    const local = (offset: number) => new Date(at + offset).toISOString();
    return {
      at,
      date: local(before).slice(0, 10),
      from: local(before).slice(11, 16),
      to: local(after).slice(11, 16),
      offsetBeforeMinutes: before / minuteMs,
      offsetAfterMinutes: after / minuteMs,
      kind: after > before ? 'skipped' : 'repeated',
    };
  });

/** A year of a calendar for people to look at: days, ISO weeks, the sum, and clock changes of it and the next year. */
export const calendarYear = (calendar: Calendar, year: number) => {
  const cal = compiledFor(calendar);
  const names = namesOf(calendar);
  const first = Date.UTC(year, 0, 1) / dayMs;
  const end = Date.UTC(year + 1, 0, 1) / dayMs;
  return {
    days: range(first, end).map((day) => dayInYear(cal, names, day)),
    weeks: range(first - weekdayOf(first), end, 7).map((monday) => ({
      week: isoWeek(monday),
      monday: dateOf(monday),
      minutes: openMinutes(cal, monday, monday + 7),
    })),
    minutes: openMinutes(cal, first, end),
    changes: clockChanges(cal.rules.zone, first, Date.UTC(year + 2, 0, 1) / dayMs),
  };
};
