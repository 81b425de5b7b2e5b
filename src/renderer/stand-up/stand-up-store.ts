import { create } from 'zustand';
import { persist } from 'zustand/middleware';

export type StandUpTab = 'standUp' | 'reconciliation';

type State = {
  readonly tab: StandUpTab;
  /** The day that `walked` is of, in the desk's zone: tomorrow's stand-up begins anew. */
  readonly day: string;
  /** Lines gone through. */
  readonly walked: readonly string[];
};

/** Which part of the morning is on screen and how far one has come with it; kept on this machine. */
export const useStandUp = create<State>()(
  persist((): State => ({ tab: 'standUp', day: '', walked: [] }), { name: 'foredesk.standUp', version: 1 }),
);

export function showTab(tab: StandUpTab): void {
  useStandUp.setState({ tab });
}

/** Marks a line as gone through, or as not. */
export function walkLine(day: string, key: string, done: boolean): void {
  useStandUp.setState((state) => {
    const before = state.day === day ? state.walked.filter((each) => each !== key) : [];
    return { day, walked: done ? [...before, key] : before };
  });
}
