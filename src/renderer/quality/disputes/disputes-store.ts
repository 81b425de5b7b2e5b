import { create } from 'zustand';

type State = {
  readonly reviewId: string | null;
  readonly deciding: boolean;
};

/** What the Disputes tab shows. */
export const useDisputes = create<State>(() => ({ reviewId: null, deciding: false }));
export const setDisputes = (part: Partial<State>): void => useDisputes.setState(part);
