/** The time a solve may take, counted from when this is made, and whether it was asked to stop. */
export type Budget = {
  readonly left: () => number;
  readonly spent: () => number;
  readonly over: () => boolean;
};

/** `cancelled` is asked each time: a flag that another thread sets. */
export function budget(seconds: number, cancelled: () => boolean): Budget {
  const from = performance.now();
  const spent = (): number => (performance.now() - from) / 1000;
  const left = (): number => Math.max(0, seconds - spent());
  return { left, spent, over: () => cancelled() || left() <= 0 };
}
