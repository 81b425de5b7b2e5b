import { mipBuilder, unbounded, type Entry, type MipModel } from '../mip/model.ts';
import { free, type Instance } from './instance.ts';
import { bindingLimits, type Pieces } from './pieces.ts';
import type { Prices } from './row-pricer.ts';

/** Cover and limits of single shifts as rows of a model; rows of the roster are columns to be added. */
export type RowModel = {
  readonly base: MipModel;
  readonly entries: (employee: number, row: readonly number[]) => Entry[];
  /** What each shift of each day costs an employee by the duals of the rows. */
  readonly prices: (employee: number, dual: (row: number) => number) => Prices;
};

/** The master problem over whole rows (Dantzig and Wolfe, "Decomposition principle for linear programs", 1960). */
export function rowModel(instance: Instance, pieces: Pieces): RowModel {
  const builder = mipBuilder();
  const shifts = instance.shifts.length;
  const cover = pieces.cover.map((each) => {
    if (each === null) return -1;
    const row = builder.row(each.required, each.required);
    builder.column({ cost: each.under }, [[row, 1]]);
    builder.column({ cost: each.over }, [[row, -1]]);
    return row;
  });
  const limits = instance.staff.map(
    (employee) =>
      new Map(bindingLimits(instance, employee).map(({ shift, most }) => [shift, builder.row(-unbounded, most)])),
  );
  const rowsOf = (employee: number, day: number, shift: number): number[] =>
    [cover[day * shifts + shift] ?? -1, limits[employee]?.get(shift) ?? -1].filter((row) => row >= 0);
  return {
    base: builder.done(pieces.constant),
    entries: (employee, row) =>
      row.flatMap((shift, day) => (shift === free ? [] : rowsOf(employee, day, shift).map((at): Entry => [at, 1]))),
    prices: (employee, dual) =>
      Float64Array.from(pieces.wishes[employee] ?? [], (value, slot) => {
        const rows = rowsOf(employee, Math.floor(slot / shifts), slot % shifts);
        return rows.reduce((price, row) => price - dual(row), value);
      }),
  };
}
