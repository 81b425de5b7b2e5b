import type { Command } from '../app/command-type.ts';

/** What the keys and the palette can do on the Roster screen. */
export const rosterCommands: readonly Command[] = [];
