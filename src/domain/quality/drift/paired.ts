import { t975, tTwoSided } from '../../statistics/distributions.ts';

/** The mean of differences, its 95 % interval, and how likely one as far from 0 is by chance; null where there is none. */
export type Difference = {
  readonly n: number;
  readonly difference: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly p: number | null;
};

/** What is left of a spread that should be nothing, after rounding, beside the differences themselves. */
const nothing = 1e-10;

/**
 * Paired differences by Student's t. Where all are the same there is no spread to judge by: no interval, and p is that of
 * the sign test, which asks only which way they go. Sources: Student, The probable error of a mean, Biometrika 6, 1908;
 * Arbuthnot, 1710, for the signs. SPEC QAG-8.
 */
export function paired(differences: readonly number[]): Difference {
  const n = differences.length;
  if (n === 0) return { n, difference: null, low: null, high: null, p: null };
  const mean = differences.reduce((sum, one) => sum + one, 0) / n;
  if (n === 1) return { n, difference: mean, low: null, high: null, p: null };
  const deviation = Math.sqrt(differences.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (n - 1));
  const largest = differences.reduce((most, one) => Math.max(most, Math.abs(one)), 0);
  if (deviation <= nothing * largest)
    return { n, difference: mean, low: null, high: null, p: largest === 0 ? 1 : Math.min(1, 2 * 0.5 ** n) };
  const error = deviation / Math.sqrt(n);
  const half = t975(n - 1) * error;
  return { n, difference: mean, low: mean - half, high: mean + half, p: tTwoSided(mean / error, n - 1) };
}
