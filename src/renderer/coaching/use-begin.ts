import { useEffect, type RefObject } from 'react';
import { keepFocus } from '../app/keep-focus.ts';
import { useBoard, type BoardHandle } from '../tickets/board-store.ts';

const isElsewhere = (): boolean =>
  document.activeElement?.closest('[role="radiogroup"], [role="dialog"], form, textarea') != null;

function begin(box: HTMLElement | null): void {
  const at =
    box?.querySelector<HTMLElement>('[data-back]') ??
    box?.querySelector<HTMLElement>('[data-first]') ??
    box?.querySelector<HTMLElement>('button:not(:disabled, [role="radio"])');
  at?.focus({ preventScroll: true });
}

/**
 * The list that the cursor was in has the focus, else what the keys of the screen begin with, and gets it back: Esc out of
 * a field, the palette and a dialog that went lead there. `stage` is null until it is read.
 */
export function useBegin(box: RefObject<HTMLElement | null>, stage: string | null): void {
  useEffect(() => {
    if (stage === null) return undefined;
    if (!isElsewhere()) begin(box.current);
    const handle: BoardHandle = { move: () => undefined, focus: () => begin(box.current) };
    useBoard.setState({ handle });
    // What had the focus may have gone with what was there before.
    keepFocus();
    return () => {
      if (useBoard.getState().handle === handle) useBoard.setState({ handle: null });
    };
  }, [box, stage]);
}
