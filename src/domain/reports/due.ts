import type { ReportTime } from '../../contract/report-issues.ts';
import { dateOf, minuteOfDay, weekdayOf } from '../calendar/wall-time.ts';
import { dayExists, instantOfWall, wallOf, type Zone } from '../calendar/zone.ts';

/** By what days are told: the desk's zone, and whether the desk works on a day (its number). */
export type DueBy = { readonly zone: Zone; readonly isWorkday: (day: number) => boolean };

const dayInMonth = (day: number): number => Number(dateOf(day).slice(8));

/** Which of the month's days like it a day is: the second Tuesday, the third day that is worked. */
const nthInMonth = (day: number, isOne: (day: number) => boolean): number => {
  let nth = 0;
  for (let at = day - dayInMonth(day) + 1; at <= day; at += 1) if (isOne(at)) nth += 1;
  return nth;
};

function isDueOn(time: ReportTime, { isWorkday }: DueBy, day: number): boolean {
  const isWeekday = (each: number): boolean => weekdayOf(each) === time.weekday;
  switch (time.every) {
    case 'day':
      return !time.workdays || isWorkday(day);
    case 'week':
      return isWeekday(day);
    case 'weekday':
      return isWeekday(day) && nthInMonth(day, isWeekday) === time.nth;
    case 'workday':
      return isWorkday(day) && nthInMonth(day, isWorkday) === time.nth;
  }
}

/** Due instants from day to day, as long as wanted. A time that is skipped comes later by what is skipped; of two the first counts. */
function* duesFrom(time: ReportTime, by: DueBy, first: number, last: number): Generator<number> {
  for (let day = first; day <= last; day += 1)
    if (dayExists(by.zone, day) && isDueOn(time, by, day)) yield instantOfWall(by.zone, day, minuteOfDay(time.at));
}

/** When something was due after one instant and up to another, both epoch ms, in order. SPEC REP-10. */
export function duesBetween(time: ReportTime, by: DueBy, after: number, until: number): number[] {
  // A skipped time may come after midnight of the day before.
  const [first, last] = [wallOf(by.zone, after).day - 1, wallOf(by.zone, until).day];
  return [...duesFrom(time, by, first, last)].filter((at) => at > after && at <= until);
}

/** Longer than any month without enough days to work. */
const lookAhead = 800;

/** When something is next due after an instant; null where it is not within two years. */
export function nextDue(time: ReportTime, by: DueBy, after: number): number | null {
  const day = wallOf(by.zone, after).day;
  for (const at of duesFrom(time, by, day - 1, day + lookAhead)) if (at > after) return at;
  return null;
}
