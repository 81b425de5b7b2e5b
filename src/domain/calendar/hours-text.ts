import type { HoursInterval } from '../../contract/calendar.ts';
import { minutesADay, timeOf } from './wall-time.ts';

export type ReadHours = { readonly hours: HoursInterval[] } | { readonly error: string };

/** `9`, `09`, `9:30`, `09.30`, `0930`. */
const timePattern = /^(\d{1,2})(?:[:.]?([0-5]\d))?$/;

const timeIn = (text: string): string | null => {
  const [, hours, minutes = '00'] = timePattern.exec(text) ?? [];
  const all = Number(hours) * 60 + Number(minutes);
  return hours === undefined || all > minutesADay ? null : timeOf(all);
};

/**
 * Hours as people type them: `09:00-12:00, 13:00-17:00`, also `9-12 13-17:30`, dashes of any kind, `22:00-06:00` past
 * midnight and `24:00`. Nothing is closed. What the hours mean together is not looked at here (SPEC CAL-18, CAL-25).
 */
export const hoursFromText = (text: string): ReadHours => {
  const parts = text
    .replace(/\s*(?:[-–—]|\bto\b)\s*/gu, '-')
    .split(/[,;\s]+/)
    .filter((part) => part !== '');
  const hours: HoursInterval[] = [];
  for (const part of parts) {
    const [from = '', to = '', ...more] = part.split('-');
    const [start, end] = [timeIn(from), timeIn(to)];
    if (start === null || end === null || more.length > 0)
      return { error: `“${part}” is not a time from and to. Write 09:00-12:00, 13:00-17:00.` };
    hours.push([start, end]);
  }
  return { hours };
};

/** Hours as `hoursFromText` reads them: `09:00-12:00, 13:00-17:00`. */
export const hoursAsText = (hours: readonly HoursInterval[]): string =>
  hours.map(([from, to]) => `${from}-${to}`).join(', ');
