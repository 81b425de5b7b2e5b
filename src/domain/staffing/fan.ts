import { quantile } from '../statistics/quantile.ts';

/** How an outcome spreads over many played days. */
export type Fan = { mean: number; p10: number; p50: number; p90: number };

/** The 97.5 % point of the normal distribution. */
const z = 1.959963984540054;

function meanOf(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

/** Mean and percentiles of what the days gave; days that say nothing (NaN) are left out, `none` where all are. */
export function fanOf(values: Float64Array, none: number): Fan {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  if (sorted.length === 0) return { mean: none, p10: none, p50: none, p90: none };
  return {
    mean: meanOf(sorted),
    p10: quantile(sorted, 0.1),
    p50: quantile(sorted, 0.5),
    p90: quantile(sorted, 0.9),
  };
}

/** Where the mean of a share lies at 95 %, by the normal distribution, within 0 and 1; one day alone says nothing. */
export function meanInterval(shares: Float64Array): [number, number] {
  if (shares.length < 2) return [0, 1];
  const mean = meanOf(shares);
  let squares = 0;
  for (const share of shares) squares += (share - mean) ** 2;
  const half = z * Math.sqrt(squares / (shares.length - 1) / shares.length);
  return [Math.max(0, mean - half), Math.min(1, mean + half)];
}
