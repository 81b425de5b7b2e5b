import { Temporal } from 'temporal-polyfill';
import { dayStart } from '../ui/days.ts';

export type Stretch = { readonly startAt: number; readonly endAt: number };

/** A stretch of time drawn from left to right, evenly in elapsed time: a day of 23 or 25 hours is as much shorter or longer. */
export type Axis = Stretch & { readonly widthPx: number };

export const quarterMs = 15 * 60_000;
export const hourMs = 3_600_000;

export const xOf = (axis: Axis, at: number): number =>
  ((at - axis.startAt) / (axis.endAt - axis.startAt)) * axis.widthPx;

/** The instant at a place, epoch ms, not snapped; beyond the ends where the place is. */
export const atOf = (axis: Axis, px: number): number =>
  axis.startAt + (px / axis.widthPx) * (axis.endAt - axis.startAt);

/** How long a way on the axis lasts, ms. */
export const msOf = (axis: Axis, px: number): number => (px / axis.widthPx) * (axis.endAt - axis.startAt);

/** The nearest quarter of an hour. Offsets of zones are whole quarters, so it is one by the clock on the wall too. */
export const snap = (ms: number): number => Math.round(ms / quarterMs) * quarterMs;

export const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);

export const overlaps = (one: Stretch, other: Stretch): boolean =>
  one.startAt < other.endAt && other.startAt < one.endAt;

const zoned = (at: number, zone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);

const wall = (day: string, time: string, zone: string): number =>
  Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds;

/** The whole hour by the clock on the wall at or before an instant, or at or after it. */
function wholeHour(at: number, zone: string, way: 'floor' | 'ceil'): number {
  return zoned(at, zone).round({ smallestUnit: 'hour', roundingMode: way }).epochMilliseconds;
}

const usualStart = '08:00';
const usualEnd = '18:00';

/**
 * The hours a day is drawn with: from 08:00 to 18:00, and as far as something begins earlier or ends later. What began
 * the day before is cut at midnight; what ends after midnight is drawn to its end.
 */
export function hoursOf(day: string, zone: string, drawn: readonly Stretch[]): Stretch {
  const from = dayStart(day, zone);
  const starts = drawn.map(({ startAt }) => Math.max(startAt, from));
  const ends = drawn.map(({ endAt }) => endAt);
  return {
    startAt: wholeHour(Math.min(wall(day, usualStart, zone), ...starts), zone, 'floor'),
    endAt: wholeHour(Math.max(wall(day, usualEnd, zone), ...ends), zone, 'ceil'),
  };
}

/** The whole hours by the clock on the wall in a stretch. An hour that the clocks skip is left out, one they repeat is there twice. */
export function hourTicks({ startAt, endAt }: Stretch, zone: string): readonly number[] {
  const ticks: number[] = [];
  for (let at = startAt; at < endAt; at += hourMs / 2) if (zoned(at, zone).minute === 0) ticks.push(at);
  return ticks;
}

/** Every how many hours a label stands, so that labels of so many px do not touch. */
export function labelEvery(hourPx: number, labelPx = 46): number {
  return [1, 2, 3, 4, 6].find((hours) => hours * hourPx >= labelPx) ?? 12;
}

/** The day so many days on, `YYYY-MM-DD`. */
export const addDays = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString();

/** The Monday of the week of a day. */
export function mondayOf(day: string): string {
  const date = Temporal.PlainDate.from(day);
  return date.subtract({ days: date.dayOfWeek - 1 }).toString();
}

/** `HH:MM` of an instant by the clock on the wall, as fields hold it. */
export const timeField = (at: number, zone: string): string =>
  zoned(at, zone).toPlainTime().toString({ smallestUnit: 'minute' });

/** The instant of a time of day on a day, or null where it is not one. */
export function instantOfTime(day: string, time: string, zone: string): number | null {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? wall(day, time, zone) : null;
}
