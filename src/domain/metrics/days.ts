import { wallOf, type Zone } from '../calendar/zone.ts';

export type TicketDays = {
  /** Of a ticket that is solved; null while it is open. */
  readonly toResolve: number | null;
  /** Of a ticket that is open, up to today; null once it is solved. */
  readonly open: number | null;
  /** Less than so many days: to its solution, or up to today as if it were solved now. */
  readonly isTimely: boolean;
};

/**
 * Days from the day a ticket came in to that of its solution, or while it is open to today, by the calendar of a zone: one that
 * is solved on its first day took 0, and a day of 23 hours is one. SPEC IMP-33.
 */
export function ticketDays(
  { createdAt, solvedAt }: { readonly createdAt: number; readonly solvedAt: number | null },
  zone: Zone,
  now: number,
  within: number,
): TicketDays {
  const dayOf = (at: number): number => wallOf(zone, at).day;
  const days = Math.max(0, dayOf(solvedAt ?? now) - dayOf(createdAt));
  return {
    toResolve: solvedAt === null ? null : days,
    open: solvedAt === null ? days : null,
    isTimely: days < within,
  };
}
