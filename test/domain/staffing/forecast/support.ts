import type { ForecastInput } from '../../../../src/contract/staffing.ts';
import { minuteMs } from '../../../../src/domain/calendar/wall-time.ts';
import { wallOf, zoneOf } from '../../../../src/domain/calendar/zone.ts';
import { prng } from '../../../../src/domain/prng.ts';
import type { Prng } from '../../../../src/domain/prng.ts';

export type Series = ForecastInput['series'];

/** Contacts of an interval by local day, weekday (0 Monday) and minute; null is closed. */
export type Shape = (day: number, weekday: number, minutes: number) => number | null;

/** A series of instants from one date (midnight UTC) up to another, with the local clock handed to the shape. */
export function seriesOf(from: string, to: string, interval: number, timeZone: string, shape: Shape) {
  const zone = zoneOf(timeZone);
  const series: { at: number; value: number }[] = [];
  for (let at = Date.parse(from); at < Date.parse(to); at += interval * minuteMs) {
    const { day, minutes } = wallOf(zone, at);
    const value = shape(day, (((day + 3) % 7) + 7) % 7, minutes);
    if (value !== null) series.push({ at, value });
  }
  return series;
}

const week = [1.3, 1.1, 1, 0.95, 1.05, 0.4, 0.3];

/** A hump over the day from 08:00 to 18:00, Mondays high, weekends low. */
export const usualShape: Shape = (_day, weekday, minutes) => {
  const hour = minutes / 60;
  if (hour < 8 || hour >= 18) return null;
  return 100 * week[weekday]! * (0.4 + Math.sin((Math.PI * (hour - 8)) / 10));
};

/** A count with this mean: Knuth's product for small ones, halved down to such for large ones. */
export function poisson(rng: Prng, mean: number): number {
  if (mean > 20) return poisson(rng, mean / 2) + poisson(rng, mean / 2);
  let [count, product] = [0, rng.next()];
  for (const limit = Math.exp(-mean); product > limit; product *= rng.next()) count += 1;
  return count;
}

export const noisy = (series: Series, seed: number): { at: number; value: number }[] => {
  const rng = prng(seed);
  return series.map(({ at, value }) => ({ at: Number(at), value: poisson(rng, value) }));
};

export const inputOf = (series: Series, rest: Partial<ForecastInput> = {}): ForecastInput => ({
  series,
  intervalMinutes: 30,
  horizonDays: 7,
  timeZone: 'UTC',
  events: [],
  ...rest,
});

/** Sum of absolute errors over the sum of what was, of the instants both have. */
export function wapeOf(found: readonly { at: number; value: number }[], was: Series): number {
  const expected = new Map(found.map(({ at, value }) => [at, value]));
  let [errors, total] = [0, 0];
  for (const { at, value } of was) {
    errors += Math.abs(value - (expected.get(Number(at)) ?? 0));
    total += value;
  }
  return errors / total;
}

export const iso = (at: number) => new Date(at).toISOString().slice(0, 16);
