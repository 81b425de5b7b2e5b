import { normal975 as z, normalTwoSided } from './distributions.ts';
import type { MeansTest } from './means.ts';

export type NpsCounts = { readonly promoters: number; readonly passives: number; readonly detractors: number };

/** What is added to all, and to promoters and to detractors, before the interval is taken. */
const added = 3;
const addedEach = 0.75;

/** Score as a share, and its variance, with what is added: that of the difference of two shares of one sample. */
function adjusted({ promoters, passives, detractors }: NpsCounts): { readonly score: number; readonly error2: number } {
  const all = promoters + passives + detractors + added;
  const [p, d] = [(promoters + addedEach) / all, (detractors + addedEach) / all];
  return { score: p - d, error2: (p + d - (p - d) ** 2) / all };
}

/** How many answered. */
export const npsCount = ({ promoters, passives, detractors }: NpsCounts): number => promoters + passives + detractors;
const scoreOf = (counts: NpsCounts): number => (100 * (counts.promoters - counts.detractors)) / npsCount(counts);

/**
 * The net promoter score, from -100 to 100: the share of promoters less that of detractors; null of nobody. Its interval at
 * 95 % is the adjusted Wald of Rocks 2016 (Interval Estimation for the "Net Promoter Score", The American Statistician 70(4),
 * 365-372), the one that held best for small samples there: 3 more answers, 3/4 of one to each end, and the variance of the
 * difference of two shares of one sample. SPEC SUR-2.
 */
export function netPromoter(counts: NpsCounts): {
  readonly score: number;
  readonly interval: { readonly low: number; readonly high: number };
} | null {
  if (npsCount(counts) === 0) return null;
  const { score, error2 } = adjusted(counts);
  const half = z * Math.sqrt(error2);
  return {
    score: scoreOf(counts),
    interval: { low: Math.max(-100, 100 * (score - half)), high: Math.min(100, 100 * (score + half)) },
  };
}

/**
 * The second score less the first, from -200 to 200. Interval and p are of one test, the Wald test of two independent samples
 * with what Rocks 2016 adds to each, as Agresti and Caffo 2000 (The American Statistician 54(4)) do for two shares: p is below
 * 0.05 just where the interval leaves out 0. Null where nobody answered on one side. SPEC KPI-14.
 */
export function compareNps(a: NpsCounts, b: NpsCounts): MeansTest | null {
  if (npsCount(a) === 0 || npsCount(b) === 0) return null;
  const [one, other] = [adjusted(a), adjusted(b)];
  const [by, error] = [other.score - one.score, Math.sqrt(one.error2 + other.error2)];
  return {
    difference: scoreOf(b) - scoreOf(a),
    interval: { low: Math.max(-200, 100 * (by - z * error)), high: Math.min(200, 100 * (by + z * error)) },
    p: normalTwoSided(by / error),
  };
}
