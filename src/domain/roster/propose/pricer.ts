import type { Candidate } from './candidates.ts';
import type { Chosen, Network, NetworkDay, NetworkMove, Schedule } from './network.ts';

/** What a candidate costs on its best work, and which that is (a place in `cells.works`). */
export type Price = { readonly cost: number; readonly work: number };
export type PriceOf = (candidate: Candidate) => Price;

export type PricedSchedule = { readonly price: number; readonly schedule: Schedule };

type Layers = {
  /** By day: the least cost of each state, `(class * runs + run) * (units + 1) + unit`. */
  readonly values: readonly Float64Array[];
  readonly prices: readonly (readonly Price[])[];
};

/**
 * The cheapest schedule of one person that keeps rest, days in a row and hours: a shortest path through the days, as for
 * whole rows of the benchmark. Exact, but for paid time counted up to the unit. Null where even no shift is not allowed.
 */
export function bestSchedule(network: Network, priceOf: PriceOf): PricedSchedule | null {
  const layers = fill(network, priceOf);
  const last = layers.values.at(-1) ?? new Float64Array(0);
  let [best, least] = [-1, Infinity];
  for (let run = 0; run < network.runs; run += 1) {
    if (!network.mayEnd(run)) continue;
    for (let at = run * (network.units + 1); at < (run + 1) * (network.units + 1); at += 1) {
      if ((last[at] as number) < least) [best, least] = [at, last[at] as number];
    }
  }
  return best < 0 ? null : { price: least, schedule: trace(network, layers, best) };
}

function fill(network: Network, priceOf: PriceOf): Layers {
  const { runs, units, days } = network;
  const block = runs * (units + 1);
  const start = new Float64Array(block).fill(Infinity);
  start[network.startRun * (units + 1) + network.startUnits] = 0;
  const values = [start];
  const prices: Price[][] = [];
  for (const [at, day] of days.entries()) {
    const now = values[at] as Float64Array;
    const classes = days[at + 1]?.classes.length ?? 1;
    const next = new Float64Array(classes * block).fill(Infinity);
    const own = day.moves.map(({ candidate }) => priceOf(candidate));
    stay(network, day, now, next);
    const rested = prefixMinima(now, block);
    for (const group of day.groups) {
      const k = cheapestOf(group, own);
      const move = day.moves[k];
      if (move !== undefined) work(network, day, move, own[k]?.cost ?? Infinity, rested, next);
    }
    values.push(next);
    prices.push(own);
  }
  return { values, prices };
}

function cheapestOf(group: readonly number[], prices: readonly Price[]): number {
  let best = group[0] ?? -1;
  for (const k of group) if ((prices[k]?.cost ?? Infinity) < (prices[best]?.cost ?? Infinity)) best = k;
  return best;
}

/** The least over all classes up to each: a shift may follow on any rest that is over. */
function prefixMinima(values: Float64Array, block: number): Float64Array {
  const minima = Float64Array.from(values);
  for (let at = block; at < minima.length; at += 1) {
    if ((minima[at - block] as number) < (minima[at] as number)) minima[at] = minima[at - block] as number;
  }
  return minima;
}

/** The run after a day without a choice; -1 where the rule forbids it. */
function runAfter({ runs }: Network, day: NetworkDay, run: number): number {
  if (!day.standing || runs === 1) return 0;
  if (run + 1 < runs) return run + 1;
  // What stands may break the rule by itself; what is proposed may not.
  return day.standingBefore >= run ? run : -1;
}

/** A day off, or one on which a shift stands. */
function stay(network: Network, day: NetworkDay, now: Float64Array, next: Float64Array): void {
  const { runs, units } = network;
  const width = units + 1;
  for (const [from, to] of day.offClass.entries()) {
    for (let run = 0; run < runs; run += 1) {
      const after = runAfter(network, day, run);
      if (after < 0) continue;
      for (let unit = 0; unit <= day.most; unit += 1) {
        const value = (now[(from * runs + run) * width + unit] as number) + day.offCost + weekEnd(day, unit);
        const at = (to * runs + after) * width + (day.lastOfWeek ? 0 : unit);
        if (value < (next[at] as number)) next[at] = value;
      }
    }
  }
}

const weekEnd = (day: NetworkDay, unit: number): number => (day.lastOfWeek ? (day.weekCost[unit] ?? 0) : 0);

function work(
  { runs, units }: Network,
  day: NetworkDay,
  move: NetworkMove,
  price: number,
  rested: Float64Array,
  next: Float64Array,
): void {
  const width = units + 1;
  if (price === Infinity || move.fromClass < 0) return;
  for (let run = 0; run < Math.max(1, runs - 1); run += 1) {
    const from = (move.fromClass * runs + run) * width;
    const to = (move.toClass * runs + (runs === 1 ? 0 : run + 1)) * width;
    for (let unit = 0; unit + move.units <= day.most; unit += 1) {
      const value = (rested[from + unit] as number) + price + weekEnd(day, unit + move.units);
      const at = to + (day.lastOfWeek ? move.nextUnits : unit + move.units);
      if (value < (next[at] as number)) next[at] = value;
    }
  }
}

/** Walks back from the end: at each day what gave the value. */
function trace(network: Network, { values, prices }: Layers, end: number): Schedule {
  const schedule: (Chosen | null)[] = [];
  let at = end;
  for (let d = network.days.length - 1; d >= 0; d -= 1) {
    const step = stepTo(network, d, values, prices[d] ?? [], at);
    schedule.unshift(step.chosen);
    at = step.from;
  }
  return schedule;
}

type Step = { readonly from: number; readonly chosen: Chosen | null };

function stepTo(
  network: Network,
  d: number,
  values: readonly Float64Array[],
  prices: readonly Price[],
  at: number,
): Step {
  const { runs, units } = network;
  const width = units + 1;
  const day = network.days[d] as NetworkDay;
  const now = values[d] as Float64Array;
  const target = (values[d + 1] as Float64Array)[at] as number;
  const [place, unit] = [Math.floor(at / width), at % width];
  const [to, run] = [Math.floor(place / runs), place % runs];
  const gives = (from: number, before: number, cost: number): boolean =>
    (now[from] as number) + cost + weekEnd(day, before) === target;
  for (const [k, move] of day.moves.entries()) {
    if (move.toClass !== to || (runs > 1 && run === 0)) continue;
    const cost = prices[k]?.cost ?? Infinity;
    for (const used of day.lastOfWeek ? upTo(day.most - move.units, unit === move.nextUnits) : [unit - move.units]) {
      for (let from = 0; used >= 0 && from <= move.fromClass; from += 1) {
        const state = (from * runs + (runs === 1 ? 0 : run - 1)) * width + used;
        if (gives(state, used + move.units, cost))
          return { from: state, chosen: { candidate: move.candidate, work: prices[k]?.work ?? 0 } };
      }
    }
  }
  return {
    from: stayFrom(network, day, to, run, unit, (state, used) => gives(state, used, day.offCost)),
    chosen: null,
  };
}

const upTo = (most: number, any: boolean): number[] =>
  any ? Array.from({ length: Math.max(0, most + 1) }, (_, i) => i) : [];

function stayFrom(
  network: Network,
  day: NetworkDay,
  to: number,
  run: number,
  unit: number,
  gives: (state: number, used: number) => boolean,
): number {
  const { runs, units } = network;
  for (const [from, after] of day.offClass.entries()) {
    if (after !== to) continue;
    for (let before = 0; before < runs; before += 1) {
      if (runAfter(network, day, before) !== run) continue;
      for (const used of day.lastOfWeek ? upTo(day.most, unit === 0) : [unit]) {
        const state = (from * runs + before) * (units + 1) + used;
        if (gives(state, used)) return state;
      }
    }
  }
  throw new Error('A state of the schedule came from nowhere.');
}
