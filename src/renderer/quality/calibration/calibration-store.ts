import { create } from 'zustand';

export const graderSpans = [90, 180, 365] as const;

type State = {
  readonly view: 'sessions' | 'graders';
  readonly sessionId: string | null;
  readonly making: boolean;
  readonly closing: boolean;
  readonly days: (typeof graderSpans)[number];
};

/** What the Calibration tab shows. */
export const useCalibration = create<State>(() => ({
  view: 'sessions',
  sessionId: null,
  making: false,
  closing: false,
  days: 180,
}));
export const setCalibration = (part: Partial<State>): void => useCalibration.setState(part);
