import { useEffect } from 'react';

/** What keys mean on calibration, disputes and packs beside what they mean on every tab. */
export type MoreAction = 'blind' | 'graders' | 'closeSession' | 'decide' | 'ticket' | 'home';
type MoreActions = Partial<Record<MoreAction, () => void>>;

const held = new Set<MoreActions>();

/** Says what these keys mean for as long as a part of the screen is shown. */
export function useMoreActions(actions: MoreActions): void {
  useEffect(() => {
    held.add(actions);
    return () => {
      held.delete(actions);
    };
  });
}

const found = (name: MoreAction): (() => void) | undefined =>
  [...held].find((each) => each[name] !== undefined)?.[name];

export const canDoMore = (name: MoreAction): boolean => found(name) !== undefined;
export const doMore = (name: MoreAction): void => found(name)?.();
