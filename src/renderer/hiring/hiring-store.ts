import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { Seat } from '../../contract/index.ts';

/** What a dialog asks for, and of whom. */
export type Asking =
  | { readonly what: 'seat'; readonly seat: Seat | null }
  | { readonly what: 'newCandidate'; readonly seatId: string | null }
  | { readonly what: 'candidate' | 'out' | 'hire' | 'forget'; readonly id: string }
  /** `at`: which of the tests is changed; null: a new one. */
  | { readonly what: 'test'; readonly id: string; readonly at: number | null }
  | { readonly what: 'settings' };

type Kept = {
  /** The seat or candidate under the cursor. */
  readonly currentId: string | null;
  readonly withClosed: boolean;
};

type State = Kept & {
  /** Where that stood in the list: once it is gone from there, the cursor is on what came in its place. */
  readonly place: number;
  readonly asking: Asking | null;
  /** The stages to choose from are open. */
  readonly picking: boolean;
  /** Question at hand, in the form of the candidate on screen. */
  readonly question: string | null;
};

/** What the Hiring screen shows. */
export const useHiring = create<State>()(
  persist(
    (): State => ({ currentId: null, withClosed: false, place: 0, asking: null, picking: false, question: null }),
    {
      name: 'foredesk.hiring',
      version: 1,
      partialize: ({ currentId, withClosed }): Kept => ({ currentId, withClosed }),
    },
  ),
);

export function setHiring(part: Partial<State>): void {
  useHiring.setState(part);
}
export const ask = (asking: Asking | null): void => setHiring({ asking });
export const toggleClosed = (): void => setHiring({ withClosed: !useHiring.getState().withClosed });
