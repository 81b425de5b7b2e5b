import type { Counted } from '../../contract/quality-desk.ts';
import { t975 } from './distributions.ts';

/** How many, their mean, and the interval that holds the true one 95 times of 100: Student 1908. Null where there is none. */
export function meanOf(values: readonly number[]): Counted {
  const n = values.length;
  if (n === 0) return { n, mean: null, low: null, high: null };
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  if (n === 1) return { n, mean, low: null, high: null };
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
  const half = t975(n - 1) * Math.sqrt(variance / n);
  return { n, mean, low: mean - half, high: mean + half };
}
