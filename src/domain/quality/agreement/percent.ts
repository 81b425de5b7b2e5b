import { wilson } from '../../statistics/wilson.ts';
import { type Estimate, estimate, none } from './estimate.ts';
import type { Rated, RatedItem } from './ratings.ts';

/** Two ratings that differ by the tolerance differ by no more, whatever their last binary digit says. */
const slack = 1e-9;

const spread = (rated: Rated, { places }: RatedItem): number =>
  (rated.values[places.at(-1) ?? 0] ?? 0) - (rated.values[places[0] ?? 0] ?? 0);

/** Items on which all who rated them lie within the tolerance, 0 to 100, with Wilson's interval. SPEC QAG-3. */
export function percentAgreement(rated: Rated, tolerance: number): Estimate {
  const agreed = rated.items.filter((item) => spread(rated, item) <= tolerance + slack).length;
  const share = wilson(agreed, rated.items.length);
  if (share === null) return none;
  return { value: (100 * agreed) / rated.items.length, interval: [100 * share.low, 100 * share.high] };
}

const pairsOf = (count: number): number => (count * (count - 1)) / 2;

const agreeingPairs = (rated: Rated, { places, counts }: RatedItem, tolerance: number): number => {
  let pairs = 0;
  places.forEach((place, at) => {
    const count = counts[at] ?? 0;
    const least = (rated.values[place] ?? 0) - tolerance - slack;
    pairs += pairsOf(count);
    for (let before = at - 1; before >= 0 && (rated.values[places[before] ?? 0] ?? 0) >= least; before -= 1)
      pairs += count * (counts[before] ?? 0);
  });
  return pairs;
};

/**
 * Pairs of ratings of one item that lie within the tolerance, of all such pairs, 0 to 100. The interval is that of a ratio
 * of two sums over items. Source: Cochran, Sampling Techniques, 3rd edition, 1977, chapter 6. SPEC QAG-3.
 */
export function pairwiseAgreement(rated: Rated, tolerance: number): Estimate {
  const agreeing = rated.items.map((item) => agreeingPairs(rated, item, tolerance));
  const all = rated.items.map(({ ratings }) => pairsOf(ratings));
  const pairs = all.reduce((sum, count) => sum + count, 0);
  if (pairs === 0) return none;
  const share = agreeing.reduce((sum, count) => sum + count, 0) / pairs;
  const mean = pairs / all.length;
  const parts = agreeing.map((count, at) => (100 * (count - share * (all[at] ?? 0))) / mean);
  return estimate(100 * share, parts, [0, 100]);
}
