import { say } from '../app/toasts.tsx';
import { command } from '../app/actions.ts';
import { showsTickets } from '../app/screens.ts';
import { useWindow } from '../app/window-store.ts';
import { client, orpc, queryClient } from '../client/client.ts';
import { r } from '../strings/en-relations.ts';
import { useBoard } from '../tickets/board-store.ts';
import { pickedCount } from '../tickets/selection.ts';
import { isMessage } from '../tickets/thread.ts';
import { ask } from './relation-store.ts';

/** As many as one merge takes, with the one that stays (contract: tickets.merge). */
export const mostMerged = 51;

export const onTickets = (): boolean => showsTickets(useWindow.getState().screen);
/** The open ticket, else the one under the cursor. */
export const oneTicket = (): string | null => useWindow.getState().ticketId ?? useBoard.getState().cursor.id;
export const hasTicket = (): boolean => onTickets() && oneTicket() !== null;
export const hasTickets = (): boolean => {
  const { picked, total } = useBoard.getState();
  return onTickets() && (oneTicket() !== null || pickedCount(picked, total) > 0);
};

/** Merges the ticked tickets, or the one at hand with one that is looked for. */
function merge(): void {
  const { picked, total } = useBoard.getState();
  const many = pickedCount(picked, total);
  if (many > mostMerged || (many > 0 && picked.kind === 'all')) {
    say({ title: r.merge.tooMany(mostMerged), body: r.merge.tooManyHow });
    return;
  }
  const one = oneTicket();
  if (many > 0 && picked.kind === 'some') ask({ kind: 'merge', ids: [...picked.ids] });
  else if (one !== null) ask({ kind: 'merge', ids: [one] });
}

/** The message that has the focus, else the customer's latest on the open ticket. */
function split(): void {
  const id = useWindow.getState().ticketId;
  if (id === null) return;
  const focused = document.activeElement?.closest<HTMLElement>('[data-event]')?.dataset['event'];
  const ticket = queryClient.getQueryData(orpc.tickets.get.queryKey({ input: { id } }));
  const latest = ticket?.events.filter(isMessage).findLast(({ type }) => type === 'customerMessage')?.id;
  const eventId = focused ?? latest;
  if (eventId !== undefined) ask({ kind: 'split', id, eventId });
}

const withOne = (run: (id: string) => void) => (): void => {
  const id = oneTicket();
  if (id !== null) run(id);
};

const runs = {
  merge,
  split,
  parent: withOne((id) => ask({ kind: 'link', id, as: 'parent' })),
  child: withOne((id) => ask({ kind: 'link', id, as: 'child' })),
  related: withOne((id) => ask({ kind: 'link', id, as: 'related' })),
  duplicate: withOne((id) => ask({ kind: 'link', id, as: 'duplicateOf' })),
  dispatch: withOne((ticketId) => ask({ kind: 'dispatch', ticketId })),
  callback: withOne((ticketId) => ask({ kind: 'callback', ticketId })),
  solve: withOne((id) => void command(client.tickets.solveChildren({ id, itself: true }))),
};
export type RelationName = keyof typeof runs;
export const runRelation = (name: RelationName): void => runs[name]();

/** Everything that can be done here, with its key: one list for the menu, the keys and the palette. */
export const relationKeys: readonly { readonly name: RelationName; readonly label: string; readonly keys: string }[] = [
  { name: 'merge', label: r.commands.merge, keys: 'l m' },
  { name: 'split', label: r.commands.split, keys: 'l s' },
  { name: 'parent', label: r.commands.parent, keys: 'l p' },
  { name: 'child', label: r.commands.child, keys: 'l c' },
  { name: 'related', label: r.commands.related, keys: 'l r' },
  { name: 'duplicate', label: r.commands.duplicate, keys: 'l u' },
  { name: 'dispatch', label: r.commands.dispatch, keys: 'l d' },
  { name: 'callback', label: r.commands.callback, keys: 'l b' },
  { name: 'solve', label: r.commands.solve, keys: 'l x' },
];
