import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare } from '../../../src/domain/metrics/compare.ts';
import { prng } from '../../../src/domain/prng.ts';
import { Fault } from '../../../src/domain/fault.ts';

const shares = (s1: number, n1: number, s2: number, n2: number) =>
  compare({ a: { n: n1, successes: s1 }, b: { n: n2, successes: s2 }, measure: 'median' });

describe('whether to react (MET-1 to MET-4)', () => {
  it('enough, big enough, and more than chance: all three', () => {
    expect(shares(160, 200, 184, 200)).toMatchObject({
      difference: expect.closeTo(0.12, 12) as number,
      relativeChange: expect.closeTo(0.15, 12) as number,
      enoughSample: true,
      bigEnough: true,
      verdict: 'react',
    });
    // As big a change, of 29: not yet, though it is more than chance.
    expect(shares(5, 29, 25, 29)).toMatchObject({ enoughSample: false, bigEnough: true, verdict: 'notYet' });
    // Enough of them, and a change that may be chance.
    expect(shares(24, 30, 27, 30)).toMatchObject({ enoughSample: true, bigEnough: true, verdict: 'notYet' });
    // More than chance, and too small to matter: steady.
    const small = shares(80_000, 100_000, 82_000, 100_000);
    expect(small).toMatchObject({ bigEnough: false, verdict: 'steady' });
    expect(small.p).toBeLessThan(1e-10);
  });

  it('7 % is enough, a hair less is not; 30 is enough', () => {
    expect(shares(100, 200, 107, 200).bigEnough).toBe(true);
    expect(shares(10_000, 20_000, 10_699, 20_000).bigEnough).toBe(false);
    expect(shares(15, 30, 15, 30).enoughSample).toBe(true);
    expect(shares(15, 30, 15, 29).enoughSample).toBe(false);
  });

  it('scores by their means, times by their middles', () => {
    const a = Array.from({ length: 40 }, (_, at) => 60 + (at % 10));
    const b = a.map((value) => value + 20);
    const slow = [...b.slice(1), 100_000];
    expect(compare({ a: { values: a }, b: { values: b }, measure: 'mean' })).toMatchObject({
      difference: expect.closeTo(20, 9) as number,
      verdict: 'react',
    });
    expect(compare({ a: { values: a }, b: { values: slow }, measure: 'median' }).difference).toBe(20);
  });

  it('of nothing, of one, of what does not vary there are words, and no NaN', () => {
    const cases = [
      shares(0, 0, 0, 0),
      shares(0, 0, 3, 5),
      shares(0, 40, 0, 40),
      shares(40, 40, 40, 40),
      ...(['mean', 'median'] as const).flatMap((measure) =>
        [[], [0], [5], [0, 0], Array.from({ length: 50 }, () => 7)].map((values) =>
          compare({ a: { values }, b: { values }, measure }),
        ),
      ),
    ];
    for (const each of cases) {
      expect(JSON.stringify(each)).toBe(
        JSON.stringify(each, (_, value: unknown) => (Number.isNaN(value) ? 'NaN' : value)),
      );
      expect(each.verdict).not.toBe('react');
    }
    expect(cases[0]).toMatchObject({ difference: null, relativeChange: null, interval: null, p: null });
  });

  it('sides of two kinds are refused, and more successes than there were', () => {
    const refused = (act: () => unknown) => expect(act).toThrow(Fault);
    refused(() => compare({ a: { n: 3, successes: 1 }, b: { values: [1] }, measure: 'mean' }));
    refused(() => shares(4, 3, 1, 3));
  });

  it('says to react where there is nothing no oftener than chance allows, and finds what is there', () => {
    let cried = 0;
    let found = 0;
    const runs = 2000;
    for (let seed = 0; seed < runs; seed += 1) {
      const rng = prng(seed, 7);
      const of = (median: number) => ({ values: Array.from({ length: 60 }, () => rng.around(median, 0.6)) });
      const base = of(100);
      if (compare({ a: base, b: of(100), measure: 'median' }).verdict === 'react') cried += 1;
      if (compare({ a: base, b: of(60), measure: 'median' }).verdict === 'react') found += 1;
    }
    // 5 % two-sided, and some of those are too small to count.
    expect(cried / runs).toBeLessThan(0.06);
    expect(cried / runs).toBeGreaterThan(0.02);
    expect(found / runs).toBeGreaterThan(0.95);
  });

  it('the other way round everything is mirrored', () => {
    const side = fc
      .integer({ min: 1, max: 200 })
      .chain((n) => fc.integer({ min: 0, max: n }).map((successes) => ({ n, successes })));
    fc.assert(
      fc.property(side, side, (a, b) => {
        const [there, back] = [compare({ a, b, measure: 'mean' }), compare({ a: b, b: a, measure: 'mean' })];
        expect(there.difference).toBeCloseTo(-(back.difference ?? 0), 12);
        expect(there.p).toBeCloseTo(back.p ?? NaN, 12);
        expect(there.interval!.low).toBeCloseTo(-back.interval!.high, 12);
      }),
    );
  });
});
