import type { KpiName } from '../../contract/index.ts';

/** Moves one of a row by so many places; what would leave it stops at its end. */
export function moved(order: readonly KpiName[], name: KpiName, by: number): readonly KpiName[] {
  const at = order.indexOf(name);
  if (at === -1) return order;
  const to = Math.min(Math.max(at + by, 0), order.length - 1);
  const rest = order.filter((each) => each !== name);
  return rest.toSpliced(to, 0, name);
}

/** The one that the cursor goes to where another is taken away: the next, else the one before. */
export function neighbour(order: readonly KpiName[], name: KpiName): KpiName | null {
  const at = order.indexOf(name);
  return order[at + 1] ?? order[at - 1] ?? null;
}

export type Spot = { readonly left: number; readonly top: number };

/** The spot above or below one, nearest across; null where there is none. By what is on screen: rows have as many as fit. */
export function spotBeside(spots: readonly Spot[], at: number, way: 1 | -1): number | null {
  const own = spots[at];
  if (own === undefined) return null;
  const tops = spots.map(({ top }) => top).filter((top) => (way === 1 ? top > own.top + 1 : top < own.top - 1));
  if (tops.length === 0) return null;
  const row = way === 1 ? Math.min(...tops) : Math.max(...tops);
  const found = spots
    .map(({ left, top }, index) => ({ index, top, away: Math.abs(left - own.left) }))
    .filter(({ top }) => Math.abs(top - row) <= 1)
    .toSorted((a, b) => a.away - b.away);
  return found[0]?.index ?? null;
}
