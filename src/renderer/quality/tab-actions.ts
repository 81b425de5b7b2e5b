import { useEffect } from 'react';

/** What keys mean on the tab, or in the review, that is on screen; each says so while it is shown. */
export type TabAction =
  | 'add'
  | 'addMore'
  | 'edit'
  | 'remove'
  | 'open'
  | 'pick'
  | 'pickAll'
  | 'filter'
  | 'clear'
  | 'assign'
  | 'release'
  | 'skip'
  | 'again'
  | 'before'
  | 'after'
  | 'duplicate'
  | 'up'
  | 'down'
  | 'versions'
  | 'print'
  | 'import'
  | 'export'
  | 'save'
  | 'run'
  | 'kind'
  | 'comment'
  | 'quote'
  | 'guidance'
  | 'next'
  | 'previous'
  | 'acknowledge'
  | 'takeBack';
export type TabActions = Partial<Record<TabAction, () => void>>;

const held = new Set<TabActions>();

/** Says what keys mean as long as a part of the screen is shown. */
export function useTabActions(actions: TabActions): void {
  useEffect(() => {
    held.add(actions);
    return () => {
      held.delete(actions);
    };
  });
}

const found = (name: TabAction): (() => void) | undefined => [...held].find((each) => each[name] !== undefined)?.[name];

export const canDo = (name: TabAction): boolean => found(name) !== undefined;
export const doOnTab = (name: TabAction): void => found(name)?.();
