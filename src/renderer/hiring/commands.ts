import type { Command } from '../app/command-type.ts';
import { screenCommands } from '../app/screen-commands.ts';
import { hw } from '../strings/en-hiring.ts';
import { canDo, doOnTab } from './screen-actions.ts';

const { action, quiet } = screenCommands('hiring', { titles: hw.commands, canDo, doOnTab });

/** What the keys and the palette can do on the Hiring screen. */
export const hiringCommands: readonly Command[] = [
  action('candidate', 'n'),
  action('seat', 's'),
  quiet('enter', 'enter', 'o'),
  action('edit', 'e'),
  action('move', 'm'),
  quiet('next', 'shift+arrowright'),
  quiet('back', 'shift+arrowleft'),
  action('test', 't'),
  action('notes', 'w'),
  action('interview', 'i'),
  action('hire', 'h'),
  action('out', 'r'),
  action('forget', 'delete'),
  action('closed', 'v'),
  action('settings', 'shift+s'),
];
