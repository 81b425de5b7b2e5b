import { quantile } from '../../statistics/quantile.ts';
import type { Judged } from './back-test.ts';

/** From a value, the band that holds what comes in 80 of 100 cases. */
export type Band = (value: number) => { readonly low: number; readonly high: number };

/** Errors of fewer intervals say little about their tenths. */
const enough = 30;
/** The tenth of a standard normal distribution, the other way round. */
const tenth = 1.2815515655446004;

type Pair = { readonly expected: number; readonly error: number };

const pairsOf = (judged: readonly Judged[]): Pair[] =>
  judged.flatMap(({ expected, actual }) =>
    [...expected].flatMap((value, k) => (value > 0 ? [{ expected: value, error: (actual[k] ?? 0) - value }] : [])),
  );

const meanBy = (pairs: readonly Pair[], of: (pair: Pair) => number) =>
  pairs.reduce((sum, pair) => sum + of(pair), 0) / pairs.length;

/**
 * How errors grow with what is expected: with its root where each contact comes by itself, with itself where whole days
 * are off. Two halves of the intervals by level, the slope between their mean errors, kept between the two.
 */
const powerOf = (pairs: readonly Pair[]): number => {
  const sorted = pairs.toSorted((one, other) => one.expected - other.expected);
  const lower = sorted.slice(0, sorted.length >> 1);
  const upper = sorted.slice(sorted.length >> 1);
  const level = Math.log(meanBy(upper, (pair) => pair.expected) / meanBy(lower, (pair) => pair.expected));
  if (!(level > 0.05)) return 0.5;
  const errors = meanBy(upper, (pair) => Math.abs(pair.error)) / meanBy(lower, (pair) => Math.abs(pair.error));
  const slope = Math.log(errors) / level;
  return Number.isFinite(slope) ? Math.min(1, Math.max(0.5, slope)) : 0.5;
};

/** Without a back-test: counts that come by themselves, around a day that may be off by a tenth. */
const guessed: Band = (value) => {
  const half = tenth * Math.sqrt(value + (0.1 * value) ** 2);
  return { low: Math.max(0, value - half), high: value + half };
};

/**
 * The 80 % band from the errors of the back-test: divided by the expected value to a power between a half and one, their
 * first and last tenth, and that times the value to the same power. Never below 0, and the value itself lies in it.
 * Source: empirical intervals of Williams & Goodman 1971, JASA 66. SPEC STF-47.
 */
export const bandOf = (judged: readonly Judged[]): Band => {
  const pairs = pairsOf(judged);
  if (pairs.length < enough) return guessed;
  const power = powerOf(pairs);
  const scaled = Float64Array.from(pairs, ({ error, expected }) => error / expected ** power).sort();
  const [down, up] = [Math.min(0, quantile(scaled, 0.1)), Math.max(0, quantile(scaled, 0.9))];
  return (value) => {
    const scale = value ** power;
    return { low: Math.max(0, value + down * scale), high: value + up * scale };
  };
};

const total = (values: Float64Array): Float64Array => Float64Array.of(values.reduce((sum, value) => sum + value, 0));

/**
 * The same for whole days, from the errors of whole days: the bands of a day's intervals added outright are too wide, as
 * if all of them erred one way, and added as if each erred by itself too narrow. SPEC STF-47.
 */
export const dayBandOf = (judged: readonly Judged[]): Band =>
  bandOf(judged.map(({ expected, actual }) => ({ expected: total(expected), actual: total(actual) })));
