import { goTo, openDialog, openTicket } from '../app/window-store.ts';

let wanted: string | null = null;

/** Opens a ticket beside the board from another screen; the keys go on in its panel. */
export function showTicket(id: string): void {
  wanted = id;
  openDialog(null);
  goTo('queues');
  openTicket(id);
}

/** Whether the panel of this ticket is to have the focus now that it is there; asked once. */
export function takesFocus(id: string): boolean {
  const mine = wanted === id;
  wanted = null;
  return mine;
}
