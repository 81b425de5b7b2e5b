import { Temporal } from 'temporal-polyfill';
import type { InstantRange } from './query.ts';

/** Half-open, epoch ms. A moment ("7d" ago) is one millisecond long. */
type Period = { readonly start: number; readonly end: number };

type Clock = { readonly timeZone: string; readonly now: number };

const unitMs = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 } as const;

function between(from: Temporal.PlainDate, to: Temporal.PlainDate, timeZone: string): Period {
  const at = (date: Temporal.PlainDate) => date.toZonedDateTime(timeZone).epochMilliseconds;
  return { start: at(from), end: at(to) };
}

function today(clock: Clock): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(clock.now).toZonedDateTimeISO(clock.timeZone).toPlainDate();
}

function day(date: Temporal.PlainDate, clock: Clock): Period {
  return between(date, date.add({ days: 1 }), clock.timeZone);
}

function relative(text: string, clock: Clock): Period | null {
  const found = /^(\d{1,5})([mhdw])$/.exec(text);
  if (!found) return null;
  const start = clock.now - Number(found[1]) * unitMs[found[2] as keyof typeof unitMs];
  return { start, end: start + 1 };
}

/** A year, a month, a day or a minute of the desk's own clock. Throws RangeError for a day that does not exist. */
function absolute(text: string, clock: Clock): Period | null {
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:t(\d{2}:\d{2}))?)?)?$/.exec(text);
  if (!found) return null;
  const [, year = '', month, dayOfMonth, time] = found;
  const first = Temporal.PlainDate.from(`${year}-${month ?? '01'}-${dayOfMonth ?? '01'}`, { overflow: 'reject' });
  if (month === undefined) return between(first, first.add({ years: 1 }), clock.timeZone);
  if (dayOfMonth === undefined) return between(first, first.add({ months: 1 }), clock.timeZone);
  if (time === undefined) return day(first, clock);
  const start = first.toZonedDateTime({ timeZone: clock.timeZone, plainTime: time }).epochMilliseconds;
  return { start, end: start + unitMs.m };
}

function period(text: string, clock: Clock): Period | null {
  if (text === 'now') return { start: clock.now, end: clock.now + 1 };
  if (text === 'today') return day(today(clock), clock);
  if (text === 'yesterday') return day(today(clock).subtract({ days: 1 }), clock);
  return relative(text, clock) ?? absolute(text, clock);
}

function range(text: string, clock: Clock): InstantRange | null {
  const [first = '', second = '', ...rest] = text.split('..');
  if (rest.length > 0) return null;
  const open = (end: string) => end === '' || end === '*';
  const from = open(first) ? null : period(first, clock);
  const to = open(second) ? null : period(second, clock);
  if ((from === null && !open(first)) || (to === null && !open(second)) || (from === null && to === null)) return null;
  return { from: from?.start ?? null, to: to?.end ?? null };
}

function compared(sign: string, at: Period): InstantRange {
  if (sign === '>') return { from: at.end, to: null };
  if (sign === '>=') return { from: at.start, to: null };
  if (sign === '<') return { from: null, to: at.start };
  if (sign === '<=') return { from: null, to: at.end };
  return { from: at.start, to: at.end };
}

function understand(text: string, clock: Clock): InstantRange | null {
  if (text.includes('..')) return range(text, clock);
  const [, sign = '', rest = ''] = /^(>=|<=|>|<|=)?(.*)$/.exec(text) ?? [];
  const at = period(rest, clock);
  if (!at) return null;
  // "7d" alone is "in the last seven days".
  if (sign === '' && /[mhdw]$/.test(rest)) return { from: at.start, to: null };
  return compared(sign, at);
}

/**
 * What a date value of a query means: `2026-01-01`, `>=2026-01`, `2026-01-01..2026-02-01` (both days included), `today`,
 * `7d` (the last seven days), `<24h` (longer ago than that). Days are those of the desk's zone. Null where it is none
 * of these. SPEC SRCH-6.
 */
export function parseInstants(text: string, clock: Clock): InstantRange | null {
  try {
    return understand(text.toLowerCase(), clock);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
