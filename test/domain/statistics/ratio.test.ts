import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meanOf } from '../../../src/domain/statistics/mean.ts';
import { welch } from '../../../src/domain/statistics/means.ts';
import { compareRatios, ratioOf } from '../../../src/domain/statistics/ratio.ts';

const parts = (...all: readonly (readonly [top: number, bottom: number])[]) =>
  all.map(([top, bottom]) => ({ top, bottom }));
const ones = (values: readonly number[]) => values.map((top) => ({ top, bottom: 1 }));
const hundredths = fc.integer({ min: -10_000, max: 10_000 }).map((value) => value / 100);
const values = fc.array(hundredths, { minLength: 2, maxLength: 40 });

describe('a ratio of two sums (Cochran 1977, 6.4)', () => {
  it('with the variance of what each unit is off, counted by hand', () => {
    // 4 of 10. Off by 1.4, -1.6 and 0.2: 4.56; 3 x 4.56 / 2 / 10^2 = 0.0684; t of 2 degrees 4.302653.
    const found = ratioOf(parts([3, 4], [0, 4], [1, 2]));
    expect(found?.value).toBeCloseTo(0.4, 12);
    expect(found?.interval?.low).toBeCloseTo(0.4 - 4.302653 * Math.sqrt(0.0684), 5);
    expect(found?.interval?.high).toBeCloseTo(0.4 + 4.302653 * Math.sqrt(0.0684), 5);
  });

  it('is the mean with its interval, and Welch’s test, where all are 1 below the line', () => {
    fc.assert(
      fc.property(values, values, (a, b) => {
        const [mean, found] = [meanOf(a), ratioOf(ones(a))];
        expect(found?.value).toBeCloseTo(mean.mean ?? NaN, 9);
        expect(found?.interval?.low).toBeCloseTo(mean.low ?? NaN, 6);
        const [test, other] = [welch(a, b), compareRatios(ones(a), ones(b))];
        expect(other?.difference).toBeCloseTo(test?.difference ?? NaN, 9);
        if (test?.p == null) expect(other?.p).toBeNull();
        else expect(other?.p).toBeCloseTo(test.p, 6);
      }),
    );
  });

  it('does not take minutes of one day for a sample: a day split in two parts alike is no surer than its days', () => {
    const days = parts([3, 4], [0, 4], [1, 2], [4, 4]);
    const longer = days.map(({ top, bottom }) => ({ top: 60 * top, bottom: 60 * bottom }));
    expect(ratioOf(longer)?.interval?.low).toBeCloseTo(ratioOf(days)?.interval?.low ?? NaN, 9);
  });

  it('of nothing is nothing; of one unit it is a value without an interval, and never NaN', () => {
    expect([ratioOf([]), ratioOf(parts([3, 0]))]).toEqual([null, null]);
    expect(ratioOf(parts([1, 2]))).toEqual({ value: 0.5, interval: null });
    expect(compareRatios(parts([1, 2]), parts([1, 1], [1, 2]))).toMatchObject({ interval: null, p: null });
    expect(compareRatios([], parts([1, 1]))).toBeNull();
    expect(compareRatios(parts([1, 1], [1, 1]), parts([1, 1], [1, 1]))).toEqual({
      difference: 0,
      interval: null,
      p: null,
    });
  });
});
