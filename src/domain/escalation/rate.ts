import { wilson } from '../statistics/wilson.ts';
import type { EscalationRate } from '../../contract/escalation.ts';

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
