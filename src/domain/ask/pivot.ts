import { Fault } from '../fault.ts';
import { nearWord } from '../near-word.ts';
import { quantile } from '../statistics/quantile.ts';

export type Value = string | number | null;
export type Measure = 'count' | 'sum' | 'mean' | 'median' | 'min' | 'max' | 'p90';

/** Which columns make rows and columns of the table, and what is measured of which (null: rows are counted). */
export type PivotSpec = {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly measure: Measure;
  readonly of: string | null;
};

/** Cells by row and column; null: nothing to measure there. Totals are of the values themselves, not of the cells. */
export type Pivot = {
  readonly rowKeys: readonly (readonly Value[])[];
  readonly columnKeys: readonly (readonly Value[])[];
  readonly cells: readonly (readonly (number | null)[])[];
  readonly rowTotals: readonly (number | null)[];
  readonly columnTotals: readonly (number | null)[];
  readonly grandTotal: number | null;
};

const mostRows = 5000;
const mostColumns = 200;
const mostCells = 200_000;

/** What is kept of a cell. Values only where the measure needs each of them. */
type Kept = { n: number; sum: number; min: number; max: number; readonly values: number[] };

const nothing = (): Kept => ({ n: 0, sum: 0, min: Infinity, max: -Infinity, values: [] });
/** Whether a measure needs every value; of the others it is enough to know a few figures of each group of rows. */
export const needsEach = (measure: Measure): boolean => measure === 'median' || measure === 'p90';

/** Joins what several cells keep: sums are those of the cells, medians those of all values. SPEC ASK-31. */
function joined(parts: readonly (Kept | undefined)[]): Kept {
  const all = nothing();
  for (const part of parts) {
    if (part === undefined) continue;
    all.n += part.n;
    all.sum += part.sum;
    all.min = Math.min(all.min, part.min);
    all.max = Math.max(all.max, part.max);
    for (const value of part.values) all.values.push(value);
  }
  return all;
}

function measured(measure: Measure, kept: Kept | undefined): number | null {
  if (measure === 'count') return kept?.n ?? 0;
  if (kept === undefined || kept.n === 0) return null;
  switch (measure) {
    case 'sum':
      return kept.sum;
    case 'mean':
      return kept.sum / kept.n;
    case 'min':
      return kept.min;
    case 'max':
      return kept.max;
    case 'median':
    case 'p90':
      return quantile(
        kept.values.toSorted((a, b) => a - b),
        measure === 'median' ? 0.5 : 0.9,
      );
  }
}

/** One of the axes: keys in the order in which they came. */
type Axis = { readonly keys: Value[][]; readonly place: (row: readonly Value[]) => number };

function axis(places: readonly number[], most: number, field: 'rows' | 'columns'): Axis {
  const keys: Value[][] = [];
  const known = new Map<Value, number>();
  return {
    keys,
    place(row) {
      const [only = -1] = places;
      const values = places.map((place) => row[place] ?? null);
      const key = places.length === 1 ? (row[only] ?? null) : JSON.stringify(values);
      const before = known.get(key);
      if (before !== undefined) return before;
      if (keys.length === most)
        throw new Fault('INVALID', `These make more than ${most} ${field}. Choose columns with fewer values.`, {
          field,
        });
      known.set(key, keys.length);
      keys.push(values);
      return keys.length - 1;
    },
  };
}

const letters = new Intl.Collator('en', { numeric: true });

/** Nothing first, then numbers, then texts. */
function compareValues(one: Value, other: Value): number {
  if (one === other) return 0;
  if (one === null || other === null) return one === null ? -1 : 1;
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  if (typeof one === 'number' || typeof other === 'number') return typeof one === 'number' ? -1 : 1;
  return letters.compare(one, other) || (one < other ? -1 : 1);
}

function ordered(keys: readonly (readonly Value[])[]): number[] {
  const compare = (one: number, other: number): number => {
    for (const [part, value] of (keys[one] ?? []).entries()) {
      const order = compareValues(value, keys[other]?.[part] ?? null);
      if (order !== 0) return order;
    }
    return 0;
  };
  return keys.map((_, index) => index).sort(compare);
}

/** Where a name is among others, as it is written or in any case; -1: nowhere. */
export function placeOfName(names: readonly string[], name: string): number {
  const exact = names.indexOf(name);
  return exact >= 0 ? exact : names.findIndex((each) => each.toLowerCase() === name.toLowerCase());
}

function placeOf(names: readonly string[], name: string, field: string): number {
  const place = placeOfName(names, name);
  if (place >= 0) return place;
  const meant = nearWord(name, names);
  const hint = meant === null ? `There are ${names.join(', ')}.` : `Perhaps “${meant}” is meant.`;
  throw new Fault('INVALID', `There is no column “${name}”. ${hint}`, { field });
}

/** Where the columns of a pivot are among those of its rows. Faults INVALID by field. */
export function pivotPlaces(spec: PivotSpec, names: readonly string[]) {
  if (spec.measure !== 'count' && spec.of === null)
    throw new Fault('INVALID', 'Choose the column whose numbers are measured.', { field: 'of' });
  return {
    rows: spec.rows.map((name) => placeOf(names, name, 'rows')),
    columns: spec.columns.map((name) => placeOf(names, name, 'columns')),
    of: spec.of === null ? null : placeOf(names, spec.of, 'of'),
  };
}

/** What is said where a text is to be measured. */
export const notNumbers = (of: string | null, text: string): Fault =>
  new Fault('INVALID', `“${of ?? ''}” holds texts such as “${text.slice(0, 40)}”. Count them, or choose numbers.`, {
    field: 'of',
  });

/** Figures of several rows of one cell: how many with a value, and of these values their sum, least and greatest. */
export type Group = {
  readonly n: number;
  readonly sum: number | null;
  readonly min: number | null;
  readonly max: number | null;
};

export type Pivoter = {
  /** Counts one row in. Faults INVALID on a text where a number is measured, and where the table would grow out of bounds. */
  readonly add: (row: readonly Value[]) => void;
  /** Counts a group of rows in, whose keys are those of `row`; not for a measure that needs every value. */
  readonly addGroup: (row: readonly Value[], group: Group) => void;
  readonly done: () => Pivot;
};

/**
 * Makes a pivot table of rows that come one by one, or of groups of them; `names` are their columns. `measure` is what the
 * table tells where groups bring the figures of a column that is not among them. SPEC ASK-30.
 */
export function pivoter(spec: PivotSpec, names: readonly string[], measure: Measure = spec.measure): Pivoter {
  const places = pivotPlaces(spec, names);
  const rowAxis = axis(places.rows, mostRows, 'rows');
  const columnAxis = axis(places.columns, mostColumns, 'columns');
  const cells: Map<number, Kept>[] = [];
  const each = needsEach(spec.measure);
  let made = 0;
  const keptAt = (row: number, column: number): Kept => {
    const line = (cells[row] ??= new Map<number, Kept>());
    const before = line.get(column);
    if (before !== undefined) return before;
    made += 1;
    if (made > mostCells)
      throw new Fault('INVALID', `That is more than ${mostCells} cells. Choose columns with fewer values.`, {
        field: 'columns',
      });
    const kept = nothing();
    line.set(column, kept);
    return kept;
  };
  return {
    add(row) {
      const kept = keptAt(rowAxis.place(row), columnAxis.place(row));
      const value = places.of === null ? null : (row[places.of] ?? null);
      if (spec.measure === 'count') {
        if (places.of === null || value !== null) kept.n += 1;
        return;
      }
      if (value === null) return;
      if (typeof value === 'string') throw notNumbers(spec.of, value);
      kept.n += 1;
      kept.sum += value;
      if (value < kept.min) kept.min = value;
      if (value > kept.max) kept.max = value;
      if (each) kept.values.push(value);
    },
    addGroup(row, { n, sum, min, max }) {
      const kept = keptAt(rowAxis.place(row), columnAxis.place(row));
      kept.n += n;
      kept.sum += sum ?? 0;
      kept.min = Math.min(kept.min, min ?? Infinity);
      kept.max = Math.max(kept.max, max ?? -Infinity);
    },
    done: () => table(measure, rowAxis.keys, columnAxis.keys, cells),
  };
}

function table(
  measure: Measure,
  rowKeys: readonly (readonly Value[])[],
  columnKeys: readonly (readonly Value[])[],
  cells: readonly ReadonlyMap<number, Kept>[],
): Pivot {
  const rows = ordered(rowKeys);
  const columns = ordered(columnKeys);
  const line = (row: number) => columns.map((column) => cells[row]?.get(column));
  const total = (parts: readonly (Kept | undefined)[]) => measured(measure, joined(parts));
  return {
    rowKeys: rows.map((row) => rowKeys[row] ?? []),
    columnKeys: columns.map((column) => columnKeys[column] ?? []),
    cells: rows.map((row) => line(row).map((kept) => measured(measure, kept))),
    rowTotals: rows.map((row) => total(line(row))),
    columnTotals: columns.map((column) => total(rows.map((row) => cells[row]?.get(column)))),
    grandTotal: total(rows.flatMap(line)),
  };
}
