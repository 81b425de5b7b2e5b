import type { Activity, ActivityKind, RosterShift, WorkKind } from '../../contract/roster-common.ts';
import { minuteMs } from '../calendar/wall-time.ts';
import { isPause, isQueueWork, segments } from '../roster/shift.ts';

/** A stretch in which a kind of work has too few people: the most that are missing at once. */
export type Shortage = {
  readonly startAt: number;
  readonly endAt: number;
  readonly work: WorkKind;
  readonly people: number;
};

/** One shift as it would be. */
export type Change = {
  readonly kind: 'break' | 'work' | 'offQueue' | 'overtime';
  readonly shift: RosterShift;
  readonly what: Moved;
};
/** What moves: an activity from its time to another, what somebody works on, a shift's end. */
export type Moved =
  | { readonly kind: 'later' | 'earlier'; readonly activity: ActivityKind; readonly startAt: number }
  | { readonly kind: 'instead'; readonly activity: ActivityKind; readonly startAt: number; readonly endAt: number }
  | { readonly kind: 'switch'; readonly from: WorkKind; readonly startAt: number; readonly endAt: number }
  | { readonly kind: 'stay' | 'come'; readonly minutes: number };

const quarter = 15 * minuteMs;
const furthest = 8;

type Spot = { readonly now: number; readonly short: Shortage };

const overlaps = (one: { readonly startAt: number; readonly endAt: number }, { startAt, endAt }: Shortage): boolean =>
  one.startAt < endAt && startAt < one.endAt;

/** The shift with one activity in another place; null where that lies outside or over another. */
function replaced(shift: RosterShift, index: number, activity: Activity | null): RosterShift | null {
  const others = shift.activities.filter((_, place) => place !== index);
  if (activity === null) return { ...shift, activities: others };
  if (activity.startAt < shift.startAt || activity.endAt > shift.endAt) return null;
  if (others.some((other) => other.startAt < activity.endAt && activity.startAt < other.endAt)) return null;
  return { ...shift, activities: [...others, activity].toSorted((a, b) => a.startAt - b.startAt) };
}

/** Breaks, lunches and what takes somebody off the queue, put some quarters earlier or later, out of the shortage. */
function shifted(shift: RosterShift, { now, short }: Spot): Change[] {
  return shift.activities.flatMap((activity, index) => {
    if (activity.startAt < now || !overlaps(activity, short) || isQueueWork(activity.kind)) return [];
    const length = activity.endAt - activity.startAt;
    return Array.from({ length: 2 * furthest }, (_, step) =>
      step < furthest ? step + 1 : furthest - step - 1,
    ).flatMap((by) => {
      const startAt = activity.startAt + by * quarter;
      if (startAt < now) return [];
      const moved = replaced(shift, index, { ...activity, startAt, endAt: startAt + length });
      if (moved === null) return [];
      const kind = isPause(activity.kind) ? 'break' : 'offQueue';
      return [
        { kind, shift: moved, what: { kind: by > 0 ? 'later' : 'earlier', activity: activity.kind, startAt } },
      ] as Change[];
    });
  });
}

/** Queue work in place of something that can be done another day: QA, coaching, a meeting. */
function instead(shift: RosterShift, { now, short }: Spot): Change[] {
  return shift.activities.flatMap((activity, index) => {
    if (activity.endAt <= now || !overlaps(activity, short) || isPause(activity.kind) || isQueueWork(activity.kind))
      return [];
    const begun = activity.startAt < now;
    const kept = begun ? { ...activity, endAt: Math.ceil(now / quarter) * quarter } : null;
    if (kept !== null && kept.endAt >= activity.endAt) return [];
    const moved = replaced(shift, index, kept);
    const { kind, startAt, endAt } = activity;
    return moved === null
      ? []
      : [{ kind: 'offQueue', shift: moved, what: { kind: 'instead', activity: kind, startAt, endAt } }];
  });
}

/** Other queue work while it is short, where somebody is on a kind that is not. */
function switched(shift: RosterShift, { now, short }: Spot): Change[] {
  const from = Math.max(short.startAt, Math.ceil(now / quarter) * quarter);
  return segments(shift).flatMap((part) => {
    if (!isQueueWork(part.kind) || part.kind === short.work || !overlaps(part, short)) return [];
    const startAt = Math.max(part.startAt, from);
    const endAt = Math.min(part.endAt, short.endAt);
    if (endAt - startAt < quarter) return [];
    const covered = shift.activities.flatMap((one) => without(one, startAt, endAt));
    const laid: Activity[] = short.work === shift.work ? covered : [...covered, { kind: short.work, startAt, endAt }];
    const activities = laid.toSorted((a, b) => a.startAt - b.startAt);
    const what = { kind: 'switch', from: part.kind, startAt, endAt } as const;
    return [{ kind: 'work', shift: { ...shift, activities }, what }];
  });
}

/** What is left of an activity outside a stretch. */
function without(activity: Activity, startAt: number, endAt: number): Activity[] {
  if (activity.endAt <= startAt || activity.startAt >= endAt) return [activity];
  return [
    { ...activity, endAt: startAt },
    { ...activity, startAt: endAt },
  ].filter((part) => part.endAt > part.startAt);
}

/** Half an hour or an hour more at an end of the shift, where it lies at the shortage. */
function stretched(shift: RosterShift, { now, short }: Spot, longestMs: number): Change[] {
  const steps = [2, 4].map((quarters) => quarters * quarter);
  return steps.flatMap((by) => {
    const later = { ...shift, endAt: shift.endAt + by };
    const earlier = { ...shift, startAt: shift.startAt - by };
    const stay = shift.endAt >= short.startAt && shift.endAt < short.endAt && later.endAt - later.startAt <= longestMs;
    const come =
      shift.startAt <= short.endAt &&
      shift.startAt > short.startAt &&
      earlier.startAt > now &&
      earlier.endAt - earlier.startAt <= longestMs;
    const minutes = by / minuteMs;
    return [
      ...(stay ? [{ kind: 'overtime', shift: later, what: { kind: 'stay', minutes } } as const] : []),
      ...(come ? [{ kind: 'overtime', shift: earlier, what: { kind: 'come', minutes } } as const] : []),
    ];
  });
}

/**
 * What could be done to one shift about a shortage, from now on: moves on a grid of a quarter of an hour. Whether any of
 * it helps is for whoever counts. SPEC STF-30.
 */
export const changesOf = (shift: RosterShift, spot: Spot, longestShiftMs: number): Change[] =>
  shift.personId === null || shift.endAt <= spot.now
    ? []
    : [
        ...shifted(shift, spot),
        ...instead(shift, spot),
        ...switched(shift, spot),
        ...stretched(shift, spot, longestShiftMs),
      ];
