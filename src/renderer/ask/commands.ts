import type { Command } from '../app/command-type.ts';
import { screenCommands } from '../app/screen-commands.ts';
import { aw } from '../strings/en-ask.ts';
import { askNow, askTabs, onBoard, setAsk, showTab, useAsk } from './ask-store.ts';
import { begin } from './take-up.ts';
import { canDo, doOnTab } from './tab-actions.ts';

const { action, here, onScreen, tabs } = screenCommands('ask', { titles: aw.commands, canDo, doOnTab });

const hasWords = (): boolean => here() && (useAsk.getState().sql.trim() !== '' || onBoard(useAsk.getState()));

/** What the keys and the palette can do on the Ask screen. */
export const askCommands: readonly Command[] = [
  ...tabs(askTabs, { titleOf: (tab) => aw.tabs[tab], show: showTab }),
  {
    ...onScreen,
    id: 'ask.run',
    title: aw.commands.run,
    keys: ['mod+enter'],
    anywhere: true,
    when: hasWords,
    run: askNow,
  },
  { ...action('stop', 'escape'), anywhere: true },
  action('write', 'e'),
  {
    ...onScreen,
    id: 'ask.save',
    title: aw.commands.save,
    keys: ['s', 'mod+s'],
    anywhere: true,
    when: hasWords,
    run: () => setAsk({ saving: true }),
  },
  { ...onScreen, id: 'ask.new', title: aw.commands.new, keys: ['n'], when: here, run: begin },
  action('saved', 'l'),
  action('views', 'v'),
  action('rows', 'r'),
  action('columns', 'c'),
  action('measure', 'm'),
  action('of', 'o'),
  action('source', 'b'),
  action('csv', 'shift+e'),
  action('xlsx', 'shift+l'),
  action('json', 'shift+j'),
];
