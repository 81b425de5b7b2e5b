import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escalationRate } from '../../../src/domain/escalation/rate.ts';
import { wilson } from '../../../src/domain/statistics/wilson.ts';

describe('the Wilson interval (ESC-40)', () => {
  /** Newcombe 1998, Statistics in Medicine 17:857-872, table I, method 3. */
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%d of %d is what Newcombe printed', (hits, n, low, high) => {
    const found = wilson(hits, n);
    expect(found?.low).toBeCloseTo(low, 4);
    expect(found?.high).toBeCloseTo(high, 4);
  });

  it('of nothing says nothing', () => {
    expect(wilson(0, 0)).toBeNull();
  });

  const samples = fc
    .integer({ min: 1, max: 5000 })
    .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));

  it('holds the share, stays within 0 and 1, and mirrors', () => {
    fc.assert(
      fc.property(samples, ([hits, n]) => {
        const { low, high } = wilson(hits, n) ?? { low: NaN, high: NaN };
        const mirrored = wilson(n - hits, n) ?? { low: NaN, high: NaN };
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(hits / n);
        expect(high).toBeGreaterThanOrEqual(hits / n);
        expect(high).toBeLessThanOrEqual(1);
        expect(mirrored.low).toBeCloseTo(1 - high, 10);
        expect(mirrored.high).toBeCloseTo(1 - low, 10);
      }),
    );
  });

  it('narrows where ten times as many say the same', () => {
    fc.assert(
      fc.property(samples, ([hits, n]) => {
        const width = (times: number) => {
          const { low, high } = wilson(hits * times, n * times) ?? { low: 0, high: 0 };
          return high - low;
        };
        expect(width(10)).toBeLessThan(width(1));
      }),
    );
  });
});

describe('what may be said of the target (ESC-40)', () => {
  const verdict = (escalated: number, created: number) =>
    escalationRate({ escalated, created, causes: [], targetPercent: 5 }).verdict;

  it('is nothing below 30 tickets, however many went up', () => {
    expect(verdict(29, 29)).toBe('tooFew');
    expect(verdict(30, 30)).toBe('above');
    expect(verdict(0, 0)).toBe('tooFew');
  });

  it('is above or within only where the whole interval is', () => {
    expect(verdict(5, 100)).toBe('unsure');
    expect(verdict(15, 148)).toBe('above');
    expect(verdict(5, 1000)).toBe('within');
    expect(verdict(0, 60)).toBe('unsure');
  });

  it('shows percent and interval of nothing as none', () => {
    expect(escalationRate({ escalated: 0, created: 0, causes: [], targetPercent: 5 })).toMatchObject({
      percent: null,
      low: null,
      high: null,
    });
  });
});
