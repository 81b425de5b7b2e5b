import { free, type Employee, type Instance } from './instance.ts';
import { movesOfDay, rowStates, type DayMove, type RowStates } from './row-states.ts';

/** What each shift costs on each day, by `day * shifts + shift`; infinite where it may not be worked. */
export type Prices = Float64Array;

export type PricedRow = { readonly price: number; readonly row: readonly number[] };

/** A day with a shift, or without one (-1), between two states; states are numbers within their day. */
export type RowArc = { readonly day: number; readonly shift: number; readonly from: number; readonly to: number };

export type RowPricer = {
  /** The cheapest feasible row, limits of single shifts left aside; null if there is none. */
  readonly best: (prices: Prices) => PricedRow | null;
  /**
   * The steps of all rows that cost at most `gap` more than the cheapest: what is left of the network of rows when a
   * row dearer than that cannot be part of what is looked for (reduced cost fixing).
   */
  readonly arcs: (prices: Prices, gap: number) => readonly RowArc[];
};

/** More states than this take more memory than a desk should ask for: 8 bytes each, twice. */
const mostStates = 40_000_000;

/** Memory that the pricers of one instance use one after another. */
export type RowBuffers = { forward: Float64Array; backward: Float64Array };
export const rowBuffers = (): RowBuffers => ({ forward: new Float64Array(0), backward: new Float64Array(0) });

/**
 * Prices rows of one employee exactly: a shortest path through the days, over what `rowStates` remembers. This is the
 * pricing problem of branch and price for rosters (Burke and Curtois, "New approaches to nurse rostering benchmark
 * instances", 2014). Null where it would take too much memory.
 */
export function rowPricer(instance: Instance, employee: Employee, buffers: RowBuffers): RowPricer | null {
  const states = rowStates(instance, employee);
  const size = states.stretches * states.size * (states.days + 1);
  if (size > mostStates) return null;
  const days = Array.from({ length: states.days }, (_, day) => movesOfDay(states, employee, day));
  const forwards = (prices: Prices): Float64Array => {
    if (buffers.forward.length < size) buffers.forward = new Float64Array(size);
    return fillForward(states, buffers.forward, days, prices);
  };
  const backwards = (prices: Prices): Float64Array => {
    if (buffers.backward.length < size) buffers.backward = new Float64Array(size);
    return fillBackward(states, buffers.backward, days, prices);
  };
  return {
    best(prices) {
      const forward = forwards(prices);
      const end = cheapestEnd(states, forward);
      if (end < 0) return null;
      const price = forward[states.stretches * states.size * states.days + end] ?? Infinity;
      return { price, row: trace(states, forward, days, prices, end) };
    },
    arcs: (prices, gap) => arcsWithin(states, forwards(prices), backwards(prices), days, prices, gap),
  };
}

const priceOf = (states: RowStates, prices: Prices, day: number, move: DayMove): number =>
  move.shift === free ? 0 : (prices[day * states.shifts + move.shift] ?? Infinity);

/** Calls nothing per state: these loops are where the time goes. */
function fillForward(
  states: RowStates,
  values: Float64Array,
  days: readonly DayMove[][],
  prices: Prices,
): Float64Array {
  const layer = states.stretches * states.size;
  const width = states.weekends + 1;
  values.fill(Infinity, 0, layer * (states.days + 1));
  values[states.start * states.size] = 0;
  for (const [day, moves] of days.entries()) {
    for (const move of moves) {
      const price = priceOf(states, prices, day, move);
      if (price === Infinity) continue;
      const from = layer * day + move.from * states.size;
      const to = layer * (day + 1) + move.to * states.size + move.units * width + move.weekends;
      const most = (states.units - move.units + 1) * width;
      for (let at = 0; at < most; at += width) {
        for (let k = at; k < at + width - move.weekends; k += 1) {
          const value = (values[from + k] as number) + price;
          if (value < (values[to + k] as number)) values[to + k] = value;
        }
      }
    }
  }
  return values;
}

function cheapestEnd(states: RowStates, values: Float64Array): number {
  const width = states.weekends + 1;
  const base = states.stretches * states.size * states.days;
  let best = -1;
  let least = Infinity;
  for (let stretch = 0; stretch < states.stretches; stretch += 1) {
    for (let k = states.leastUnits * width; k < states.size; k += 1) {
      const at = stretch * states.size + k;
      const value = values[base + at] as number;
      if (value < least) [least, best] = [value, at];
    }
  }
  return best;
}

/** Walks back from the end: at each day the move that gave the value. */
function trace(
  states: RowStates,
  values: Float64Array,
  days: readonly DayMove[][],
  prices: Prices,
  end: number,
): number[] {
  const layer = states.stretches * states.size;
  const width = states.weekends + 1;
  const row: number[] = [];
  let at = end;
  for (let day = states.days - 1; day >= 0; day -= 1) {
    const stretch = Math.floor(at / states.size);
    const rest = at % states.size;
    const value = values[layer * (day + 1) + at];
    for (const move of days[day] ?? []) {
      const before = rest - move.units * width - move.weekends;
      // Weekends may not borrow from minutes.
      if (move.to !== stretch || before < 0 || rest % width < move.weekends) continue;
      const from = move.from * states.size + before;
      if ((values[layer * day + from] as number) + priceOf(states, prices, day, move) !== value) continue;
      row.unshift(move.shift);
      at = from;
      break;
    }
  }
  return row;
}

function fillBackward(
  states: RowStates,
  values: Float64Array,
  days: readonly DayMove[][],
  prices: Prices,
): Float64Array {
  const layer = states.stretches * states.size;
  const width = states.weekends + 1;
  values.fill(Infinity, 0, layer * (states.days + 1));
  for (let stretch = 0; stretch < states.stretches; stretch += 1) {
    const base = layer * states.days + stretch * states.size;
    values.fill(0, base + Math.min(states.size, states.leastUnits * width), base + states.size);
  }
  for (let day = states.days - 1; day >= 0; day -= 1) {
    for (const move of days[day] ?? []) {
      const price = priceOf(states, prices, day, move);
      if (price === Infinity) continue;
      const from = layer * day + move.from * states.size;
      const to = layer * (day + 1) + move.to * states.size + move.units * width + move.weekends;
      const most = (states.units - move.units + 1) * width;
      for (let at = 0; at < most; at += width) {
        for (let k = at; k < at + width - move.weekends; k += 1) {
          const value = (values[to + k] as number) + price;
          if (value < (values[from + k] as number)) values[from + k] = value;
        }
      }
    }
  }
  return values;
}

function arcsWithin(
  states: RowStates,
  forward: Float64Array,
  backward: Float64Array,
  days: readonly DayMove[][],
  prices: Prices,
  gap: number,
): RowArc[] {
  const layer = states.stretches * states.size;
  const width = states.weekends + 1;
  // Sums made in another order differ in the last digits.
  const dearest = (backward[states.start * states.size] ?? Infinity) + gap + 1e-6;
  const arcs: RowArc[] = [];
  for (const [day, moves] of days.entries()) {
    for (const move of moves) {
      const price = priceOf(states, prices, day, move);
      if (price === Infinity) continue;
      const from = move.from * states.size;
      const to = move.to * states.size + move.units * width + move.weekends;
      const most = (states.units - move.units + 1) * width;
      for (let at = 0; at < most; at += width) {
        for (let k = at; k < at + width - move.weekends; k += 1) {
          const before = forward[layer * day + from + k] as number;
          const after = backward[layer * (day + 1) + to + k] as number;
          if (before + price + after <= dearest) arcs.push({ day, shift: move.shift, from: from + k, to: to + k });
        }
      }
    }
  }
  return arcs;
}
