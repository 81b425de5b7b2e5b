import { create } from 'zustand';

/** What is under the cursor of the list: a pack, or what is to be settled. */
export const conflictsEntry = 'conflicts';

export type Asking = 'make' | 'open' | 'home' | 'forget' | null;

type State = {
  readonly entryId: string | null;
  readonly asking: Asking;
  /** The conflicts are gone to as soon as the dialog that told of them is gone. */
  readonly settling: boolean;
};

/** What the Packs tab shows. Passphrases are never in here: they live in their dialog, and go with it. */
export const usePacks = create<State>(() => ({ entryId: null, asking: null, settling: false }));
export const setPacks = (part: Partial<State>): void => usePacks.setState(part);
