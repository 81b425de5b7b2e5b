import { quantile } from '../statistics/quantile.ts';

export type CohortWeek = { readonly n: number; readonly low: number; readonly median: number; readonly high: number };

/**
 * By week what others did in the same week of theirs: how many they are, the middle one, and where the middle half of them
 * lies; null where nobody has come so far. A week of somebody is null until it is over. SPEC ONB-31.
 */
export function cohortWeeks(others: readonly (readonly (number | null)[])[], weeks: number): (CohortWeek | null)[] {
  return Array.from({ length: weeks }, (_, week) => {
    const counted = others.flatMap((own) => own[week] ?? []).sort((a, b) => a - b);
    if (counted.length === 0) return null;
    const [low, median, high] = [0.25, 0.5, 0.75].map((share) => quantile(counted, share)) as [number, number, number];
    return { n: counted.length, low, median, high };
  });
}
