import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { intradayReforecast } from '../../../../src/domain/staffing/forecast/reforecast.ts';

const start = Date.parse('2026-03-02T08:00Z');
const half = 1_800_000;
const planOf = (value: number) => Array.from({ length: 20 }, (_, k) => ({ at: start + k * half, value }));
const after = (intervals: number, planned: number, times: number) =>
  intradayReforecast({
    planned: planOf(planned),
    actual: planOf(planned * times).slice(0, intervals),
    now: start + intervals * half,
  });

describe('the rest of a day (STF-48)', () => {
  it('is the plan while nothing was seen', () => {
    const found = after(0, 50, 2);
    expect(found.factor).toBe(1);
    expect(found.forecast.map(({ value }) => value)).toEqual(planOf(50).map(({ value }) => value));
  });

  it('is what the formula says: 8 of 20 intervals, 400 planned so far, 480 came', () => {
    const believed = 0.0036 / (0.0036 + 1 / 400 + (0.0016 * 0.6) / 0.4);
    const found = after(8, 50, 1.2);
    expect(found.factor).toBeCloseTo(1 + believed * 0.2, 12);
    expect(found.forecast).toHaveLength(12);
    expect(found.forecast[0]?.value).toBeCloseTo(50 * found.factor, 12);
  });

  it('moves the way of what came, never beyond it, and further the more was seen', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 3, noNaN: true }),
        fc.integer({ min: 1, max: 18 }),
        fc.double({ min: 0.1, max: 500, noNaN: true }),
        (times, seen, planned) => {
          const [less, more] = [after(seen, planned, times), after(seen + 1, planned, times)];
          const [off, offMore] = [less.factor - 1, more.factor - 1];
          expect(off * (times - 1)).toBeGreaterThanOrEqual(0);
          expect(Math.abs(off)).toBeLessThanOrEqual(Math.abs(times - 1));
          expect(less.factor).toBeGreaterThan(0);
          if (Math.abs(times - 1) < 0.05) expect(Math.abs(offMore)).toBeGreaterThanOrEqual(Math.abs(off) - 1e-12);
          for (const { value, low, high } of less.forecast) {
            expect(low).toBeGreaterThanOrEqual(0);
            expect(low).toBeLessThanOrEqual(value);
            expect(high).toBeGreaterThanOrEqual(value);
          }
        },
      ),
    );
  });

  it('believes many contacts more than few', () => {
    expect(after(4, 500, 1.1).factor).toBeGreaterThan(after(4, 5, 1.1).factor);
  });

  it('leaves the running interval, and those nobody counted, out of what was seen', () => {
    const planned = planOf(100);
    const actual = [
      { at: start, value: 120 },
      { at: start + 3 * half, value: 5 },
    ];
    const found = intradayReforecast({ planned, actual, now: start + 3 * half + 60_000 });
    const alone = intradayReforecast({ planned, actual: actual.slice(0, 1), now: start + 3 * half });
    expect(found.factor).toBe(alone.factor);
    expect(found.factor).toBeGreaterThan(1);
    expect(found.forecast[0]?.at).toBe(start + 3 * half);
  });

  it('after the last interval nothing is left', () => {
    expect(after(20, 50, 1.1).forecast).toEqual([]);
  });

  it('refuses no plan, and an interval twice', () => {
    expect(() => intradayReforecast({ planned: [], actual: [], now: 0 })).toThrow(/no plan/);
    const planned = [...planOf(1), ...planOf(1)];
    expect(() => intradayReforecast({ planned, actual: [], now: 0 })).toThrow(
      /2026-03-02T08:00:00.000Z is given twice/,
    );
  });
});
