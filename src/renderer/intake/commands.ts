import type { Command } from '../app/command-type.ts';
import { showsTickets } from '../app/screens.ts';
import { useWindow } from '../app/window-store.ts';
import { n } from '../strings/en-intake.ts';
import { useBoard } from '../tickets/board-store.ts';
import { openTriage } from './triage-form.ts';

/** The open ticket, else the one under the cursor. */
const oneTicket = (): string | null => {
  const { ticketId, screen } = useWindow.getState();
  return showsTickets(screen) ? (ticketId ?? useBoard.getState().cursor.id) : null;
};

export const triageCommands: readonly Command[] = [
  {
    id: 'ticket.triage',
    title: n.triageThis,
    group: 'ticket',
    keys: ['shift+t'],
    when: () => oneTicket() !== null,
    run: () => {
      const id = oneTicket();
      if (id !== null) openTriage(id);
    },
  },
];
