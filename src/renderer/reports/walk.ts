/** What the one key of the stand-up does, set by the list on screen. */
let walk: (() => void) | null = null;

export function onWalk(run: (() => void) | null): void {
  walk = run;
}

/** Done with this line: marks it and goes to the next that is not gone through. */
export const walkOn = (): void => walk?.();
