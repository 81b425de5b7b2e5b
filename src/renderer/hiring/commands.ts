import type { Command } from '../app/command-type.ts';
import { useWindow } from '../app/window-store.ts';
import { hw } from '../strings/en-hiring.ts';
import { canDo, doOnTab, type ScreenAction } from './screen-actions.ts';

const here = (): boolean => useWindow.getState().screen === 'hiring';

const action = (name: ScreenAction, ...keys: readonly string[]): Command => ({
  id: `hiring.do.${name}`,
  title: hw.commands[name],
  group: 'screen',
  scope: 'hiring',
  keys,
  when: () => here() && canDo(name),
  run: () => doOnTab(name),
});

/** What the keys and the palette can do on the Hiring screen. */
export const hiringCommands: readonly Command[] = [
  action('candidate', 'n'),
  action('seat', 's'),
  { ...action('enter', 'enter', 'o'), quiet: true },
  action('edit', 'e'),
  action('move', 'm'),
  { ...action('next', 'shift+arrowright'), quiet: true },
  { ...action('back', 'shift+arrowleft'), quiet: true },
  action('test', 't'),
  action('notes', 'w'),
  action('interview', 'i'),
  action('hire', 'h'),
  action('out', 'r'),
  action('forget', 'delete'),
  action('closed', 'v'),
  action('settings', 'shift+s'),
];
