import { useEffect } from 'react';

/** What keys mean on the tab that is on screen; each tab says so while it is shown. */
export type TabAction = 'add' | 'addOther' | 'edit' | 'yes' | 'decline' | 'withdraw' | 'save' | 'remove' | 'next';
export type TabActions = Partial<Record<TabAction, () => void>>;

let held: TabActions = {};

/** Says what keys mean as long as a tab is shown. */
export function useTabActions(actions: TabActions): void {
  useEffect(() => {
    held = actions;
    return () => {
      if (held === actions) held = {};
    };
  });
}

export const canDo = (name: TabAction): boolean => held[name] !== undefined;
export const doOnTab = (name: TabAction): void => held[name]?.();
