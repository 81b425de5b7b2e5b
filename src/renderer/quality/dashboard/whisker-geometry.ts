import type { Counted } from '../../../contract/index.ts';

/** A span of values and the pixels they are drawn on. */
export type Span = { readonly from: number; readonly to: number };
/** Pixels from the left; `cut` where the interval goes on beyond the drawing. */
export type Whisker = {
  readonly dot: number;
  readonly low: number;
  readonly high: number;
  readonly cutLow: boolean;
  readonly cutHigh: boolean;
};

/** Where a value lies, kept within the drawing. */
export const placeOf = (value: number, { from, to }: Span, px: number): number =>
  (Math.min(Math.max(value, from), to) - from) * (px / (to - from));

/** A dot and its whisker; null where there is no mean. One that has no interval has a whisker of no length. */
export function whiskerOf({ mean, low, high }: Omit<Counted, 'n'>, span: Span, px: number): Whisker | null {
  if (mean === null) return null;
  return {
    dot: placeOf(mean, span, px),
    low: placeOf(low ?? mean, span, px),
    high: placeOf(high ?? mean, span, px),
    cutLow: (low ?? mean) < span.from,
    cutHigh: (high ?? mean) > span.to,
  };
}

/**
 * The span that shows all means and the target, in whole halves, so that a glance compares rows; never narrower than one
 * point, never beyond 0 to 5.
 */
export function spanFor(counted: readonly Counted[], target: number): Span {
  const shown = counted.flatMap(({ n, mean, low }) => (mean === null ? [] : [n < 5 ? mean : Math.max(low ?? mean, 0)]));
  const least = Math.min(target, ...shown);
  // A little room, so that nothing lies on the edge.
  const from = Math.min(Math.max(0, Math.floor((least - 0.2) * 2) / 2), 4);
  return { from, to: 5 };
}

/**
 * A span about nothing that holds the differences given with room for their intervals; one of very few goes on beyond it,
 * and does not press all others together.
 */
export function spanAround(differences: readonly (number | null)[]): Span {
  const most = Math.max(5, ...differences.map((value) => 1.6 * Math.abs(value ?? 0)));
  const to = Math.min(100, Math.ceil(most / 5) * 5);
  return { from: -to, to };
}
