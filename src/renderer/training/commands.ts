import type { Command } from '../app/command-type.ts';
import { screenCommands } from '../app/screen-commands.ts';
import { tw } from '../strings/en-training.ts';
import { canDo, doOnTab } from './tab-actions.ts';
import { showTab, trainingTabs } from './training-store.ts';

const { action, quiet, tabs } = screenCommands('training', { titles: tw.commands, canDo, doOnTab });

/** What the keys and the palette can do on the Training screen. */
export const trainingCommands: readonly Command[] = [
  ...tabs(trainingTabs, { titleOf: (tab) => tw.tabs[tab], show: showTab }),
  quiet('open', 'enter', 'o'),
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
