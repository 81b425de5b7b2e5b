import { useEffect, type RefObject } from 'react';
import { keepFocus } from '../app/keep-focus.ts';
import { useBoard, type BoardHandle } from '../tickets/board-store.ts';

const nothing = (): void => undefined;

/** Marks what the keys of a tab go to. */
export const firstMark = { 'data-first': true } as const;

const firstOf = (box: HTMLElement | null): HTMLElement | null =>
  box?.querySelector<HTMLElement>('[data-first]') ??
  box?.querySelector<HTMLElement>('button, input, [tabindex="0"]') ??
  null;

/**
 * What the keys of a tab go to has the focus once it is there, and gets it back: Esc out of a field, the palette and a
 * dialog that went lead there. While somebody moves along the tabs themselves, it stays with these.
 */
export function useFirstFocus(box: RefObject<HTMLElement | null>, ready: boolean): void {
  useEffect(() => {
    const handle: BoardHandle = { move: nothing, focus: () => firstOf(box.current)?.focus({ preventScroll: true }) };
    useBoard.setState({ handle });
    return () => {
      if (useBoard.getState().handle === handle) useBoard.setState({ handle: null });
    };
  }, [box]);
  useEffect(() => {
    if (!ready) return;
    if (document.activeElement?.closest('[role="radiogroup"], [role="dialog"]') == null)
      firstOf(box.current)?.focus({ preventScroll: true });
    // What had the focus may have gone with what was there before.
    keepFocus();
  }, [box, ready]);
}
