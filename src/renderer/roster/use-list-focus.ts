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
