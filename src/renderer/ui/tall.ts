/**
 * Scrolling through more pixels than a browser can lay out (Chromium stops near 33 million, 1 M rows need 34).
 * Two spaces: `virtual` (0 to total, exact) and `scroll` (0 to max, what the browser has). Near both ends they run in
 * step, in between they are stretched evenly. Small moves are always exact; only where the thumb is dragged far does the
 * stretch show, and there nobody can tell.
 */
export type Tall = { readonly total: number; readonly max: number };

/** Below this the browser's own scroll space is used as it is. */
export const tallestPx = 15_000_000;
/** How far from both ends the two spaces run in step. */
const edgePx = 1_000_000;

/** `viewport` is taken off both, so that the last pixel of one is the last pixel of the other. */
export function tallOf(totalPx: number, viewportPx: number): Tall {
  const total = Math.max(0, totalPx - viewportPx);
  return { total, max: Math.min(total, tallestPx - viewportPx) };
}

const stretch = ({ total, max }: Tall): number => (total - 2 * edgePx) / (max - 2 * edgePx);

export function toVirtual(scroll: number, tall: Tall): number {
  if (tall.total <= tall.max || scroll <= edgePx) return scroll;
  if (scroll >= tall.max - edgePx) return scroll + tall.total - tall.max;
  return edgePx + (scroll - edgePx) * stretch(tall);
}

export function toScroll(virtual: number, tall: Tall): number {
  if (tall.total <= tall.max || virtual <= edgePx) return virtual;
  if (virtual >= tall.total - edgePx) return virtual - tall.total + tall.max;
  return edgePx + (virtual - edgePx) / stretch(tall);
}

/**
 * Where the virtual offset goes when the browser's goes from one place to another. A move of less than two screens is
 * taken as it is; a longer one is a jump, and is mapped.
 */
export function follow(virtual: number, from: number, to: number, viewportPx: number, tall: Tall): number {
  if (tall.total <= tall.max) return to;
  if (Math.abs(to - from) > 2 * viewportPx) return toVirtual(to, tall);
  return Math.min(Math.max(virtual + to - from, 0), tall.total);
}
