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
