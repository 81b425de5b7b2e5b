import { minuteMs } from '../../calendar/wall-time.ts';
import { pauseSpans, type Placing } from './pauses.ts';
import { shares, shortCost, type Quarters } from './quarters.ts';

/** Work over the longest allowed is dearer than any shortage. */
const overMost = 1e6;
/** Between places that leave equally much short, the one that parts the work evenly. */
const evenly = 1e-6;

const hoursOf = (ms: number): number => ms / (60 * minuteMs);

/** What a stretch of work without a pause costs. */
const stretchCost = (ms: number, mostMs: number): number =>
  evenly * hoursOf(ms) ** 2 + (ms > mostMs ? overMost * hoursOf(ms - mostMs) : 0);

/** What a pause leaves short, its shift taken to be at work otherwise. */
function pauseCost(quarters: Quarters, { shift }: Placing, startAt: number, endAt: number): number {
  if (shift.personId === null) return 0;
  const [short, asked] = [quarters.short[shift.work], quarters.asked[shift.work]];
  let cost = 0;
  for (const [cell, share] of shares(quarters, startAt, endAt)) {
    const now = short[cell] as number;
    if (asked[cell] === 1) cost += shortCost(now + share) - shortCost(now);
  }
  return cost;
}

/** What places cost: shortage first, then stretches of work that are too long or uneven. */
export function placesCost(quarters: Quarters, placing: Placing, at: readonly number[]): number {
  let cost = 0;
  let from = placing.workFrom;
  for (const [start, end] of pauseSpans(placing, at)) {
    cost += pauseCost(quarters, placing, start, end) + stretchCost(start - from, placing.mostMs);
    from = end;
  }
  return cost + stretchCost(placing.shift.endAt - from, placing.mostMs);
}

type Way = { readonly cost: number; readonly before: number };

/**
 * The best places of one shift's pauses, all other shifts being where they are: a shortest path over the places of the
 * first pause, the second, and so on. Exact where pauses fill whole quarters. Null where they do not fit one after the
 * other.
 */
export function bestPlaces(quarters: Quarters, placing: Placing): readonly number[] | null {
  const { pauses, starts, workFrom, mostMs, shift } = placing;
  const ways: Way[][] = [];
  for (const [i, own] of starts.entries()) {
    const ms = pauses[i]?.ms ?? 0;
    const [before, length] = [starts[i - 1] ?? [], pauses[i - 1]?.ms ?? 0];
    ways.push(
      own.map((start): Way => {
        const base = pauseCost(quarters, placing, start, start + ms);
        if (i === 0) return { cost: base + stretchCost(start - workFrom, mostMs), before: -1 };
        let best: Way = { cost: Infinity, before: -1 };
        for (const [k, from] of before.entries()) {
          const rest = start - from - length;
          if (rest < 0) break;
          const cost = (ways[i - 1]?.[k]?.cost ?? Infinity) + base + stretchCost(rest, mostMs);
          if (cost < best.cost) best = { cost, before: k };
        }
        return best;
      }),
    );
  }
  const lastMs = pauses.at(-1)?.ms ?? 0;
  const ends = starts.at(-1) ?? [];
  let [least, place] = [Infinity, -1];
  for (const [k, { cost }] of (ways.at(-1) ?? []).entries()) {
    const all = cost + stretchCost(shift.endAt - (ends[k] ?? 0) - lastMs, mostMs);
    if (all < least) [least, place] = [all, k];
  }
  return place < 0 ? null : walkBack(starts, ways, place);
}

function walkBack(starts: readonly (readonly number[])[], ways: readonly (readonly Way[])[], end: number): number[] {
  const at: number[] = [];
  let place = end;
  for (let i = starts.length - 1; i >= 0; i -= 1) {
    at.unshift(starts[i]?.[place] ?? 0);
    place = ways[i]?.[place]?.before ?? -1;
  }
  return at;
}
