import { type Estimate, estimate, none } from './estimate.ts';
import { mostValues } from './limits.ts';
import type { Rated, RatedItem } from './ratings.ts';

/** How far values lie apart, squared, by level of measurement. */
export type Metric = {
  /** Of the ratings of one item, over all ordered pairs. */
  readonly within: (item: RatedItem) => number;
  /** From the value at a place to one drawn from all, on average. */
  readonly fromAll: readonly number[];
};

/** Values on a line: squares of distances need no pairs, only means. */
const onLine = (rated: Rated, positions: readonly number[]): Metric => {
  const mean = positions.reduce((sum, at, place) => sum + at * (rated.totals[place] ?? 0), 0) / rated.ratings;
  const from = positions.map((at) => at - mean);
  const variance = from.reduce((sum, at, place) => sum + at * at * (rated.totals[place] ?? 0), 0) / rated.ratings;
  return {
    within: ({ places, counts, ratings }) => {
      const centre = places.reduce((sum, place, at) => sum + (from[place] ?? 0) * (counts[at] ?? 0), 0) / ratings;
      return (
        2 * ratings * places.reduce((sum, place, at) => sum + (counts[at] ?? 0) * ((from[place] ?? 0) - centre) ** 2, 0)
      );
    },
    fromAll: from.map((at) => at * at + variance),
  };
};

/** Same or other. */
export const nominal = (rated: Rated): Metric => ({
  within: ({ counts, ratings }) => ratings * ratings - counts.reduce((sum, count) => sum + count * count, 0),
  fromAll: rated.totals.map((total) => 1 - total / rated.ratings),
});

/** How many ratings lie between two values, half of each value's own: the distance of their middle ranks. */
export const ordinal = (rated: Rated): Metric => {
  let below = 0;
  const ranks = rated.totals.map((total) => {
    below += total;
    return below - total / 2;
  });
  return onLine(rated, ranks);
};

/** The difference. */
export const interval = (rated: Rated): Metric => onLine(rated, rated.values);

/**
 * The difference over the sum: for values with a true zero. Null where one lies below it, and where there are so many
 * different values that comparing each with each takes too long.
 */
export const ratio = (rated: Rated): Metric | null => {
  const { values, totals } = rated;
  if ((values[0] ?? 0) < 0 || values.length > mostValues) return null;
  const apart = (one: number, other: number) => (one === other ? 0 : ((one - other) / (one + other)) ** 2);
  const value = (place: number) => values[place] ?? 0;
  return {
    within: ({ places, counts }) =>
      places.reduce(
        (sum, one, at) =>
          sum +
          (counts[at] ?? 0) *
            places.reduce((inner, other, to) => inner + (counts[to] ?? 0) * apart(value(one), value(other)), 0),
        0,
      ),
    fromAll: values.map(
      (one) => values.reduce((sum, other, to) => sum + (totals[to] ?? 0) * apart(one, other), 0) / rated.ratings,
    ),
  };
};

type Disagreement = {
  /** 1 - observed / expected disagreement. */
  readonly value: number;
  /** The share of disagreement that is left, observed over expected. */
  readonly left: number;
  /** What each item adds to the value, beyond the mean. */
  readonly parts: readonly number[];
};

/**
 * Observed and expected disagreement, the latter with replacement, and what each item adds: its part of the expected less
 * what was observed, as ratios to the mean number of ratings. Null where all values are the same: nothing to expect.
 * Source: Gwet, Handbook of Inter-Rater Reliability, 4th edition, 2014, chapter 5, written in disagreement, so that
 * the metric needs no weights. What an item with more ratings than the mean adds by that alone is taken off from the
 * observed after its correction for few ratings, as Gwet's own program has it: his printed errors come out so.
 */
function disagreement(rated: Rated, metric: Metric): Disagreement | null {
  if (rated.values.length < 2) return null;
  const mean = rated.ratings / rated.items.length;
  const seen = rated.items.map((item) => metric.within(item) / (item.ratings - 1) / mean);
  const expected =
    rated.totals.reduce((sum, total, place) => sum + total * (metric.fromAll[place] ?? 0), 0) / rated.ratings;
  const observed = seen.reduce((sum, one) => sum + one, 0) / seen.length;
  if (!(expected > 0)) return null;
  const corrected = (observed * (rated.ratings - 1)) / rated.ratings;
  const parts = rated.items.map(({ places, counts, ratings }, at) => {
    const extra = (ratings - mean) / mean;
    const own = places.reduce((sum, place, to) => sum + (counts[to] ?? 0) * (metric.fromAll[place] ?? 0), 0) / mean;
    const more = (seen[at] ?? 0) - corrected * extra - observed;
    const chance = own - expected * extra - expected;
    return (2 * (observed / expected) * chance - more) / expected;
  });
  return { value: 1 - observed / expected, left: observed / expected, parts };
}

/**
 * Krippendorff's alpha, with ratings missing. Source: Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011; its
 * interval by Gwet's standard error and Student's t, items less one, at most 1. SPEC QAG-6.
 */
export function alpha(rated: Rated, metric: Metric | null): Estimate {
  const found = metric === null ? null : disagreement(rated, metric);
  if (found === null) return none;
  // Expected without replacement: of all other ratings, one fewer.
  return estimate(1 - (found.left * (rated.ratings - 1)) / rated.ratings, found.parts, [-1, 1]);
}

/** The same without that correction: what Fleiss' kappa is, where every item was rated by as many. SPEC QAG-5. */
export function uncorrected(rated: Rated): Estimate {
  const found = disagreement(rated, nominal(rated));
  return found === null ? none : estimate(found.value, found.parts, [-1, 1]);
}
