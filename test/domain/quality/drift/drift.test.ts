import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prng } from '../../../../src/domain/prng.ts';
import { drift } from '../../../../src/domain/quality/drift/drift.ts';
import { compareToBaseline, leniency } from '../../../../src/domain/quality/drift/leniency.ts';
import { paired } from '../../../../src/domain/quality/drift/paired.ts';
import { holm } from '../../../../src/domain/statistics/holm.ts';

const reviewerIds = ['a', 'b', 'c', 'd'];

/** Scores of four reviewers who see the same truth, each off by their own bias and some noise. */
function session(items: number, seed: number, bias: readonly number[], noise = 5): number[][] {
  const rng = prng(seed);
  return Array.from({ length: items }, () => {
    const truth = 60 + 15 * rng.normal();
    return bias.map((each) => truth + each + noise * rng.normal());
  });
}

describe('paired differences (QAG-8)', () => {
  it("are Student's own: hours of sleep gained by ten patients", () => {
    // Student 1908, The probable error of a mean, the second soporific less the first; t and p as R's t.test prints them.
    const found = paired([1.2, 2.4, 1.3, 1.3, 0, 1, 1.8, 0.8, 4.6, 1.4]);
    expect(found.difference).toBeCloseTo(1.58, 12);
    expect(found.low).toBeCloseTo(0.7001142, 6);
    expect(found.high).toBeCloseTo(2.4598858, 6);
    expect(found.p).toBeCloseTo(0.002833, 6);
  });

  it('of one or none say no more than they can', () => {
    expect(paired([])).toEqual({ n: 0, difference: null, low: null, high: null, p: null });
    expect(paired([3])).toEqual({ n: 1, difference: 3, low: null, high: null, p: null });
  });

  it('that are all the same are judged by their sign', () => {
    expect(paired([5, 5, 5, 5, 5, 5, 5, 5])).toMatchObject({ difference: 5, low: null, p: 2 / 256 });
    expect(paired([0, 0, 0])).toMatchObject({ difference: 0, p: 1 });
  });
});

describe('several tests at once (QAG-8)', () => {
  it('are raised as Holm has it', () => {
    expect(holm([0.01, 0.04, null, 0.03, 0.005])).toEqual([0.03, 0.06, null, 0.06, 0.02]);
    expect(holm([0.9, 0.8])).toEqual([1, 1]);
  });

  it('never lower a chance, keep its order, and lie below Bonferroni', () => {
    const chances = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(chances, (given) => {
        const raised = holm(given) as number[];
        given.forEach((p, at) => {
          expect(raised[at]).toBeGreaterThanOrEqual(p);
          expect(raised[at]).toBeLessThanOrEqual(Math.min(1, p * given.length));
          given.forEach((other, to) => {
            if (p < other) expect(raised[at]).toBeLessThanOrEqual(raised[to]!);
          });
        });
      }),
    );
  });
});

describe('leniency (QAG-8)', () => {
  it('is one’s own score less the mean of the others, on what both scored', () => {
    const scores = [
      [80, 60, 70, null],
      [90, 70, null, null],
      [null, 50, 60, null],
      [100, null, null, null],
    ];
    const found = leniency({ reviewerIds, scores });
    expect(found.map(({ reviewerId, n, difference }) => [reviewerId, n, difference])).toEqual([
      ['a', 2, (15 + 20) / 2],
      ['b', 3, (-15 - 20 - 10) / 3],
      ['c', 2, (0 + 10) / 2],
      ['d', 0, null],
    ]);
    expect(found[3]).toMatchObject({ p: null, moreThanChance: false });
  });

  it('of somebody truly lenient is found, and by about how much', () => {
    const [first] = leniency({ reviewerIds, scores: session(40, 1, [10, 0, 0, 0]) });
    expect(first?.moreThanChance).toBe(true);
    expect(first?.low).toBeGreaterThan(7);
    expect(first?.high).toBeLessThan(13);
  });

  it('cries wolf in no more than one session of twenty where nobody is', () => {
    let cries = 0;
    const sessions = 600;
    for (let seed = 0; seed < sessions; seed += 1)
      if (leniency({ reviewerIds, scores: session(12, seed, [0, 0, 0, 0]) }).some((each) => each.moreThanChance))
        cries += 1;
    expect(cries / sessions).toBeLessThan(0.07);
    expect(cries).toBeGreaterThan(0);
  });
});

describe('beside a baseline (QAG-9)', () => {
  it('says who is off, and by how much either way', () => {
    const found = compareToBaseline({
      reviewerIds: ['a', 'b'],
      scores: [
        [80, 70],
        [60, null],
        [70, 50],
      ],
      baseline: [70, 70, null],
    });
    expect(found.map(({ n, difference, meanError }) => [n, difference, meanError])).toEqual([
      [2, 0, 10],
      [1, 0, 0],
    ]);
    expect(compareToBaseline({ reviewerIds: ['a'], scores: [[80]], baseline: [null] })[0]).toMatchObject({
      n: 0,
      meanError: null,
    });
  });

  it('does not blame the others for one who is far off', () => {
    const bias = [12, 0, 0, 0];
    const scores = session(60, 4, bias);
    const truth = session(60, 4, [0, 0, 0, 0]).map((row) => row.reduce((sum, one) => sum + one, 0) / 4);
    const found = compareToBaseline({ reviewerIds, scores, baseline: truth });
    expect(found.map(({ moreThanChance }) => moreThanChance)).toEqual([true, false, false, false]);
  });
});

describe('drift (QAG-10)', () => {
  const month = (146_097 / 4_800) * 86_400_000;

  it('is the slope over time, per month', () => {
    // Slope, interval and p by scipy.stats.linregress over 0, 1, 2, 3, 4 months.
    const found = drift([1, 3, 2, 5, 4].map((difference, at) => ({ at: 1.7e12 + at * month, difference })));
    expect(found?.perMonth).toBeCloseTo(0.8, 9);
    expect(found?.p).toBeCloseTo(0.10408803866182788, 9);
    expect(found?.low).toBeCloseTo(0.8 - 3.182446305284263 * 0.34641016151377546, 9);
    expect(found?.high).toBeCloseTo(0.8 + 3.182446305284263 * 0.34641016151377546, 9);
  });

  it('does not mind order, nor when time began', () => {
    const points = fc.array(
      fc.record({ at: fc.integer({ min: 0, max: 1e10 }), difference: fc.integer({ min: -50, max: 50 }) }),
      {
        minLength: 3,
        maxLength: 20,
      },
    );
    fc.assert(
      fc.property(points, (given) => {
        const one = drift(given);
        const other = drift(
          [...given].reverse().map(({ at, difference }) => ({ at: at + 1.6e12, difference: difference + 7 })),
        );
        if (one === null) expect(other).toBeNull();
        else if (Math.max(...given.map(({ at }) => at)) - Math.min(...given.map(({ at }) => at)) > 1e6)
          expect(other!.perMonth / (1 + Math.abs(one.perMonth))).toBeCloseTo(
            one.perMonth / (1 + Math.abs(one.perMonth)),
            4,
          );
      }),
    );
  });

  it('of fewer than two instants is none; of two, or of one line, has no interval', () => {
    expect(drift([])).toBeNull();
    expect(
      drift([
        { at: 5, difference: 1 },
        { at: 5, difference: 9 },
      ]),
    ).toBeNull();
    expect(
      drift([
        { at: 0, difference: 1 },
        { at: month, difference: 3 },
      ]),
    ).toMatchObject({ perMonth: 2, low: null, p: null });
    expect(drift([0, 1, 2].map((at) => ({ at: at * month, difference: 4 })))).toMatchObject({ perMonth: 0, low: null });
    const [first, next] = [0, 1].map((difference) => ({ at: 0, difference }));
    expect(drift([first!, { ...next!, at: month / 2 - 1 }])).toBeNull();
    expect(drift([first!, { ...next!, at: month / 2 }])).toMatchObject({ n: 2, perMonth: 2 });
  });

  it('holds the truth in its interval about as often as it says', () => {
    const rng = prng(3);
    let held = 0;
    const runs = 1000;
    for (let run = 0; run < runs; run += 1) {
      const found = drift(
        Array.from({ length: 15 }, (_, at) => ({ at: at * month, difference: 0.7 * at + 4 * rng.normal() })),
      );
      if (found!.low! <= 0.7 && 0.7 <= found!.high!) held += 1;
    }
    expect(held / runs).toBeGreaterThan(0.93);
    expect(held / runs).toBeLessThan(0.97);
  });
});
