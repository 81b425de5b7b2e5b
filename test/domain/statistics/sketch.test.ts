import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prng } from '../../../src/domain/prng.ts';
import { rankTest } from '../../../src/domain/statistics/ranks.ts';
import { compareMedians } from '../../../src/domain/statistics/sketch-ranks.ts';
import {
  binOf,
  mergeBytes,
  mergeInto,
  ordered,
  quantileOf,
  sketchBytes,
  sketchError,
  sketchOf,
  valueOfBin,
} from '../../../src/domain/statistics/sketch.ts';

const values = fc.array(fc.double({ min: 0, max: 1e7, noNaN: true }), { minLength: 1, maxLength: 300 });
const shares = [0, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 1];

describe('a sketch of times (KPI-20)', () => {
  it('tells every quantile within 1 % of the value of that rank, a second and less as 0', () => {
    fc.assert(
      fc.property(values, (all) => {
        const sketch = sketchOf(all);
        const sorted = all.toSorted((a, b) => a - b);
        for (const share of shares) {
          const exact = sorted[Math.floor(share * (sorted.length - 1))] ?? NaN;
          const told = quantileOf(ordered(sketch), share) ?? NaN;
          if (exact <= 1 / 60) expect(told).toBe(0);
          else expect(Math.abs(told - exact)).toBeLessThanOrEqual(sketchError * exact * (1 + 1e-9));
        }
      }),
    );
  });

  it('of parts added up is that of the whole, as bytes as well', () => {
    fc.assert(
      fc.property(values, values, (a, b) => {
        const whole = sketchOf([...a, ...b]);
        const merged = sketchOf(a);
        mergeInto(merged, sketchOf(b));
        expect(new Map([...merged].sort())).toEqual(new Map([...whole].sort()));
        const read = new Map<number, number>();
        mergeBytes(read, sketchBytes(sketchOf(a)));
        mergeBytes(read, sketchBytes(sketchOf(b)));
        mergeBytes(read, null);
        expect(new Map([...read].sort())).toEqual(new Map([...whole].sort()));
        expect(ordered(whole).n).toBe(a.length + b.length);
      }),
    );
  });

  it('keeps bins in order, from a second to ten thousand years', () => {
    let before = -1;
    for (const minutes of [0, 1 / 60, 0.0167, 0.1, 1, 60, 1440, 525_600, 5.256e9]) {
      expect(binOf(minutes)).toBeGreaterThanOrEqual(before);
      before = binOf(minutes);
    }
    expect(before).toBeLessThan(65_536);
    expect(valueOfBin(binOf(100))).toBeCloseTo(100, -0.1);
    expect(quantileOf(ordered(new Map()), 0.5)).toBeNull();
  });
});

describe('two sketches compared (KPI-21)', () => {
  const drawn = (seed: number, n: number, factor: number): number[] => {
    const rng = prng(seed, n);
    return Array.from({ length: n }, () => factor * Math.exp(3 + rng.normal()));
  };

  it('agrees with the rank test of the values themselves', () => {
    for (const [n, factor] of [
      [60, 1.1],
      [200, 1.3],
      [500, 1],
      [1000, 0.85],
    ] as const) {
      const [a, b] = [drawn(1, n, 1), drawn(2, n, factor)];
      const exact = rankTest(a, b);
      const told = compareMedians(sketchOf(a), sketchOf(b));
      expect(Math.abs((told?.p ?? 9) - (exact?.p ?? 0))).toBeLessThan(0.03);
    }
  });

  it('finds what is there, and claims nothing where nothing is in 19 of 20 cases', () => {
    let found = 0;
    let inside = 0;
    const runs = 400;
    for (let seed = 1; seed <= runs; seed += 1) {
      const told = compareMedians(sketchOf(drawn(seed, 80, 1)), sketchOf(drawn(seed + 10_000, 80, 1)));
      if ((told?.p ?? 1) < 0.05) found += 1;
      if (told?.interval && told.interval.low <= 0 && told.interval.high >= 0) inside += 1;
    }
    expect(found / runs).toBeLessThan(0.08);
    expect(inside / runs).toBeGreaterThan(0.93);
    expect(compareMedians(sketchOf(drawn(5, 500, 1)), sketchOf(drawn(6, 500, 1.5)))?.p).toBeLessThan(1e-6);
  });

  it('of few has no interval, of none is nothing', () => {
    expect(compareMedians(sketchOf([1, 2, 3]), sketchOf([4, 5, 6]))?.interval).toBeNull();
    expect(compareMedians(sketchOf([]), sketchOf([4]))).toBeNull();
    expect(compareMedians(sketchOf([4, 4]), sketchOf([4]))?.p).toBe(1);
  });
});
