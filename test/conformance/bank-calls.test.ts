import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Forecast } from '../../src/contract/staffing.ts';
import { forecast } from '../../src/domain/staffing/forecast/forecast.ts';
import { intradayReforecast } from '../../src/domain/staffing/forecast/reforecast.ts';
import { hasShared, shared } from '../desk/import/support.ts';

const file = 'bank-calls/calls-5min-first-110-days.csv.gz';
const unless = hasShared(file) ? '' : ' (not run: the data folder is not beside this checkout)';

type Pair = { readonly at: number; readonly was: number; readonly value: number };
type Point = { readonly at: number; readonly value: number };
const minuteMs = 60_000;
const dayMs = 1440 * minuteMs;
const dayOf = (at: number) => Math.floor(at / dayMs);

/** The bank's counts, summed to intervals of so many minutes; its local time is taken for UTC. */
function readCalls(minutes: number): Point[] {
  const sums = new Map<number, number>();
  const [, ...rows] = gunzipSync(readFileSync(shared(file)))
    .toString()
    .trim()
    .split('\n');
  for (const row of rows) {
    const [time = '', calls] = row.split(',');
    const length = minutes * minuteMs;
    const at = Math.floor(Date.parse(`${time.replace(' ', 'T')}:00Z`) / length) * length;
    sums.set(at, (sums.get(at) ?? 0) + Number(calls));
  }
  return [...sums].map(([at, value]) => ({ at, value }));
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const percent = (share: number) => Math.round(share * 1000) / 10;

/** WAPE per interval and per day, in percent, and the share within the band. */
function errorsOf(pairs: readonly Pair[]) {
  const total = sum(pairs.map(({ was }) => was));
  const days = [...new Set(pairs.map(({ at }) => dayOf(at)))];
  const perDay = days.map((day) =>
    sum(pairs.filter(({ at }) => dayOf(at) === day).map(({ was, value }) => was - value)),
  );
  return {
    interval: percent(sum(pairs.map(({ was, value }) => Math.abs(was - value))) / total),
    day: percent(sum(perDay.map(Math.abs)) / total),
  };
}

/** Each of the last 20 days forecast by what came before it, so many open days earlier; and as the same day a week before. */
function outOfSample(all: readonly Point[], minutes: number, openDaysAhead: number) {
  const days = [...new Set(all.map(({ at }) => dayOf(at)))];
  const found = {
    chosen: [] as (Forecast['forecast'][number] & { was: number })[],
    naive: [] as (Point & { was: number })[],
  };
  const models = new Set<string>();
  for (const [k, day] of days.entries()) {
    if (k < days.length - 20) continue;
    const last = days[k - openDaysAhead]!;
    const known = all.filter(({ at }) => dayOf(at) <= last);
    const { model, forecast: points } = forecast({
      series: known,
      intervalMinutes: minutes,
      horizonDays: day - last,
      timeZone: 'UTC',
      events: [],
    });
    models.add(model);
    const expected = new Map(points.map((point) => [point.at, point]));
    const earlier = new Map(known.map(({ at, value }) => [at, value]));
    for (const { at, value: was } of all.filter((point) => dayOf(point.at) === day)) {
      found.chosen.push({ ...expected.get(at)!, was });
      let before = at - 7 * dayMs;
      while (!earlier.has(before)) before -= 7 * dayMs;
      found.naive.push({ at, was, value: earlier.get(before)! });
    }
  }
  const held = found.chosen.filter(({ was, low, high }) => was >= low && was <= high).length;
  return {
    models: [...models].sort(),
    chosen: errorsOf(found.chosen),
    naive: errorsOf(found.naive),
    held: percent(held / found.chosen.length),
  };
}

const both = ['average of the best two', 'calendar effects'];

/** Percent, rounded to tenths: WAPE per interval and per day, and the share of intervals within the band. */
const figures: Record<string, unknown> = {
  '5/1': { models: both, chosen: { interval: 6.6, day: 2.7 }, naive: { interval: 9.6, day: 5 }, held: 82.2 },
  '5/5': { models: both, chosen: { interval: 7.5, day: 4.4 }, naive: { interval: 9.6, day: 5 }, held: 82.2 },
  '30/1': { models: both, chosen: { interval: 4.5, day: 2.7 }, naive: { interval: 6.8, day: 5 }, held: 83.4 },
  '30/5': { models: both, chosen: { interval: 5.7, day: 4.3 }, naive: { interval: 6.8, day: 5 }, held: 82.2 },
};

/** The back-test as the desk shows it: WAPE per interval, and per day. */
const backTests: Record<number, unknown> = {
  5: {
    day: {
      'seasonal naive': [9.6, 5],
      'moving average': [7.9, 4.3],
      'median level and trend': [7.6, 4.7],
      'exponential smoothing': [6.8, 3.5],
      'few profiles (SVD)': [7, 3.4],
      'calendar effects': [6.4, 2.6],
      'average of the best two': [6.6, 2.9],
    },
    week: {
      'seasonal naive': [9.5, 4.8],
      'moving average': [8, 4.7],
      'median level and trend': [7.9, 5.1],
      'exponential smoothing': [7.4, 4.2],
      'few profiles (SVD)': [7.9, 4.8],
      'calendar effects': [6.7, 3],
      'average of the best two': [7, 3.5],
    },
  },
  30: {
    day: {
      'seasonal naive': [6.8, 5],
      'moving average': [5.9, 4.3],
      'median level and trend': [5.9, 4.7],
      'exponential smoothing': [4.8, 3.5],
      'few profiles (SVD)': [4.9, 3.3],
      'calendar effects': [4.3, 2.6],
      'average of the best two': [4.5, 2.9],
    },
    week: {
      'seasonal naive': [6.7, 4.8],
      'moving average': [6.1, 4.7],
      'median level and trend': [6.2, 5.1],
      'exponential smoothing': [5.5, 4.2],
      'few profiles (SVD)': [6.1, 4.8],
      'calendar effects': [4.7, 3],
      'average of the best two': [5, 3.5],
    },
  },
};

describe.runIf(hasShared(file))(`forecasting the calls of a bank (STF-45)${unless}`, () => {
  it.each([
    [5, 1],
    [5, 5],
    [30, 1],
    [30, 5],
  ] as const)(
    'intervals of %d minutes, %d open days ahead, never with what came later',

    (minutes, ahead) => {
      const found = outOfSample(readCalls(minutes), minutes, ahead);
      expect(found).toEqual(figures[`${minutes}/${ahead}`]);
      expect(found.chosen.interval).toBeLessThan(0.85 * found.naive.interval);
      expect(found.chosen.day).toBeLessThan(found.naive.day);
    },
  );

  it.each([5, 30] as const)('every model in the back-test of the last 20 days, %d minutes', (minutes) => {
    const series = readCalls(minutes);
    const of = (horizonDays: number) =>
      Object.fromEntries(
        forecast({ series, intervalMinutes: minutes, horizonDays, timeZone: 'UTC', events: [] }).backtest.map(
          ({ model, wape, wapePerDay }) => [model, [percent(wape), percent(wapePerDay)]],
        ),
      );
    expect({ day: of(1), week: of(7) }).toEqual(backTests[minutes]);
  });

  it('the last 54 days in one go, from the 56 before them', () => {
    const all = readCalls(5);
    const days = [...new Set(all.map(({ at }) => dayOf(at)))];
    const last = days[55]!;
    const series = all.filter(({ at }) => dayOf(at) <= last);
    const horizonDays = days.at(-1)! - last;
    const found = forecast({ series, intervalMinutes: 5, horizonDays, timeZone: 'UTC', events: [] });
    const expected = new Map(found.forecast.map((point) => [point.at, point]));
    const known = new Map(series.map(({ at, value }) => [at, value]));
    const came = all.filter(({ at }) => dayOf(at) > last);
    const lastWeek = (at: number): number => known.get(at) ?? lastWeek(at - 7 * dayMs);
    const chosen = came.map(({ at, value: was }) => ({ ...expected.get(at)!, was }));
    const held = chosen.filter(({ was, low, high }) => was >= low && was <= high).length;
    expect(days.length - 56).toBe(54);
    expect({
      model: found.model,
      chosen: errorsOf(chosen),
      naive: errorsOf(came.map(({ at, value: was }) => ({ at, was, value: lastWeek(at) }))),
      held: percent(held / chosen.length),
    }).toEqual({
      model: 'average of the best two',
      chosen: { interval: 8.9, day: 6.2 },
      naive: { interval: 10.7, day: 6.4 },
      held: 69,
    });
  });

  it('by eleven, the rest of the day is known better than a week before (STF-48)', () => {
    const all = readCalls(30);
    const days = [...new Set(all.map(({ at }) => dayOf(at)))];
    const plan: Pair[] = [];
    const update: Pair[] = [];
    let held = 0;
    for (const [k, day] of days.entries()) {
      if (k < days.length - 20) continue;
      const last = days[k - 5]!;
      const series = all.filter(({ at }) => dayOf(at) <= last);
      const points = forecast({ series, intervalMinutes: 30, horizonDays: day - last, timeZone: 'UTC', events: [] });
      const planned = points.forecast.filter(({ at }) => dayOf(at) === day);
      const actual = all.filter(({ at }) => dayOf(at) === day);
      const came = new Map(actual.map(({ at, value }) => [at, value]));
      const now = day * dayMs + 11 * 60 * minuteMs;
      for (const { at, value, low, high } of intradayReforecast({ planned, actual, now }).forecast) {
        const was = came.get(at)!;
        plan.push({ at, was, value: planned.find((point) => point.at === at)!.value });
        update.push({ at, was, value });
        if (was >= low && was <= high) held += 1;
      }
    }
    expect({ plan: errorsOf(plan), update: errorsOf(update), held: percent(held / update.length) }).toEqual({
      plan: { interval: 5.4, day: 4.6 },
      update: { interval: 4.5, day: 3.4 },
      held: 84.5,
    });
  });
});
