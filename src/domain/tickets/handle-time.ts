import { folded } from '../exchange/header-names.ts';

/** Under which a ticket keeps how many seconds people worked on it, among its own fields. SPEC KPI-19. */
export const handleFieldName = 'Handle time (s)';

/** Longer is no work on one ticket: a hundred days of it. */
const most = 100 * 86_400;

/** Seconds of what the field of a ticket says; null where it says none. */
export function handleSecondsOf(text: string | number | null): number | null {
  if (text === null || (typeof text === 'string' && !/^\s*\d+([.,]\d+)?\s*$/.test(text))) return null;
  const seconds = typeof text === 'number' ? text : Number(text.trim().replace(',', '.'));
  return seconds >= 0 && seconds <= most ? seconds : null;
}

/** Null: of a unit in which nobody is at work on one ticket. */
const unitSeconds = (header: string): number | null => {
  const words = new Set(folded(header).split(' '));
  const has = (...all: readonly string[]): boolean => all.some((word) => words.has(word));
  if (has('ms', 'msec', 'msecs', 'millisecond', 'milliseconds', 'millis')) return 0.001;
  if (has('day', 'days', 'tage', 'jours', 'dias', 'giorni', 'dagen')) return null;
  // Minutes to some, months or metres to others.
  if (has('m')) return null;
  if (has('minutes', 'minute', 'mins', 'min', 'minuten', 'minutos', 'minuti')) return 60;
  return has(
    'hours',
    'hour',
    'hrs',
    'hr',
    'h',
    'std',
    'stunde',
    'heure',
    'hora',
    'ora',
    'uur',
    'stunden',
    'heures',
    'horas',
    'ore',
    'uren',
  )
    ? 3600
    : 1;
};

/** `1,234` is 1234 to some and hardly more than one to others. */
const grouped = /^\s*\d{1,3}([.,]\d{3})+\s*$/;

/** `1h 30m`, `12 min`, `45 s`. */
const spoken = /^(?:(\d+)\s*h(?:ours?|rs?)?)?\s*(?:(\d+)\s*m(?:in(?:ute)?s?)?)?\s*(?:(\d+)\s*s(?:ec(?:ond)?s?)?)?$/i;

/**
 * Seconds of work as a file says them: `0:12:34`, `1h 30m`, or a number in what its header names, seconds where it names
 * nothing (Jira's `Time Spent`, Zendesk's `Total time spent (sec)`). Null for what is none of these; `12:34` may be minutes or
 * hours, `1,234` a thousand or one, and are none.
 */
export function readHandleSeconds(text: string, header: string): number | null {
  const clock = /^(\d{1,4}):([0-5]\d):([0-5]\d)$/.exec(text);
  if (clock !== null) return handleSecondsOf(Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3]));
  const [number, unit] = [grouped.test(text) ? null : handleSecondsOf(text), unitSeconds(header)];
  if (number !== null) return unit === null ? null : handleSecondsOf(Math.round(number * unit));
  const said = spoken.exec(text.trim());
  if (said === null || text.trim() === '') return null;
  const [hours, minutes, seconds] = [said[1], said[2], said[3]].map((part) => Number(part ?? 0));
  return handleSecondsOf((hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0));
}
