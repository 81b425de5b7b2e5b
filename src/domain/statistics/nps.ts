import { normal975 as z } from './distributions.ts';

export type NpsCounts = { readonly promoters: number; readonly passives: number; readonly detractors: number };

/** What is added to all, and to promoters and to detractors, before the interval is taken. */
const added = 3;
const addedEach = 0.75;

/**
 * The net promoter score, from -100 to 100: the share of promoters less that of detractors; null of nobody. Its interval at
 * 95 % is the adjusted Wald of Rocks 2016 (Interval Estimation for the "Net Promoter Score", The American Statistician 70(4),
 * 365-372), the one that held best for small samples there: 3 more answers, 3/4 of one to each end, and the variance of the
 * difference of two shares of one sample. SPEC SUR-2.
 */
export function netPromoter({ promoters, passives, detractors }: NpsCounts): {
  readonly score: number;
  readonly interval: { readonly low: number; readonly high: number };
} | null {
  const n = promoters + passives + detractors;
  if (n === 0) return null;
  const all = n + added;
  const [p, d] = [(promoters + addedEach) / all, (detractors + addedEach) / all];
  const half = z * Math.sqrt((p + d - (p - d) ** 2) / all);
  return {
    score: (100 * (promoters - detractors)) / n,
    interval: { low: Math.max(-100, 100 * (p - d - half)), high: Math.min(100, 100 * (p - d + half)) },
  };
}
