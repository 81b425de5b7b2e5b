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

const unitSeconds = (header: string): number => {
  const words = new Set(folded(header).split(' '));
  const has = (...all: readonly string[]): boolean => all.some((word) => words.has(word));
  if (has('minutes', 'minute', 'mins', 'min', 'm', 'minuten', 'minutos', 'minuti')) return 60;
  return has('hours', 'hour', 'hrs', 'hr', 'h', 'stunden', 'heures', 'horas', 'ore', 'uren') ? 3600 : 1;
};

/** `1h 30m`, `12 min`, `45 s`. */
const spoken = /^(?:(\d+)\s*h[a-z]*)?\s*(?:(\d+)\s*m[a-z]*)?\s*(?:(\d+)\s*s[a-z]*)?$/i;

/**
 * Seconds of work as a file says them: `0:12:34`, `1h 30m`, or a number in what its header names, seconds where it names
 * nothing (Jira's `Time Spent`, Zendesk's `Total time spent (sec)`). Null for what is none of these; `12:34` may be minutes or
 * hours, and is none.
 */
export function readHandleSeconds(text: string, header: string): number | null {
  const clock = /^(\d{1,4}):([0-5]\d):([0-5]\d)$/.exec(text);
  if (clock !== null) return handleSecondsOf(Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3]));
  const number = handleSecondsOf(text);
  if (number !== null) return handleSecondsOf(Math.round(number * unitSeconds(header)));
  const said = spoken.exec(text.trim());
  if (said === null || text.trim() === '') return null;
  const [hours, minutes, seconds] = [said[1], said[2], said[3]].map((part) => Number(part ?? 0));
  return handleSecondsOf((hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0));
}
