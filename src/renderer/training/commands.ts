import type { Command } from '../app/command-type.ts';

/** What the keys and the palette can do on the Training screen. */
export const trainingCommands: readonly Command[] = [];
