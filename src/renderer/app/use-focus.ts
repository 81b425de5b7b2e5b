import { useEffect, type RefObject } from 'react';
import { keepFocus } from './keep-focus.ts';
import { useBoard, type BoardHandle } from '../tickets/board-store.ts';

const nothing = (): void => undefined;

/** Marks what the keys of a tab go to; `data-back` marks which of several lists the cursor was in. */
export const firstMark = { 'data-first': true } as const;

/** Where there is no such thing (nothing to list, nothing to draw), the first thing to do. */
function focusFirst(box: HTMLElement | null): void {
  const first =
    box?.querySelector<HTMLElement>('[data-back]') ??
    box?.querySelector<HTMLElement>('[data-first]') ??
    box?.querySelector<HTMLElement>('button:not(:disabled, [role="radio"])');
  first?.focus({ preventScroll: true });
}

/** Whether somebody moves along a row of choices (the tabs too), writes, or is in a dialog. */
const isElsewhere = (): boolean =>
  document.activeElement?.closest('[role="radiogroup"], [role="dialog"], form, textarea, input') != null;

/**
 * What the keys of a tab go to has the focus once it is there, and gets it back: Esc out of a field, the palette and a
 * dialog that went lead there. `stage` is null until the tab is read, and changes where a list comes in place of the words
 * for an empty one, or the other way round.
 */
export function useFirstFocus(box: RefObject<HTMLElement | null>, stage: string | null): void {
  useEffect(() => {
    if (stage === null) return undefined;
    if (!isElsewhere()) focusFirst(box.current);
    const handle: BoardHandle = { move: nothing, focus: () => focusFirst(box.current) };
    useBoard.setState({ handle });
    // What had the focus may have gone with what was there before.
    keepFocus();
    return () => {
      if (useBoard.getState().handle === handle) useBoard.setState({ handle: null });
    };
  }, [box, stage]);
}

/** The stage of a list: not read, empty, or with something in it. */
export const stageOf = (count: number | undefined): string | null =>
  count === undefined ? null : count > 0 ? 'some' : 'none';
