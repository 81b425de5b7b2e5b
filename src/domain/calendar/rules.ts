import { weekdays } from '../../contract/words.ts';
import type { Calendar, Holiday, HoursInterval } from '../../contract/calendar.ts';
import { Fault } from '../fault.ts';
import { dateOfDay, dayNumber, minutesADay, monthDay, monthDayOf, wallSpan, weekdayOf } from './wall-time.ts';
import type { WallSpan } from './wall-time.ts';
import { dayExists, instantOfWall, zoneOf } from './zone.ts';
import type { Zone } from './zone.ts';

/** A checked calendar: spans of wall-clock time per weekday (0 is Monday) and per day number. */
export type Rules = {
  readonly zone: Zone;
  readonly week: readonly (readonly WallSpan[])[];
  readonly exceptions: ReadonlyMap<number, readonly WallSpan[]>;
  readonly closures: ReadonlyMap<number, readonly WallSpan[]>;
  readonly holidays: ReadonlySet<number>;
  /** By month and day; no spans: closed. */
  readonly yearly: ReadonlyMap<number, readonly WallSpan[]>;
  readonly alwaysOpen: boolean;
};

/** A stretch of real time, half-open, epoch ms. */
export type Span = readonly [start: number, end: number];

const wholeDay: readonly WallSpan[] = [{ from: 0, to: minutesADay }];

const spansOf = (hours: readonly HoursInterval[], where: string) =>
  hours.map(([from, to]) => wallSpan(from, to, where));

const weekOf = (calendar: Calendar) =>
  weekdays.map((day) => {
    const spans = spansOf(calendar.hours[day] ?? [], day);
    return calendar.alwaysOpen ? wholeDay : spans;
  });

const exceptionsOf = (calendar: Calendar) => {
  const byDay = new Map<number, readonly WallSpan[]>();
  for (const { date, hours } of calendar.exceptions ?? []) {
    const day = dayNumber(date);
    if (byDay.has(day)) {
      throw new Fault('INVALID', `${date} has two exceptions. Put all its hours into one.`, { field: 'exceptions' });
    }
    byDay.set(day, spansOf(hours, date));
  }
  return byDay;
};

const closuresOf = (calendar: Calendar) => {
  const byDay = new Map<number, WallSpan[]>();
  for (const { date, from, to } of calendar.closures ?? []) {
    const day = dayNumber(date);
    const spans = byDay.get(day) ?? [];
    spans.push(wallSpan(from, to, `Closure of ${date}`));
    byDay.set(day, spans);
  }
  return byDay;
};

const yearlyOf = (calendar: Calendar) => {
  const byDay = new Map<number, readonly WallSpan[]>();
  for (const { month, day, hours = [] } of calendar.yearly ?? []) {
    const key = monthDay(month, day);
    const where = dateOfDay(month, day);
    if (byDay.has(key)) {
      throw new Fault('INVALID', `${where} is there twice every year. Keep one of them.`, { field: 'yearly' });
    }
    byDay.set(key, spansOf(hours, where));
  }
  return byDay;
};

/** The date of a holiday, however it was written. */
export const holidayDate = (holiday: Holiday): string => (typeof holiday === 'string' ? holiday : holiday.date);

/** Checks a calendar. Faults INVALID with what is wrong and where. SPEC CAL-1 to CAL-9, CAL-17. */
export const rulesOf = (calendar: Calendar): Rules => ({
  zone: zoneOf(calendar.timeZone),
  week: weekOf(calendar),
  exceptions: exceptionsOf(calendar),
  closures: closuresOf(calendar),
  holidays: new Set((calendar.holidays ?? []).map((holiday) => dayNumber(holidayDate(holiday)))),
  yearly: yearlyOf(calendar),
  alwaysOpen: calendar.alwaysOpen === true,
});

const none: readonly WallSpan[] = [];

const yearlyHours = ({ yearly }: Rules, day: number) => (yearly.size === 0 ? undefined : yearly.get(monthDayOf(day)));

/**
 * What starts on a day: a holiday wins over an exception, that over a yearly day, that over the weekly hours
 * (SPEC CAL-6, CAL-7, CAL-17).
 */
export const hoursOf = (rules: Rules, day: number): readonly WallSpan[] =>
  rules.holidays.has(day) || !dayExists(rules.zone, day)
    ? none
    : (rules.exceptions.get(day) ?? yearlyHours(rules, day) ?? rules.week[weekdayOf(day)] ?? none);

const closedOn = (rules: Rules, day: number) => (dayExists(rules.zone, day) ? (rules.closures.get(day) ?? none) : none);

/** Sorts spans and joins those that overlap or touch; drops what time-zone changes left without length. */
const joined = (spans: readonly Span[]): [number, number][] => {
  const result: [number, number][] = [];
  for (const [start, end] of spans.filter(([from, to]) => from < to).sort((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
};

/** What is left of sorted `open` spans outside sorted `closed` ones: one sweep over both. */
const without = (open: readonly Span[], closed: readonly Span[]): Span[] => {
  const rest: Span[] = [];
  let first = 0;
  for (const [start, end] of open) {
    let from = start;
    while ((closed[first]?.[1] ?? Infinity) <= from) first += 1;
    for (let k = first; k < closed.length; k += 1) {
      const [closes, reopens] = closed[k] ?? [Infinity, Infinity];
      if (closes >= end) break;
      if (closes > from) rest.push([from, closes]);
      from = Math.max(from, reopens);
    }
    if (from < end) rest.push([from, end]);
  }
  return rest;
};

/** How many days before a day its first minutes may have begun: one night, and one day that a zone left out. */
const spillDays = 2;

/**
 * The open spans between the starts of two days, in order, neither overlapping nor touching, clipped to them. What began
 * on the days before runs on into the first. Closures are cut out of whatever is open (SPEC CAL-8).
 */
export const spansBetween = (rules: Rules, firstDay: number, endDay: number): Span[] => {
  const { zone } = rules;
  const real =
    (day: number) =>
    (span: WallSpan): Span => [instantOfWall(zone, day, span.from), instantOfWall(zone, day, span.to)];
  const open: Span[] = [];
  const closed: Span[] = [];
  for (let day = firstDay - spillDays; day < endDay; day += 1) {
    open.push(...hoursOf(rules, day).map(real(day)));
    closed.push(...closedOn(rules, day).map(real(day)));
  }
  const from = instantOfWall(zone, firstDay, 0);
  const to = instantOfWall(zone, endDay, 0);
  const clipped = joined(open).map(([start, end]): Span => [Math.max(start, from), Math.min(end, to)]);
  return without(
    clipped.filter(([start, end]) => start < end),
    joined(closed),
  );
};
