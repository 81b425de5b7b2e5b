import { free, type Cover, type Employee, type Instance, type ShiftGrid } from './instance.ts';
import type { Prices } from './row-pricer.ts';

/**
 * The cost function taken apart by employee: what each day and shift of a row adds to it, by `day * shifts + shift`, and
 * what it costs before anybody works. SPEC PRO-21.
 */
export type Pieces = {
  readonly constant: number;
  readonly wishes: readonly Float64Array[];
  /** By `day * shifts + shift`; null where nobody is asked for and nobody is too many. */
  readonly cover: readonly (Cover | null)[];
};

export function piecesOf(instance: Instance): Pieces {
  const slots = instance.days * instance.shifts.length;
  const slot = (day: number, shift: number): number => day * instance.shifts.length + shift;
  const wishes = instance.staff.map(() => new Float64Array(slots));
  let constant = 0;
  for (const { employee, day, shift, weight, on } of instance.requests) {
    const row = wishes[employee];
    const at = slot(day, shift);
    if (on) constant += weight;
    if (row !== undefined) row[at] = (row[at] ?? 0) + (on ? -weight : weight);
  }
  const cover: (Cover | null)[] = Array.from({ length: slots }, () => null);
  for (const each of instance.cover) cover[slot(each.day, each.shift)] = each;
  return { constant, wishes, cover };
}

/** What a row adds to the cost for itself, cover left aside. */
export function wishCost(pieces: Pieces, shifts: number, employee: number, row: readonly number[]): number {
  const wishes = pieces.wishes[employee];
  return row.reduce((sum, shift, day) => (shift === free ? sum : sum + (wishes?.[day * shifts + shift] ?? 0)), 0);
}

/** What each shift of each day would cost an employee, if everybody else works as the grid has it. */
export function pricesBeside(instance: Instance, pieces: Pieces, grid: ShiftGrid, employee: number): Prices {
  const prices = Float64Array.from(pieces.wishes[employee] ?? []);
  const shifts = instance.shifts.length;
  const there = new Int32Array(prices.length);
  for (const [at, row] of grid.entries()) {
    if (at === employee) continue;
    for (const [day, shift] of row.entries())
      if (shift !== free) there[day * shifts + shift] = (there[day * shifts + shift] ?? 0) + 1;
  }
  for (const [at, cover] of pieces.cover.entries()) {
    const more = cover !== null && (there[at] ?? 0) < cover.required ? -cover.under : (cover?.over ?? 0);
    prices[at] = (prices[at] ?? 0) + more;
  }
  return prices;
}

/** The shifts of which an employee could work more than they may, with the most they may. */
export function bindingLimits(instance: Instance, employee: Employee): { shift: number; most: number }[] {
  return instance.shifts.flatMap(({ minutes }, shift) => {
    const most = employee.maxShifts[shift] ?? 0;
    const possible = Math.min(instance.days - employee.daysOff.length, Math.floor(employee.maxMinutes / minutes));
    return most > 0 && most < possible ? [{ shift, most }] : [];
  });
}
