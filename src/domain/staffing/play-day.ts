import { prng } from '../prng.ts';
import { heap } from './heap.ts';
import type { Heap } from './heap.ts';

/** A planned day in seconds from its first interval; intervals are in order and do not overlap. */
export type DayPlan = {
  readonly starts: readonly number[];
  readonly length: number;
  readonly calls: readonly number[];
  readonly agents: readonly number[];
  readonly aht: number;
  /** Infinity: callers wait until they are answered. */
  readonly patience: number;
  readonly within: number;
};

/** What one played day gave, by the interval in which a call came in; `busy` in agent seconds, by when they passed. */
export type DayTally = {
  readonly offered: Float64Array;
  readonly inTime: Float64Array;
  readonly waited: Float64Array;
  readonly abandoned: Float64Array;
  readonly busy: Float64Array;
};

/** From a moment on, so many agents; `interval` is -1 between intervals and after the last. */
type Turn = { readonly at: number; readonly interval: number; readonly agents: number };

type Call = { readonly at: number; readonly interval: number; readonly handle: number; readonly until: number };

type Run = {
  readonly plan: DayPlan;
  readonly tally: DayTally;
  /** When each agent who is on a call will be free. */
  readonly busy: Heap;
  readonly waiting: Call[];
  /** How many of `waiting` are over. */
  head: number;
  clock: number;
  interval: number;
  agents: number;
};

/** Agents change where an interval begins or a gap does; those of the last interval stay until nobody waits. */
function turnsOf({ starts, length, agents }: DayPlan): readonly Turn[] {
  return starts.flatMap((at, interval) => {
    const end = at + length;
    const next = starts[interval + 1];
    const begin = { at, interval, agents: agents[interval] ?? 0 };
    if (next === undefined) return [begin, { at: end, interval: -1, agents: begin.agents }];
    return next > end ? [begin, { at: end, interval: -1, agents: 0 }] : [begin];
  });
}

const exponential = (mean: number, random: () => number): number => -mean * Math.log(1 - random());

/**
 * Calls as they come: a Poisson stream within each interval. Arrivals, handle times and patience are drawn from streams
 * of their own, so that a plan with one agent more meets the very same callers.
 */
function callsOf(plan: DayPlan, seed: number, run: number): () => Call | null {
  const arrivals = prng(seed, run, 1).next;
  const handles = prng(seed, run, 2).next;
  const patiences = prng(seed, run, 3).next;
  let interval = 0;
  let at = plan.starts[0] ?? 0;
  return () => {
    while (interval < plan.starts.length) {
      const calls = plan.calls[interval] ?? 0;
      at += calls > 0 ? exponential(plan.length / calls, arrivals) : Infinity;
      if (at < (plan.starts[interval] ?? 0) + plan.length) {
        const until = plan.patience === Infinity ? Infinity : at + exponential(plan.patience, patiences);
        return { at, interval, handle: exponential(plan.aht, handles), until };
      }
      interval += 1;
      at = plan.starts[interval] ?? 0;
    }
    return null;
  };
}

const add = (to: Float64Array, interval: number, amount: number): void => {
  to[interval] = (to[interval] ?? 0) + amount;
};

/** An agent who left counts no more, though the call in hand is finished. */
function passTo(run: Run, at: number): void {
  const working = Math.min(run.busy.size(), run.agents);
  if (run.interval >= 0) add(run.tally.busy, run.interval, working * (at - run.clock));
  run.clock = at;
}

function answer(run: Run, call: Call): void {
  const wait = run.clock - call.at;
  add(run.tally.waited, call.interval, wait);
  if (wait <= run.plan.within) add(run.tally.inTime, call.interval, 1);
  run.busy.push(run.clock + call.handle);
}

function giveUp(run: Run, call: Call): void {
  add(run.tally.waited, call.interval, call.until - call.at);
  add(run.tally.abandoned, call.interval, 1);
}

/** First come, first served, by whoever is free; who gave up meanwhile is found when the turn comes. */
function serve(run: Run): void {
  while (run.head < run.waiting.length && run.busy.size() < run.agents) {
    const call = run.waiting[run.head];
    run.head += 1;
    if (!call) continue;
    if (call.until < run.clock) giveUp(run, call);
    else answer(run, call);
  }
  if (run.head < run.waiting.length) return;
  run.waiting.length = 0;
  run.head = 0;
}

/** Who is left when no agent is: they give up, or wait until the day's end in vain. */
function leave(run: Run, end: number): void {
  for (const call of run.waiting.slice(run.head)) {
    if (call.until < Infinity) giveUp(run, call);
    else add(run.tally.waited, call.interval, Math.max(0, end - call.at));
  }
}

function arrive(run: Run, call: Call): void {
  add(run.tally.offered, call.interval, 1);
  run.waiting.push(call);
  serve(run);
}

function change(run: Run, turn: Turn): void {
  run.interval = turn.interval;
  run.agents = turn.agents;
  serve(run);
}

const newTally = (intervals: number): DayTally => ({
  offered: new Float64Array(intervals),
  inTime: new Float64Array(intervals),
  waited: new Float64Array(intervals),
  abandoned: new Float64Array(intervals),
  busy: new Float64Array(intervals),
});

/**
 * Plays a day call by call: next comes whatever is first of a call, an agent's end of call, and a change of agents.
 * An agent who leaves finishes the call in hand. Same seed and run, same day. SPEC STF-9.
 */
export function playDay(plan: DayPlan, seed: number, number: number): DayTally {
  const tally = newTally(plan.starts.length);
  const run: Run = { plan, tally, busy: heap(), waiting: [], head: 0, clock: 0, interval: -1, agents: 0 };
  const turns = turnsOf(plan);
  const next = callsOf(plan, seed, number);
  let call = next();
  let turned = 0;
  for (;;) {
    const turn = turns[turned];
    const free = run.busy.least();
    const at = Math.min(call?.at ?? Infinity, turn?.at ?? Infinity, free);
    if (at === Infinity) break;
    passTo(run, at);
    if (turn && turn.at === at) {
      change(run, turn);
      turned += 1;
    } else if (free === at) {
      run.busy.pop();
      serve(run);
    } else if (call) {
      arrive(run, call);
      call = next();
    }
  }
  leave(run, turns.at(-1)?.at ?? 0);
  return tally;
}
