import { Temporal } from 'temporal-polyfill';

const dayMs = 86_400_000;
const minuteMs = 60_000;
const openMs = 8 * 3_600_000;

/**
 * The days of a sample's history, computed once so that no ticket needs a time zone. Times of day are told from nine in
 * the morning: clocks are put forward or back at night, so working hours are exact. SPEC SMP-2.
 */
export type Days = {
  /** Epoch ms of 09:00 in the desk's zone, oldest first; a few days past the end are there too. */
  readonly nine: readonly number[];
  /** 1 is Monday, 7 is Sunday. */
  readonly weekday: readonly number[];
  /** "3 June" */
  readonly label: readonly string[];
  /** The place of the day that holds `until`. */
  readonly last: number;
};

const months = 'January February March April May June July August September October November December'.split(' ');

/** `count` days up to the one that holds `until`, and two weeks more. */
export function dayTable(count: number, until: number, timeZone: string): Days {
  const today = Temporal.Instant.fromEpochMilliseconds(until).toZonedDateTimeISO(timeZone).toPlainDate();
  const dates = Array.from({ length: count + 14 }, (_, at) => today.add({ days: at - count + 1 }));
  return {
    nine: dates.map((date) => date.toZonedDateTime({ timeZone, plainTime: '09:00' }).epochMilliseconds),
    weekday: dates.map((date) => date.dayOfWeek),
    label: dates.map((date) => `${date.day} ${months[date.month - 1] ?? ''}`),
    last: count - 1,
  };
}

const nineOf = (days: Days, day: number) => days.nine[day] ?? NaN;
export const weekdayOf = (days: Days, day: number) => days.weekday[day] ?? 1;

/** The place of the day that holds an instant; instants outside the table belong to its first or last day. */
export function dayOf(days: Days, at: number): number {
  const guess = Math.floor((at - nineOf(days, 0)) / dayMs + 9 / 24);
  const day = Math.min(Math.max(guess, 0), days.nine.length - 1);
  const start = nineOf(days, day) - 9 * 3_600_000;
  if (at < start && day > 0) return day - 1;
  if (at >= start + dayMs && day < days.nine.length - 1 && at >= nineOf(days, day + 1) - 9 * 3_600_000) return day + 1;
  return day;
}

/** Hours of the day on the desk's wall clock, with fractions. */
export function hourOf(days: Days, at: number): number {
  return 9 + (at - nineOf(days, dayOf(days, at))) / 3_600_000;
}

const works = (days: Days, day: number) => weekdayOf(days, day) <= 5;

/** The instant so many business minutes (Monday to Friday, 09:00 to 17:00) after another. */
export function addBusiness(days: Days, at: number, minutes: number): number {
  let left = minutes * minuteMs;
  for (let day = dayOf(days, at); day < days.nine.length; day += 1) {
    if (!works(days, day)) continue;
    const from = Math.max(at, nineOf(days, day));
    const room = nineOf(days, day) + openMs - from;
    if (room <= 0) continue;
    if (left <= room) return Math.round(from + left);
    left -= room;
  }
  return Math.round(Math.max(at, nineOf(days, days.nine.length - 1)) + left);
}

/** The latest instant from which so many business minutes had passed at another. */
export function subtractBusiness(days: Days, at: number, minutes: number): number {
  let left = minutes * minuteMs;
  for (let day = dayOf(days, at); day >= 0; day -= 1) {
    if (!works(days, day)) continue;
    const to = Math.min(at, nineOf(days, day) + openMs);
    const room = to - nineOf(days, day);
    if (room <= 0) continue;
    if (left <= room) return Math.round(to - left);
    left -= room;
  }
  return Math.round(Math.min(at, nineOf(days, 0)) - left);
}

/** Business minutes between two instants. */
export function businessBetween(days: Days, from: number, to: number): number {
  let spent = 0;
  for (let day = dayOf(days, from); day < days.nine.length && nineOf(days, day) < to; day += 1) {
    if (!works(days, day)) continue;
    spent += Math.max(0, Math.min(to, nineOf(days, day) + openMs) - Math.max(from, nineOf(days, day)));
  }
  return spent / minuteMs;
}
