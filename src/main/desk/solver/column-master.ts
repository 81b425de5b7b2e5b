import type { Highs, Model } from 'highs';
import { withOwners, type MipModel, type OwnedColumn } from '../../../domain/roster/mip/model.ts';

/** Dearer than anything real: what a share of an owner costs while the columns known do not yet make a solution. */
const missingOwner = 1e6;

export type Duals = {
  /** Of the relaxation over the columns known so far. */
  readonly cost: number;
  readonly dual: (row: number) => number;
  /** What the column of an owner costs at most, by its reduced price, to be worth adding. */
  readonly ownerPrice: (owner: number) => number;
  /** How much of a column is taken, by its place in the order added. */
  readonly share: (column: number) => number;
};

export type ColumnMaster = {
  /** Adds a column under a name; false if it is known. */
  readonly add: (column: OwnedColumn, name: string) => boolean;
  /** The relaxation, from where the last one ended. Null where time ran out. */
  readonly relax: (seconds: number) => Duals | null;
  /** Has the owner of a column take it whole from here on. */
  readonly fix: (column: number) => void;
  /** All columns known, whole: a model whose last columns are these, in the order added. */
  readonly whole: () => MipModel;
  readonly dispose: () => void;
};

/** A model that grows by columns, of which each owner takes one's worth: column generation. */
export function columnMaster(solver: Highs, base: MipModel, owners: number): ColumnMaster {
  const model = solver.createModel();
  const first = base.rowLower.length;
  /** Those of the base come before, and one for each owner. */
  const own = base.cost.length + owners;
  passBase(model, base, owners);
  const known = new Set<string>();
  const columns: OwnedColumn[] = [];
  return {
    add(column, name) {
      const key = `${column.owner}:${name}`;
      if (known.has(key)) return false;
      known.add(key);
      columns.push(column);
      model.addCol(column.cost, 0, Infinity, summed([...column.entries, [first + column.owner, 1]]));
      return true;
    },
    relax(seconds) {
      // The solver counts the time of all its runs together.
      model.options.set({ time_limit: model.getRunTime() + Math.max(0.01, seconds) });
      const { modelStatus } = model.run();
      if (modelStatus !== solver.constants.modelStatus.optimal) return null;
      const { rowDual: values, colValue: shares } = model.getSolution();
      const dual = (row: number): number => values[row] ?? 0;
      return {
        cost: model.getObjectiveValue(),
        dual,
        ownerPrice: (owner) => dual(first + owner),
        share: (column) => shares[own + column] ?? 0,
      };
    },
    fix: (column) => void model.changeColBounds(own + column, 1, 1),
    whole: () => withOwners(base, owners, columns),
    dispose: () => model.dispose(),
  };
}

function passBase(model: Model, base: MipModel, owners: number): void {
  const numRows = base.rowLower.length;
  const numCols = base.cost.length;
  const { starts, indices, values } = base;
  model.passModel({
    numCols,
    numRows,
    offset: base.offset,
    colCost: base.cost,
    colLower: base.lower,
    colUpper: base.upper,
    rowLower: base.rowLower,
    rowUpper: base.rowUpper,
    matrix: { format: 'csc', numRows, numCols, starts, indices, values },
  });
  model.options.set({ output_flag: false, solver: 'simplex' });
  for (let owner = 0; owner < owners; owner += 1) {
    model.addRow(1, 1, { indices: [], values: [] });
    model.addCol(missingOwner, 0, Infinity, { indices: [numRows + owner], values: [1] });
  }
}

function summed(entries: OwnedColumn['entries']): { indices: number[]; values: number[] } {
  const sums = new Map<number, number>();
  for (const [row, value] of entries) sums.set(row, (sums.get(row) ?? 0) + value);
  const sorted = [...sums].sort(([a], [b]) => a - b);
  return { indices: sorted.map(([row]) => row), values: sorted.map(([, value]) => value) };
}
