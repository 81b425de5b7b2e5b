import { normal975, normalTwoSided } from '../../statistics/distributions.ts';
import { around, type Estimate, none } from './estimate.ts';
import { mostValues } from './limits.ts';
import { type Rated, ratedByEach } from './ratings.ts';
import { uncorrected } from './alpha.ts';

/** A figure with its test against chance: z, and how likely one as far from 0 is on either side. */
export type Tested = Estimate & { readonly test: { readonly z: number; readonly p: number } | null };

const untested: Tested = { ...none, test: null };

/** What rounding leaves of a variance that is nothing: where chance alone decides, there is no test. */
const nothing = 1e-12;

const testOf = (value: number, variance: number): Tested['test'] => {
  if (!(variance > nothing)) return null;
  const z = value / Math.sqrt(variance);
  return { z, p: normalTwoSided(z) };
};

/** How two raters rated the same items: rows by the first, columns by the second, in shares of all. */
export type Crossed = {
  readonly n: number;
  readonly size: number;
  readonly cells: readonly { readonly row: number; readonly column: number; readonly share: number }[];
};

/** Agreement from 0 to 1 of the values at two places. */
export type Weight = (row: number, column: number) => number;

const margins = ({ size, cells }: Crossed) => {
  const rows = new Float64Array(size);
  const columns = new Float64Array(size);
  for (const { row, column, share } of cells) {
    rows[row] = (rows[row] ?? 0) + share;
    columns[column] = (columns[column] ?? 0) + share;
  }
  return { rows, columns };
};

/** Over all cells of the table: their chance, their weight, and the mean weights of their row and column. */
const forChance = (
  { rows, columns }: ReturnType<typeof margins>,
  weight: Weight,
  each: (chance: number, weight: number, row: number, column: number) => void,
) => rows.forEach((p, row) => columns.forEach((q, column) => each(p * q, weight(row, column), row, column)));

/**
 * Cohen's kappa by any weights, with the interval by its standard error and z by its standard error where there is no
 * agreement. Null where chance alone gives full agreement. Sources: Cohen, Weighted kappa, Psychological Bulletin 70,
 * 1968; Fleiss, Cohen and Everitt, Large sample standard errors of kappa and weighted kappa, Psychological Bulletin 72,
 * 1969. SPEC QAG-4.
 */
export function kappaOf(crossed: Crossed, weight: Weight): Tested {
  const { n, size, cells } = crossed;
  const sides = margins(crossed);
  const ofRow = new Float64Array(size);
  const ofColumn = new Float64Array(size);
  let chance = 0;
  forChance(sides, weight, (share, w, row, column) => {
    chance += share * w;
    ofRow[row] = (ofRow[row] ?? 0) + (sides.columns[column] ?? 0) * w;
    ofColumn[column] = (ofColumn[column] ?? 0) + (sides.rows[row] ?? 0) * w;
  });
  const left = 1 - chance;
  if (!(left > nothing)) return untested;
  const mean = (row: number, column: number) => (ofRow[row] ?? 0) + (ofColumn[column] ?? 0);
  const seen = cells.reduce((sum, { row, column, share }) => sum + share * weight(row, column), 0);
  const kappa = (seen - chance) / left;
  let square = 0;
  for (const { row, column, share } of cells)
    square += share * (weight(row, column) - mean(row, column) * (1 - kappa)) ** 2;
  let squareOfNone = 0;
  forChance(sides, weight, (share, w, row, column) => (squareOfNone += share * (w - mean(row, column)) ** 2));
  const error = Math.sqrt(Math.max(0, square - (kappa - chance * (1 - kappa)) ** 2) / n) / left;
  return {
    value: kappa,
    // Rounding leaves some 1e-8 of a variance of nothing once its root is taken.
    interval: error < 1e-7 ? null : around(kappa, normal975 * error, [-1, 1]),
    test: testOf(kappa, (squareOfNone - chance * chance) / (n * left * left)),
  };
}

/** The two raters' table; null where there are more or fewer raters, or too many values. */
const crossedOf = (rated: Rated): Crossed | null => {
  const size = rated.values.length;
  if (rated.raters !== 2 || size > mostValues) return null;
  const placeOf = new Map(rated.values.map((value, place) => [value, place]));
  const counts = new Map<number, number>();
  const place = (value: number | null | undefined) => placeOf.get(value ?? 0) ?? 0;
  for (const [one, other] of rated.rows) {
    const cell = place(one) * size + place(other);
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
  }
  const n = rated.rows.length;
  const cells = [...counts].map(([cell, count]) => ({
    row: Math.floor(cell / size),
    column: cell % size,
    share: count / n,
  }));
  return { n, size, cells };
};

/** Cohen's kappa of two raters: a rating agrees with the same one alone. SPEC QAG-4. */
export function cohenKappa(rated: Rated): Tested {
  const crossed = crossedOf(rated);
  return crossed === null ? untested : kappaOf(crossed, (row, column) => (row === column ? 1 : 0));
}

/**
 * Weighted by how many places two values lie apart among the values given, as R's irr counts them: a level of a scale
 * that neither rater gave is no step. SPEC QAG-4.
 */
export function weightedKappa(rated: Rated, weights: 'linear' | 'quadratic' | undefined): Tested {
  const crossed = weights === undefined ? null : crossedOf(rated);
  if (crossed === null) return untested;
  const power = weights === 'linear' ? 1 : 2;
  const most = Math.max(1, crossed.size - 1);
  return kappaOf(crossed, (row, column) => 1 - (Math.abs(row - column) / most) ** power);
}

/**
 * Fleiss' kappa of raters who each rated as many items; null where some were rated by more than others. z by the standard
 * error where there is no agreement. Sources: Fleiss, Measuring nominal scale agreement among many raters, Psychological
 * Bulletin 76, 1971; Fleiss, Nee and Landis, Psychological Bulletin 86, 1979. SPEC QAG-5.
 */
export function fleissKappa(rated: Rated): Tested {
  const each = ratedByEach(rated);
  const found = each === null ? none : uncorrected(rated);
  if (each === null || found.value === null) return untested;
  let spread = 0;
  let skew = 0;
  for (const total of rated.totals) {
    const p = total / rated.ratings;
    spread += p * (1 - p);
    skew += p * (1 - p) * (1 - 2 * p);
  }
  const variance = (2 * (spread * spread - skew)) / (spread * spread * rated.items.length * each * (each - 1));
  return { ...found, test: testOf(found.value, variance) };
}
