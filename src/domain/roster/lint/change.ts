import type { Activity, RosterShift } from '../../../contract/roster-common.ts';
import type { Span } from '../../calendar/rules.ts';
import { minuteMs } from '../../calendar/wall-time.ts';
import { isPause, isQueueWork, paidMsBetween, type ShiftBody } from '../shift.ts';

const bodyOf = ({ personId, startAt, endAt, work, activities }: RosterShift): ShiftBody => ({
  personId,
  startAt,
  endAt,
  work,
  activities,
});

/** The first instants after and before which something else than a pause is done: nobody comes in for their lunch. */
function withoutOuterPauses(startAt: number, endAt: number, activities: readonly Activity[]): Span {
  let [from, to] = [startAt, endAt];
  for (const { kind, ...one } of activities) if (isPause(kind) && one.startAt === from) from = one.endAt;
  for (const { kind, ...one } of activities.toReversed()) if (isPause(kind) && one.endAt === to) to = one.startAt;
  return [from, to];
}

const within = (activities: readonly Activity[], from: number, to: number): Activity[] =>
  activities.flatMap(({ kind, startAt, endAt }) => {
    const clipped = { kind, startAt: Math.max(startAt, from), endAt: Math.min(endAt, to) };
    return clipped.startAt < clipped.endAt ? [clipped] : [];
  });

/**
 * A shift from one instant to another: activities are cut to it, queue work fills what is new. A pause that would then
 * be first or last is left out with its time, for nobody comes in for a break. Null where nothing is left.
 */
export function resized(shift: RosterShift, startAt: number, endAt: number): ShiftBody | null {
  if (startAt >= endAt) return null;
  const [from, to] = withoutOuterPauses(startAt, endAt, within(shift.activities, startAt, endAt));
  return from < to
    ? { ...bodyOf(shift), startAt: from, endAt: to, activities: within(shift.activities, from, to) }
    : null;
}

/** A shift with all that is in it, so many ms later. */
export const moved = (shift: RosterShift, ms: number): ShiftBody => ({
  ...bodyOf(shift),
  startAt: shift.startAt + ms,
  endAt: shift.endAt + ms,
  activities: shift.activities.map((one) => ({ ...one, startAt: one.startAt + ms, endAt: one.endAt + ms })),
});

/** The same shift for somebody else; null: for nobody yet. */
export const givenTo = (shift: RosterShift, personId: string | null): ShiftBody => ({ ...bodyOf(shift), personId });

/** What is left of an activity around a span. */
const around = ({ kind, startAt, endAt }: Activity, from: number, to: number): Activity[] =>
  [
    { kind, startAt, endAt: Math.min(endAt, from) },
    { kind, startAt: Math.max(startAt, to), endAt },
  ].filter((part) => part.startAt < part.endAt);

/** A shift without one of its pauses, and with another; queue work of other channels makes room for it. */
export function repaused(shift: RosterShift, gone: Activity | null, pause: Activity): ShiftBody {
  const others = shift.activities.filter((one) => one !== gone);
  const rest = others.flatMap((one) => (isQueueWork(one.kind) ? around(one, pause.startAt, pause.endAt) : [one]));
  return { ...bodyOf(shift), activities: [...rest, pause].sort((a, b) => a.startAt - b.startAt) };
}

/** A shift without one of its activities. */
export const without = (shift: RosterShift, gone: Activity): RosterShift => ({
  ...shift,
  activities: shift.activities.filter((one) => one !== gone),
});

/** Two shifts as one, from the first to the later end; what of the other lies over the first's is left out. */
export function joinedShift(one: RosterShift, other: RosterShift): ShiftBody {
  const tail = within(other.activities, one.endAt, other.endAt);
  return {
    ...bodyOf(one),
    endAt: Math.max(one.endAt, other.endAt),
    activities: [...one.activities, ...tail],
  };
}

const step = 15 * minuteMs;

/** The latest quarter of an hour at which a shift has to end to have so many worked ms less; null where it is too short. */
export function endForLess(shift: RosterShift, ms: number): number | null {
  const wanted = paidMsBetween(shift, shift.startAt, shift.endAt) - ms;
  let end = Math.floor(shift.endAt / step) * step;
  while (end > shift.startAt && paidMsBetween(shift, shift.startAt, end) > wanted) end -= step;
  return end - shift.startAt >= 4 * step ? end : null;
}
