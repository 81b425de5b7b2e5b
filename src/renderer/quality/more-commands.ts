import type { Command } from '../app/command-type.ts';
import { useWindow } from '../app/window-store.ts';
import { qm } from '../strings/en-quality-more.ts';
import { canDoMore, doMore, type MoreAction } from './more-actions.ts';

const action = (name: MoreAction, key: string): Command => ({
  group: 'screen',
  scope: 'quality',
  id: `quality.more.${name}`,
  title: qm.commands[name],
  keys: [key],
  when: () => useWindow.getState().screen === 'quality' && canDoMore(name),
  run: () => doMore(name),
});

/** What keys and the palette can do on calibration, disputes and packs alone. */
export const qualityMoreCommands: readonly Command[] = [
  action('blind', 'b'),
  action('graders', 'l'),
  action('closeSession', 'shift+c'),
  action('decide', 'i'),
  action('ticket', 'shift+t'),
  action('home', 'h'),
];
