import { useEffect, type RefObject } from 'react';
import { keepFocus } from '../app/keep-focus.ts';
import { useBoard, type BoardHandle } from '../tickets/board-store.ts';

const nothing = (): void => undefined;

/** Marks what the keys of a tab go to. */
export const firstMark = { 'data-first': true } as const;

/** Where there is no such thing (nothing to list, nothing to draw), the first thing to do. */
function focusFirst(box: HTMLElement | null): void {
  const first =
    box?.querySelector<HTMLElement>('[data-first]') ??
    box?.querySelector<HTMLElement>('button:not(:disabled, [role="radio"])');
  first?.focus({ preventScroll: true });
}

/** Whether somebody moves along the tabs themselves, or is in a dialog. */
const isElsewhere = (): boolean =>
  document.activeElement?.closest('header [role="radiogroup"], [role="dialog"]') != null;

/**
 * What the keys of a tab go to has the focus once it is there (`ready`), and gets it back: Esc out of a field, the palette
 * and a dialog that went lead there.
 */
export function useFirstFocus(box: RefObject<HTMLElement | null>, ready: boolean): void {
  useEffect(() => {
    if (!ready) return undefined;
    if (!isElsewhere()) focusFirst(box.current);
    const handle: BoardHandle = { move: nothing, focus: () => focusFirst(box.current) };
    useBoard.setState({ handle });
    // What had the focus may have gone with what was there before.
    keepFocus();
    return () => {
      if (useBoard.getState().handle === handle) useBoard.setState({ handle: null });
    };
  }, [box, ready]);
}
