import { dayMs } from '../calendar/wall-time.ts';

const shortest = 7 * dayMs;
const longest = 90 * dayMs;
const month = 30 * dayMs;

export type Period = {
  readonly from: number;
  readonly split: number;
  readonly to: number;
  readonly reason: 'lastSession' | 'month';
};

/**
 * What is compared on the page of somebody: since the last session, at least a week and at most 90 days of it, with as long a
 * time before; where there was no session, or it is not a week ago, the last 30 days with the 30 before. SPEC COA-11.
 */
export function periodSince(lastAt: number | null, now: number): Period {
  const since = lastAt === null ? 0 : now - lastAt;
  const isLong = since >= shortest;
  const length = isLong ? Math.min(since, longest) : month;
  return { from: now - 2 * length, split: now - length, to: now, reason: isLong ? 'lastSession' : 'month' };
}
