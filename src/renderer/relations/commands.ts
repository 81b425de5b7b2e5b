import type { Command } from '../app/command-type.ts';
import { useWindow } from '../app/window-store.ts';
import { hasTicket, hasTickets, relationKeys, runRelation, type RelationName } from './actions.ts';

const when = (name: RelationName): (() => boolean) => {
  if (name === 'merge') return hasTickets;
  if (name === 'split') return () => hasTicket() && useWindow.getState().ticketId !== null;
  return hasTicket;
};

/** Merging, splitting, linking, dispatching and promising: `l` and a letter, on every screen with tickets. */
export const relationCommands: readonly Command[] = relationKeys.map(({ name, label, keys }) => ({
  id: `relation.${name}`,
  title: label,
  group: 'ticket',
  keys: [keys],
  when: when(name),
  run: () => runRelation(name),
}));
