/** Moves one of a row by so many places; what would leave it stops at its end. */
export function moved<T>(order: readonly T[], item: T, by: number): readonly T[] {
  const at = order.indexOf(item);
  if (at === -1) return order;
  const to = Math.min(Math.max(at + by, 0), order.length - 1);
  const rest = order.filter((each) => each !== item);
  return rest.toSpliced(to, 0, item);
}

/** The one that the cursor goes to where another is taken away: the next, else the one before. */
export function neighbour<T>(order: readonly T[], item: T): T | null {
  const at = order.indexOf(item);
  return order[at + 1] ?? order[at - 1] ?? null;
}
