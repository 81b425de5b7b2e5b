import { useBoard } from '../tickets/board-store.ts';
import { useWindow } from './window-store.ts';

/** Longer than a dialog takes to go and a panel to come, also on a slow machine. */
const watchMs = 1500;

/**
 * What had the focus may be taken from the page while a dialog goes and a panel comes, and the browser then drops it
 * without an event. For a moment each frame is looked at; the keys go on at the board.
 */
export function keepFocus(until = performance.now() + watchMs): void {
  const lost = document.activeElement === null || document.activeElement === document.body;
  if (lost && useWindow.getState().dialog === null) useBoard.getState().handle?.focus();
  if (performance.now() < until) requestAnimationFrame(() => keepFocus(until));
}
