import { locale } from '../strings/en.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

function format(timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${timeZone} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(locale, { ...options, timeZone });
  formats.set(key, made);
  return made;
}

const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const day = { day: 'numeric', month: 'short' } as const;

/** `10:24` in the zone. */
export const clockTime = (at: number, zone: string): string => format(zone, time).format(at);

/** `24 Nov`, with the year where it is not this one. */
export function shortDate(at: number, zone: string, now: number): string {
  const year = { year: 'numeric' } as const;
  const same = format(zone, year).format(at) === format(zone, year).format(now);
  return format(zone, same ? day : { ...day, ...year }).format(at);
}

/** Noon of a day of the calendar, so that no zone makes another day of it. */
export const noonOf = (date: string): number => Date.parse(`${date}T12:00:00Z`);

/** A day of the calendar, `YYYY-MM-DD`, as `2 Mar`, with the year where it is not this one. */
export const dateText = (date: string, now: number): string => shortDate(noonOf(date), 'UTC', now);

const dayKey = (at: number, zone: string): string =>
  format(zone, { year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);

/** `10:24` today, else `24 Nov, 10:24`. */
export function moment(at: number, zone: string, now: number): string {
  if (dayKey(at, zone) === dayKey(now, zone)) return clockTime(at, zone);
  return `${shortDate(at, zone, now)}, ${clockTime(at, zone)}`;
}

/** `Tuesday 24 November`. */
export const longDay = (at: number, zone: string): string =>
  format(zone, { weekday: 'long', day: 'numeric', month: 'long' }).format(at);

/** The exact instant, for hover: `Tue 24 November 2026, 10:24:05`. */
export const exact = (at: number, zone: string): string =>
  format(zone, {
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).format(at);

/** `60 min`, `4 h`, `1 h 30`, `3 d`. Whole days only from two on, so that a day's target reads in hours. */
export function duration(minutes: number): string {
  const whole = Math.round(minutes);
  if (whole < 90 && whole !== 60) return `${whole} min`;
  if (whole === 60) return '60 min';
  const hours = Math.floor(whole / 60);
  const rest = whole % 60;
  return rest === 0 ? `${hours} h` : `${hours} h ${String(rest).padStart(2, '0')}`;
}

const letter = (word: string): string => /^\P{M}\p{M}*/u.exec(word)?.[0] ?? '';

/** Up to two letters: first and last word. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const first = letter(words[0] ?? '?');
  const last = words.length > 1 ? letter(words.at(-1) ?? '') : '';
  return (first + last).toUpperCase();
}
