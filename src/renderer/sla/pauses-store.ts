import { create } from 'zustand';
import type { Status } from '../../contract/index.ts';
import { updateTickets } from '../tickets/actions.ts';
import { showTicket } from './open-ticket.ts';

export type AuditDays = '1' | '7' | '30' | '90';
type Group = { readonly assignee: string | null; readonly status: Status };
type PausesState = { readonly days: AuditDays; readonly group: Group | null; readonly cursor: string | null };

/** Which time is audited, which group is looked at, and the row the keys act on (a ticket's id). */
export const usePauses = create<PausesState>(() => ({ days: '7', group: null, cursor: null }));

export const auditCursor = (): string | null => usePauses.getState().cursor;

export function openPaused(): void {
  const id = auditCursor();
  if (id !== null) showTicket(id);
}

/** Sets the ticket under the cursor Open: its clocks run again. */
export function fixPaused(): void {
  const id = auditCursor();
  if (id !== null) void updateTickets({ ids: [id] }, { status: 'open' });
}
