import { create } from 'zustand';
import type { CallbackRow, DispatchRow, LinkKind } from '../../contract/index.ts';
import { openDialog, setWindow } from '../app/window-store.ts';

export type CallbackStep = 'done' | 'missed' | 'moved' | 'cancelled' | 'tried' | 'changed';
export type DispatchStep = 'done' | 'moved' | 'cancelled' | 'reopened';

/** What the dialog of relations and promises is asked for. */
export type Asked =
  | { readonly kind: 'merge'; readonly ids: readonly string[] }
  | { readonly kind: 'link'; readonly id: string; readonly as: LinkKind }
  | { readonly kind: 'split'; readonly id: string; readonly eventId: string }
  | { readonly kind: 'dispatch'; readonly ticketId: string }
  | { readonly kind: 'callback'; readonly ticketId: string }
  | { readonly kind: 'endCallback'; readonly step: CallbackStep; readonly row: CallbackRow }
  | { readonly kind: 'endDispatch'; readonly step: DispatchStep; readonly row: DispatchRow };

export const useAsked = create<{ readonly asked: Asked | null }>(() => ({ asked: null }));

export function ask(asked: Asked): void {
  useAsked.setState({ asked });
  setWindow({ dialog: 'relation', picker: null });
}

export const closeAsked = (): void => openDialog(null);
