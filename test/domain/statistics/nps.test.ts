import { describe, expect, it } from 'vitest';
import { compareNps, netPromoter } from '../../../src/domain/statistics/nps.ts';

/**
 * The same by another way: the answers as -1, 0 and 1 with 3/4, 3/2 and 3/4 of one added (the pseudo-observations of Rocks's
 * own R package), their mean and variance, and a plain Wald interval of them.
 */
function byPseudoObservations(promoters: number, passives: number, detractors: number) {
  const weights = [detractors + 0.75, passives + 1.5, promoters + 0.75];
  const all = weights.reduce((sum, each) => sum + each, 0);
  const mean = weights.reduce((sum, each, at) => sum + each * (at - 1), 0) / all;
  const variance = weights.reduce((sum, each, at) => sum + each * (at - 1 - mean) ** 2, 0) / all;
  const half = 1.959964 * Math.sqrt(variance / all);
  return { low: 100 * (mean - half), high: 100 * (mean + half) };
}

describe('net promoter score (SUR-2)', () => {
  it('is the share of promoters less that of detractors, with the interval of Rocks 2016 counted by hand', () => {
    // 36 answers: 15 promoters, 12 passives, 9 detractors. 15.75 and 9.75 of 39; variance 0.653846 - 0.153846^2.
    const found = netPromoter({ promoters: 15, passives: 12, detractors: 9 });
    expect(found?.score).toBeCloseTo(16.6667, 4);
    expect(found?.interval.low).toBeCloseTo(-9.53, 2);
    expect(found?.interval.high).toBeCloseTo(40.3, 2);
  });

  it('is the plain interval of the answers with the pseudo-observations added', () => {
    for (const [p, n, d] of [
      [8, 9, 22],
      [1, 0, 0],
      [40, 30, 30],
      [700, 200, 100],
      [0, 50, 0],
    ] as const) {
      const { interval } = netPromoter({ promoters: p, passives: n, detractors: d }) ?? {};
      const other = byPseudoObservations(p, n, d);
      expect(interval?.low).toBeCloseTo(Math.max(-100, other.low), 3);
      expect(interval?.high).toBeCloseTo(Math.min(100, other.high), 3);
    }
  });

  it('of nobody is nothing, and never leaves the scale', () => {
    expect(netPromoter({ promoters: 0, passives: 0, detractors: 0 })).toBeNull();
    const one = netPromoter({ promoters: 0, passives: 0, detractors: 1 });
    expect(one?.score).toBe(-100);
    expect(one?.interval.low).toBeGreaterThanOrEqual(-100);
    expect(netPromoter({ promoters: 5, passives: 0, detractors: 0 })?.interval.high).toBe(100);
  });
});

describe('two scores (KPI-14)', () => {
  const [a, b] = [
    { promoters: 15, passives: 12, detractors: 9 },
    { promoters: 20, passives: 10, detractors: 6 },
  ];

  it('are told apart by one test, counted by hand', () => {
    // 14 of 39 less 6 of 39; variances (0.705128 - 0.128863) / 39 and (0.653846 - 0.023669) / 39: z 1.16628.
    const found = compareNps(a, b);
    expect(found?.difference).toBeCloseTo(22.2222, 4);
    expect(found?.interval?.low).toBeCloseTo(-13.96, 2);
    expect(found?.interval?.high).toBeCloseTo(54.98, 1);
    expect(found?.p).toBeCloseTo(0.2435, 3);
  });

  it('p is below 0.05 just where the interval leaves out 0, either way round', () => {
    for (let promoters = 0; promoters <= 36; promoters += 3) {
      const other = { promoters, passives: 4, detractors: 36 - promoters };
      const [there, back] = [compareNps(a, other)!, compareNps(other, a)!];
      const { low, high } = there.interval!;
      expect([promoters, low > 0 || high < 0]).toEqual([promoters, there.p! < 0.05]);
      expect(back.difference).toBeCloseTo(-there.difference, 9);
      expect(back.p).toBeCloseTo(there.p!, 12);
    }
  });

  it('of nobody on one side there is nothing to tell; all of one kind is no division by nothing', () => {
    const none = { promoters: 0, passives: 0, detractors: 0 };
    expect([compareNps(none, a), compareNps(a, none)]).toEqual([null, null]);
    const [worst, best] = [
      { promoters: 0, passives: 0, detractors: 40 },
      { promoters: 40, passives: 0, detractors: 0 },
    ];
    expect(compareNps(worst, best)).toMatchObject({ difference: 200 });
    expect(compareNps(worst, best)?.interval?.high).toBeLessThanOrEqual(200);
    expect(compareNps(best, best)).toMatchObject({ difference: 0, p: 1 });
  });
});
