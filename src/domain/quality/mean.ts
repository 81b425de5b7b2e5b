import type { Counted } from '../../contract/quality-desk.ts';

/** Two-sided 95 % points of Student's t for 1 to 30 degrees of freedom; beyond, the normal one. Source: any table of t. */
const points = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131, 2.12, 2.11,
  2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042,
] as const;
const normal = 1.96;

/** How many, their mean, and the interval that holds the true one 95 times of 100: Student 1908. Null where there is none. */
export function meanOf(values: readonly number[]): Counted {
  const n = values.length;
  if (n === 0) return { n, mean: null, low: null, high: null };
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  if (n === 1) return { n, mean, low: null, high: null };
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
  const half = (points[n - 2] ?? normal) * Math.sqrt(variance / n);
  return { n, mean, low: mean - half, high: mean + half };
}
