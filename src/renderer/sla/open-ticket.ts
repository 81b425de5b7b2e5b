import { goTo, openTicket } from '../app/window-store.ts';

/** Shows a ticket in the Queues screen. */
export function showTicket(id: string): void {
  goTo('queues');
  openTicket(id);
}
