import { Fault } from '../fault.ts';
import { cover, growBackwards, growOnwards } from './compile.ts';
import type { CompiledCalendar } from './compile.ts';
import { minuteMs } from './wall-time.ts';

/** How many of the sorted `values` are at or before `limit`. */
const countUpTo = (values: Float64Array, limit: number): number => {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** Open ms of the covered time before an instant, and so also how far along the calendar it lies. */
const openBefore = (cal: CompiledCalendar, at: number): number => {
  const i = countUpTo(cal.starts, at) - 1;
  if (i < 0) return 0;
  const start = cal.starts[i] ?? 0;
  return (cal.before[i] ?? 0) + Math.min(at, cal.ends[i] ?? 0) - start;
};

const total = (cal: CompiledCalendar): number => cal.before[cal.before.length - 1] ?? 0;

const unreachable = (cal: CompiledCalendar) =>
  new Fault(
    'INVALID',
    total(cal) === 0
      ? 'This calendar is never open, so no time can be counted in it. Give it hours.'
      : 'That much open time lies outside the years 1900 to 2199. Use fewer minutes or longer hours.',
  );

const addOnwards = (cal: CompiledCalendar, from: number, ms: number): number | null => {
  const target = openBefore(cal, from) + ms;
  while (total(cal) < target) {
    if (!growOnwards(cal)) return null;
  }
  // The last span with less than `target` before it: time that ends with the span is due at closing (SPEC CAL-11).
  let low = 0;
  let high = cal.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((cal.before[middle] ?? 0) < target) low = middle;
    else high = middle - 1;
  }
  return (cal.starts[low] ?? 0) + target - (cal.before[low] ?? 0);
};

const addBackwards = (cal: CompiledCalendar, from: number, ms: number): number | null => {
  while (openBefore(cal, from) < ms) {
    if (!growBackwards(cal)) return null;
  }
  const target = openBefore(cal, from) - ms;
  const i = countUpTo(cal.before.subarray(0, cal.starts.length), target) - 1;
  return (cal.starts[i] ?? 0) + target - (cal.before[i] ?? 0);
};

/** Minutes as whole milliseconds, halves away from zero. SPEC CAL-10. */
const wholeMs = (minutes: number): number => Math.sign(minutes) * Math.round(Math.abs(minutes) * minuteMs);

/**
 * The instant (epoch ms) so many open ms after another, or before it where `ms` is negative; `ms` is a whole number.
 * Ends at the closing (backwards: at the opening) where the time is used up exactly; 0 gives `from`. SPEC CAL-10 to 12.
 * Null where the calendar does not have that much open time from 1900 to 2199.
 */
export const reachOpenMs = (cal: CompiledCalendar, from: number, ms: number): number | null => {
  cover(cal, from);
  if (ms === 0) return from;
  return ms > 0 ? addOnwards(cal, from, ms) : addBackwards(cal, from, -ms);
};

/** As `reachOpenMs`, but faults INVALID where there is no such instant. SPEC CAL-14. */
export const addOpenMs = (cal: CompiledCalendar, from: number, ms: number): number => {
  const at = reachOpenMs(cal, from, ms);
  if (at === null) throw unreachable(cal);
  return at;
};

/** As `addOpenMs`, in minutes, which may be fractional and are rounded to the millisecond. */
export const addMinutes = (cal: CompiledCalendar, from: number, minutes: number): number => {
  if (!Number.isFinite(minutes)) throw new Fault('INVALID', 'Minutes must be a number.', { field: 'minutes' });
  return addOpenMs(cal, from, wholeMs(minutes));
};

/** Open ms from one instant to another; negative where `to` is earlier. SPEC CAL-13. Faults INVALID outside 1900-2199. */
export const openMsBetween = (cal: CompiledCalendar, from: number, to: number): number => {
  cover(cal, from);
  cover(cal, to);
  return openBefore(cal, to) - openBefore(cal, from);
};

/** Open minutes from one instant to another; negative where `to` is earlier. */
export const minutesBetween = (cal: CompiledCalendar, from: number, to: number): number =>
  openMsBetween(cal, from, to) / minuteMs;

/** Whether a calendar is open at an instant. Open spans are half-open: open at the opening, closed at the closing. */
export const isOpenAt = (cal: CompiledCalendar, at: number): boolean => {
  cover(cal, at);
  const i = countUpTo(cal.starts, at) - 1;
  return i >= 0 && at < (cal.ends[i] ?? 0);
};

/** The end of the open span that contains or follows an instant; null where it never closes or never opens again. */
export const nextCloseAt = (cal: CompiledCalendar, at: number): number | null => {
  cover(cal, at);
  for (;;) {
    const end = cal.ends[countUpTo(cal.ends, at)];
    if (end !== undefined && end < cal.to) return end;
    if (!growOnwards(cal)) return null;
  }
};

/** The instant itself where open, else the next opening; null where there is none before 2200. */
export const nextOpenAt = (cal: CompiledCalendar, at: number): number | null => {
  if (isOpenAt(cal, at)) return at;
  for (;;) {
    const start = cal.starts[countUpTo(cal.starts, at)];
    if (start !== undefined) return start;
    if (!growOnwards(cal)) return null;
  }
};

/** The latest t at or before an instant such that the time just before t is open; null where there is none. */
export const previousCloseAt = (cal: CompiledCalendar, at: number): number | null => {
  cover(cal, at);
  for (;;) {
    const startedBefore = countUpTo(cal.starts, at - 1) - 1;
    const end = cal.ends[startedBefore];
    if (end !== undefined) return Math.min(at, end);
    if (!growBackwards(cal)) return null;
  }
};

export type CalendarAt = {
  readonly open: boolean;
  readonly nextOpenAt: number | null;
  readonly nextCloseAt: number | null;
  readonly previousCloseAt: number | null;
};

/** Whether a calendar is open at an instant, and the edges around it. SPEC CAL-15. */
export const calendarAt = (cal: CompiledCalendar, at: number): CalendarAt => ({
  open: isOpenAt(cal, at),
  nextOpenAt: nextOpenAt(cal, at),
  nextCloseAt: nextCloseAt(cal, at),
  previousCloseAt: previousCloseAt(cal, at),
});

const mostIntervals = 100_000;

/** How many open periods lie, wholly or in part, between two instants. */
export const countIntervals = (cal: CompiledCalendar, from: number, to: number): number => {
  cover(cal, from);
  cover(cal, to);
  return to <= from ? 0 : countUpTo(cal.starts, to - 1) - countUpTo(cal.ends, from);
};

/**
 * The open spans between two instants, clipped to them, in order; none where `to` is not after `from`. SPEC CAL-16.
 * Faults INVALID where there are over 100,000.
 */
export const openIntervals = (cal: CompiledCalendar, from: number, to: number): [start: number, end: number][] => {
  const count = countIntervals(cal, from, to);
  if (count > mostIntervals) {
    throw new Fault('INVALID', 'That is over 100,000 open periods. Ask for a shorter stretch of time.');
  }
  const clipped: [number, number][] = [];
  const first = countUpTo(cal.ends, from);
  for (let i = first; i < first + count; i += 1) {
    clipped.push([Math.max(from, cal.starts[i] ?? 0), Math.min(to, cal.ends[i] ?? 0)]);
  }
  return clipped;
};
