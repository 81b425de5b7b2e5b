import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreementSchema } from '../../../../src/contract/quality-common.ts';
import type { Agreement, AgreementInput } from '../../../../src/contract/quality-common.ts';
import { agreement } from '../../../../src/domain/quality/agreement/agreement.ts';
import { prng } from '../../../../src/domain/prng.ts';
import { coincidenceAlpha, kappaByDelta, slowIcc } from './independent.ts';

type Ratings = AgreementInput['ratings'];
const of = (ratings: Ratings, more: Partial<AgreementInput> = {}) => agreement({ ratings, tolerance: 0, ...more });

const value = fc.integer({ min: 1, max: 5 });
const table = (raters: number, cell: fc.Arbitrary<number | null> = value) =>
  fc.array(fc.array(cell, { minLength: raters, maxLength: raters }), { minLength: 1, maxLength: 15 });
const full = fc.integer({ min: 2, max: 5 }).chain((raters) => table(raters)) as fc.Arbitrary<number[][]>;
const holed = fc.integer({ min: 2, max: 5 }).chain((raters) => table(raters, fc.option(value, { freq: 3 })));

const close = (found: number | null, expected: number | null) =>
  expected === null ? expect(found).toBeNull() : expect(found).toBeCloseTo(expected, 9);

const everyNumber = (found: unknown): number[] =>
  typeof found === 'number'
    ? [found]
    : typeof found === 'object' && found !== null
      ? Object.values(found).flatMap(everyNumber)
      : [];

describe('agreement', () => {
  it('is finite, fits the contract and lies within its intervals, whatever the ratings (QAG-1, QAG-2)', () => {
    fc.assert(
      fc.property(holed, fc.constantFrom('linear', 'quadratic', undefined), (ratings, weights) => {
        const found = of(ratings, weights === undefined ? {} : { weights });
        expect(agreementSchema.safeParse(found).success).toBe(true);
        expect(everyNumber(found).every(Number.isFinite)).toBe(true);
        const pairs: [number | null, [number, number] | null][] = [
          [found.percent, found.intervals.percent],
          [found.pairwisePercent, found.intervals.pairwisePercent],
          [found.cohenKappa, found.intervals.cohenKappa],
          [found.alpha.nominal, found.intervals.alpha.nominal],
          [found.alpha.ordinal, found.intervals.alpha.ordinal],
          [found.fleissKappa, found.intervals.fleissKappa],
        ];
        for (const [figure, interval] of pairs) {
          if (interval === null) continue;
          expect(figure).not.toBeNull();
          expect(interval[0]).toBeLessThanOrEqual((figure ?? NaN) + 1e-9);
          expect(interval[1]).toBeGreaterThanOrEqual((figure ?? NaN) - 1e-9);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('does not depend on the order of items or raters', () => {
    const same = (found: Agreement, other: Agreement) => {
      const [one, two] = [everyNumber(found), everyNumber(other)];
      expect(two).toHaveLength(one.length);
      one.forEach((value, at) => expect((two[at]! - value) / (1 + Math.abs(value))).toBeCloseTo(0, 6));
    };
    fc.assert(
      fc.property(holed, (ratings) => {
        const found = of(ratings, { weights: 'linear' });
        same(found, of([...ratings].reverse(), { weights: 'linear' }));
        same(
          found,
          of(
            ratings.map((row) => [...row].reverse()),
            { weights: 'linear' },
          ),
        );
      }),
    );
  });

  it('leaves out what fewer than two rated, and raters who rated none of the rest (QAG-1)', () => {
    const pair = [
      [1, 1],
      [2, 3],
      [3, 3],
      [1, 2],
    ];
    const padded = [...pair.map((row) => [...row, null]), [4, null, null], [null, null, 5], [null, null, null], []];
    expect(of(padded)).toEqual(of(pair));
    expect(of(pair)).toMatchObject({ items: 4, raters: 2 });
  });

  it('refuses what is not a number, naming the item', () => {
    expect(() =>
      of([
        [1, 2],
        [NaN, 2],
      ]),
    ).toThrow(expect.objectContaining({ code: 'INVALID', data: { field: 'ratings.1' } }));
  });

  it('is null, never NaN, where nothing is defined (QAG-2)', () => {
    for (const nothing of [
      [[1]],
      [[null, null]],
      [[]],
      [
        [1, null],
        [null, 2],
      ],
    ])
      expect(everyNumber(of(nothing))).toEqual([0, 0]);
    const same = of(
      [
        [3, 3],
        [3, 3],
        [3, 3],
      ],
      { weights: 'linear' },
    );
    expect(same).toMatchObject({
      percent: 100,
      pairwisePercent: 100,
      cohenKappa: null,
      weightedKappa: null,
      fleissKappa: null,
    });
    expect(same.alpha).toEqual({ nominal: null, ordinal: null, interval: null, ratio: null });
    expect(Object.values(same.icc).every((one) => one === null)).toBe(true);
    const once = of([[1, 2]]);
    expect(once.percent).toBe(0);
    expect(once.intervals.alpha.nominal).toBeNull();
    expect(once.icc.agreement).toBeNull();
  });

  it('full agreement is 1 everywhere and says no interval where nothing varies (QAG-2)', () => {
    const found = of(
      [
        [1, 1],
        [2, 2],
        [3, 3],
        [5, 5],
      ],
      { weights: 'quadratic' },
    );
    expect(everyNumber({ ...found, items: null, raters: null, intervals: null, tests: null })).toEqual([
      100,
      100,
      ...Array.from({ length: 13 }, () => 1),
    ]);
    expect(found.intervals.alpha.nominal).toBeNull();
    expect(found.intervals.cohenKappa).toBeNull();
    expect(found.intervals.icc.agreement).toBeNull();
    expect(found.intervals.percent?.[0]).toBeLessThan(60);
    expect(found.tests.icc).toBeNull();
  });
});

describe('percent agreement (QAG-3)', () => {
  it('counts items and pairs within the tolerance, as one would by hand', () => {
    const slow = (ratings: Ratings, tolerance: number) => {
      let agreed = 0;
      let items = 0;
      let pairs = 0;
      let all = 0;
      for (const row of ratings) {
        const given = row.filter((one) => one !== null);
        if (given.length < 2) continue;
        items += 1;
        let whole = true;
        for (let i = 0; i < given.length; i += 1)
          for (let j = 0; j < i; j += 1) {
            const within = Math.abs(given[i]! - given[j]!) <= tolerance;
            all += 1;
            if (within) pairs += 1;
            else whole = false;
          }
        if (whole) agreed += 1;
      }
      return items === 0 ? [null, null] : [(100 * agreed) / items, (100 * pairs) / all];
    };
    fc.assert(
      fc.property(holed, fc.integer({ min: 0, max: 3 }), (ratings, tolerance) => {
        const found = of(ratings, { tolerance });
        const [items, pairs] = slow(ratings, tolerance);
        close(found.percent, items!);
        close(found.pairwisePercent, pairs!);
      }),
    );
  });

  it('a tolerance of 0.2 holds 0.6 and 0.8, whatever their last binary digits', () => {
    expect(of([[0.6, 0.8]], { tolerance: 0.2 }).percent).toBe(100);
    expect(of([[0.6, 0.8001]], { tolerance: 0.2 })).toMatchObject({ percent: 0, pairwisePercent: 0 });
  });
});

describe('kappa (QAG-4, QAG-5)', () => {
  it('and its standard error are what the delta method gives for a multinomial table', () => {
    fc.assert(
      fc.property(table(2), fc.constantFrom('linear', 'quadratic'), (ratings, weights) => {
        const found = of(ratings, { weights });
        for (const [figure, interval, power] of [
          [found.cohenKappa, found.intervals.cohenKappa, 0],
          [found.weightedKappa, found.intervals.weightedKappa, weights === 'linear' ? 1 : 2],
        ] as const) {
          const slow = kappaByDelta(ratings as number[][], power);
          close(figure, slow?.kappa ?? null);
          if (interval === null || slow === null) continue;
          if (interval[0] > -1) expect((figure! - interval[0]) / 1.959963984540054).toBeCloseTo(slow.error, 4);
        }
      }),
    );
  });

  it('is for two raters; weighted only where weights are asked for; Fleiss only where all rated as many', () => {
    const three = of(
      [
        [1, 2, 2],
        [2, 2, 3],
      ],
      { weights: 'linear' },
    );
    expect(three).toMatchObject({ cohenKappa: null, weightedKappa: null });
    expect(three.fleissKappa).not.toBeNull();
    expect(
      of([
        [1, 2],
        [2, 2],
      ]).weightedKappa,
    ).toBeNull();
    expect(
      of([
        [1, 2, 2],
        [2, 2, null],
      ]).fleissKappa,
    ).toBeNull();
    // Who rated may change from item to item.
    expect(
      of([
        [1, 2, null],
        [null, 2, 2],
        [3, null, 3],
      ]).fleissKappa,
    ).not.toBeNull();
  });
});

describe("Krippendorff's alpha (QAG-6)", () => {
  it('is what the coincidence matrix gives, at every level', () => {
    fc.assert(
      fc.property(holed, (ratings) => {
        const { alpha } = of(ratings);
        for (const level of ['nominal', 'ordinal', 'interval', 'ratio'] as const)
          close(alpha[level], coincidenceAlpha(ratings, level));
      }),
    );
  });

  it('its standard error is close to that of the jackknife', () => {
    const rng = prng(7);
    const ratings = Array.from({ length: 120 }, () => {
      const truth = rng.int(1, 5);
      return Array.from({ length: 4 }, () =>
        rng.chance(0.15) ? null : rng.chance(0.6) ? truth : Math.min(5, Math.max(1, truth + rng.int(-2, 2))),
      );
    });
    const found = of(ratings);
    const usable = ratings.filter((row) => row.filter((one) => one !== null).length >= 2);
    for (const level of ['nominal', 'ordinal', 'interval', 'ratio'] as const) {
      const without = usable.map((_, at) => of(usable.filter((__, other) => other !== at)).alpha[level]!);
      const mean = without.reduce((sum, one) => sum + one, 0) / without.length;
      const error = Math.sqrt(
        ((without.length - 1) / without.length) * without.reduce((sum, one) => sum + (one - mean) ** 2, 0),
      );
      const [low, high] = found.intervals.alpha[level]!;
      expect((high - low) / 2 / 1.98 / error).toBeGreaterThan(0.93);
      expect((high - low) / 2 / 1.98 / error).toBeLessThan(1.07);
    }
  });

  it('the ratio level needs a true zero', () => {
    expect(
      of([
        [-1, 2],
        [2, 3],
      ]).alpha.ratio,
    ).toBeNull();
    expect(
      of([
        [0, 2],
        [2, 3],
      ]).alpha.ratio,
    ).not.toBeNull();
  });
});

describe('intraclass correlation (QAG-7)', () => {
  it('is what sums of squares over the whole table give', () => {
    fc.assert(
      fc.property(full, (ratings) => {
        const slow = slowIcc(ratings);
        const { icc } = of(ratings);
        for (const kind of ['oneWay', 'agreement', 'consistency'] as const) close(icc[kind], slow?.[kind] ?? null);
      }),
    );
  });

  it('consistency does not mind who is lenient, agreement does; neither minds the scale', () => {
    fc.assert(
      fc.property(full, (ratings) => {
        const { icc } = of(ratings);
        const lenient = of(ratings.map((row) => row.map((one, rater) => one + (rater === 0 ? 2 : 0)))).icc;
        const scaled = of(ratings.map((row) => row.map((one) => 10 * one + 7))).icc;
        close(lenient.consistency, icc.consistency);
        close(scaled.agreement, icc.agreement);
        close(scaled.oneWayMean, icc.oneWayMean);
      }),
    );
  });

  it('is null where somebody left an item out', () => {
    expect(
      of([
        [1, 2, 3],
        [2, 3, null],
        [3, 3, 1],
      ]).icc.oneWay,
    ).toBeNull();
  });

  it('the interval holds the truth about as often as it says', () => {
    const rng = prng(11);
    let held = 0;
    const runs = 400;
    for (let run = 0; run < runs; run += 1) {
      const lenient = Array.from({ length: 5 }, () => 0.5 * rng.normal());
      const ratings = Array.from({ length: 25 }, () => {
        const truth = rng.normal();
        return lenient.map((bias) => truth + bias + rng.normal());
      });
      const [low, high] = of(ratings).intervals.icc.agreement!;
      if (low <= 1 / 2.25 && 1 / 2.25 <= high) held += 1;
    }
    expect(held / runs).toBeGreaterThan(0.92);
    expect(held / runs).toBeLessThan(0.98);
  });
});
