import type { Command } from '../app/command-type.ts';

/** What the keys and the palette can do on the Hiring screen. */
export const hiringCommands: readonly Command[] = [];
