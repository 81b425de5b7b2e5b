import type { EscalationRate } from '../../contract/escalation.ts';

/** The 97.5 % point of the normal distribution. */
const z = 1.959963984540054;

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

/** Below this nothing is said about a target: the seeds' minimum sample. */
const enough = 30;

/** The escalation rate with its interval, and what may be said of it beside the target. SPEC ESC-40. */
export function escalationRate(
  given: Pick<EscalationRate, 'created' | 'escalated' | 'causes' | 'targetPercent'>,
): EscalationRate {
  const interval = wilson(given.escalated, given.created);
  const percent = given.created === 0 ? null : (100 * given.escalated) / given.created;
  const low = interval === null ? null : 100 * interval.low;
  const high = interval === null ? null : 100 * interval.high;
  return {
    ...given,
    percent,
    low,
    high,
    verdict: verdictOf(given.created, low ?? 0, high ?? 100, given.targetPercent),
  };
}

function verdictOf(n: number, low: number, high: number, target: number): EscalationRate['verdict'] {
  if (n < enough) return 'tooFew';
  if (low > target) return 'above';
  return high <= target ? 'within' : 'unsure';
}
