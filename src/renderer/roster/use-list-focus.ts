import { useEffect, type RefObject } from 'react';
import { useBoard, type BoardHandle } from '../tickets/board-store.ts';

const nothing = (): void => undefined;

/** Focuses what the keys of a tab go to, unless somebody moves along the tabs themselves. */
export function focusUnlessTabs(element: HTMLElement | null): void {
  if (document.activeElement?.closest('[role="radiogroup"], [role="dialog"]') == null)
    element?.focus({ preventScroll: true });
}

/**
 * The list of a tab has the keys when the tab is shown, and gets them back: Esc out of a field, the palette and a
 * dialog that went lead there.
 */
export function useListFocus(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    focusUnlessTabs(list.current);
    const handle: BoardHandle = { move: nothing, focus: () => list.current?.focus({ preventScroll: true }) };
    useBoard.setState({ handle });
    return () => {
      if (useBoard.getState().handle === handle) useBoard.setState({ handle: null });
    };
  }, [list]);
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
