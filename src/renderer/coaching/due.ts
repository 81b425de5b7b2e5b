import type { Coached } from '../../contract/index.ts';

const dayMs = 86_400_000;

/** How it stands with the next session of somebody. `today`: due within the day, or by less than a whole one too late. */
export type Standing =
  { readonly kind: 'never' } | { readonly kind: 'today' } | { readonly kind: 'overdue' | 'due'; readonly days: number };

export function standingOf({ dueAt, overdueDays }: Pick<Coached, 'dueAt' | 'overdueDays'>, now: number): Standing {
  if (dueAt === null) return { kind: 'never' };
  if (overdueDays > 0) return { kind: 'overdue', days: overdueDays };
  const days = Math.floor((dueAt - now) / dayMs);
  return days < 1 ? { kind: 'today' } : { kind: 'due', days };
}

/** Whether a day has passed, by the days of the desk's zone (`YYYY-MM-DD` sorts as it counts). */
export const isLate = (dueOn: string | null, done: boolean, today: string): boolean =>
  dueOn !== null && !done && dueOn < today;

/** The next quarter of an hour, for a session that one plans or writes down now. */
export const nextQuarter = (now: number): number => Math.ceil(now / 900_000) * 900_000;
