/** No bound on that side. */
export const unbounded = Infinity;

/**
 * A linear model to be made small, some of its columns whole numbers: the columns of the matrix one after another
 * (`starts`, `indices` of rows, `values`), bounds of columns and rows. What a solver takes, and what crosses threads.
 */
export type MipModel = {
  readonly offset: number;
  readonly cost: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** 1: whole numbers alone. */
  readonly integer: Int32Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  readonly starts: Int32Array;
  readonly indices: Int32Array;
  readonly values: Float64Array;
};

/** A coefficient: in which row, how much. */
export type Entry = readonly [row: number, value: number];

type Column = { readonly cost: number; readonly upper?: number; readonly lower?: number; readonly integer?: boolean };

export type MipBuilder = {
  /** A new row between two bounds; gives its number. */
  readonly row: (lower: number, upper: number) => number;
  /** A new column of at least 0, with its coefficients; gives its number. Entries of one row are added up. */
  readonly column: (column: Column, entries: readonly Entry[]) => number;
  readonly done: (offset?: number) => MipModel;
};

/** Puts a model together row by row and column by column. */
export function mipBuilder(): MipBuilder {
  const rows = { lower: [] as number[], upper: [] as number[] };
  const columns = { cost: [] as number[], lower: [] as number[], upper: [] as number[], integer: [] as number[] };
  const matrix = { starts: [0], indices: [] as number[], values: [] as number[] };
  return {
    row(lower, upper) {
      rows.lower.push(lower);
      return rows.upper.push(upper) - 1;
    },
    column({ cost, lower = 0, upper = unbounded, integer = false }, entries) {
      const sums = new Map<number, number>();
      for (const [row, value] of entries) sums.set(row, (sums.get(row) ?? 0) + value);
      for (const [row, value] of [...sums].sort(([a], [b]) => a - b)) {
        if (value === 0) continue;
        matrix.indices.push(row);
        matrix.values.push(value);
      }
      matrix.starts.push(matrix.indices.length);
      columns.lower.push(lower);
      columns.upper.push(upper);
      columns.integer.push(integer ? 1 : 0);
      return columns.cost.push(cost) - 1;
    },
    done: (offset = 0) => ({
      offset,
      cost: Float64Array.from(columns.cost),
      lower: Float64Array.from(columns.lower),
      upper: Float64Array.from(columns.upper),
      integer: Int32Array.from(columns.integer),
      rowLower: Float64Array.from(rows.lower),
      rowUpper: Float64Array.from(rows.upper),
      starts: Int32Array.from(matrix.starts),
      indices: Int32Array.from(matrix.indices),
      values: Float64Array.from(matrix.values),
    }),
  };
}

/** A way for one owner to be part of a solution: what it costs, and what it adds to the rows. */
export type OwnedColumn = { readonly owner: number; readonly cost: number; readonly entries: readonly Entry[] };

/** A model with one row for each owner, and columns of which each owner takes exactly one, whole. */
export function withOwners(base: MipModel, owners: number, columns: readonly OwnedColumn[]): MipModel {
  const builder = mipBuilder();
  for (const [row, lower] of base.rowLower.entries()) builder.row(lower, base.rowUpper[row] ?? unbounded);
  for (let column = 0; column < base.cost.length; column += 1) {
    const { cost, lower, upper, integer } = base;
    const entries: Entry[] = [];
    for (let k = base.starts[column] ?? 0; k < (base.starts[column + 1] ?? 0); k += 1)
      entries.push([base.indices[k] ?? 0, base.values[k] ?? 0]);
    builder.column(
      {
        cost: cost[column] ?? 0,
        lower: lower[column] ?? 0,
        upper: upper[column] ?? unbounded,
        integer: integer[column] === 1,
      },
      entries,
    );
  }
  const one = Array.from({ length: owners }, () => builder.row(1, 1));
  for (const { owner, cost, entries } of columns)
    builder.column({ cost, upper: 1, integer: true }, [...entries, [one[owner] ?? 0, 1]]);
  return builder.done(base.offset);
}

/**
 * The Lagrangian bound of the base of such a model at some prices of its rows, what the owners' cheapest columns cost at
 * those prices not yet added: no solution costs less than both together. Holds at any prices; minus infinity at some.
 * Source: Geoffrion, "Lagrangean relaxation for integer programming", 1974.
 */
export function lagrangianBase(base: MipModel, prices: Float64Array): number {
  let bound = base.offset;
  for (const [row, price] of prices.entries()) {
    if (price !== 0) bound += price * ((price > 0 ? base.rowLower[row] : base.rowUpper[row]) ?? 0);
  }
  for (const [column, cost] of base.cost.entries()) {
    let reduced = cost;
    for (let k = base.starts[column] ?? 0; k < (base.starts[column + 1] ?? 0); k += 1)
      reduced -= (base.values[k] ?? 0) * (prices[base.indices[k] ?? 0] ?? 0);
    // Floating point alone is no reason to take endlessly much of a column.
    if (reduced < -1e-9) bound += reduced * (base.upper[column] ?? 0);
    else if (reduced > 0) bound += reduced * (base.lower[column] ?? 0);
  }
  return bound;
}
