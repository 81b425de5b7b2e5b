import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { welch } from '../../../src/domain/statistics/means.ts';
import { differenceOfShares, fisherExact, sharesTest } from '../../../src/domain/statistics/proportions.ts';
import { medianOf, rankTest } from '../../../src/domain/statistics/ranks.ts';

const share = (successes: number, n: number) => ({ n, successes });

describe('shares (MET-2)', () => {
  /** Newcombe 1998, Statistics in Medicine 17, 873-890, table II, method 10; to the printed digits. */
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ])('%i of %i less %i of %i lies between the published bounds', (s1, n1, s2, n2, low, high) => {
    const found = differenceOfShares(share(s2, n2), share(s1, n1))!;
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
  });

  /** R 4.2, fisher.test. The first is Fisher's lady tasting tea. */
  it.each([
    [3, 4, 1, 4, 0.485714285714286],
    [1, 10, 11, 14, 0.00275945618522009],
    [0, 50, 4, 44, 0.0445158076682054],
  ])('Fisher: %i of %i and %i of %i', (s1, n1, s2, n2, p) => {
    expect(fisherExact(share(s1, n1), share(s2, n2))).toBeCloseTo(p, 10);
  });

  it('the test is chi-squared with N - 1 (R 4.2), exact where an expected count is below 1, and null of nothing', () => {
    expect(sharesTest(share(56, 70), share(48, 80))).toBeCloseTo(0.00825828792938079, 12);
    expect(sharesTest(share(0, 50), share(1, 20))).toBe(fisherExact(share(0, 50), share(1, 20)));
    expect(sharesTest(share(0, 5), share(0, 9))).toBe(1);
    expect(sharesTest(share(0, 0), share(3, 9))).toBeNull();
    expect(differenceOfShares(share(3, 9), share(0, 0))).toBeNull();
  });
});

describe('means (MET-2)', () => {
  /** Student's sleep data, as R's t.test gives them. */
  it('Welch: Student’s sleep', () => {
    const first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
    const second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
    const found = welch(first, second)!;
    expect(found.difference).toBeCloseTo(1.58, 12);
    expect(found.p).toBeCloseTo(0.0793941401873582, 10);
    expect(found.interval!.low).toBeCloseTo(-0.20548323071171, 10);
    expect(found.interval!.high).toBeCloseTo(3.36548323071171, 10);
  });

  it('of single values, and of what does not vary, nothing is known but the difference', () => {
    expect(welch([1], [3])).toEqual({ difference: 2, interval: null, p: null });
    expect(welch([2, 2], [2, 2])).toEqual({ difference: 0, interval: null, p: null });
    expect(welch([], [2, 2])).toBeNull();
  });
});

describe('ranks (MET-2)', () => {
  const may = [41, 36, 12, 18, 28, 23, 19, 8, 7, 16, 11, 14, 18, 14, 34, 6, 30, 11, 1, 11, 4, 32, 23, 45, 115, 37];
  const august = [
    39, 9, 16, 78, 35, 66, 122, 89, 110, 44, 28, 65, 22, 59, 23, 31, 44, 21, 9, 45, 168, 73, 76, 118, 84, 85,
  ];

  /** Hollander and Wolfe's permeability of membranes, as R's wilcox.test(conf.int = TRUE) gives it. */
  it('counted out: p, shift and interval', () => {
    const term = [0.8, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46];
    const early = [1.15, 0.88, 0.9, 0.74, 1.21];
    const found = rankTest(term, early)!;
    expect(found.p).toBeCloseTo(0.254412254412254, 12);
    expect(found.shift).toBeCloseTo(-0.305, 12);
    expect(found.interval!.low).toBeCloseTo(-0.76, 12);
    expect(found.interval!.high).toBeCloseTo(0.15, 12);
  });

  /** R's wilcox.test(exact = FALSE) on its ozone of May and August, with ties. */
  it('by the normal distribution, with ties', () => {
    expect(rankTest(may, august)!.p).toBeCloseTo(0.000120807830768774, 12);
    const a = [11, 13, 13, 15, 18, 20, 20, 24, 30, 31, 35, 40];
    const b = [10, 10, 11, 12, 13, 14, 15, 15, 15, 18, 19, 60];
    expect(rankTest(a, b)!.p).toBeCloseTo(0.055779388046297, 12);
  });

  const values = fc.array(fc.integer({ min: -30, max: 30 }), { minLength: 1, maxLength: 30 });
  it('the shift is the middle of all differences, the interval two of them, and both sides mirror each other', () => {
    fc.assert(
      fc.property(values, values, (a, b) => {
        const differences = b.flatMap((y) => a.map((x) => y - x)).toSorted((x, y) => x - y);
        const found = rankTest(a, b)!;
        const mirrored = rankTest(b, a)!;
        expect(found.shift).toBe(medianOf(differences));
        expect(mirrored.shift + found.shift).toBe(0);
        expect(mirrored.p).toBeCloseTo(found.p, 12);
        if (found.interval === null) return;
        expect(differences).toContain(found.interval.low);
        expect(differences).toContain(found.interval.high);
        expect(found.interval.low).toBeLessThanOrEqual(found.shift);
        expect(found.interval.high).toBeGreaterThanOrEqual(found.shift);
      }),
    );
  });

  it('of three beside three there is no interval: none could be sure', () => {
    expect(rankTest([1, 2, 3], [4, 5, 6])).toMatchObject({ interval: null, p: 0.1, shift: 3 });
    expect(rankTest([], [1])).toBeNull();
    expect(rankTest([5, 5, 5], [5, 5])).toEqual({ shift: 0, interval: null, p: 1 });
  });

  it('a hundred thousand on either side are compared', () => {
    const a = Array.from({ length: 100_000 }, (_, at) => (at * 7919) % 100_003);
    const found = rankTest(
      a,
      a.map((value) => value + 500),
    )!;
    expect(found.shift).toBe(500);
    expect(found.p).toBeLessThan(0.001);
  });
});
