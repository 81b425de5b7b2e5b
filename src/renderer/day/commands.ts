import type { Command } from '../app/command-type.ts';

/** What the keys and the palette can do on the Day screen. */
export const dayCommands: readonly Command[] = [];
