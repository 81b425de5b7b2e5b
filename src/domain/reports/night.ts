import { Temporal } from 'temporal-polyfill';
import { openIntervals } from '../calendar/arithmetic.ts';
import type { CompiledCalendar } from '../calendar/compile.ts';

const hourMs = 3_600_000;
/** A shorter gap is a lunch break, not a night. */
const nightMs = 4 * hourMs;
const lookBackMs = 21 * 24 * hourMs;

/** The same time of the day so many days ago, by the clock on the wall of a zone; epoch ms. */
export const daysAgo = (timeZone: string, at: number, days: number): number =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).subtract({ days }).epochMilliseconds;

/**
 * Since when it counts as "overnight": the close before the last gap of four hours or more, so that on a Monday the
 * weekend is in it. A calendar that never closes so long, or was never open, has yesterday at this time. Epoch ms.
 * SPEC STU-2.
 */
export function nightSince(calendar: CompiledCalendar, now: number): number {
  const open = openIntervals(calendar, now - lookBackMs, now);
  for (let index = open.length - 1; index >= 0; index -= 1) {
    const closed = open[index]?.[1] ?? now;
    const opened = open[index + 1]?.[0] ?? now;
    if (opened - closed >= nightMs) return closed;
  }
  return daysAgo(calendar.timeZone, now, 1);
}
