import { create } from 'zustand';

export const spans = [7, 30, 90] as const;
export type Days = (typeof spans)[number];
export type Kind = 'random' | 'all';

type State = {
  readonly days: Days;
  readonly kind: Kind;
  /** The team whose agents are listed; null: all. */
  readonly team: string | null;
  readonly exporting: boolean;
};

/** Which days and which reviews the figures are of; as it was left, until the window is closed. */
export const useDashboard = create<State>(() => ({ days: 30, kind: 'random', team: null, exporting: false }));
export const setDashboard = (part: Partial<State>): void => useDashboard.setState(part);

/** One span further or nearer; the ends stay. */
export function stepDays(by: 1 | -1): void {
  const at = spans.indexOf(useDashboard.getState().days) + by;
  const days = spans[Math.min(Math.max(at, 0), spans.length - 1)];
  if (days !== undefined) setDashboard({ days });
}
