import { Fault } from '../fault.ts';

export const minuteMs = 60_000;
export const dayMs = 86_400_000;
export const minutesADay = 1440;

/** A stretch of wall-clock time, in minutes from midnight of the date it starts on; `to` may pass 1440. */
export type WallSpan = { readonly from: number; readonly to: number };

const timePattern = /^(\d\d):(\d\d)$/;

/** Minutes from midnight of `HH:MM`, 0 to 1440. Faults INVALID on anything else. */
export const minuteOfDay = (text: string): number => {
  const [, hours, minutes] = timePattern.exec(text) ?? [];
  const value = Number(hours) * 60 + Number(minutes);
  if (hours === undefined || Number(minutes) > 59 || value > minutesADay) {
    throw new Fault('INVALID', `"${text}" is not a time of day. Write it as HH:MM, from 00:00 to 24:00.`);
  }
  return value;
};

/**
 * The span from one time of day to another; one that ends before it starts runs past midnight. SPEC CAL-2, CAL-3.
 * Faults INVALID where it has no length or starts at 24:00: it could be meant as nothing or as a whole day.
 */
export const wallSpan = (from: string, to: string, where: string): WallSpan => {
  const start = minuteOfDay(from);
  const end = minuteOfDay(to);
  if (start === minutesADay) {
    throw new Fault('INVALID', `${where}: hours cannot start at 24:00. Start them at 00:00 of the next day.`);
  }
  if (start === end) {
    throw new Fault(
      'INVALID',
      `${where}: ${from} to ${to} has no length. Remove it, or write 00:00 to 24:00 for a whole day.`,
    );
  }
  return { from: start, to: end > start ? end : end + minutesADay };
};

/** The day number (days since 1970-01-01) of a date `YYYY-MM-DD`. Faults INVALID where there is no such date. */
export const dayNumber = (date: string): number => {
  const ms = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== date) {
    throw new Fault('INVALID', `"${date}" is not a date. Write it as YYYY-MM-DD.`);
  }
  return ms / dayMs;
};

/** 0 is Monday, 6 is Sunday. 1970-01-01 was a Thursday. */
export const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7;

/** The date `YYYY-MM-DD` of a day number. */
export const dateOf = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10);

/** Days of each month of a leap year: 29 February is a day, 30 February is none. */
const monthDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A day of every year as one number. Faults INVALID where no year has it. SPEC CAL-17. */
export const monthDay = (month: number, day: number): number => {
  if (day < 1 || day > (monthDays[month - 1] ?? 0)) {
    throw new Fault('INVALID', `${dateOfDay(month, day)} is not a day of any year. Write month and day as numbers.`);
  }
  return month * 100 + day;
};

/** `MM-DD`. */
export const dateOfDay = (month: number, day: number): string =>
  `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** The month and day of a day number, as `monthDay` gives them. */
export const monthDayOf = (day: number): number => {
  const date = new Date(day * dayMs);
  return (date.getUTCMonth() + 1) * 100 + date.getUTCDate();
};

/** `HH:MM` of minutes from midnight, 0 to 1440. */
export const timeOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
