import type { Activity, RosterShift } from '../../contract/roster-common.ts';
import type { Span } from '../calendar/rules.ts';
import { isQueueWork, segments } from '../roster/shift.ts';
import { cutSpans, joinSpans } from '../roster/spans.ts';

type Stretch = { readonly startAt: number; readonly endAt: number };

/** Whether a stretch is queue work of a shift from end to end: it lies in it, and in nothing that was put there. SPEC TRN-11. */
export const isFree = (
  shift: Pick<RosterShift, 'startAt' | 'endAt' | 'activities'>,
  { startAt, endAt }: Stretch,
): boolean =>
  shift.startAt <= startAt &&
  shift.endAt >= endAt &&
  shift.activities.every((each) => isQueueWork(each.kind) || each.endAt <= startAt || each.startAt >= endAt);

/** When somebody is at queue work, less when they are away; spans are joined within a shift, not from one to the next. */
export function freeSpans(shifts: readonly RosterShift[], away: readonly Span[]): Span[] {
  const holes = joinSpans(away);
  return shifts.flatMap((shift) => {
    const work = segments(shift).flatMap(({ kind, startAt, endAt }): Span[] =>
      isQueueWork(kind) ? [[startAt, endAt]] : [],
    );
    return cutSpans(joinSpans(work), holes);
  });
}

const inTraining = (stretch: Stretch): Activity => ({
  kind: 'training',
  startAt: stretch.startAt,
  endAt: stretch.endAt,
});

/** What is left of an activity beside a stretch: itself, a part at either end, or both. */
const beside = ({ kind, startAt, endAt }: Activity, stretch: Stretch): Activity[] =>
  [
    { kind, startAt, endAt: Math.min(endAt, stretch.startAt) },
    { kind, startAt: Math.max(startAt, stretch.endAt), endAt },
  ].filter((part) => part.startAt < part.endAt);

/** The activities of a shift with training in a stretch that is free; queue work that was put there makes room for it. */
export const withTraining = (activities: readonly Activity[], stretch: Stretch): Activity[] =>
  [...activities.flatMap((each) => beside(each, stretch)), inTraining(stretch)].toSorted(
    (a, b) => a.startAt - b.startAt,
  );

/**
 * The activities without exactly that training; null where it is not among them (any more). Queue work that it had parted
 * in two is one again. SPEC TRN-12.
 */
export function withoutTraining(activities: readonly Activity[], { startAt, endAt }: Stretch): Activity[] | null {
  const at = activities.findIndex(
    (each) => each.kind === 'training' && each.startAt === startAt && each.endAt === endAt,
  );
  if (at < 0) return null;
  const [before, after] = [activities[at - 1], activities[at + 1]];
  const isParted =
    before?.endAt === startAt && after?.startAt === endAt && before.kind === after.kind && isQueueWork(before.kind);
  if (!isParted) return activities.toSpliced(at, 1);
  return activities.toSpliced(at - 1, 3, { kind: before.kind, startAt: before.startAt, endAt: after.endAt });
}
