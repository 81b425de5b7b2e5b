import type { Command } from '../app/command-type.ts';
import { screenCommands } from '../app/screen-commands.ts';
import { qw } from '../strings/en-quality.ts';
import { qualityMoreCommands } from './more-commands.ts';
import { qualityTabs, showTab, useQuality } from './quality-store.ts';
import { canDo, doOnTab } from './tab-actions.ts';

const { action, quiet, tabs } = screenCommands('quality', { titles: qw.commands, canDo, doOnTab });

/** What the keys and the palette can do on the Quality screen. */
export const qualityCommands: readonly Command[] = [
  // In a review digits score.
  ...tabs(qualityTabs, {
    titleOf: (tab) => qw.show(qw.tabs[tab]),
    show: showTab,
    when: () => useQuality.getState().openReview === null,
  }),
  quiet('open', 'enter', 'o'),
  action('add', 'n'),
  action('addMore', 'shift+n'),
  action('edit', 'e'),
  action('remove', 'delete'),
  quiet('pick', 'x'),
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
