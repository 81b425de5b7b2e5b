import { minuteMs } from '../../calendar/wall-time.ts';

const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const clock =
  /^(\d{1,2})(?:\s*[:.h]\s*(\d{2})(?:[:.](\d{2})(?:[.,](\d{1,3})\d*)?)?)?\s*(h|uhr)?\s*(?:([ap])\.?\s?m\.?)?$/i;
const fourDigits = /^([01]\d|2[0-4])([0-5]\d)$/;
/** A part of a day, as a spreadsheet keeps a time that nobody formatted. */
const fraction = /^0?[.,]\d{2,}$/;

/**
 * Milliseconds after midnight of a time of day, 0 to 24 hours, or null where the text is none: `9:00`, `09:00:30`,
 * `9.30`, `9h30`, `9 am`, `9:05 p.m.`, `0900`, `24:00`, `0.375` of a day. A bare number is none: it could be anything.
 */
export function readClock(text: string): number | null {
  if (fraction.test(text)) return Math.round((Number(text.replace(',', '.')) * dayMs) / 1000) * 1000;
  const digits = fourDigits.exec(text);
  if (digits !== null) return inDay(Number(digits[1]) * hourMs + Number(digits[2]) * minuteMs);
  const match = clock.exec(text);
  if (match === null) return null;
  const [, hours, minutes, seconds, part, unit, half] = match;
  if (minutes === undefined && half === undefined && unit === undefined) return null;
  const hour = hourOf(Number(hours), half);
  if (hour === null || Number(minutes ?? 0) > 59 || Number(seconds ?? 0) > 59) return null;
  const ms = Number((part ?? '').padEnd(3, '0'));
  return inDay(hour * hourMs + Number(minutes ?? 0) * minuteMs + Number(seconds ?? 0) * 1000 + ms);
}

function hourOf(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
}

const inDay = (ms: number): number | null => (ms <= dayMs ? ms : null);

const two = (n: number) => String(n).padStart(2, '0');

/** `HH:MM:SS.mmm` of milliseconds after midnight, below 24 hours. */
export function clockText(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const time = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(':');
  return `${time}.${String(ms % 1000).padStart(3, '0')}`;
}

/** `8:05 am` of minutes after midnight. */
export function twelveHours(minutes: number): string {
  const hour = Math.floor(minutes / 60) % 24;
  return `${hour % 12 === 0 ? 12 : hour % 12}:${two(minutes % 60)} ${hour < 12 ? 'am' : 'pm'}`;
}
