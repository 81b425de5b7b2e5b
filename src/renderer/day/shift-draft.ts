import type { Activity, ActivityKind, DeskShift, ShiftPatch } from '../../contract/index.ts';
import { segments } from '../../domain/roster/shift.ts';
import { clamp, quarterMs, type Stretch } from './geometry.ts';

/** What is changed of a shift before it is saved. */
export type Plan = Pick<DeskShift, 'personId' | 'startAt' | 'endAt' | 'work' | 'activities'>;
export type Edge = 'start' | 'end';

/** A part of a shift as it is drawn: an activity by its place in the list, or queue work between two. */
export type Piece = Activity & { readonly activity: number | null; readonly key: string };

/** The parts of a shift from end to end. Keys stay while it is moved: `a0` is its first activity, `w0` its first work. */
export function piecesOf(shift: Plan): readonly Piece[] {
  let works = 0;
  return segments(shift).map((tile) => {
    const activity = shift.activities.indexOf(tile);
    if (activity !== -1) return { ...tile, activity, key: `a${activity}` };
    works += 1;
    return { ...tile, activity: null, key: `w${works - 1}` };
  });
}

const shifted = <T extends Stretch>(part: T, by: number): T => ({
  ...part,
  startAt: part.startAt + by,
  endAt: part.endAt + by,
});

/** The whole shift, with what lies in it, earlier or later. */
export const moveShift = <S extends Plan>(shift: S, by: number): S => ({
  ...shifted(shift, by),
  activities: shift.activities.map((activity) => shifted(activity, by)),
});

const longestMs = 24 * 3_600_000;

/** A shift with another start or end: at least a quarter of an hour, at most a day. What no longer lies in it is cut or goes. */
export function resizeShift<S extends Plan>(shift: S, edge: Edge, at: number): S {
  const { startAt, endAt } =
    edge === 'start'
      ? { startAt: clamp(at, shift.endAt - longestMs, shift.endAt - quarterMs), endAt: shift.endAt }
      : { startAt: shift.startAt, endAt: clamp(at, shift.startAt + quarterMs, shift.startAt + longestMs) };
  const activities = shift.activities
    .map((one) => ({ ...one, startAt: Math.max(one.startAt, startAt), endAt: Math.min(one.endAt, endAt) }))
    .filter((one) => one.startAt < one.endAt);
  return { ...shift, startAt, endAt, activities };
}

/** The stretches of a shift in which no activity lies, leaving one of them out of account. */
function gapsOf(shift: Plan, without: number | null): readonly Stretch[] {
  const gaps: Stretch[] = [];
  let from = shift.startAt;
  shift.activities.forEach((one, index) => {
    if (index === without) return;
    if (one.startAt > from) gaps.push({ startAt: from, endAt: one.startAt });
    from = one.endAt;
  });
  if (from < shift.endAt) gaps.push({ startAt: from, endAt: shift.endAt });
  return gaps;
}

/** The start nearest to the wanted one at which something so long lies free; null where nothing is long enough. */
function nearestFree(gaps: readonly Stretch[], wanted: number, length: number): number | null {
  const starts = gaps
    .filter(({ startAt, endAt }) => endAt - startAt >= length)
    .map(({ startAt, endAt }) => clamp(wanted, startAt, endAt - length));
  if (starts.length === 0) return null;
  return starts.reduce((best, at) => (Math.abs(at - wanted) < Math.abs(best - wanted) ? at : best));
}

const byStart = (a: Stretch, b: Stretch): number => a.startAt - b.startAt;

/** A shift with an activity put in, and the place that has in the list. */
type Placed<S> = { readonly shift: S; readonly index: number };

function placed<S extends Plan>(shift: S, others: readonly Activity[], activity: Activity): Placed<S> {
  const activities = [...others, activity].sort(byStart);
  return { shift: { ...shift, activities }, index: activities.indexOf(activity) };
}

/** An activity earlier or later in its shift: over another it goes to the nearest place where it fits. */
export function moveActivity<S extends Plan>(shift: S, index: number, by: number): Placed<S> {
  const activity = shift.activities[index];
  if (activity === undefined) return { shift, index };
  const length = activity.endAt - activity.startAt;
  const startAt = nearestFree(gapsOf(shift, index), activity.startAt + by, length) ?? activity.startAt;
  const others = shift.activities.filter((_, place) => place !== index);
  return placed(shift, others, { ...activity, startAt, endAt: startAt + length });
}

/** An activity with another start or end: at least a quarter of an hour, not over its neighbours, not out of the shift. */
export function resizeActivity<S extends Plan>(shift: S, index: number, edge: Edge, at: number): S {
  const activity = shift.activities[index];
  if (activity === undefined) return shift;
  const low = shift.activities[index - 1]?.endAt ?? shift.startAt;
  const high = shift.activities[index + 1]?.startAt ?? shift.endAt;
  const shortest = Math.min(quarterMs, activity.endAt - activity.startAt);
  const changed =
    edge === 'start'
      ? { ...activity, startAt: clamp(at, low, activity.endAt - shortest) }
      : { ...activity, endAt: clamp(at, activity.startAt + shortest, high) };
  return { ...shift, activities: shift.activities.map((one, place) => (place === index ? changed : one)) };
}

/** How long what is added lasts at first, minutes. */
const usualMinutes: Readonly<Record<ActivityKind, number>> = {
  calls: 60,
  chat: 60,
  mail: 60,
  break: 15,
  lunch: 30,
  coaching: 30,
  qa: 30,
  meeting: 30,
  training: 60,
  offQueue: 30,
};

/** A new activity at, or as near as it fits to, an instant; shorter where there is no more room. Null where it is full. */
export function addActivity<S extends Plan>(shift: S, kind: ActivityKind, wanted: number): Placed<S> | null {
  const gaps = gapsOf(shift, null);
  const room = Math.max(0, ...gaps.map(({ startAt, endAt }) => endAt - startAt));
  const length = Math.min(usualMinutes[kind] * 60_000, room);
  const startAt = length === 0 ? null : nearestFree(gaps, wanted, length);
  if (startAt === null) return null;
  return placed(shift, shift.activities, { kind, startAt, endAt: startAt + length });
}

export const removeActivity = <S extends Plan>(shift: S, index: number): S => ({
  ...shift,
  activities: shift.activities.filter((_, place) => place !== index),
});

/** A planned shift as it is sent to the desk; one without an id is new. */
export const patchOf = (shift: Plan & { readonly id?: string | undefined; readonly note: string }): ShiftPatch => ({
  ...(shift.id !== undefined && { id: shift.id }),
  personId: shift.personId,
  startAt: shift.startAt,
  endAt: shift.endAt,
  work: shift.work,
  activities: shift.activities.map(({ kind, startAt, endAt }) => ({ kind, startAt, endAt })),
  note: shift.note,
});
