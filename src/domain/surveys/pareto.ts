import type { ParetoRow } from '../../contract/surveys-common.ts';

type Item = { readonly name: string; readonly count: number };

/** The vital few make up so much together (Juran's reading of Pareto). */
const vitalShare = 0.8;

/**
 * Causes by how often they are, each with its share and that of all down to it. Those with as many have one rank, and stand by
 * name. Vital are those down to the one that reaches 80 %, and whoever has as many as that one: a tie is not cut in two. What
 * never was is left out. SPEC SUR-40.
 */
export function pareto<T extends Item>(items: readonly T[]): (T & ParetoRow)[] {
  const sorted = items
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count || a.name.localeCompare(b.name, 'en'));
  const all = sorted.reduce((sum, { count }) => sum + count, 0);
  let running = 0;
  let leastVital = 0;
  const rows = sorted.map((item) => {
    if (running < vitalShare * all) leastVital = item.count;
    running += item.count;
    const rank = 1 + sorted.findIndex(({ count }) => count === item.count);
    return { ...item, share: item.count / all, cumulative: running / all, rank };
  });
  return rows.map((each) => ({ ...each, vital: each.count >= leastVital }));
}
