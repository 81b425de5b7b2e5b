import { create } from 'zustand';
import type { DeskShift, Finding, Move } from '../../contract/index.ts';
import type { Edge, Piece } from './shift-draft.ts';

/** What is under the cursor: whose lane or cell, which shift, which part of it. */
export type Under = {
  /** Null: the lane of open shifts, or a strip. */
  readonly personId: string | null;
  readonly shift: DeskShift | null;
  readonly piece: Piece | null;
  /** Where something new would begin. */
  readonly date: string;
  readonly at: number | null;
  /** On a strip: the figures of the interval. */
  readonly words?: string;
};

/** What the board or grid on screen can be told to do. */
export type DayHandle = {
  readonly focus: () => void;
  readonly vertical: (to: 'next' | 'previous' | 'first' | 'last') => void;
  readonly across: (by: 1 | -1) => void;
  /** By quarters of an hour; the board alone. */
  readonly nudge?: (by: 1 | -1) => void;
  readonly stretch?: (edge: Edge, by: 1 | -1) => void;
  /** What Enter does where the cursor is not on a shift; whether it did something. */
  readonly enter?: () => boolean;
  /** The element that menus and the editor stand beside. */
  readonly anchor: () => Element | null;
  readonly under: () => Under | null;
};

type Shown = {
  readonly handle: DayHandle | null;
  readonly from: string;
  readonly days: number;
  readonly today: string;
  readonly zone: string;
  readonly unpublished: number;
  /** As the panel shows them, by the digits that stand on them. */
  readonly moves: readonly Move[];
  readonly findings: readonly Finding[];
};

/** What is on the Day screen now, for keys and the palette. */
export const useShownDay = create<Shown>(() => ({
  handle: null,
  from: '',
  days: 1,
  today: '',
  zone: 'UTC',
  unpublished: 0,
  moves: [],
  findings: [],
}));

export const shownDay = (): Shown => useShownDay.getState();
export const dayHandle = (): DayHandle | null => shownDay().handle;
export const under = (): Under | null => dayHandle()?.under() ?? null;
