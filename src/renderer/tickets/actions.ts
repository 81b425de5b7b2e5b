import type { InfiniteData } from '@tanstack/react-query';
import type { Selection, Status, Ticket, TicketPatch, TicketRow } from '../../contract/index.ts';
import { command } from '../app/actions.ts';
import { client, orpc, queryClient } from '../client/client.ts';
import { dropText, type Mode } from './drafts.ts';

type Rows = { readonly rows: TicketRow[] };

/** The fields of a row that a patch sets at once; clocks and bands follow when the desk has reckoned them. */
function patched<T extends TicketRow>(row: T, set: TicketPatch): T {
  const { status, priority, queueId, assigneeId, category, subject, addTags = [], removeTags = [] } = set;
  const tags = [...new Set([...row.tags.filter((tag) => !removeTags.includes(tag)), ...addTags])];
  return {
    ...row,
    ...(status !== undefined && { status }),
    ...(priority !== undefined && { priority }),
    ...(queueId !== undefined && { queueId }),
    ...(assigneeId !== undefined && { assigneeId }),
    ...(category !== undefined && { category }),
    ...(subject !== undefined && { subject }),
    tags,
  };
}

/** Shows a change before the desk has answered: safe, for a refusal puts the truth back by reading again. */
function showAtOnce(ids: ReadonlySet<string>, set: TicketPatch): void {
  queryClient.setQueriesData<Rows | InfiniteData<Rows>>({ queryKey: orpc.tickets.window.key() }, (data) => {
    if (data === undefined || !('rows' in data) || !data.rows.some((row) => ids.has(row.id))) return data;
    return { rows: data.rows.map((row) => (ids.has(row.id) ? patched(row, set) : row)) };
  });
  queryClient.setQueriesData<Ticket>({ queryKey: orpc.tickets.get.key() }, (ticket) =>
    ticket !== undefined && ids.has(ticket.id) ? patched(ticket, set) : ticket,
  );
}

/** Changes tickets, one or many, with a toast that can take it back. */
export async function updateTickets(selection: Selection, set: TicketPatch): Promise<boolean> {
  if ('ids' in selection) showAtOnce(new Set(selection.ids), set);
  const done = await command(client.tickets.update({ selection, set }));
  if (done === null) void queryClient.invalidateQueries({ queryKey: orpc.tickets.key() });
  return done !== null;
}

/** Sends what was written on a ticket; the draft goes only when the desk has it. */
export async function sendMessage(id: string, mode: Mode, body: string, status: Status | null): Promise<boolean> {
  const call = {
    reply: () => client.tickets.reply({ id, body, ...(status !== null && { status }) }),
    note: () => client.tickets.note({ id, body }),
    receive: () => client.tickets.receive({ id, body }),
  }[mode];
  const done = await command(call());
  if (done !== null) dropText(id, mode);
  return done !== null;
}
