import type { Command } from '../app/command-type.ts';
import { openDialog, useWindow } from '../app/window-store.ts';
import { r } from '../strings/en-rules.ts';
import { useBoard } from '../tickets/board-store.ts';
import { macroTarget } from './macro-apply.ts';

const onQueues = (): boolean => useWindow.getState().screen === 'queues';
const hasOne = (): boolean => (useWindow.getState().ticketId ?? useBoard.getState().cursor.id) !== null;

/** What automation adds to a ticket: macros, and who should get it. */
export const ticketRuleCommands: readonly Command[] = [
  {
    id: 'ticket.macro',
    title: r.commands.macro,
    group: 'ticket',
    keys: ['m'],
    when: () => onQueues() && macroTarget() !== null,
    run: () => openDialog('macros'),
  },
  {
    id: 'ticket.route',
    title: r.commands.route,
    group: 'ticket',
    keys: ['shift+a'],
    when: () => onQueues() && hasOne(),
    run: () => openDialog('route'),
  },
];
