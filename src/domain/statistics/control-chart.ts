/** A line of values with what is usual for it. */
export type ControlChart = {
  readonly centre: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** By value: `beyond` the limits, one of a `run` on one side, or neither. */
  readonly signals: readonly ('beyond' | 'run' | null)[];
};

/** The mean range of two neighbours, of a normal line of deviation 1: 2 / sqrt(pi). */
const d2 = 2 / Math.sqrt(Math.PI);
/** So many in a row on one side of the centre are no chance: Nelson 1984, Journal of Quality Technology 16, test 2. */
const runLength = 9;
/** Limits of fewer say nothing. */
const fewest = 8;

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The mean, and the deviation of a sample (n - 1). Null of fewer than two. */
export function spreadOf(values: readonly number[]): { readonly mean: number; readonly deviation: number } | null {
  if (values.length < 2) return null;
  const mean = meanOf(values);
  return {
    mean,
    deviation: Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1)),
  };
}

/** From and up to so many deviations on either side of the mean; inside counts the limits themselves. */
export function limitsOf(values: readonly number[], deviations: number) {
  const spread = spreadOf(values);
  if (spread === null) return null;
  const { mean, deviation } = spread;
  return { mean, deviation, low: mean - deviations * deviation, high: mean + deviations * deviation };
}

function runsOf(values: readonly (number | null)[], centre: number): boolean[] {
  const isRun = values.map(() => false);
  let [side, places]: [number, number[]] = [0, []];
  for (const [at, value] of values.entries()) {
    if (value === null) continue;
    const now = Math.sign(value - centre);
    if (now !== side) [side, places] = [now, []];
    places.push(at);
    if (side !== 0 && places.length >= runLength) for (const place of places) isRun[place] = true;
  }
  return isRun;
}

/**
 * A chart of individual values: limits at three deviations, which follow from how neighbours differ and not from the whole,
 * so that a shift does not widen its own limits. Days without a value are passed over. Source: NIST/SEMATECH e-Handbook of
 * Statistical Methods, 6.3.2.2; signals: Nelson 1984, tests 1 and 2. Null limits of fewer than eight values. SPEC KPI-30.
 */
export function individualsChart(
  values: readonly (number | null)[],
  floor = -Infinity,
  ceiling = Infinity,
): ControlChart {
  const known = values.filter((value) => value !== null);
  const none = values.map(() => null);
  if (known.length === 0) return { centre: null, low: null, high: null, signals: none };
  const centre = meanOf(known);
  if (known.length < fewest) return { centre, low: null, high: null, signals: none };
  const ranges = known.slice(1).map((value, at) => Math.abs(value - (known[at] ?? value)));
  const three = (3 * meanOf(ranges)) / d2;
  const [low, high] = [Math.max(floor, centre - three), Math.min(ceiling, centre + three)];
  const runs = runsOf(values, centre);
  const signals = values.map((value, at) =>
    value === null ? null : value > high || value < low ? 'beyond' : runs[at] === true ? 'run' : null,
  );
  return { centre, low, high, signals };
}

/**
 * The same of shares of different sizes: the limits of each day are as wide as its own size makes them, times how much more
 * (or less) the line varies than chance alone would. Source: Laney 2002, Quality Engineering 14, the p' chart. SPEC KPI-30.
 */
export function sharesChart(days: readonly ({ readonly n: number; readonly hits: number } | null)[]): {
  readonly centre: number | null;
  readonly limits: readonly ({ readonly low: number; readonly high: number } | null)[];
  readonly signals: ControlChart['signals'];
} {
  const none = days.map(() => null);
  const known = days.flatMap((day) => (day === null || day.n === 0 ? [] : [day]));
  const n = known.reduce((sum, day) => sum + day.n, 0);
  if (n === 0) return { centre: null, limits: none, signals: none };
  const centre = known.reduce((sum, day) => sum + day.hits, 0) / n;
  if (known.length < fewest) return { centre, limits: none, signals: none };
  const own = (size: number): number => Math.sqrt((centre * (1 - centre)) / size);
  const z = known.map((day) => (own(day.n) === 0 ? 0 : (day.hits / day.n - centre) / own(day.n)));
  const spread = meanOf(z.slice(1).map((value, at) => Math.abs(value - (z[at] ?? value)))) / d2;
  const limits = days.map((day) =>
    day === null || day.n === 0
      ? null
      : {
          low: Math.max(0, centre - 3 * own(day.n) * spread),
          high: Math.min(1, centre + 3 * own(day.n) * spread),
        },
  );
  const shares = days.map((day) => (day === null || day.n === 0 ? null : day.hits / day.n));
  const runs = runsOf(shares, centre);
  const signals = shares.map((share, at) => {
    const limit = limits[at];
    if (share === null || limit === null || limit === undefined) return null;
    return share > limit.high || share < limit.low ? 'beyond' : runs[at] === true ? 'run' : null;
  });
  return { centre, limits, signals };
}
