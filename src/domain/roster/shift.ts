import type { Activity, ActivityKind, RosterShift, RosterShiftIn, WorkKind } from '../../contract/roster-common.ts';
import { workKinds } from '../../contract/words.ts';
import { instantIn } from '../calendar/instant.ts';
import { dayMs, minuteMs } from '../calendar/wall-time.ts';
import { Fault } from '../fault.ts';

/** A shift without its id: what it is set to. */
export type ShiftBody = Omit<RosterShift, 'id'>;

const queueWork: ReadonlySet<string> = new Set(workKinds);

/** Calls, chat or mail, and not what takes somebody from the queue. SPEC ROS-2. */
export const isQueueWork = (kind: ActivityKind): kind is WorkKind => queueWork.has(kind);

/** A break or lunch: the two in which nobody works, and which contract hours leave out. SPEC ROS-3. */
export const isPause = (kind: ActivityKind): boolean => kind === 'break' || kind === 'lunch';

const byStart = (a: { readonly startAt: number }, b: { readonly startAt: number }) => a.startAt - b.startAt;

function refuse(message: string, field: string): never {
  throw new Fault('INVALID', message, { field });
}

function readActivities(given: RosterShiftIn['activities'], startAt: number, endAt: number, field: string): Activity[] {
  const activities = given.map(({ kind, ...times }, i) => {
    const here = `${field}.activities.${i}`;
    const what = `Activity ${i + 1} (${kind})`;
    const from = instantIn(times.startAt, `${here}.startAt`);
    const to = instantIn(times.endAt, `${here}.endAt`);
    if (to <= from) refuse(`${what} ends at or before its start. Give it an end after its start.`, `${here}.endAt`);
    if (from < startAt || to > endAt)
      refuse(`${what} lies outside of its shift. Move it inside, or make the shift longer.`, here);
    return { i, activity: { kind, startAt: from, endAt: to } };
  });
  activities.sort((a, b) => byStart(a.activity, b.activity));
  activities.forEach(({ i, activity }, k) => {
    const before = activities[k - 1];
    if (before === undefined || before.activity.endAt <= activity.startAt) return;
    const what = `Activity ${i + 1} (${activity.kind}) lies over activity ${before.i + 1} (${before.activity.kind})`;
    refuse(`${what}. Move one of them, or make it shorter.`, `${field}.activities.${i}`);
  });
  return activities.map(({ activity }) => activity);
}

/**
 * A shift as it comes in, checked: instants in epoch ms, activities in order; `id` names it where it has none of its own.
 * Faults INVALID at its field where it has no length, lasts over 24 hours, or an activity lies outside of it or over
 * another. SPEC ROS-1.
 */
export function readShift(given: RosterShiftIn, id: string, field = 'shift'): RosterShift {
  const startAt = instantIn(given.startAt, `${field}.startAt`);
  const endAt = instantIn(given.endAt, `${field}.endAt`);
  if (endAt <= startAt) refuse('This shift ends at or before its start. Give it an end after it.', `${field}.endAt`);
  if (endAt - startAt > dayMs)
    refuse('This shift lasts over 24 hours. Check its dates, or make two of it.', `${field}.endAt`);
  const activities = readActivities(given.activities, startAt, endAt, field);
  return { id: given.id ?? id, personId: given.personId, startAt, endAt, work: given.work, activities };
}

/**
 * Shifts as they come in, in the order given; one without an id is called by its place, `shift 3`. Faults INVALID as
 * `readShift`, and where two have one id: a remedy could not say which it means.
 */
export function readShifts(given: readonly RosterShiftIn[], field = 'shifts'): RosterShift[] {
  const ids = new Set<string>();
  return given.map((one, i) => {
    const shift = readShift(one, `shift ${i + 1}`, `${field}.${i}`);
    if (ids.has(shift.id))
      refuse(`Two shifts have the id "${shift.id}". Give each an id of its own.`, `${field}.${i}.id`);
    ids.add(shift.id);
    return shift;
  });
}

/** The shift from end to end, in order: its activities, and its queue work in the gaps. SPEC ROS-2. */
export function segments(shift: Pick<RosterShift, 'startAt' | 'endAt' | 'work' | 'activities'>): Activity[] {
  const tiles: Activity[] = [];
  let at = shift.startAt;
  for (const activity of shift.activities) {
    if (activity.startAt > at) tiles.push({ kind: shift.work, startAt: at, endAt: activity.startAt });
    tiles.push(activity);
    at = activity.endAt;
  }
  if (at < shift.endAt) tiles.push({ kind: shift.work, startAt: at, endAt: shift.endAt });
  return tiles;
}

function minutesOf(shift: RosterShift, counts: (kind: ActivityKind) => boolean): number {
  let ms = 0;
  for (const { kind, startAt, endAt } of segments(shift)) if (counts(kind)) ms += endAt - startAt;
  return ms / minuteMs;
}

/** Minutes of queue work in a shift. */
export const workMinutes = (shift: RosterShift): number => minutesOf(shift, isQueueWork);

/** Minutes of a shift that count as worked: all but break and lunch. SPEC ROS-3. */
export const paidMinutes = (shift: RosterShift): number => minutesOf(shift, (kind) => !isPause(kind));

/** Ms of a shift between two instants that count as worked: all but break and lunch. SPEC ROS-3. */
export function paidMsBetween(shift: RosterShift, from: number, to: number): number {
  const start = Math.max(from, shift.startAt);
  const end = Math.min(to, shift.endAt);
  if (end <= start) return 0;
  let ms = end - start;
  for (const { kind, startAt, endAt } of shift.activities) {
    if (isPause(kind)) ms -= Math.max(0, Math.min(endAt, end) - Math.max(startAt, start));
  }
  return ms;
}
