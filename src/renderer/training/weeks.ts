import type { Refresher } from '../../contract/index.ts';
import { dateOf, dayNumber, weekdayOf } from '../../domain/calendar/wall-time.ts';
import { dayOf, dayStart } from '../ui/days.ts';

/** When the week of an instant begins, and the two after it, by the clock of a zone; weeks begin on Monday. */
export function weekStarts(now: number, zone: string): readonly [number, number, number] {
  const day = dayNumber(dayOf(now, zone));
  const monday = day - weekdayOf(day);
  const start = (week: number): number => dayStart(dateOf(monday + 7 * week), zone);
  return [start(0), start(1), start(2)];
}

/** Of which of the two weeks there is no refresher, this one and the next. SPEC TRN-15. */
export function weeksWithout(
  refreshers: readonly Pick<Refresher, 'startAt' | 'state'>[],
  now: number,
  zone: string,
): { readonly now: boolean; readonly next: boolean } {
  const [first, second, third] = weekStarts(now, zone);
  const isNone = (from: number, to: number): boolean =>
    !refreshers.some(
      ({ startAt, state }) => state !== 'cancelled' && startAt !== null && startAt >= from && startAt < to,
    );
  return { now: isNone(first, second), next: isNone(second, third) };
}

/** A refresher whose time is over needs somebody to say whether it was held. */
export const isOver = (
  { state, startAt, minutes }: Pick<Refresher, 'state' | 'startAt' | 'minutes'>,
  now: number,
): boolean => state === 'planned' && startAt !== null && startAt + minutes * 60_000 < now;

/** The date so many days after another. */
export const dateAfter = (date: string, days: number): string => dateOf(dayNumber(date) + days);
