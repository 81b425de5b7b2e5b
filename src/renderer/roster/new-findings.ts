import type { Finding } from '../../contract/index.ts';
import { daysBetween, mostDays, plusDays } from './dates.ts';

export type RosterStretch = { readonly startAt: number; readonly endAt: number };

/** The days of some shifts and those beside them, as the desk is asked for them; null where there is none. */
export function daysAround(
  shifts: readonly RosterStretch[],
  dayOf: (at: number) => string,
): { readonly from: string; readonly days: number } | null {
  if (shifts.length === 0) return null;
  const from = plusDays(dayOf(Math.min(...shifts.map(({ startAt }) => startAt))), -7);
  const to = plusDays(dayOf(Math.max(...shifts.map(({ endAt }) => endAt))), 7);
  return { from, days: Math.min(daysBetween(from, to) ?? 1, mostDays) };
}

/** Not by its words: they say dates where the days looked at have two of a weekday. */
const keyOf = ({ rule, personId, startAt, endAt, shiftIds }: Finding): string =>
  [rule, personId, startAt, endAt, ...shiftIds.toSorted()].join(' ');

/** Findings that come with a change, and how many of them stand without it. */
export function split(then: readonly Finding[], now: readonly Finding[]) {
  const known = new Set(now.map(keyOf));
  const fresh = then.filter((finding) => !known.has(keyOf(finding)));
  return { fresh, standing: then.length - fresh.length };
}
