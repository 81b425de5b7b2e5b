import { t975 } from '../../statistics/distributions.ts';

/** A figure, and the interval it lies in with 95 %; both null where there is none. */
export type Estimate = { readonly value: number | null; readonly interval: [number, number] | null };

export const none: Estimate = { value: null, interval: null };

/** What is left of a sum that should be nothing, after rounding. */
const nothing = 1e-12;

/**
 * The interval of `half` on either side, cut off at the ends of its scale. A half of nothing says that what was seen does
 * not vary, not that it is certain: then there is no interval. SPEC QAG-2.
 */
export const around = (
  value: number,
  half: number,
  [least, most]: readonly [number, number],
): [number, number] | null =>
  Number.isFinite(half) && half > nothing * (most - least)
    ? [Math.max(least, value - half), Math.min(most, value + half)]
    : null;

/**
 * The standard error of a figure from what each item adds to it, the sum of which is nothing: null of fewer than two
 * items. Source: linearisation, Gwet, Handbook of Inter-Rater Reliability, 4th edition, 2014, chapter 5.
 */
function errorOf(parts: readonly number[]): number | null {
  const n = parts.length;
  if (n < 2) return null;
  return Math.sqrt(parts.reduce((sum, part) => sum + part * part, 0) / (n * (n - 1)));
}

/** A figure with its interval by Student's t, one degree of freedom less than items. */
export function estimate(value: number, parts: readonly number[], range: readonly [number, number]): Estimate {
  const error = errorOf(parts);
  return { value, interval: error === null ? null : around(value, error * t975(parts.length - 1), range) };
}
