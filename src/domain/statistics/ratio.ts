import { t975 } from './distributions.ts';
import { welchOf, type MeansTest, type Moments } from './means.ts';

/** One unit of a sample: what it adds above and below the line. */
export type Part = { readonly top: number; readonly bottom: number };

/** Ratio and the variance of it by what each unit is off; null where nothing stands below the line. */
function momentsOf(parts: readonly Part[]): Moments | null {
  const n = parts.length;
  const sum = (of: (part: Part) => number): number => parts.reduce((all, part) => all + of(part), 0);
  const bottom = sum((part) => part.bottom);
  if (!(bottom > 0)) return null;
  const mean = sum(({ top }) => top) / bottom;
  const squares = sum((part) => (part.top - mean * part.bottom) ** 2);
  return { n, mean, error2: n < 2 ? NaN : (n * squares) / (n - 1) / bottom ** 2 };
}

/**
 * A ratio of two sums over the same units (minutes in adherence of minutes planned, by person and day), and its interval at
 * 95 %: the ratio estimator with the linearised variance of Cochran 1977, Sampling Techniques, 6.4, by Student's t. Units are
 * the sample, not what is in them: minutes of one day are no sample of each other. Where all are 1 below it is the mean with
 * its usual interval. Null where nothing stands below the line; no interval of one unit alone.
 */
export function ratioOf(parts: readonly Part[]): {
  readonly value: number;
  readonly interval: { readonly low: number; readonly high: number } | null;
} | null {
  const found = momentsOf(parts);
  if (found === null) return null;
  const { mean, error2, n } = found;
  if (!Number.isFinite(error2)) return { value: mean, interval: null };
  const half = t975(n - 1) * Math.sqrt(error2);
  return { value: mean, interval: { low: mean - half, high: mean + half } };
}

/** The second ratio less the first, as Welch 1947 compares means. Null where one has nothing below the line. */
export function compareRatios(a: readonly Part[], b: readonly Part[]): MeansTest | null {
  const [one, other] = [momentsOf(a), momentsOf(b)];
  return one === null || other === null ? null : welchOf(one, other);
}
