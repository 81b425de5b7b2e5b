import { t975, tTwoSided } from './distributions.ts';

/** A mean, and its variance; not a number where one value alone says nothing of it. */
export type Moments = { readonly n: number; readonly mean: number; readonly error2: number };

function momentsOf(values: readonly number[]): Moments {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { n, mean, error2: n < 2 ? NaN : squares / (n - 1) / n };
}

export type MeansTest = {
  readonly difference: number;
  readonly interval: { readonly low: number; readonly high: number } | null;
  readonly p: number | null;
};

/**
 * Second mean less first, its interval at 95 % and the two-sided p that they are the same, without taking their spreads for
 * equal. Source: Welch 1947, Biometrika 34; degrees of freedom by Satterthwaite 1946. Neither is known where one of them is
 * a single value or nothing varies. Null where one has none.
 */
export function welch(a: readonly number[], b: readonly number[]): MeansTest | null {
  return a.length === 0 || b.length === 0 ? null : welchOf(momentsOf(a), momentsOf(b));
}

/** The same of means whose variances are known already. */
export function welchOf(one: Moments, other: Moments): MeansTest {
  const difference = other.mean - one.mean;
  const error2 = one.error2 + other.error2;
  if (!(error2 > 0)) return { difference, interval: null, p: null };
  const df = error2 ** 2 / (one.error2 ** 2 / (one.n - 1) + other.error2 ** 2 / (other.n - 1));
  const half = t975(df) * Math.sqrt(error2);
  return {
    difference,
    interval: { low: difference - half, high: difference + half },
    p: tTwoSided(difference / Math.sqrt(error2), df),
  };
}
