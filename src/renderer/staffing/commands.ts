import type { Command } from '../app/command-type.ts';

/** What the keys and the palette can do on the Staffing screen. */
export const staffingCommands: readonly Command[] = [];
