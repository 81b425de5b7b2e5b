import { createContext, use, type ReactNode } from 'react';
import { createPortal } from 'react-dom';

/** Where the header of the screen keeps room for what a tab is opened for most. */
export const HeaderSlot = createContext<HTMLElement | null>(null);

/** Puts the one action of a tab at the top right. */
export function InHeader({ children }: { readonly children: ReactNode }) {
  const slot = use(HeaderSlot);
  return slot === null ? null : createPortal(children, slot);
}
