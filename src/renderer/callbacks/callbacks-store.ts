import { create } from 'zustand';
import type { CallbackRow, DispatchRow } from '../../contract/index.ts';

export type Tab = 'callbacks' | 'dispatches';
export type Show = 'open' | 'ended';
/** A line of the list: a promised call or a dispatch. */
export type Entry =
  { readonly kind: 'callback'; readonly row: CallbackRow } | { readonly kind: 'dispatch'; readonly row: DispatchRow };

type State = {
  readonly tab: Tab;
  readonly show: Show;
  /** The line under the cursor, and all calls of today that wait to be confirmed. */
  readonly current: Entry | null;
  readonly unconfirmed: readonly string[];
};

export const useCallbacks = create<State>(() => ({ tab: 'callbacks', show: 'open', current: null, unconfirmed: [] }));

export const showTab = (tab: Tab): void => useCallbacks.setState({ tab, current: null });
export const showEnded = (show: Show): void => useCallbacks.setState({ show, current: null });
