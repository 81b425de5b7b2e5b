/**
 * Time spent on a review while it is on screen. Who has not touched anything for two minutes has gone for coffee: those
 * minutes are not counted.
 */
const idleMs = 120_000;

export type Spent = { readonly ms: number; readonly seenAt: number };

/** From now on the time counts. Epoch ms or any other clock, as long as it is one. */
export const beginSpent = (now: number): Spent => ({ ms: 0, seenAt: now });

/** Something was done at `now`: what passed since the last time is time spent, up to the idle limit. */
export const spentUntil = ({ ms, seenAt }: Spent, now: number): Spent => ({
  ms: ms + Math.min(Math.max(now - seenAt, 0), idleMs),
  seenAt: now,
});

/** Whole seconds taken out to be sent; what is left of a second stays. */
export function takeSeconds({ ms, seenAt }: Spent): { readonly seconds: number; readonly left: Spent } {
  const seconds = Math.floor(ms / 1000);
  return { seconds, left: { ms: ms - seconds * 1000, seenAt } };
}
