import type { Command } from '../app/command-type.ts';
import { useWindow } from '../app/window-store.ts';
import { sw } from '../strings/en-staffing.ts';
import { showTab, staffingTabs } from './staffing-store.ts';
import { canDo, doOnTab, type TabAction } from './tab-actions.ts';

const here = (): boolean => useWindow.getState().screen === 'staffing';
const onScreen = { group: 'screen', scope: 'staffing' } as const;

const tabCommands: readonly Command[] = staffingTabs.map((tab, index) => ({
  ...onScreen,
  id: `staffing.${tab}`,
  title: sw.show(sw.tabs[tab]),
  keys: [String(index + 1)],
  quiet: true,
  when: here,
  run: () => showTab(tab),
}));

const action = (name: TabAction, key: string): Command => ({
  ...onScreen,
  id: `staffing.do.${name}`,
  title: sw.commands[name],
  keys: [key],
  when: () => here() && canDo(name),
  run: () => doOnTab(name),
});

/** What the keys and the palette can do on the Staffing screen. */
export const staffingCommands: readonly Command[] = [
  ...tabCommands,
  action('before', ','),
  action('after', '.'),
  action('today', 't'),
  action('date', 'd'),
  action('streamBefore', '['),
  action('streamAfter', ']'),
  action('span', 'v'),
  action('add', 'n'),
  action('edit', 'e'),
  action('remove', 'delete'),
  action('pick', 'a'),
  action('clear', 'x'),
  action('state', 's'),
  action('takeBack', 'b'),
  action('copy', 'y'),
  action('print', 'p'),
  action('again', 'r'),
  { ...action('save', 'mod+s'), anywhere: true },
  { ...action('run', 'mod+enter'), anywhere: true },
];
