import { locale } from '../strings/en.ts';
import { shortDate } from '../ui/format.ts';

const dayMs = 86_400_000;
/** Noon of a day, so that no zone makes another day of it. */
const noonOf = (date: string): number => Date.parse(`${date}T12:00:00Z`);
const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });

/** `2 Mar`, with the year where it is not this one. */
export const dateText = (date: string, now: number): string => shortDate(noonOf(date), 'UTC', now);

/** `Mon 2 Mar`. */
export const dayText = (date: string, now: number): string => `${weekday.format(noonOf(date))} ${dateText(date, now)}`;

/** Days from one date to another; below 0 where it is before. */
export const daysFrom = (from: string, to: string): number => Math.round((noonOf(to) - noonOf(from)) / dayMs);
