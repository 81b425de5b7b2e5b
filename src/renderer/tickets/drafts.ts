import { create } from 'zustand';
import { persist } from 'zustand/middleware';

export type Mode = 'reply' | 'note' | 'receive';
export type Draft = { readonly mode: Mode; readonly text: Readonly<Partial<Record<Mode, string>>> };
type Drafts = { readonly byTicket: Readonly<Record<string, Draft>> };

const empty: Draft = { mode: 'reply', text: {} };

/** What was begun to be written on each ticket, kept on this machine until it is sent. */
export const useDrafts = create<Drafts>()(persist((): Drafts => ({ byTicket: {} }), { name: 'foredesk.drafts' }));

export const useDraft = (ticketId: string): Draft => useDrafts((drafts) => drafts.byTicket[ticketId] ?? empty);

function keep(ticketId: string, draft: Draft): void {
  const { byTicket } = useDrafts.getState();
  const worthless = draft.mode === 'reply' && Object.values(draft.text).every((text) => text === '');
  const rest = Object.fromEntries(Object.entries(byTicket).filter(([id]) => id !== ticketId));
  useDrafts.setState({ byTicket: worthless ? rest : { ...rest, [ticketId]: draft } });
}

const draftOf = (ticketId: string): Draft => useDrafts.getState().byTicket[ticketId] ?? empty;

export const setMode = (ticketId: string, mode: Mode): void => keep(ticketId, { ...draftOf(ticketId), mode });

export function setText(ticketId: string, mode: Mode, text: string): void {
  const draft = draftOf(ticketId);
  keep(ticketId, { ...draft, text: { ...draft.text, [mode]: text } });
}

/** After sending: the text is gone, and the next thing written is a reply again. */
export function dropText(ticketId: string, mode: Mode): void {
  const draft = draftOf(ticketId);
  keep(ticketId, { mode: 'reply', text: { ...draft.text, [mode]: '' } });
}
