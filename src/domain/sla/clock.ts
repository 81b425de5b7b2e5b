import type { Metric } from '../../contract/sla.ts';
import { openMsBetween, reachOpenMs } from '../calendar/arithmetic.ts';
import type { CompiledCalendar } from '../calendar/compile.ts';
import type { PreparedTarget } from './prepare.ts';

/**
 * One metric of one ticket while its events are read. Time is settled only when something changes: between two changes
 * a clock either counts, stands still, or has nothing to count. All times in ms.
 */
export type Running = {
  readonly metric: Metric;
  /** `active`: the thing is awaited, whether or not there is a target for it. */
  phase: 'idle' | 'active' | 'done';
  target: PreparedTarget | null;
  /** Stands still, by the ticket's status. */
  paused: boolean;
  startedAt: number | null;
  startReason: string;
  spent: number;
  pausedMs: number;
  metAt: number | null;
  /** The due time, once it has passed. */
  breachedAt: number | null;
  /** When it came at risk, once it has. */
  riskAt: number | null;
  /** For a clock that is done: as these stood then. */
  doneDueAt: number | null;
  doneRiskAt: number | null;
  /** Everything before is settled. */
  since: number;
  /** What began the stretch since then. */
  reason: string;
};

/** Hears of every settled stretch, before the next begins. */
export type Sink = (clock: Readonly<Running>, calendar: CompiledCalendar, from: number, to: number) => void;

export const idleClock = (metric: Metric, at: number): Running => ({
  metric,
  phase: 'idle',
  target: null,
  paused: false,
  startedAt: null,
  startReason: '',
  spent: 0,
  pausedMs: 0,
  metAt: null,
  breachedAt: null,
  riskAt: null,
  doneDueAt: null,
  doneRiskAt: null,
  since: at,
  reason: 'created',
});

/** The instant by which so much time has counted, from another on; null where the calendar never has it. SPEC SLA-3. */
const reach = (target: PreparedTarget, calendar: CompiledCalendar, from: number, ms: number): number | null => {
  const left = Math.max(0, ms);
  return target.business ? reachOpenMs(calendar, from, left) : from + left;
};

/** When the time left would be used up if the clock ran from `at` on. A breach stays where it was. SPEC SLA-5. */
export const dueFrom = (clock: Readonly<Running>, calendar: CompiledCalendar, at: number): number | null =>
  clock.breachedAt ?? (clock.target && reach(clock.target, calendar, at, clock.target.ms - clock.spent));

/** As `dueFrom`, for the share of the target after which a clock is at risk. SPEC SLA-6. */
export const riskFrom = (clock: Readonly<Running>, calendar: CompiledCalendar, at: number): number | null =>
  clock.riskAt ?? (clock.target && reach(clock.target, calendar, at, clock.target.riskMs - clock.spent));

export type Marks = {
  /** Of the target's time, what was left at the last mark passed, in ms. */
  readonly passedMs: number | null;
  /** When the next one is passed if the clock runs on. */
  readonly nextAt: number | null;
};
const noMarks: Marks = { passedMs: null, nextAt: null };

/** Where a settled clock stands among its target's marks. SPEC SLA-40. */
export const marksFrom = (clock: Readonly<Running>, calendar: CompiledCalendar, at: number): Marks => {
  const { target } = clock;
  if (!target || target.marks.length === 0 || clock.phase !== 'active') return noMarks;
  const ahead = target.marks.find((mark) => mark > clock.spent);
  const passed = target.marks.findLast((mark) => mark <= clock.spent);
  return {
    passedMs: passed === undefined ? null : target.ms - passed,
    nextAt: ahead === undefined || clock.paused ? null : reach(target, calendar, at, ahead - clock.spent),
  };
};

const count = (clock: Running, target: PreparedTarget, calendar: CompiledCalendar, to: number) => {
  const counted = target.business ? openMsBetween(calendar, clock.since, to) : to - clock.since;
  // The due time can only lie behind where all that was left has been counted: most stretches need no search for it.
  if (clock.riskAt === null && clock.spent + counted >= target.riskMs) {
    clock.riskAt = riskFrom(clock, calendar, clock.since);
  }
  if (clock.breachedAt === null && clock.spent + counted >= target.ms) {
    const due = dueFrom(clock, calendar, clock.since);
    if (due !== null && to > due) clock.breachedAt = due;
  }
  clock.spent += counted;
};

/** Takes what passed until `to` into account; what comes after it begins with `reason`. */
export const settle = (
  clock: Running,
  calendar: CompiledCalendar,
  to: number,
  reason: string,
  sink: Sink | null,
): void => {
  if (to > clock.since) {
    if (clock.phase === 'active' && clock.target) {
      if (clock.paused) clock.pausedMs += to - clock.since;
      else count(clock, clock.target, calendar, to);
    }
    sink?.(clock, calendar, clock.since, to);
  }
  clock.since = to;
  clock.reason = reason;
};

/** Starts a clock from nothing, at a settled instant. Without a target it waits for one (SPEC SLA-8). */
export const begin = (clock: Running, target: PreparedTarget | null, paused: boolean): void => {
  clock.phase = 'active';
  clock.target = target;
  clock.paused = paused;
  clock.startedAt = target && clock.since;
  clock.startReason = clock.reason;
  clock.spent = 0;
  clock.pausedMs = 0;
  clock.metAt = null;
  clock.breachedAt = null;
  clock.riskAt = null;
};

const sameMarks = (a: readonly number[], b: readonly number[]) =>
  a === b || (a.length === b.length && a.every((mark, i) => mark === b[i]));

const sameTarget = (a: PreparedTarget | null, b: PreparedTarget | null) =>
  a === b ||
  (a !== null &&
    b !== null &&
    a.ms === b.ms &&
    a.riskMs === b.riskMs &&
    a.business === b.business &&
    sameMarks(a.marks, b.marks));

/** Whether a clock would count otherwise under another target or pause. */
export const wouldChange = (clock: Readonly<Running>, target: PreparedTarget | null, paused: boolean): boolean =>
  clock.paused !== paused || !sameTarget(clock.target, target);

/**
 * Puts a settled clock under another target: time spent stays. A breach or risk that the new target does not know any
 * more is taken back; one that it brings counts from here, never from before the change (SPEC SLA-7).
 */
export const retarget = (clock: Running, target: PreparedTarget | null, paused: boolean): void => {
  clock.paused = paused;
  if (sameTarget(clock.target, target)) return;
  clock.target = target;
  if (!target) return;
  if (clock.startedAt === null) {
    clock.startedAt = clock.since;
    clock.startReason = clock.reason;
  }
  if (clock.spent < target.ms) clock.breachedAt = null;
  if (clock.spent < target.riskMs) clock.riskAt = null;
};

/** The awaited thing was done, at a settled instant. */
export const finish = (clock: Running, calendar: CompiledCalendar): void => {
  clock.phase = 'done';
  clock.metAt = clock.target && clock.since;
  clock.doneDueAt = dueFrom(clock, calendar, clock.since);
  clock.doneRiskAt = riskFrom(clock, calendar, clock.since);
};

/** Awaited again, at a settled instant: goes on with the time spent. SPEC SLA-14. */
export const resume = (clock: Running, target: PreparedTarget | null, paused: boolean): void => {
  clock.phase = 'active';
  clock.metAt = null;
  retarget(clock, target, paused);
};
