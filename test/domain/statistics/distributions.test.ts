import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fPoint,
  fTail,
  incompleteBeta,
  normalTwoSided,
  t975,
  tTwoSided,
} from '../../../src/domain/statistics/distributions.ts';

const near = (value: number, expected: number, digits = 11) => expect(value / expected).toBeCloseTo(1, digits);

describe('the distributions behind intervals and tests (QAG-2)', () => {
  /** Figures of SciPy 1.17 (scipy.stats f.sf, f.isf, t.ppf, t.sf, norm.sf; scipy.special betainc). */
  it('are what SciPy gives', () => {
    near(fTail(1.826771653543307, 19, 39.7465), 0.054265194885914234);
    near(fPoint(0.025, 19, 39.75), 2.0887197666099393);
    near(fPoint(0.025, 39.75, 19), 2.3340943379707197);
    near(fPoint(0.025, 20_000, 4_000_000), 1.0197445814927688, 8);
    near(t975(10), 2.228138851986274);
    near(t975(1), 12.70620473617471);
    near(tTwoSided(2.5, 3.3), 0.08005283630835447);
    near(normalTwoSided(1.96), 0.04999579029644087);
    near(normalTwoSided(-10), 1.52397060483211e-23);
    near(incompleteBeta(1 / 3, 200_000, 400_000), 0.5001213943009427, 8);
  });

  const degrees = fc.double({ min: 1, max: 500, noNaN: true });

  it('an F point is passed with its chance, and mirrors when its sides change', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), degrees, degrees, (tail, one, other) => {
        const point = fPoint(tail, one, other);
        expect(fTail(point, one, other)).toBeCloseTo(tail, 8);
        expect(point * fPoint(1 - tail, other, one)).toBeCloseTo(1, 5);
      }),
    );
  });

  it('t is the incomplete beta by its formula, and of many degrees is normal', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 8, noNaN: true }), degrees, (t, df) => {
        expect(tTwoSided(t, df)).toBeCloseTo(incompleteBeta(df / (df + t * t), df / 2, 0.5), 6);
        expect(tTwoSided(t, 1e6)).toBeCloseTo(normalTwoSided(t), 5);
      }),
    );
  });

  it('the incomplete beta of whole numbers is a sum of a binomial', () => {
    const whole = fc.integer({ min: 1, max: 12 });
    const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k);
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), whole, whole, (x, a, b) => {
        const n = a + b - 1;
        let sum = 0;
        for (let k = a; k <= n; k += 1) sum += choose(n, k) * x ** k * (1 - x) ** (n - k);
        expect(incompleteBeta(x, a, b)).toBeCloseTo(sum, 11);
      }),
    );
  });

  it('ends where it changes sides, on either side of it', () => {
    for (let a = 1; a < 40; a += 1)
      for (let b = 1; b < 40; b += 1) {
        const turn = (a + 1) / (a + b + 2);
        expect(incompleteBeta(turn, a, b) + incompleteBeta(1 - turn, b, a)).toBeCloseTo(1, 11);
      }
  });

  it('where the error function changes its formula nothing jumps', () => {
    const edge = 2.5 * Math.SQRT2;
    near(normalTwoSided(edge - 1e-14), normalTwoSided(edge + 1e-14));
  });
});
