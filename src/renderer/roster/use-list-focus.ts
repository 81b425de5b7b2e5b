import { useEffect, type RefObject } from 'react';
import { keepFocus } from '../app/keep-focus.ts';
import { useBoard, type BoardHandle } from '../tickets/board-store.ts';

const nothing = (): void => undefined;

/** The list where there is one, else the first thing to do where there is none yet. */
function focusTab(list: HTMLElement | null): void {
  const to = list ?? document.querySelector<HTMLElement>('[data-roster] button:not(:disabled)');
  to?.focus({ preventScroll: true });
}

/**
 * The list of a tab has the keys when the tab is shown, unless somebody moves along the tabs themselves, and gets them
 * back: Esc out of a field, the palette and a dialog that went lead there. `present` is whether there is a list yet.
 */
export function useListFocus(list: RefObject<HTMLElement | null>, present = true): void {
  useEffect(() => {
    if (document.activeElement?.closest('[role="radiogroup"], [role="dialog"]') == null) focusTab(list.current);
    const handle: BoardHandle = { move: nothing, focus: () => focusTab(list.current) };
    useBoard.setState({ handle });
    // What had the focus may have gone with what was there before.
    keepFocus();
    return () => {
      if (useBoard.getState().handle === handle) useBoard.setState({ handle: null });
    };
  }, [list, present]);
}

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
