/** The same figures by the book and slowly, to hold ours against: none of our code is used. */

type Ratings = readonly (readonly (number | null)[])[];

/** Alpha by the matrix of coincidences. Source: Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011, part E. */
export function coincidenceAlpha(ratings: Ratings, level: 'nominal' | 'ordinal' | 'interval' | 'ratio'): number | null {
  const units = ratings.map((row) => row.filter((one) => one !== null)).filter((row) => row.length >= 2);
  const values = [...new Set(units.flat())].sort((a, b) => a - b);
  const matrix = values.map(() => values.map(() => 0));
  for (const unit of units)
    for (let i = 0; i < unit.length; i += 1)
      for (let j = 0; j < unit.length; j += 1)
        if (i !== j) matrix[values.indexOf(unit[i]!)]![values.indexOf(unit[j]!)]! += 1 / (unit.length - 1);
  const totals = matrix.map((row) => row.reduce((sum, one) => sum + one, 0));
  const n = totals.reduce((sum, one) => sum + one, 0);
  const apart = (c: number, k: number): number => {
    if (c === k) return 0;
    if (level === 'nominal') return 1;
    if (level === 'interval') return (values[c]! - values[k]!) ** 2;
    if (level === 'ratio') return ((values[c]! - values[k]!) / (values[c]! + values[k]!)) ** 2;
    const [low, high] = c < k ? [c, k] : [k, c];
    let between = 0;
    for (let g = low; g <= high; g += 1) between += totals[g]!;
    return (between - (totals[low]! + totals[high]!) / 2) ** 2;
  };
  let seen = 0;
  let expected = 0;
  for (let c = 0; c < values.length; c += 1)
    for (let k = 0; k < values.length; k += 1) {
      seen += matrix[c]![k]! * apart(c, k);
      expected += (totals[c]! * totals[k]! * apart(c, k)) / (n - 1);
    }
  return expected === 0 || values.length < 2 ? null : 1 - seen / expected;
}

/** Kappa of a table of shares, weights by the distance of places to a power; 0: none but the same agree. */
function kappaOfShares(p: readonly (readonly number[])[], power: number): number | null {
  const size = p.length;
  const weight = (i: number, j: number) =>
    power === 0 ? Number(i === j) : 1 - (Math.abs(i - j) / Math.max(1, size - 1)) ** power;
  let seen = 0;
  let chance = 0;
  for (let i = 0; i < size; i += 1)
    for (let j = 0; j < size; j += 1) {
      const row = p[i]!.reduce((sum, one) => sum + one, 0);
      const column = p.reduce((sum, one) => sum + one[j]!, 0);
      seen += p[i]![j]! * weight(i, j);
      chance += row * column * weight(i, j);
    }
  return 1 - chance < 1e-12 ? null : (seen - chance) / (1 - chance);
}

/** Kappa with its standard error by numerical derivatives and the covariances of a multinomial. */
export function kappaByDelta(
  pairs: readonly (readonly number[])[],
  power: number,
): { readonly kappa: number; readonly error: number } | null {
  const values = [...new Set(pairs.flat())].sort((a, b) => a - b);
  const p = values.map(() => values.map(() => 0));
  for (const [one, other] of pairs) p[values.indexOf(one!)]![values.indexOf(other!)]! += 1 / pairs.length;
  const kappa = kappaOfShares(p, power);
  if (kappa === null) return null;
  const step = 1e-6;
  let mean = 0;
  let square = 0;
  for (let i = 0; i < values.length; i += 1)
    for (let j = 0; j < values.length; j += 1) {
      const moved = (by: number) =>
        kappaOfShares(
          p.map((row, r) => row.map((one, c) => (r === i && c === j ? one + by : one))),
          power,
        )!;
      // Shares that no longer add up to 1: kappa is taken as a function of all of them, as the delta method allows.
      const slope = (moved(step) - moved(-step)) / (2 * step);
      mean += p[i]![j]! * slope;
      square += p[i]![j]! * slope * slope;
    }
  return { kappa, error: Math.sqrt(Math.max(0, square - mean * mean) / pairs.length) };
}

/** Intraclass correlations from plain sums over all ratings. */
export function slowIcc(
  table: readonly (readonly number[])[],
): { readonly oneWay: number | null; readonly agreement: number | null; readonly consistency: number | null } | null {
  const n = table.length;
  const k = table[0]!.length;
  if (n < 2 || k < 2) return null;
  const all = table.flat();
  const sum = (values: readonly number[]) => values.reduce((total, one) => total + one, 0);
  const correction = sum(all) ** 2 / (n * k);
  const total = sum(all.map((one) => one * one)) - correction;
  const items = sum(table.map((row) => sum(row) ** 2)) / k - correction;
  const raters = sum(table[0]!.map((_, rater) => sum(table.map((row) => row[rater]!)) ** 2)) / n - correction;
  const msItems = items / (n - 1);
  const msWithin = (total - items) / (n * (k - 1));
  const msRaters = raters / (k - 1);
  const msError = (total - items - raters) / ((n - 1) * (k - 1));
  const over = (top: number, bottom: number) => (Math.abs(bottom) < 1e-9 ? null : top / bottom);
  return {
    oneWay: over(msItems - msWithin, msItems + (k - 1) * msWithin),
    agreement: over(msItems - msError, msItems + (k - 1) * msError + (k * (msRaters - msError)) / n),
    consistency: over(msItems - msError, msItems + (k - 1) * msError),
  };
}
