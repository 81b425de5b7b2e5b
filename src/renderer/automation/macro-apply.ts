import type { Selection } from '../../contract/index.ts';
import { command } from '../app/actions.ts';
import { sayError } from '../app/errors.ts';
import { say } from '../app/toasts.tsx';
import { openDialog, openTicket, useWindow } from '../app/window-store.ts';
import { client, orpc, queryClient } from '../client/client.ts';
import { r } from '../strings/en-rules.ts';
import { useBoard } from '../tickets/board-store.ts';
import { focusComposer } from '../tickets/composer.tsx';
import { setMode, setText, useDrafts } from '../tickets/drafts.ts';
import { asSelection } from '../tickets/selection.ts';

/** As many tickets as the desk takes at once (contract: automation.apply). */
export const mostTickets = 1000;
const pageRows = 500;

/** What a macro acts on: the ticked tickets, else the open one, else the one under the cursor. */
export function macroTarget(): Selection | null {
  const { picked, filter, cursor } = useBoard.getState();
  const id = useWindow.getState().ticketId ?? cursor.id;
  return asSelection(picked, filter) ?? (id === null ? null : { ids: [id] });
}

/** The ids of a selection, or null where there are more than one command takes. */
async function idsOf(selection: Selection): Promise<readonly string[] | null> {
  if ('ids' in selection) return selection.ids.length > mostTickets ? null : selection.ids;
  const except = new Set(selection.except);
  const ids: string[] = [];
  for (let offset = 0; ids.length <= mostTickets; offset += pageRows) {
    const query = { filter: selection.filter, sort: [], offset, limit: pageRows };
    const { rows } = await client.tickets.window(query);
    ids.push(...rows.map(({ id }) => id).filter((id) => !except.has(id)));
    if (rows.length < pageRows) return ids.length > mostTickets ? null : ids;
  }
  return null;
}

/** Applies a macro to what is chosen, as one change set that undo takes back. */
export async function applyMacro(id: string, selection: Selection | null = macroTarget()): Promise<void> {
  if (selection === null) return;
  try {
    const ids = await idsOf(selection);
    if (ids === null) {
      say({ title: r.macros.tooMany(mostTickets), body: r.macros.tooManyHow, tone: 'risk' });
      return;
    }
    if (ids.length === 0) return;
    await command(client.automation.apply({ id, ticketIds: [...ids] }));
    void queryClient.invalidateQueries({ queryKey: orpc.automation.key() });
  } catch (error) {
    sayError(error);
  }
}

/** Puts the reply of a macro into the composer of a ticket, after what is written there. Nothing is sent. */
export function composeMacro(ticketId: string, name: string, reply: string): void {
  openDialog(null);
  openTicket(ticketId);
  const before = useDrafts.getState().byTicket[ticketId]?.text.reply ?? '';
  setMode(ticketId, 'reply');
  setText(ticketId, 'reply', before.trim() === '' ? reply : `${before.trimEnd()}\n\n${reply}`);
  // After the dialog has given the focus back.
  window.setTimeout(() => focusComposer(ticketId), 0);
  say({ title: r.macros.composed(name) });
}
