import { normal975 as z } from './distributions.ts';

/**
 * The Wilson score interval at 95 % for `hits` of `n`, as shares. Source: Wilson 1927; Newcombe 1998, Statistics in
 * Medicine 17, method 3. Unlike the plain interval it stays within 0 and 1 and means something at few tickets.
 */
export function wilson(hits: number, n: number): { readonly low: number; readonly high: number } | null {
  if (n === 0) return null;
  const p = hits / n;
  const middle = (p + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = ((z / (1 + (z * z) / n)) * Math.sqrt(n * p * (1 - p) + (z * z) / 4)) / n;
  return { low: hits === 0 ? 0 : Math.max(0, middle - half), high: hits === n ? 1 : Math.min(1, middle + half) };
}
