import type { FigureRow } from './use-numbers.ts';
import type { Cause } from './metrics-store.ts';

export type CauseBar = {
  readonly key: string;
  readonly label: string;
  readonly n: number;
  /** Of all, and with all before it: 0 to 1. */
  readonly share: number;
  readonly before: number;
  readonly soFar: number;
};

/** Categories by how many tickets they are of, the most first, with what they come to together (Pareto). */
export function causesOf(rows: readonly FigureRow[], cause: Cause): readonly CauseBar[] {
  const counts = rows.map(({ key, label, figures }) => {
    const told = figures.find(({ name }) => name === cause);
    return { key, label, n: (cause === 'escalated' ? told?.hits : told?.n) ?? 0 };
  });
  const all = counts.reduce((sum, { n }) => sum + n, 0);
  let so = 0;
  return counts
    .filter(({ n }) => n > 0)
    .toSorted((a, b) => b.n - a.n || a.label.localeCompare(b.label))
    .map((each) => {
      const before = so / all;
      so += each.n;
      return { ...each, share: each.n / all, before, soFar: so / all };
    });
}

/** How many of the first make 80 %. */
export const fewOf = (bars: readonly CauseBar[]): number => bars.filter(({ before }) => before < 0.8).length;
