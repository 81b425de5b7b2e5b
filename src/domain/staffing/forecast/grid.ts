import type { ForecastInput } from '../../../contract/staffing.ts';
import { toInstant } from '../../calendar/instant.ts';
import { dayMs, minuteMs, minutesADay, weekdayOf } from '../../calendar/wall-time.ts';
import { offsetChanges, wallOf, zoneOf } from '../../calendar/zone.ts';
import type { Zone } from '../../calendar/zone.ts';
import { Fault } from '../../fault.ts';

type Point = { readonly at: number; readonly value: number };

/** The values of one local date; NaN where the series has no such interval. */
export type GridDay = { readonly day: number; readonly weekday: number; readonly values: Float64Array };

/** A series by local date and interval of the day. Interval `slot` begins at wall minute `slot * intervalMinutes + phase`. */
export type Grid = {
  readonly zone: Zone;
  readonly intervalMinutes: number;
  readonly slots: number;
  readonly phase: number;
  readonly days: readonly GridDay[];
  /** The last interval of the series, epoch ms. */
  readonly last: number;
};

type Local = Point & { readonly minutes: number; readonly offset: number };

const iso = (at: number) => new Date(at).toISOString();

const inOrder = (series: ForecastInput['series']): Point[] => {
  const points = series.map(({ at, value }) => ({ at: toInstant(at), value })).sort((one, other) => one.at - other.at);
  const twice = points.find((point, k) => k > 0 && points[k - 1]?.at === point.at);
  if (twice) {
    throw new Fault('INVALID', `${iso(twice.at)} is in the series twice. Give each interval once.`, {
      field: 'series',
    });
  }
  return points;
};

/** Minutes of the wall clock since 1970-01-01 of each point: one walk along the changes of the zone's offset. */
const toLocal = (zone: Zone, points: readonly Point[]): Local[] => {
  const from = points[0]?.at ?? 0;
  const changes = offsetChanges(zone, from, (points.at(-1)?.at ?? from) + 1);
  const wall = wallOf(zone, from);
  let offset = wall.day * dayMs + wall.minutes * minuteMs - Math.floor(from / minuteMs) * minuteMs;
  let next = 0;
  return points.map((point) => {
    for (let change = changes[next]; change && change.at <= point.at; change = changes[next]) {
      offset = change.after;
      next += 1;
    }
    return { ...point, offset, minutes: Math.floor((point.at + offset) / minuteMs) };
  });
};

/** How far intervals begin from the round minute, from -half to half an interval: the most frequent one. */
const phaseOf = (locals: readonly Local[], interval: number): number => {
  const half = Math.floor(interval / 2);
  const counts = new Map<number, number>();
  for (const { minutes } of locals) {
    const phase = ((((minutes + half) % interval) + interval) % interval) - half;
    counts.set(phase, (counts.get(phase) ?? 0) + 1);
  }
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best))[0];
};

const tooFine = (one: Local, other: Local, interval: number) =>
  new Fault(
    'INVALID',
    `${iso(one.at)} and ${iso(other.at)} lie in the same interval of ${interval} minutes. Sum them up, or give the length of your intervals.`,
    { field: 'series' },
  );

/** Fills the cells; what the clock shows twice is the mean of both, for each lasted a whole interval. */
const fill = (locals: readonly Local[], interval: number, slots: number, phase: number): GridDay[] => {
  const days = new Map<number, GridDay>();
  const seen = new Map<number, Local>();
  for (const point of locals) {
    const cell = Math.round((point.minutes - phase) / interval);
    const first = seen.get(cell);
    if (first?.offset === point.offset) throw tooFine(first, point, interval);
    const day = Math.floor(cell / slots);
    const found = days.get(day) ?? { day, weekday: weekdayOf(day), values: new Float64Array(slots).fill(Number.NaN) };
    found.values[cell - day * slots] = first ? (first.value + point.value) / 2 : point.value;
    seen.set(cell, point);
    days.set(day, found);
  }
  return [...days.values()];
};

/**
 * Puts a series on local dates and intervals of the day, as the zone's wall clock shows them. A skipped hour leaves its
 * intervals empty, a repeated one gives each of them the mean of both. The date is that of an interval's middle, so that
 * days counted from midnight UTC fall where most of them lies. Faults INVALID on an interval given twice, on two that
 * lie in one, and where a day does not hold a whole number of intervals. SPEC STF-41, STF-42.
 */
export const gridOf = (input: Pick<ForecastInput, 'series' | 'intervalMinutes' | 'timeZone'>): Grid => {
  const { intervalMinutes } = input;
  if (minutesADay % intervalMinutes !== 0) {
    throw new Fault(
      'INVALID',
      `A day does not hold a whole number of intervals of ${intervalMinutes} minutes. Use 5, 15, 30, 60 or 1440, for instance.`,
      { field: 'intervalMinutes' },
    );
  }
  const zone = zoneOf(input.timeZone);
  const points = inOrder(input.series);
  const locals = toLocal(zone, points);
  const phase = phaseOf(locals, intervalMinutes);
  const slots = minutesADay / intervalMinutes;
  const days = fill(locals, intervalMinutes, slots, phase);
  return { zone, intervalMinutes, slots, phase, days, last: points.at(-1)?.at ?? 0 };
};
