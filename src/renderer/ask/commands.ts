import type { Command } from '../app/command-type.ts';
import { useWindow } from '../app/window-store.ts';
import { aw } from '../strings/en-ask.ts';
import { askNow, askTabs, begin, setAsk, showTab, useAsk } from './ask-store.ts';
import { canDo, doOnTab, type TabAction } from './tab-actions.ts';

const here = (): boolean => useWindow.getState().screen === 'ask';
const onScreen = { group: 'screen', scope: 'ask' } as const;

const tabCommands: readonly Command[] = askTabs.map((tab, index) => ({
  ...onScreen,
  id: `ask.tab.${tab}`,
  title: aw.tabs[tab],
  keys: [String(index + 1)],
  quiet: true,
  when: here,
  run: () => showTab(tab),
}));

const action = (name: TabAction, ...keys: readonly string[]): Command => ({
  ...onScreen,
  id: `ask.do.${name}`,
  title: aw.commands[name],
  keys,
  when: () => here() && canDo(name),
  run: () => doOnTab(name),
});

const hasWords = (): boolean => here() && useAsk.getState().sql.trim() !== '';

/** What the keys and the palette can do on the Ask screen. */
export const askCommands: readonly Command[] = [
  ...tabCommands,
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
    when: () => here() && (hasWords() || useAsk.getState().of.kind === 'view'),
    run: () => setAsk({ saving: true }),
  },
  { ...onScreen, id: 'ask.new', title: aw.commands.new, keys: ['n'], when: hasWords, run: begin },
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
