import { useBoard } from '../tickets/board-store.ts';
import { useWindow } from './window-store.ts';

/** Longer than a dialog takes to go and a panel or a screen to come, also on a slow machine. */
const watchMs = 1500;

/** Where one begins on a screen: its list, or what it marks as its beginning. */
const lists = [
  '[data-board][tabindex="0"], [data-board] [tabindex="0"]:not([role="radio"])',
  '[data-begin]',
  'main :is([role="grid"], [role="listbox"])[tabindex="0"]',
];
/**
 * On a screen without: the first thing to press, else its tabs. Never a field or a choice in a row: those would take the
 * letters and digits that are keys of the screen.
 */
const others = ['main button:not([disabled], [tabindex="-1"], [role="radio"])', '[data-tabs] [tabindex="0"]'];

const firstOf = (places: readonly string[]): HTMLElement | null =>
  places.reduce<HTMLElement | null>((found, each) => found ?? document.querySelector<HTMLElement>(each), null);

/** A list may still be on its way: what stands in for it waits this long, and longer while something is being read. */
const listComesMs = 250;
const listReadMs = 1000;

const isLost = (): boolean => document.activeElement === null || document.activeElement === document.body;

/** Puts the focus where the keys of the screen are, if it is nowhere; `waitedMs` is how long it has been so. */
function land(waitedMs: number): void {
  if (!isLost() || useWindow.getState().dialog !== null) return;
  useBoard.getState().handle?.focus();
  if (isLost()) firstOf(lists)?.focus({ preventScroll: true });
  const reading = document.querySelector('[aria-busy="true"]') !== null;
  if (isLost() && waitedMs > (reading ? listReadMs : listComesMs)) firstOf(others)?.focus({ preventScroll: true });
}

let watching = 0;

/**
 * What had the focus may be taken from the page while a dialog goes, or one screen takes the place of another, and the
 * browser then drops it without an event. For a moment each frame is looked at; a later call takes over.
 */
export function keepFocus(): void {
  const began = performance.now();
  watching += 1;
  const own = watching;
  let lostAt: number | null = null;
  const look = (): void => {
    if (own !== watching) return;
    const now = performance.now();
    if (!isLost()) lostAt = null;
    else lostAt ??= now;
    land(lostAt === null ? 0 : now - lostAt);
    if (now - began < watchMs) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
