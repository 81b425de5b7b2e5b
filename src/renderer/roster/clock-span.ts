import { minutesADay, timeOf, wallSpan } from '../../domain/calendar/wall-time.ts';
import { hoursFromText } from '../../domain/calendar/hours-text.ts';

/** From a minute of the day on, for so many minutes; past midnight where it ends before it starts. */
type ClockSpan = { readonly start: number; readonly minutes: number };

/** One stretch as people type it: `09:00-17:30`, `9 to 17`, `22-6`; `06:00-06:00` is a whole day. Null for what is none. */
export function clockSpan(typed: string): ClockSpan | null {
  const read = hoursFromText(typed);
  if ('error' in read || read.hours.length !== 1) return null;
  const [from, to] = read.hours[0] ?? ['', ''];
  if (from === '24:00') return null;
  if (from === to) return { start: wallSpan(from, '24:00', '').from, minutes: minutesADay };
  const span = wallSpan(from, to, '');
  return { start: span.from, minutes: span.to - span.from };
}

/** `09:00-17:30`. */
export function spanText({ start, minutes }: ClockSpan): string {
  const end = start + minutes;
  return `${timeOf(start)}-${timeOf(end > minutesADay ? end - minutesADay : end)}`;
}

/** Minutes from midnight of `HH:MM`. */
export const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
