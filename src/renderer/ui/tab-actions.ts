import { useEffect } from 'react';

/**
 * What keys mean on the tab, or in the part of a screen, that is shown: each part says so for as long as it is there, and
 * the commands of the screen ask. One for each screen.
 */
export function tabActions<Name extends string>() {
  type Actions = Partial<Record<Name, () => void>>;
  const held = new Set<Actions>();
  const found = (name: Name): (() => void) | undefined => [...held].find((each) => each[name] !== undefined)?.[name];
  return {
    /** Says what keys mean as long as a part of the screen is shown. */
    useTabActions: (actions: Actions): void => {
      useEffect(() => {
        held.add(actions);
        return () => {
          held.delete(actions);
        };
      });
    },
    canDo: (name: Name): boolean => found(name) !== undefined,
    doOnTab: (name: Name): void => found(name)?.(),
  };
}
