import type { Command } from '../app/command-type.ts';
import { goTo, useWindow } from '../app/window-store.ts';
import { rw } from '../strings/en-reports-issues.ts';
import { reportTabs, showTab } from './reports-store.ts';
import { canDo, doOnTab, type TabAction } from './tab-actions.ts';

const here = (): boolean => useWindow.getState().screen === 'reports';
const onScreen = { group: 'screen', scope: 'reports' } as const;

const tabCommands: readonly Command[] = reportTabs.map((tab, index) => ({
  ...onScreen,
  id: `reports.tab.${tab}`,
  title: rw.tabs[tab],
  keys: [String(index + 1)],
  quiet: true,
  when: here,
  run: () => showTab(tab),
}));

const action = (name: TabAction, ...keys: readonly string[]): Command => ({
  ...onScreen,
  id: `reports.do.${name}`,
  title: rw.commands[name],
  keys,
  when: () => here() && canDo(name),
  run: () => doOnTab(name),
});
const quiet = (name: TabAction, ...keys: readonly string[]): Command => ({ ...action(name, ...keys), quiet: true });

/** What the keys and the palette can do on the Reports screen; action items are a place of their own to go to. */
export const reportCommands: readonly Command[] = [
  {
    id: 'reports.items',
    title: rw.goToItems,
    group: 'go',
    keys: ['g y'],
    run: () => {
      showTab('items');
      goTo('reports');
    },
  },
  ...tabCommands,
  quiet('open', 'enter', 'o'),
  quiet('next', 'j'),
  quiet('previous', 'k'),
  action('make', 'm'),
  action('save', 's'),
  action('export', 'shift+e'),
  action('xlsx', 'shift+l'),
  action('mail', 'l'),
  action('sent', 't'),
  action('sentAgain', 'shift+t'),
  action('comment', 'c'),
  action('add', 'a'),
  action('before', 'b'),
  action('only', 'f'),
  action('edit', 'e'),
  action('newReport', 'n'),
  action('copy', 'd'),
  action('pause', 'p'),
  action('issue', 'i'),
  action('earlier', 'alt+arrowup'),
  action('later', 'alt+arrowdown'),
  action('takeBack', 'shift+z'),
  { ...action('saveReport', 'mod+s'), anywhere: true },
  action('discard', 'shift+x'),
  action('done', 'x'),
  action('showDone', 'w'),
  action('remove', 'delete'),
];
