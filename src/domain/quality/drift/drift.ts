import { t975, tTwoSided } from '../../statistics/distributions.ts';

/** How a reviewer's difference to the others changes, in points per month, with its 95 % interval and its chance. */
export type Drift = {
  readonly n: number;
  readonly perMonth: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly p: number | null;
};

/** A mean month of the Gregorian calendar, in ms: 146,097 days over 4,800 months. */
const month = (146_097 / 4_800) * 86_400_000;
/** Scores of less than half a month say nothing of what a month brings. */
const shortest = month / 2;

const spanOf = (points: readonly { readonly at: number }[]): number =>
  points.reduce((latest, { at }) => Math.max(latest, at), -Infinity) -
  points.reduce((first, { at }) => Math.min(first, at), Infinity);

/**
 * The slope of differences over time by least squares; `at` in ms, in any order. Null where they span less
 * than half a month; of two
 * differences, or where all lie on one line, without an interval. Source: any textbook of regression, for instance Draper
 * and Smith, Applied Regression Analysis, 1966, chapter 1. SPEC QAG-10.
 */
export function drift(points: readonly { readonly at: number; readonly difference: number }[]): Drift | null {
  const n = points.length;
  const middle = points.reduce((sum, { at }) => sum + at / n, 0);
  const mean = points.reduce((sum, { difference }) => sum + difference / n, 0);
  const xs = points.map(({ at }) => (at - middle) / month);
  const ys = points.map(({ difference }) => difference - mean);
  const spread = xs.reduce((sum, x) => sum + x * x, 0);
  if (!(spanOf(points) >= shortest)) return null;
  const perMonth = xs.reduce((sum, x, at) => sum + x * (ys[at] ?? 0), 0) / spread;
  const left = xs.reduce((sum, x, at) => sum + ((ys[at] ?? 0) - perMonth * x) ** 2, 0);
  const all = ys.reduce((sum, y) => sum + y * y, 0);
  if (n < 3 || left <= 1e-20 * all || all === 0) return { n, perMonth, low: null, high: null, p: null };
  const error = Math.sqrt(left / (n - 2) / spread);
  const half = t975(n - 2) * error;
  return { n, perMonth, low: perMonth - half, high: perMonth + half, p: tTwoSided(perMonth / error, n - 2) };
}
