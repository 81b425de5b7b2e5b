import type { Person } from '../../contract/people.ts';
import { weekdayOf } from '../calendar/wall-time.ts';

/** Days by number (days since 1970-01-01), the last one included. */
export type DayGap = { readonly from: number; readonly to: number };

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const longest = 3660;

/** The weekdays on which somebody works: those they can work at all, else Monday to Friday. SPEC ONB-3. */
export function workWeekdays(availability: Person['availability']): ReadonlySet<number> {
  const own = weekdays.flatMap((day, at) => ((availability?.[day]?.length ?? 0) > 0 ? [at] : []));
  return new Set(own.length > 0 ? own : [0, 1, 2, 3, 4]);
}

export type IsWorkDay = (day: number) => boolean;

/** Whether a day counts: one of theirs, and not in a gap. */
export const workDayOf =
  (own: ReadonlySet<number>, gaps: readonly DayGap[]): IsWorkDay =>
  (day) =>
    own.has(weekdayOf(day)) && !gaps.some(({ from, to }) => day >= from && day <= to);

/** The first day from `day` on that counts; `day` itself where ten years have none. */
export function firstFrom(isWork: IsWorkDay, day: number): number {
  for (let at = day; at < day + longest; at += 1) if (isWork(at)) return at;
  return day;
}

/** The last of so many days that count, the first of them looked for from `day` on. */
export function lastOf(isWork: IsWorkDay, day: number, count: number): number {
  let at = firstFrom(isWork, day);
  for (let left = count; left > 1; left -= 1) at = firstFrom(isWork, at + 1);
  return at;
}

/** How many days count after `from`, up to and with `to`. */
export function countBetween(isWork: IsWorkDay, from: number, to: number): number {
  let count = 0;
  for (let day = from + 1; day <= to; day += 1) if (isWork(day)) count += 1;
  return count;
}
