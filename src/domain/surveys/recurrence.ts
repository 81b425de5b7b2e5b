import type { RecurrenceSide } from '../../contract/surveys-common.ts';
import { dayMs } from '../calendar/wall-time.ts';
import { compare } from '../metrics/compare.ts';

const windowMs = 90 * dayMs;

/** So many of so many. */
export type Rate = { readonly n: number; readonly successes: number };

/** What is compared: 90 days before an action was done, and the time since, 90 days of it at most. */
export const recurrenceWindow = (doneAt: number, now: number) => ({
  from: doneAt - windowMs,
  split: doneAt,
  to: Math.min(now, doneAt + windowMs),
});

/**
 * Whether a problem comes back after what was done about it: its rate before and since, by MET-1. `early`: fewer than 30 on a
 * side, so that nothing can be said yet. SPEC SUR-42.
 */
export function recurrence(before: Rate, since: Rate): RecurrenceSide {
  const comparison = compare({ a: before, b: since, measure: 'mean' });
  const { enoughSample, difference, verdict } = comparison;
  if (!enoughSample || difference === null) return { comparison, verdict: 'early' };
  if (verdict !== 'react') return { comparison, verdict: 'same' };
  return { comparison, verdict: difference < 0 ? 'less' : 'more' };
}
