import type { Command } from '../app/command-type.ts';
import { useWindow } from '../app/window-store.ts';
import { tw } from '../strings/en-training.ts';
import { canDo, doOnTab, type TabAction } from './tab-actions.ts';
import { showTab, trainingTabs } from './training-store.ts';

const here = (): boolean => useWindow.getState().screen === 'training';
const onScreen = { group: 'screen', scope: 'training' } as const;

const tabCommands: readonly Command[] = trainingTabs.map((tab, index) => ({
  ...onScreen,
  id: `training.tab.${tab}`,
  title: tw.tabs[tab],
  keys: [String(index + 1)],
  when: here,
  run: () => showTab(tab),
}));

const action = (name: TabAction, ...keys: readonly string[]): Command => ({
  ...onScreen,
  id: `training.do.${name}`,
  title: tw.commands[name],
  keys,
  when: () => here() && canDo(name),
  run: () => doOnTab(name),
});

/** What the keys and the palette can do on the Training screen. */
export const trainingCommands: readonly Command[] = [
  ...tabCommands,
  { ...action('open', 'enter', 'o'), quiet: true },
  action('new', 'n'),
  action('topic', 'a'),
  action('edit', 'e'),
  action('tick', 'x'),
  action('find', 't'),
  action('unplace', 'shift+t'),
  action('invite', 'i'),
  action('held', 'h'),
  action('callOff', 'd'),
  action('remove', 'delete'),
  action('agenda', 'w'),
  action('materials', 'l'),
  action('preview', 'v'),
  action('attended', 'y'),
  action('missed', 'm'),
  action('excused', 's'),
  action('allAttended', 'shift+y'),
  action('asked', 'r'),
  action('enrol', 'b'),
  action('archive', 'z'),
  action('amount', 'u'),
  action('everybody', 'shift+u'),
  action('before', ','),
  action('after', '.'),
];
