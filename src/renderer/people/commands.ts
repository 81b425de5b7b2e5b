import type { Command } from '../app/command-type.ts';
import { openDialog } from '../app/window-store.ts';
import { p } from '../strings/en-people.ts';

/** The team is a dialog: it is looked at from every screen. */
export const peopleCommands: readonly Command[] = [
  { id: 'team', title: p.title, group: 'desk', keys: ['g t'], run: () => openDialog('team') },
];
