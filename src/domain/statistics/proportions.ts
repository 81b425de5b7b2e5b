import { normalTwoSided } from './distributions.ts';
import { wilson } from './wilson.ts';

/** So many of so many. */
export type Share = { readonly n: number; readonly successes: number };

/**
 * The interval at 95 % of the difference of two shares, second less first. Source: Newcombe 1998, Statistics in Medicine 17,
 * 873-890, method 10: the Wilson intervals of both, put together. Null where one of them is of nothing.
 */
export function differenceOfShares(a: Share, b: Share): { readonly low: number; readonly high: number } | null {
  const [one, other] = [wilson(a.successes, a.n), wilson(b.successes, b.n)];
  if (one === null || other === null) return null;
  const [pa, pb] = [a.successes / a.n, b.successes / b.n];
  return {
    low: pb - pa - Math.hypot(pb - other.low, one.high - pa),
    high: pb - pa + Math.hypot(other.high - pb, pa - one.low),
  };
}

function logFactorials(most: number): Float64Array {
  const logs = new Float64Array(most + 1);
  for (let n = 2; n <= most; n += 1) logs[n] = (logs[n - 1] ?? 0) + Math.log(n);
  return logs;
}

/** Tables as likely as the one seen, but for the last digits. R's fisher.test takes the same. */
const asLikely = 1 + 1e-7;

/** Two-sided p of Fisher's exact test: the tables with the same margins that are no likelier than the one seen. */
export function fisherExact(a: Share, b: Share): number {
  const all = a.n + b.n;
  const successes = a.successes + b.successes;
  const logs = logFactorials(all);
  const log = (n: number): number => logs[n] ?? 0;
  const margin = log(a.n) + log(b.n) + log(successes) + log(all - successes) - log(all);
  const chance = (k: number): number =>
    Math.exp(margin - log(k) - log(a.n - k) - log(successes - k) - log(b.n - successes + k));
  const seen = chance(a.successes);
  let p = 0;
  for (let k = Math.max(0, successes - b.n); k <= Math.min(a.n, successes); k += 1) {
    const each = chance(k);
    if (each <= seen * asLikely) p += each;
  }
  return Math.min(1, p);
}

/**
 * Two-sided p that two shares are the same: the "N - 1" chi-squared test where every expected count is at least 1, else
 * Fisher's exact test. Source: Campbell 2007, Statistics in Medicine 26, 3661-3675. Null where one of them is of nothing.
 */
export function sharesTest(a: Share, b: Share): number | null {
  const all = a.n + b.n;
  if (a.n === 0 || b.n === 0) return null;
  const successes = a.successes + b.successes;
  if (successes === 0 || successes === all) return 1;
  const least = (Math.min(a.n, b.n) * Math.min(successes, all - successes)) / all;
  if (least < 1) return fisherExact(a, b);
  const cross = a.successes * (b.n - b.successes) - b.successes * (a.n - a.successes);
  const chi2 = ((all - 1) * cross * cross) / (a.n * b.n * successes * (all - successes));
  return normalTwoSided(Math.sqrt(chi2));
}
