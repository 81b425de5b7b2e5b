import { goTo, openTicket, openView } from '../app/window-store.ts';
import { knownViews } from '../tickets/views.ts';

/** Goes to the board with every ticket: the view that filters nothing, else the one that was open. */
export function openBoard(): void {
  const all = knownViews().find(({ pinned, filter }) => pinned && Object.keys(filter).length === 0);
  openTicket(null);
  if (all === undefined) goTo('queues');
  else openView(all.id);
}
