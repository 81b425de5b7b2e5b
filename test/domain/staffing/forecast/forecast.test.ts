import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forecastSchema } from '../../../../src/contract/staffing.ts';
import { prng } from '../../../../src/domain/prng.ts';
import { forecast } from '../../../../src/domain/staffing/forecast/forecast.ts';
import { inputOf, iso, noisy, seriesOf, usualShape, wapeOf } from './support.ts';
import type { Series, Shape } from './support.ts';

const usual = (from: string, to: string, shape: Shape = usualShape) => seriesOf(from, to, 30, 'UTC', shape);
const dayMs = 86_400_000;
const dateAt = (at: number) => new Date(at).toISOString().slice(0, 10);

describe('a season of weeks and days (STF-45)', () => {
  it('comes back as it was, where nothing else moves', () => {
    const found = forecast(inputOf(usual('2026-01-05', '2026-03-02')));
    const then = usual('2026-03-02', '2026-03-09');
    expect(found.forecast.map(({ at }) => at)).toEqual(then.map(({ at }) => at));
    expect(wapeOf(found.forecast, then)).toBeLessThan(1e-9);
    expect(found.model).toBe('seasonal naive');
    expect(forecastSchema.parse(found)).toEqual(found);
  });

  it('comes back under noise, nearer than last week does', () => {
    const found = forecast(inputOf(noisy(usual('2026-01-05', '2026-03-30'), 7)));
    const naive = found.backtest.find(({ model }) => model === 'seasonal naive');
    const best = Math.min(...found.backtest.map(({ wape }) => wape));
    expect(found.backtest.find(({ model }) => model === found.model)?.wape).toBe(best);
    expect(best).toBeLessThan(0.8 * naive!.wape);
    expect(wapeOf(found.forecast, usual('2026-03-30', '2026-04-06'))).toBeLessThan(0.05);
  });

  it.each([0.005, 0.002, -0.003])('goes on with a trend of %d a day', (growth) => {
    const from = Date.parse('2026-01-05') / dayMs;
    const growing: Shape = (day, weekday, minutes) => {
      const value = usualShape(day, weekday, minutes);
      return value === null ? null : value * (1 + growth * (day - from));
    };
    const then = usual('2026-04-06', '2026-04-13', growing);
    const total = (points: readonly { value: number }[]) => points.reduce((sum, { value }) => sum + value, 0);
    const offs = [1, 2, 3, 4].map((seed) => {
      const found = forecast(inputOf(noisy(usual('2026-01-05', '2026-04-06', growing), seed)));
      expect(wapeOf(found.forecast, then)).toBeLessThan(0.03);
      return total(found.forecast) / total(then) - 1;
    });
    // The mean of the last four weeks would be off by two and a half weeks of growth.
    const stale = (17.5 * growth) / (1 + growth * 94);
    expect(Math.abs(total(offs.map((value) => ({ value }))) / offs.length)).toBeLessThan(Math.abs(stale) / 2);
  });

  it('is not moved by one wild day', () => {
    const plain = noisy(usual('2026-01-05', '2026-03-30'), 5);
    const wild = plain.map((point) =>
      dateAt(point.at) === '2026-03-11' ? { ...point, value: 6 * point.value } : point,
    );
    expect(wapeOf(forecast(inputOf(wild)).forecast, usual('2026-03-30', '2026-04-06'))).toBeLessThan(0.08);
  });

  it.each([
    [60, '2026-01-05T09:00Z'],
    [1440, '2026-01-05T00:00Z'],
  ])('works for intervals of %d minutes', (interval) => {
    const shape: Shape = (_day, weekday) => 500 + 100 * weekday;
    const series = noisy(seriesOf('2026-01-05', '2026-03-02', interval, 'UTC', shape), 2);
    const found = forecast(inputOf(series, { intervalMinutes: interval, horizonDays: 14 }));
    expect(found.forecast).toHaveLength((14 * 1440) / interval);
    const then = seriesOf('2026-03-02', '2026-03-16', interval, 'UTC', shape);
    expect(wapeOf(found.forecast, then)).toBeLessThan(0.03);
  });

  it('forecasts a year of quarters of an hour, tested, in under two seconds', () => {
    const series = noisy(
      seriesOf(
        '2025-01-01',
        '2026-01-01',
        15,
        'Europe/Lisbon',
        (_day, weekday, minutes) => 20 + 5 * weekday + 10 * Math.sin((minutes / 720) * Math.PI),
      ),
      1,
    );
    const run = () => {
      const before = performance.now();
      const found = forecast(inputOf(series, { intervalMinutes: 15, timeZone: 'Europe/Lisbon', horizonDays: 28 }));
      return { found, took: performance.now() - before };
    };
    // The quickest of three: others may be using this machine.
    const { found, took } = [run(), run(), run()].reduce((best, next) => (next.took < best.took ? next : best));
    expect(took).toBeLessThan(2000);
    expect(found.backtest).toHaveLength(7);
    expect(found.forecast).toHaveLength(28 * 96);
  });
});

describe('what is open (STF-43)', () => {
  const weekdays: Shape = (day, weekday, minutes) => (weekday === 6 ? null : usualShape(day, weekday, minutes));

  it('leaves Sundays and nights out where the series has none', () => {
    const found = forecast(inputOf(usual('2026-01-05', '2026-03-02', weekdays), { horizonDays: 28 }));
    expect(new Set(found.forecast.map(({ at }) => new Date(at).getUTCDay()))).toEqual(new Set([1, 2, 3, 4, 5, 6]));
    const hours = found.forecast.map(({ at }) => new Date(at).getUTCHours());
    expect([Math.min(...hours), Math.max(...hours)]).toEqual([8, 17]);
  });

  it('a day that is missing in between was closed, not quiet', () => {
    const series = noisy(usual('2026-01-05', '2026-03-02'), 9);
    const without = series.filter(({ at }) => dateAt(at) !== '2026-02-11');
    const wednesday = (points: readonly { at: number; value: number }[]) =>
      points.filter(({ at }) => dateAt(at) === '2026-03-04').reduce((sum, { value }) => sum + value, 0);
    const [all, less] = [forecast(inputOf(series)), forecast(inputOf(without))];
    expect(wednesday(less.forecast) / wednesday(all.forecast)).toBeCloseTo(1, 1);
  });

  it('forecasts the rest of a day that has begun', () => {
    const series = usual('2026-01-05', '2026-03-03').filter(({ at }) => at < Date.parse('2026-03-02T12:00Z'));
    const found = forecast(inputOf(series, { horizonDays: 1 }));
    expect(iso(found.forecast[0]!.at)).toBe('2026-03-02T12:00');
    expect(wapeOf(found.forecast, usual('2026-03-02', '2026-03-04').slice(8))).toBeLessThan(0.01);
  });

  it('hours given up two months ago are not forecast', () => {
    const until = Date.parse('2026-01-05') / dayMs;
    const cut: Shape = (day, weekday, minutes) =>
      weekday > 4 && day >= until ? null : usualShape(day, weekday, minutes);
    const found = forecast(inputOf(usual('2025-10-06', '2026-03-09', cut)));
    expect(found.forecast.some(({ at }) => [0, 6].includes(new Date(at).getUTCDay()))).toBe(false);
  });
});

describe('events (STF-44)', () => {
  const series = usual('2026-01-05', '2026-03-02');
  const valuesOn = (points: readonly { at: number; value: number; low: number; high: number }[], date: string) =>
    points.filter(({ at }) => dateAt(at) === date).map(({ value, low, high }) => [value, low, high]);

  it('multiply a normal day; 0 is closed', () => {
    const events = [
      { date: '2026-03-04', name: 'invoices', factor: 2 },
      { date: '2026-03-05', name: 'holiday', factor: 0 },
    ];
    const noise = noisy(series, 4);
    const [plain, found] = [forecast(inputOf(noise)), forecast(inputOf(noise, { events }))];
    expect(valuesOn(found.forecast, '2026-03-04')).toEqual(
      valuesOn(plain.forecast, '2026-03-04').map((values) => values.map((value) => 2 * value)),
    );
    expect(
      valuesOn(found.forecast, '2026-03-05')
        .flat()
        .every((value) => value === 0),
    ).toBe(true);
    expect(valuesOn(found.forecast, '2026-03-03')).toEqual(valuesOn(plain.forecast, '2026-03-03'));
  });

  it('are not learnt from', () => {
    const storm = series.map((point) => (dateAt(point.at) === '2026-02-25' ? { ...point, value: 9000 } : point));
    const events = [{ date: '2026-02-25', name: 'outage', factor: 1 }];
    const found = forecast(inputOf(storm, { events }));
    expect(wapeOf(found.forecast, usual('2026-03-02', '2026-03-09'))).toBeLessThan(1e-9);
  });

  it('refuses a series of nothing else', () => {
    const events = [{ date: '2026-01-05', name: '', factor: 1 }];
    expect(() => forecast(inputOf(usual('2026-01-05', '2026-01-06'), { events }))).toThrow(/is an event/);
  });
});

describe('properties of a forecast', () => {
  const arbitrary = fc.record({
    weeks: fc.integer({ min: 1, max: 9 }),
    interval: fc.constantFrom(30, 60, 240, 1440),
    seed: fc.integer({ min: 1, max: 1e6 }),
    level: fc.constantFrom(0.5, 5, 80),
  });
  const made = ({ weeks, interval, seed, level }: { weeks: number; interval: number; seed: number; level: number }) => {
    const rng = prng(seed);
    const days = Array.from({ length: 7 }, () => (rng.chance(0.2) ? 0 : level * (0.5 + rng.next())));
    const to = new Date(Date.parse('2026-01-05') + weeks * 7 * dayMs).toISOString().slice(0, 10);
    const shape: Shape = (_day, weekday) => (days[weekday] === 0 ? null : days[weekday]!);
    return noisy(seriesOf('2026-01-05', to, interval, 'UTC', shape), seed);
  };

  it('other units, the same forecast in them', () => {
    fc.assert(
      fc.property(arbitrary, fc.constantFrom(0.125, 4, 64), (given, times) => {
        const series = made(given);
        fc.pre(series.length > 0);
        const rest = { intervalMinutes: given.interval };
        const one = forecast(inputOf(series, rest));
        const other = forecast(
          inputOf(
            series.map(({ at, value }) => ({ at, value: value * times })),
            rest,
          ),
        );
        expect(other.model).toBe(one.model);
        for (const [k, { value }] of one.forecast.entries()) {
          expect(other.forecast[k]!.value).toBeCloseTo(value * times, 6);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('whole weeks later, the same forecast whole weeks later; in any order; values within their band', () => {
    fc.assert(
      fc.property(arbitrary, fc.integer({ min: 1, max: 10 }), (given, weeks) => {
        // Models that look at the place in the month see another one; the others may not.
        const series = made({ ...given, weeks: Math.min(given.weeks, 2) });
        fc.pre(series.length > 0);
        const rest = { intervalMinutes: given.interval };
        const by = weeks * 7 * dayMs;
        const one = forecast(inputOf(series, rest));
        const other = forecast(inputOf(series.map(({ at, value }) => ({ at: at + by, value })).reverse(), rest));
        expect(other.forecast.map(({ at }) => at - by)).toEqual(one.forecast.map(({ at }) => at));
        for (const { value, low, high } of [...one.forecast, ...other.forecast]) {
          expect(low).toBeGreaterThanOrEqual(0);
          expect(low).toBeLessThanOrEqual(value);
          expect(high).toBeGreaterThanOrEqual(value);
        }
        if (one.model === other.model && one.model !== 'calendar effects' && !one.model.startsWith('average')) {
          for (const [k, { value }] of one.forecast.entries()) expect(other.forecast[k]!.value).toBeCloseTo(value, 6);
        }
      }),
      { numRuns: 60 },
    );
  });

  it.each([2, 12, 90])('the band holds about four fifths of counts around %d (STF-47)', (level) => {
    let [held, count] = [0, 0];
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const shape: Shape = (day, weekday, minutes) => {
        const value = usualShape(day, weekday, minutes);
        return value === null ? null : (value * level) / 90;
      };
      const all = noisy(usual('2026-01-05', '2026-04-06', shape), seed);
      const known = all.filter(({ at }) => at < Date.parse('2026-03-30'));
      const came = new Map(all.map(({ at, value }) => [at, value]));
      for (const { at, low, high } of forecast(inputOf(known)).forecast) {
        const value = came.get(at)!;
        count += 1;
        if (value >= low && value <= high) held += 1;
      }
    }
    expect(count).toBe(6 * 140);
    expect(held / count).toBeGreaterThan(0.72);
    expect(held / count).toBeLessThan(0.88);
  });
});

describe('with little to learn from (STF-46)', () => {
  const of = (to: string): Series => noisy(usual('2026-01-05', to), 8);

  it('one day says what it says of its weekday, untested', () => {
    const found = forecast(inputOf(of('2026-01-06')));
    expect(found).toMatchObject({ model: 'seasonal naive', backtest: [] });
    expect(found.forecast.map(({ value }) => value)).toEqual(of('2026-01-06').map(({ value }) => value));
    expect(iso(found.forecast[0]!.at)).toBe('2026-01-12T08:00');
  });

  it('says how much is needed where none of its weekdays comes', () => {
    expect(() => forecast(inputOf(of('2026-01-06'), { horizonDays: 3 }))).toThrow(/Give a whole week at least/);
  });

  it.each(['2026-01-08', '2026-01-12', '2026-01-15', '2026-01-19', '2026-01-26'])('never breaks: up to %s', (to) => {
    const found = forecast(inputOf(of(to)));
    expect(found.forecast.length).toBeGreaterThan(0);
    expect(found.forecast.every(({ value, low, high }) => [value, low, high].every(Number.isFinite))).toBe(true);
  });

  it('nothing but zeros is forecast as zeros', () => {
    const zeros = usual('2026-01-05', '2026-03-02').map(({ at }) => ({ at, value: 0 }));
    const found = forecast(inputOf(zeros));
    expect(found).toMatchObject({ model: 'seasonal naive', backtest: [] });
    expect(found.forecast.every(({ value }) => value === 0)).toBe(true);
  });

  it('the band of a day is narrower than those of its intervals together, and holds most days (STF-47)', () => {
    let [held, count, day, together] = [0, 0, 0, 0];
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const all = noisy(usual('2026-01-05', '2026-04-06'), seed);
      const known = all.filter(({ at }) => at < Date.parse('2026-03-30'));
      const found = forecast(inputOf(known));
      for (const { date, value, low, high } of found.days) {
        const points = found.forecast.filter(({ at }) => dateAt(at) === date);
        const came = all.filter(({ at }) => dateAt(at) === date).reduce((sum, each) => sum + each.value, 0);
        expect(value).toBeCloseTo(points.reduce((sum, each) => sum + each.value, 0));
        day += high - low;
        together += points.reduce((sum, each) => sum + each.high - each.low, 0);
        count += 1;
        if (came >= low && came <= high) held += 1;
      }
    }
    expect(day).toBeLessThan(together / 2);
    expect(held / count).toBeGreaterThan(0.6);
  });
});
