import type { ActivityKind } from '../../../contract/roster-common.ts';
import type { Adherence, AgentState } from '../../../contract/roster.ts';
import type { Span } from '../../calendar/rules.ts';
import { isQueueWork } from '../shift.ts';
import { addMs, tallyKeys, type TallyKey } from './figures.ts';
import { isFit, isWorking } from './fit.ts';
import type { Stretch } from './tracks.ts';

export type Deviation = Adherence['people'][number]['deviations'][number];

/** Somebody's day: what was planned, what was done, what is excused; each in order, none over another. */
export type Tracks = {
  readonly plan: readonly Stretch<ActivityKind>[];
  readonly states: readonly Stretch<AgentState>[];
  readonly excused: readonly Span[];
};

/** Where ms go: to the person, and to the interval they lie in. */
export type Grid = {
  readonly from: number;
  readonly stepMs: number;
  readonly sums: Float64Array;
};

type Moment = { readonly planned: ActivityKind | null; readonly state: AgentState | null; readonly excused: boolean };

/** A place in a track that moves on with time. */
type Cursor<T> = { readonly track: readonly T[]; at: number };

const cursor = <T>(track: readonly T[]): Cursor<T> => ({ track, at: 0 });

/** The entry at an instant, or null between two; and until when that holds. */
function look<T>(
  cursor: Cursor<T>,
  now: number,
  startOf: (one: T) => number,
  endOf: (one: T) => number,
): readonly [T | null, number] {
  let one = cursor.track[cursor.at];
  while (one !== undefined && endOf(one) <= now) {
    cursor.at += 1;
    one = cursor.track[cursor.at];
  }
  if (one === undefined) return [null, Infinity];
  return startOf(one) > now ? [null, startOf(one)] : [one, endOf(one)];
}

const startAt = (one: { readonly startAt: number }) => one.startAt;
const endAt = (one: { readonly endAt: number }) => one.endAt;
const spanStart = (span: Span) => span[0];
const spanEnd = (span: Span) => span[1];

/** What a moment counts for. SPEC ADH-3, ADH-4, ADH-5. */
function keysOf({ planned, state, excused }: Moment): TallyKey[] {
  if (excused) return planned === null ? [] : [tallyKeys.excused];
  const keys: TallyKey[] = [];
  if (planned !== null) keys.push(tallyKeys.scheduled);
  if (planned !== null && isFit(planned, state)) keys.push(tallyKeys.adherent);
  if (planned !== null && isQueueWork(planned)) keys.push(tallyKeys.planned);
  if (isWorking(state)) keys.push(tallyKeys.worked);
  return keys;
}

/** Spreads a stretch over the intervals it lies in. */
function spread({ from, stepMs, sums }: Grid, keys: readonly TallyKey[], start: number, end: number): void {
  for (let at = start; at < end;) {
    const place = Math.floor((at - from) / stepMs);
    const until = Math.min(end, from + (place + 1) * stepMs);
    for (const key of keys) addMs(sums, place, key, until - at);
    at = until;
  }
}

function note(deviations: Deviation[], { planned, state, excused }: Moment, startAt: number, endAt: number): void {
  const deviates = planned === null ? state !== null && state !== 'offline' : !isFit(planned, state);
  if (!deviates) return;
  const last = deviations.at(-1);
  const goesOn =
    last?.endAt === startAt && last.planned === planned && last.state === state && last.excused === excused;
  if (goesOn) last.endAt = endAt;
  else deviations.push({ startAt, endAt, planned, state, excused });
}

/**
 * Walks plan, states and excuses of one person from one change to the next, from `from` to `to`; adds ms to the person's
 * tally and to the intervals, and gives where they were elsewhere than planned.
 */
export function compare(tracks: Tracks, from: number, to: number, own: Float64Array, grid: Grid): Deviation[] {
  const plan = cursor(tracks.plan);
  const states = cursor(tracks.states);
  const excuses = cursor(tracks.excused);
  const deviations: Deviation[] = [];
  for (let at = from; at < to;) {
    const [planned, planEnd] = look(plan, at, startAt, endAt);
    const [state, stateEnd] = look(states, at, startAt, endAt);
    const [excuse, excuseEnd] = look(excuses, at, spanStart, spanEnd);
    const until = Math.min(to, planEnd, stateEnd, excuseEnd);
    const moment = { planned: planned?.value ?? null, state: state?.value ?? null, excused: excuse !== null };
    const keys = keysOf(moment);
    for (const key of keys) addMs(own, 0, key, until - at);
    if (keys.length > 0) spread(grid, keys, at, until);
    note(deviations, moment, at, until);
    at = until;
  }
  return deviations;
}
