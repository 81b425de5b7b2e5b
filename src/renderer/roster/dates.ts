import type { Weekday } from '../../contract/index.ts';
import { weekdays } from '../../contract/words.ts';
import { dateOf, dayNumber, weekdayOf } from '../../domain/calendar/wall-time.ts';

/** Most days that one call puts shifts on. */
export const mostDays = 62;

const isDate = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));

/** How many days from one date to another, both counted; null where they are no dates or out of order. */
export function daysBetween(from: string, to: string): number | null {
  if (!isDate(from) || !isDate(to) || to < from) return null;
  return dayNumber(to) - dayNumber(from) + 1;
}

/** The dates from one to another that fall on the weekdays given, in order. */
export function datesOn(from: string, to: string, on: readonly Weekday[]): readonly string[] {
  const days = daysBetween(from, to) ?? 0;
  if (days > 366) return [];
  const first = dayNumber(from);
  return Array.from({ length: days }, (_, index) => first + index)
    .filter((day) => on.includes(weekdays[weekdayOf(day)] ?? 'mon'))
    .map(dateOf);
}

/** The date so many days later. */
export const plusDays = (date: string, days: number): string => dateOf(dayNumber(date) + days);

/** The Monday after a date. */
export const nextMonday = (date: string): string => plusDays(date, 7 - weekdayOf(dayNumber(date)));
