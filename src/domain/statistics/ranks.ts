import { normal975, normalTwoSided } from './distributions.ts';

/** Up to so many on either side, without ties, the distribution is counted out. */
const counted = 20;

const ascending = (values: readonly number[]): Float64Array => Float64Array.from(values).sort();

/** The middle of values that are in order; NaN of none. */
export function medianOf(values: readonly number[]): number {
  const sorted = ascending(values);
  const middle = sorted.length >> 1;
  const [low, high] = [sorted[middle - 1 + (sorted.length % 2)], sorted[middle]];
  return ((low ?? NaN) + (high ?? NaN)) / 2;
}

/** How many ways there are to each U of so many and so many values. Source: Mann and Whitney 1947: only sums, so exact. */
function waysTo(n: number, m: number): Float64Array {
  // By m: the ways of the n at hand. Starts with none: one way to 0.
  let row: Float64Array[] = Array.from({ length: m + 1 }, () => Float64Array.of(1));
  for (let one = 1; one <= n; one += 1) {
    const next: Float64Array[] = [Float64Array.of(1)];
    for (let other = 1; other <= m; other += 1) {
      const ways = new Float64Array(one * other + 1);
      // The greatest is of the first (and above all of the second), or of the second.
      for (const [u, count] of (row[other] ?? []).entries()) ways[u + other] = (ways[u + other] ?? 0) + count;
      for (const [u, count] of (next[other - 1] ?? []).entries()) ways[u] = (ways[u] ?? 0) + count;
      next.push(ways);
    }
    row = next;
  }
  return row[m] ?? Float64Array.of(1);
}

/** Pairs in which the second is greater, ties counting half, and what ties take from the spread of that number. */
function uOf(a: Float64Array, b: Float64Array): { readonly u: number; readonly ties: number } {
  let u = 0;
  let ties = 0;
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const value = Math.min(a[i] ?? Infinity, b[j] ?? Infinity);
    let [ofA, ofB] = [0, 0];
    while (a[i] === value) [ofA, i] = [ofA + 1, i + 1];
    while (b[j] === value) [ofB, j] = [ofB + 1, j + 1];
    u += ofB * (i - ofA + ofA / 2);
    const t = ofA + ofB;
    ties += t ** 3 - t;
  }
  return { u, ties };
}

/** The k-th smallest (from 1) of all differences, second less first: looked for by halves, counted by walking both. */
function kthDifference(a: Float64Array, b: Float64Array, k: number): number {
  const countUpTo = (most: number): number => {
    let count = 0;
    let i = 0;
    // The greater the second, the greater the first has to be.
    for (const value of b) {
      while (i < a.length && value - (a[i] ?? 0) > most) i += 1;
      count += a.length - i;
    }
    return count;
  };
  let low = (b[0] ?? 0) - (a.at(-1) ?? 0);
  let high = (b.at(-1) ?? 0) - (a[0] ?? 0);
  while (low < high) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) return countUpTo(low) >= k ? low : high;
    if (countUpTo(middle) >= k) high = middle;
    else low = middle;
  }
  return high;
}

export type RanksTest = {
  /** How far the second lies above the first. Hodges and Lehmann 1963: the middle of all differences. */
  readonly shift: number;
  readonly interval: { readonly low: number; readonly high: number } | null;
  readonly p: number;
};

const pairs = (a: Float64Array, b: Float64Array): number => a.length * b.length;

/** How many differences lie outside of the interval on either side, and the p of the U seen: counted out. */
function exactly(a: Float64Array, b: Float64Array, u: number): { readonly p: number; readonly outside: number } {
  const ways = waysTo(a.length, b.length);
  const all = ways.reduce((sum, count) => sum + count, 0);
  const upTo = (most: number): number => ways.subarray(0, most + 1).reduce((sum, count) => sum + count, 0) / all;
  const lower = Math.min(u, pairs(a, b) - u);
  let outside = 0;
  while (upTo(outside) < 0.025) outside += 1;
  return { p: Math.min(1, 2 * upTo(lower)), outside };
}

/** The same by the normal distribution, with ties and a continuity of a half. */
function nearly(a: Float64Array, b: Float64Array, u: number, ties: number) {
  const n = a.length + b.length;
  const deviation = Math.sqrt((pairs(a, b) / 12) * (n + 1 - ties / (n * (n - 1))));
  const middle = pairs(a, b) / 2;
  if (deviation === 0) return { p: 1, outside: 0 };
  const away = Math.max(0, Math.abs(u - middle) - 0.5);
  return { p: normalTwoSided(away / deviation), outside: Math.floor(middle - normal975 * deviation) };
}

/**
 * Whether the second values lie above or below the first, whatever their distribution: Mann and Whitney 1947 (two-sided),
 * counted out up to 20 values on either side without ties, else by the normal distribution with ties and continuity, as in
 * R's wilcox.test. The interval at 95 % is of the shift, from the same test: Hollander, Wolfe and Chicken, Nonparametric
 * Statistical Methods, 3rd edition, 2014, section 4.3. No interval where so few can have none. Null where one has no values.
 */
export function rankTest(first: readonly number[], second: readonly number[]): RanksTest | null {
  if (first.length === 0 || second.length === 0) return null;
  const [a, b] = [ascending(first), ascending(second)];
  const all = pairs(a, b);
  const kth = (k: number): number => kthDifference(a, b, k);
  const { u, ties } = uOf(a, b);
  const isCounted = ties === 0 && a.length <= counted && b.length <= counted;
  const { p, outside } = isCounted ? exactly(a, b, u) : nearly(a, b, u, ties);
  return {
    shift: (kth(Math.floor((all + 1) / 2)) + kth(Math.floor((all + 2) / 2))) / 2,
    interval: outside < 1 ? null : { low: kth(outside), high: kth(all + 1 - outside) },
    p,
  };
}
