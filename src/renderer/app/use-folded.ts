import { useMedia } from '../ui/use-media.ts';
import { setWindow, useWindow } from './window-store.ts';

/** Widths of the side bar, px, as its classes have them. */
export const sidePx = 212;
export const sideFoldedPx = 56;

/** Folded because somebody wants it so, or because the window has no room for it beside the work. */
export function useFolded() {
  const wanted = useWindow((state) => state.sideFolded);
  const beside = useWindow((state) => state.ticketId !== null && state.screen === 'queues');
  const narrow = useMedia('(max-width: 760px)');
  const tight = useMedia('(max-width: 1100px)');
  const fold = (): void => setWindow({ sideFolded: !wanted });
  return { folded: wanted || narrow || (tight && beside), fold };
}
