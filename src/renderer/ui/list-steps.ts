/** Which way and how far a key moves in a list; null for any other key. */
export function stepOf(key: string, page = 10): number | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: 1,
    j: 1,
    ArrowUp: -1,
    k: -1,
    PageDown: page,
    PageUp: -page,
    Home: -Infinity,
    End: Infinity,
  };
  return steps[key] ?? null;
}

/** The place a step leads to in a list of so many. */
export const placeAfter = (at: number, step: number, count: number): number =>
  Math.min(Math.max((Number.isFinite(at) ? at : 0) + step, 0), count - 1);
