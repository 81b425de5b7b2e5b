import type { AgreementInput } from '../../../contract/quality-common.ts';
import { Fault } from '../../fault.ts';

/** An item that two or more rated: the values it was given, each once, as places in the list of all, and how often. */
export type RatedItem = {
  readonly places: readonly number[];
  readonly counts: readonly number[];
  readonly ratings: number;
};

/** Ratings put in order. Items that fewer than two rated say nothing of agreement and are left out. SPEC QAG-1. */
export type Rated = {
  readonly items: readonly RatedItem[];
  /** The same items, by rater; raters who rated none of them are left out. */
  readonly rows: readonly (readonly (number | null)[])[];
  readonly raters: number;
  /** All values given, each once, the least first. */
  readonly values: readonly number[];
  /** How often each was given. */
  readonly totals: readonly number[];
  readonly ratings: number;
};

type Rows = readonly (readonly (number | null)[])[];

const refuseOdd = (ratings: Rows): void => {
  const at = ratings.findIndex((row) => row.some((value) => value !== null && !Number.isFinite(value)));
  if (at === -1) return;
  throw new Fault('INVALID', `Item ${at + 1} has a rating that is not a number. Give a number, or null for none.`, {
    field: `ratings.${at}`,
  });
};

const given = (row: readonly (number | null)[]): number[] => row.filter((value) => value !== null);

const itemOf = (row: readonly (number | null)[], placeOf: ReadonlyMap<number, number>): RatedItem => {
  const counts = new Map<number, number>();
  const values = given(row);
  for (const value of values) {
    const place = placeOf.get(value) ?? 0;
    counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  const sorted = [...counts].sort(([a], [b]) => a - b);
  return {
    places: sorted.map(([place]) => place),
    counts: sorted.map(([, count]) => count),
    ratings: values.length,
  };
};

/** Only what two or more rated, and only who rated any of it. */
const pairable = (ratings: Rows): Rows => {
  const rows = ratings.filter((row) => given(row).length >= 2);
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const raters = Array.from({ length: width }, (_, rater) => rater).filter((rater) =>
    rows.some((row) => (row[rater] ?? null) !== null),
  );
  return rows.map((row) => raters.map((rater) => row[rater] ?? null));
};

/** The ratings as all figures need them. A row that is shorter than others lacks the ratings at its end. SPEC QAG-1. */
export function readRatings(ratings: AgreementInput['ratings']): Rated {
  refuseOdd(ratings);
  const rows = pairable(ratings);
  const values = [...new Set(rows.flatMap(given))].sort((a, b) => a - b);
  const placeOf = new Map(values.map((value, place) => [value, place]));
  const items = rows.map((row) => itemOf(row, placeOf));
  const totals = values.map(() => 0);
  for (const item of items)
    item.places.forEach((place, at) => (totals[place] = (totals[place] ?? 0) + (item.counts[at] ?? 0)));
  return {
    items,
    rows,
    raters: rows[0]?.length ?? 0,
    values,
    totals,
    ratings: totals.reduce((sum, count) => sum + count, 0),
  };
}

/** Whether every item was rated by as many, and by how many; null where not. */
export const ratedByEach = (rated: Rated): number | null => {
  const each = rated.items[0]?.ratings;
  return each !== undefined && rated.items.every(({ ratings }) => ratings === each) ? each : null;
};

/** The ratings as a full table; null where anybody left an item out. */
export const fullTable = (rated: Rated): readonly (readonly number[])[] | null => {
  const full = rated.rows.length > 0 && rated.items.every(({ ratings }) => ratings === rated.raters);
  return full ? rated.rows.map(given) : null;
};
