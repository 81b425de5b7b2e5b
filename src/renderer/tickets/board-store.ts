import { create } from 'zustand';
import type { Filter } from '../../contract/index.ts';
import { nothingPicked, type Picked } from './selection.ts';

/** What the board on screen can be told to do; null where no board is shown. */
export type BoardHandle = {
  readonly move: (to: 'next' | 'previous' | 'first' | 'last' | 'pageDown' | 'pageUp', extend: boolean) => void;
  /** Kanban only: moves the focus between columns. */
  readonly moveAcross?: (by: 1 | -1) => void;
  /** Kanban only: moves the card to the next column. */
  readonly carry?: (by: 1 | -1) => void;
  readonly focus: () => void;
};

/** `moved`: a key moved it, so an open ticket follows when the row has come in. */
export type Cursor = { readonly position: number; readonly id: string | null; readonly moved?: boolean };

export type BoardState = {
  readonly handle: BoardHandle | null;
  readonly cursor: Cursor;
  readonly picked: Picked;
  /** The row last ticked, from which Shift and a click ticks a stretch. */
  readonly anchor: number;
  /** How many tickets the view finds, and by which filter. */
  readonly total: number;
  readonly filter: Filter;
};

const start = { cursor: { position: -1, id: null }, picked: nothingPicked, anchor: 0 } as const;

export const useBoard = create<BoardState>(() => ({ handle: null, total: 0, filter: {}, ...start }));

export const setPicked = (picked: Picked): void => useBoard.setState({ picked });
/** Another view is shown: nothing is ticked and the cursor is nowhere. */
export const resetBoard = (): void => useBoard.setState(start);
