import type { Command } from '../app/command-type.ts';
import { screenCommands } from '../app/screen-commands.ts';
import { goTo } from '../app/window-store.ts';
import { rw } from '../strings/en-reports-issues.ts';
import { reportTabs, showTab } from './reports-store.ts';
import { canDo, doOnTab } from './tab-actions.ts';

const { action, quiet, tabs } = screenCommands('reports', { titles: rw.commands, canDo, doOnTab });

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
  ...tabs(reportTabs, { titleOf: (tab) => rw.tabs[tab], show: showTab }),
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
