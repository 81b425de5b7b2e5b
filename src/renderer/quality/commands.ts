import type { Command } from '../app/command-type.ts';
import { useWindow } from '../app/window-store.ts';
import { qw } from '../strings/en-quality.ts';
import { qualityMoreCommands } from './more-commands.ts';
import { qualityTabs, showTab, useQuality } from './quality-store.ts';
import { canDo, doOnTab, type TabAction } from './tab-actions.ts';

const here = (): boolean => useWindow.getState().screen === 'quality';
const onScreen = { group: 'screen', scope: 'quality' } as const;

/** In a review digits score; elsewhere they switch tabs. */
const tabCommands: readonly Command[] = qualityTabs.map((tab, index) => ({
  ...onScreen,
  id: `quality.${tab}`,
  title: qw.show(qw.tabs[tab]),
  keys: [String(index + 1)],
  quiet: true,
  when: () => here() && useQuality.getState().openReview === null,
  run: () => showTab(tab),
}));

const action = (name: TabAction, ...keys: readonly string[]): Command => ({
  ...onScreen,
  id: `quality.do.${name}`,
  title: qw.commands[name],
  keys,
  when: () => here() && canDo(name),
  run: () => doOnTab(name),
});

/** What the keys and the palette can do on the Quality screen. */
export const qualityCommands: readonly Command[] = [
  ...tabCommands,
  { ...action('open', 'enter', 'o'), quiet: true },
  action('add', 'n'),
  action('addMore', 'shift+n'),
  action('edit', 'e'),
  action('remove', 'delete'),
  { ...action('pick', 'x'), quiet: true },
  action('pickAll', 'mod+a'),
  action('filter', 'f'),
  action('clear', 'shift+x'),
  action('assign', 'a'),
  action('release', 'r'),
  action('skip', 's'),
  action('again', 't'),
  action('before', ','),
  action('after', '.'),
  action('previous', '['),
  action('next', ']'),
  action('duplicate', 'd'),
  action('up', 'alt+arrowup'),
  action('down', 'alt+arrowdown'),
  action('versions', 'v'),
  action('print', 'p'),
  action('import', 'shift+i'),
  action('export', 'shift+e'),
  action('kind', 'w'),
  action('guidance', 'shift+g'),
  action('comment', 'c'),
  action('quote', 'q'),
  action('takeBack', 'z'),
  action('acknowledge', 'y'),
  { ...action('save', 'mod+s'), anywhere: true },
  { ...action('run', 'mod+enter'), anywhere: true },
  ...qualityMoreCommands,
];
