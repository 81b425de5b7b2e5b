import type { Prng } from '../../prng.ts';
import { ruinAndRecreate } from '../mip/ruin.ts';
import { rosterCost } from './cost.ts';
import { free, type Instance, type ShiftGrid } from './instance.ts';
import { pricesBeside, type Pieces } from './pieces.ts';
import type { Prices, RowPricer } from './row-pricer.ts';

/** The cheapest row that keeps the limits of single shifts too, or nearly: days are closed until it does. Null: none. */
export function rowWithinLimits(
  instance: Instance,
  employee: number,
  pricer: RowPricer,
  prices: Prices,
): readonly number[] | null {
  const own = Float64Array.from(prices);
  const limits = instance.staff[employee]?.maxShifts ?? [];
  const shifts = instance.shifts.length;
  for (;;) {
    const found = pricer.best(own);
    if (found === null) return null;
    let kept = true;
    for (const [shift, most] of limits.entries()) {
      const days = found.row.flatMap((each, day) => (each === shift ? [day] : []));
      if (days.length <= most) continue;
      kept = false;
      days.sort((a, b) => (own[b * shifts + shift] ?? 0) - (own[a * shifts + shift] ?? 0));
      for (const day of days.slice(0, days.length - most)) own[day * shifts + shift] = Infinity;
    }
    if (kept) return found.row;
  }
}

/** A roster to begin with: one row after another, each the cheapest beside those before. Null where somebody has none. */
export function firstGrid(instance: Instance, pieces: Pieces, pricers: readonly RowPricer[]): ShiftGrid | null {
  const empty = Array.from({ length: instance.days }, () => free);
  const grid: (readonly number[])[] = instance.staff.map(() => empty);
  for (const [employee, pricer] of pricers.entries()) {
    const row = rowWithinLimits(instance, employee, pricer, pricesBeside(instance, pieces, grid, employee));
    if (row === null) return null;
    grid[employee] = row;
  }
  return grid;
}

/** Gives each employee in turn the best row beside all others, until nobody's can be bettered or `stop` says so. */
export function bestResponses(
  instance: Instance,
  pieces: Pieces,
  pricers: readonly RowPricer[],
  from: ShiftGrid,
  stop: () => boolean,
): ShiftGrid {
  let grid = from;
  let cost = rosterCost(instance, grid);
  for (let idle = 0, employee = 0; idle < pricers.length && !stop(); employee = (employee + 1) % pricers.length) {
    const pricer = pricers[employee];
    if (pricer === undefined) break;
    const row = rowWithinLimits(instance, employee, pricer, pricesBeside(instance, pieces, grid, employee));
    const next = row === null ? grid : grid.map((each, at) => (at === employee ? row : each));
    const better = rosterCost(instance, next);
    idle = better < cost ? 0 : idle + 1;
    if (better < cost) [grid, cost] = [next, better];
  }
  return grid;
}

/** Betters a roster by ruin and recreate. `progress` is 0 to 1, and ends it from 1 on. */
export function improveGrid(
  instance: Instance,
  pieces: Pieces,
  pricers: readonly RowPricer[],
  from: ShiftGrid,
  random: Prng,
  progress: () => number,
  onBetter: (grid: ShiftGrid) => void,
): void {
  const grid = [...from];
  const empty = Array.from({ length: instance.days }, () => free);
  const plan = {
    owners: grid.length,
    empty,
    get: (employee: number): readonly number[] => grid[employee] ?? empty,
    set(employee: number, row: readonly number[]): void {
      grid[employee] = row;
    },
    best(employee: number): readonly number[] | null {
      const pricer = pricers[employee];
      if (pricer === undefined) return null;
      return rowWithinLimits(instance, employee, pricer, pricesBeside(instance, pieces, grid, employee));
    },
    cost: () => rosterCost(instance, grid),
  };
  ruinAndRecreate<readonly number[]>(plan, random, progress, () => onBetter([...grid]));
}
