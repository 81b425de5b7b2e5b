import type { Command } from './command-type.ts';
import { useWindow, type Screen } from './window-store.ts';

type Given<Name extends string> = {
  /** What each action is called in the palette. */
  readonly titles: Readonly<Record<Name, string>>;
  /** Of the actions that the parts of the screen give (`tabActions`). */
  readonly canDo: (name: Name) => boolean;
  readonly doOnTab: (name: Name) => void;
};

type Tabs<Tab extends string> = {
  readonly titleOf: (tab: Tab) => string;
  readonly show: (tab: Tab) => void;
  /** Where digits mean something else, not then. */
  readonly when?: () => boolean;
};

/** Commands of one screen: what its parts say they can do, by keys that hold there alone, and its tabs by their digits. */
export function screenCommands<Name extends string>(screen: Screen, { titles, canDo, doOnTab }: Given<Name>) {
  const here = (): boolean => useWindow.getState().screen === screen;
  const onScreen = { group: 'screen', scope: screen } as const;
  const action = (name: Name, ...keys: readonly string[]): Command => ({
    ...onScreen,
    id: `${screen}.do.${name}`,
    title: titles[name],
    keys,
    when: () => here() && canDo(name),
    run: () => doOnTab(name),
  });
  return {
    here,
    onScreen,
    action,
    /** A move that nobody looks for by name. */
    quiet: (name: Name, ...keys: readonly string[]): Command => ({ ...action(name, ...keys), quiet: true }),
    tabs: <Tab extends string>(names: readonly Tab[], { titleOf, show, when = () => true }: Tabs<Tab>): Command[] =>
      names.map((tab, index) => ({
        ...onScreen,
        id: `${screen}.tab.${tab}`,
        title: titleOf(tab),
        keys: [String(index + 1)],
        quiet: true,
        when: () => here() && when(),
        run: () => show(tab),
      })),
  };
}
