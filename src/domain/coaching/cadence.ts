import { dayMs } from '../calendar/wall-time.ts';

/** Where nobody said otherwise: every other week. */
export const usualDays = 14;

export type Due = { readonly dueAt: number | null; readonly overdueDays: number };

/** Until when the next session has to be, and how many whole days that is ago. Nothing is due of who has had none. SPEC COA-10. */
export function dueOf(lastAt: number | null, cadenceDays: number, now: number): Due {
  if (lastAt === null) return { dueAt: null, overdueDays: 0 };
  const dueAt = lastAt + cadenceDays * dayMs;
  return { dueAt, overdueDays: Math.max(0, Math.floor((now - dueAt) / dayMs)) };
}

type Waiting = { readonly lastAt: number | null; readonly dueAt: number | null; readonly overdueDays: number };

/** Who waits longest first: overdue, then who has had none, then by when the next is due. */
export const byNeed = (a: Waiting, b: Waiting): number => need(b) - need(a) || (a.dueAt ?? 0) - (b.dueAt ?? 0);

const need = ({ lastAt, overdueDays }: Waiting): number => (overdueDays > 0 ? 2 : lastAt === null ? 1 : 0);
