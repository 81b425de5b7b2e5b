/** What has to be done, and what can have been done, by each node of working time; `x` rises, low is never over high. */
export type Corridor = {
  readonly x: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
};

type Bend = { readonly node: number; readonly y: number };

/** The furthest node that a straight line from `from` reaches inside the corridor, or where it has to bend. */
function nextBend({ x, low, high }: Corridor, from: number, y: number): Bend {
  const last = x.length - 1;
  let floor: Bend & { readonly slope: number } = { node: from, y, slope: -Infinity };
  let ceiling: Bend & { readonly slope: number } = { node: from, y, slope: Infinity };
  for (let node = from + 1; node <= last; node += 1) {
    const run = (x[node] ?? 0) - (x[from] ?? 0);
    const least = low[node] ?? 0;
    const most = node === last ? least : (high[node] ?? 0);
    const up = (least - y) / run;
    const down = (most - y) / run;
    if (up > ceiling.slope) return ceiling;
    if (down < floor.slope) return floor;
    if (up >= floor.slope) floor = { node, y: least, slope: up };
    if (down <= ceiling.slope) ceiling = { node, y: most, slope: down };
  }
  return { node: last, y: low[last] ?? 0 };
}

/**
 * The shortest line from (first x, 0) to the low end of the last node that stays in the corridor at every node, as its
 * height at each. Among all lines that do, its slopes have the least sum of f(slope) for every convex f: the least
 * squares, the least peak, and after it the least next one. Source: Dykstra, An isotonic regression algorithm, 1983, for
 * the string; Yao, Demers, Shenker, A scheduling model for reduced CPU energy, 1995, for what it minimises.
 */
export function tautString(corridor: Corridor): readonly number[] {
  const { x } = corridor;
  const heights = [0];
  let from = 0;
  let y = 0;
  while (from < x.length - 1) {
    const bend = nextBend(corridor, from, y);
    const start = x[from] ?? 0;
    const slope = (bend.y - y) / ((x[bend.node] ?? 0) - start);
    for (let node = from + 1; node < bend.node; node += 1) heights.push(y + slope * ((x[node] ?? 0) - start));
    heights.push(bend.y);
    from = bend.node;
    y = bend.y;
  }
  return heights;
}
