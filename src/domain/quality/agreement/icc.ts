import { fPoint, fTail } from '../../statistics/distributions.ts';
import { type Estimate, none } from './estimate.ts';
import { fullTable, type Rated } from './ratings.ts';

/** Mean squares of a full table of n items by k raters. */
type Squares = {
  readonly n: number;
  readonly k: number;
  readonly items: number;
  readonly raters: number;
  readonly within: number;
  readonly error: number;
};

type Kinds = { readonly oneWay: Estimate; readonly agreement: Estimate; readonly consistency: Estimate };
export type Icc = Kinds & {
  readonly oneWayMean: Estimate;
  readonly agreementMean: Estimate;
  readonly consistencyMean: Estimate;
  /** Whether items differ more than the ratings of one item do: F, and how likely one as large is. */
  readonly test: { readonly f: number; readonly p: number } | null;
};

const noIcc: Icc = {
  oneWay: none,
  agreement: none,
  consistency: none,
  oneWayMean: none,
  agreementMean: none,
  consistencyMean: none,
  test: null,
};

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const squared = (values: readonly number[], from: number) =>
  values.reduce((sum, value) => sum + (value - from) ** 2, 0);

function squaresOf(table: readonly (readonly number[])[]): Squares | null {
  const n = table.length;
  const k = table[0]?.length ?? 0;
  if (n < 2 || k < 2) return null;
  const ofItems = table.map(meanOf);
  const ofRaters = Array.from({ length: k }, (_, rater) => meanOf(table.map((row) => row[rater] ?? 0)));
  const all = meanOf(ofItems);
  const within = table.reduce((sum, row, item) => sum + squared(row, ofItems[item] ?? 0), 0);
  const left = table.reduce(
    (sum, row, item) =>
      sum +
      row.reduce(
        (inner, value, rater) => inner + (value - (ofItems[item] ?? 0) - (ofRaters[rater] ?? 0) + all) ** 2,
        0,
      ),
    0,
  );
  const scale = within + k * squared(ofItems, all);
  // Rounding leaves a little of what is nothing.
  const clean = (sum: number) => (sum <= 1e-14 * scale ? 0 : sum);
  return {
    n,
    k,
    items: (k * clean(squared(ofItems, all))) / (n - 1),
    raters: (n * clean(squared(ofRaters, all))) / (k - 1),
    within: clean(within) / (n * (k - 1)),
    error: clean(left) / ((n - 1) * (k - 1)),
  };
}

/** (F - 1) / (F + k - 1): the coefficient at an F. */
const atF = (f: number, k: number) => (f - 1) / (f + k - 1);

/** One rating by mean squares of items over those of what is left: one-way, or consistency. */
function plain({ n, k, items }: Squares, rest: number, df2: number): Estimate {
  const bottom = items + (k - 1) * rest;
  if (!(bottom > 0)) return none;
  const value = (items - rest) / bottom;
  if (rest === 0 || items === 0) return { value, interval: null };
  const f = items / rest;
  return { value, interval: [atF(f / fPoint(0.025, n - 1, df2), k), atF(f * fPoint(0.025, df2, n - 1), k)] };
}

/** Degrees of freedom by Satterthwaite, at the coefficient found. */
const freedom = ({ n, k, raters, error }: Squares, rho: number): number => {
  const a = ((k * rho) / (n * (1 - rho))) * raters;
  const b = (1 + (k * rho * (n - 1)) / (n * (1 - rho))) * error;
  return (a + b) ** 2 / (a ** 2 / (k - 1) + b ** 2 / ((n - 1) * (k - 1)));
};

/** Absolute agreement of one rating, and the degrees of freedom its interval and test go by; null where there are none. */
function agreementOf(squares: Squares): Estimate & { readonly df2: number | null } {
  const { n, k, items, raters, error } = squares;
  const bottom = items + (k - 1) * error + (k * (raters - error)) / n;
  if (!(bottom > 0)) return { ...none, df2: null };
  const value = (items - error) / bottom;
  const df2 = value < 1 ? freedom(squares, value) : NaN;
  if (!(df2 > 0) || items === 0) return { value, interval: null, df2: null };
  const low = fPoint(0.025, n - 1, df2);
  const high = fPoint(0.025, df2, n - 1);
  const rest = k * raters + (k * n - k - n) * error;
  return {
    value,
    interval: [
      (n * (items - low * error)) / (low * rest + n * items),
      (n * (high * items - error)) / (rest + n * high * items),
    ],
    df2,
  };
}

/** Closer to where it has no end, a bound is as good as none. */
const noEnd = 1e-6;

/** Of the mean of k ratings, from that of one. Source: Spearman and Brown, 1910; its interval goes the same way. */
const ofMean = ({ value, interval }: Estimate, k: number): Estimate => {
  const up = (rho: number) => (k * rho) / (1 + (k - 1) * rho);
  const can = (rho: number) => 1 + (k - 1) * rho > noEnd;
  if (value === null || !can(value)) return none;
  return { value: up(value), interval: interval?.every(can) ? [up(interval[0]), up(interval[1])] : null };
};

/**
 * Intraclass correlations where every item was rated by all: one-way, two-way for absolute agreement and for consistency,
 * of one rating and of the mean of all. Null where neither items nor ratings differ. The test is that of items against
 * what is left, with the degrees of freedom of agreement. Sources: Shrout and Fleiss, Intraclass correlations, Psychological
 * Bulletin 86, 1979; McGraw and Wong, Forming inferences about some intraclass correlation coefficients, Psychological
 * Methods 1, 1996, with the correction on page 390. SPEC QAG-7.
 */
export function icc(rated: Rated): Icc {
  const table = fullTable(rated);
  const squares = table === null ? null : squaresOf(table);
  if (squares === null) return noIcc;
  const { n, k, items, within, error } = squares;
  const oneWay = plain(squares, within, n * (k - 1));
  const consistency = plain(squares, error, (n - 1) * (k - 1));
  const { df2, ...agreement } = agreementOf(squares);
  const f = items / error;
  return {
    oneWay,
    agreement,
    consistency,
    oneWayMean: ofMean(oneWay, k),
    agreementMean: ofMean(agreement, k),
    consistencyMean: ofMean(consistency, k),
    test: error > 0 && df2 !== null ? { f, p: fTail(f, n - 1, df2) } : null,
  };
}
