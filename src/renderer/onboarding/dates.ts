import { locale } from '../strings/en.ts';
import { dateText, noonOf } from '../ui/format.ts';

const dayMs = 86_400_000;
const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });

/** `Mon 2 Mar`. */
export const dayText = (date: string, now: number): string => `${weekday.format(noonOf(date))} ${dateText(date, now)}`;

/** Days from one date to another; below 0 where it is before. */
export const daysFrom = (from: string, to: string): number => Math.round((noonOf(to) - noonOf(from)) / dayMs);
