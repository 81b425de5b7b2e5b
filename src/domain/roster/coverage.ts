import type { RosterPerson, RosterShift, WorkKind } from '../../contract/roster-common.ts';
import { workKinds } from '../../contract/words.ts';
import type { Span } from '../calendar/rules.ts';
import { minuteMs } from '../calendar/wall-time.ts';
import { Fault } from '../fault.ts';
import { isLanguage, levelOf } from './able.ts';
import { rampAt } from './ramp.ts';
import { isQueueWork, segments } from './shift.ts';
import { joinSpans } from './spans.ts';

/** Full agents per interval, by what they work on. */
export type ByWork = Readonly<Record<WorkKind, Float64Array>>;

/** A skill at a level, or a language, to be counted by itself. */
export type Asked = { readonly kind: 'skill' | 'language'; readonly name: string; readonly minLevel?: number };

export type CoverageInput = {
  /** Checked ones (`readShift`); open shifts count for nobody. */
  readonly shifts: readonly RosterShift[];
  readonly people: readonly RosterPerson[];
  readonly from: number;
  readonly to: number;
  readonly intervalMinutes: number;
  /** When somebody on the roster was not there: late, absent, gone early. Left out: nothing is known of it. */
  readonly missing?: readonly { readonly personId: string; readonly startAt: number; readonly endAt: number }[];
  readonly by?: readonly Asked[];
};

export type Coverage = {
  /** When each interval begins. */
  readonly at: Float64Array;
  readonly scheduled: ByWork;
  /** Scheduled, but for those who were not there; null where that was not given. */
  readonly present: ByWork | null;
  /** Of each that was asked, in that order: scheduled on any queue work. */
  readonly by: readonly Float64Array[];
};

const mostIntervals = 100_000;

type Grid = { readonly from: number; readonly to: number; readonly stepMs: number; readonly count: number };

function gridOf({ from, to, intervalMinutes }: CoverageInput): Grid {
  const stepMs = intervalMinutes * minuteMs;
  const count = Math.ceil((to - from) / stepMs);
  if (!(count > 0 && count <= mostIntervals))
    throw new Fault('INVALID', 'Ask for at least one interval, and for at most 100,000.', { field: 'to' });
  return { from, to, stepMs, count };
}

const emptyWork = ({ count }: Grid): ByWork => ({
  calls: new Float64Array(count),
  chat: new Float64Array(count),
  mail: new Float64Array(count),
});

/** Adds a weight for each ms of a stretch to the intervals it lies in. */
function spread(sums: Float64Array, grid: Grid, start: number, end: number, weight: number): void {
  const last = Math.min(end, grid.to);
  for (let at = Math.max(start, grid.from); at < last;) {
    const place = Math.floor((at - grid.from) / grid.stepMs);
    const until = Math.min(last, grid.from + (place + 1) * grid.stepMs);
    sums[place] = (sums[place] ?? 0) + weight * (until - at);
    at = until;
  }
}

/** As `spread`, but for the spans somebody was missing in; these are joined. */
function spreadOutside(
  sums: Float64Array,
  grid: Grid,
  [start, end]: Span,
  weight: number,
  holes: readonly Span[] | undefined,
): void {
  let from = start;
  for (const [closes, opens] of holes ?? []) {
    if (opens <= from) continue;
    if (closes >= end) break;
    spread(sums, grid, from, closes, weight);
    from = Math.min(end, opens);
  }
  spread(sums, grid, from, end, weight);
}

/** From weighted ms to full agents: by the length of each interval, the last of which may be cut. */
function toAgents(sums: Float64Array, { from, to, stepMs, count }: Grid): void {
  for (let i = 0; i < count; i += 1) {
    const length = Math.min(to, from + (i + 1) * stepMs) - from - i * stepMs;
    sums[i] = (sums[i] ?? 0) / (100 * length);
  }
}

const isAsked = (person: RosterPerson | undefined, { kind, name, minLevel = 1 }: Asked): boolean => {
  if (person === undefined) return false;
  if (kind === 'language') return person.languages.some((language) => isLanguage(language, name));
  return levelOf(person.skills, name) >= minLevel;
};

function holesOf(missing: CoverageInput['missing']): ReadonlyMap<string, readonly Span[]> {
  const spans = new Map<string, Span[]>();
  for (const { personId, startAt, endAt } of missing ?? []) {
    const own = spans.get(personId);
    if (own === undefined) spans.set(personId, [[startAt, endAt]]);
    else own.push([startAt, endAt]);
  }
  return new Map([...spans].map(([id, own]) => [id, joinSpans(own)]));
}

/** Shifts that touch the stretch and somebody has, by start, so that two at once count once: the first of them. */
const inOrder = ({ shifts, from, to }: CoverageInput): RosterShift[] =>
  shifts
    .filter((shift) => shift.personId !== null && shift.startAt < to && shift.endAt > from)
    .sort((a, b) => a.startAt - b.startAt);

/**
 * Full agents at queue work per interval: heads by their ramp, parts of an interval as parts, breaks and activities off
 * the queue left out, a person with two shifts at once counted once. Intervals are laid from `from` on, the last one cut
 * at `to`. Instants in epoch ms. Faults INVALID on no interval or over 100,000. SPEC COV-1 to COV-4.
 */
export function coverage(input: CoverageInput): Coverage {
  const grid = gridOf(input);
  const people = new Map(input.people.map((person) => [person.id, person]));
  const scheduled = emptyWork(grid);
  const present = input.missing === undefined ? null : emptyWork(grid);
  const holes = holesOf(input.missing);
  const by = (input.by ?? []).map((asked) => ({ asked, sums: new Float64Array(grid.count) }));
  const busyUntil = new Map<string, number>();
  for (const shift of inOrder(input)) {
    const id = shift.personId ?? '';
    const person = people.get(id);
    const mine = by.filter(({ asked }) => isAsked(person, asked));
    const busy = busyUntil.get(id) ?? -Infinity;
    for (const { kind, startAt, endAt } of segments(shift)) {
      if (!isQueueWork(kind) || endAt <= busy) continue;
      const start = Math.max(startAt, busy);
      const weight = rampAt(person, start);
      spread(scheduled[kind], grid, start, endAt, weight);
      if (present) spreadOutside(present[kind], grid, [start, endAt], weight, holes.get(id));
      for (const { sums } of mine) spread(sums, grid, start, endAt, weight);
    }
    busyUntil.set(id, Math.max(busy, shift.endAt));
  }
  for (const kind of workKinds) {
    toAgents(scheduled[kind], grid);
    if (present) toAgents(present[kind], grid);
  }
  for (const { sums } of by) toAgents(sums, grid);
  return {
    at: Float64Array.from({ length: grid.count }, (_, i) => grid.from + i * grid.stepMs),
    scheduled,
    present,
    by: by.map(({ sums }) => sums),
  };
}
