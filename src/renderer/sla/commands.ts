import type { Command } from '../app/command-type.ts';
import { useWindow } from '../app/window-store.ts';
import { c } from '../strings/en-clocks.ts';
import { clocksTabs, showTab } from './tabs.ts';

const onClocks = (): boolean => useWindow.getState().screen === 'clocks';

/** Keys of the Clocks screen, and what the palette finds there. */
export const clockCommands: readonly Command[] = clocksTabs.map((tab, index) => ({
  id: `clocks.${tab}`,
  title: c.show(c.tabs[tab]),
  group: 'screen',
  keys: [String(index + 1)],
  scope: 'clocks',
  when: onClocks,
  run: () => showTab(tab),
}));
