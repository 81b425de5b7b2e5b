import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { DeskShift } from '../../contract/index.ts';
import type { LaneFilter } from './lanes.ts';
import type { Plan } from './shift-draft.ts';

export type DayView = 'day' | 'week' | 'month';

/** A menu that answers to a second key. */
export type KeyMenuName = 'activity' | 'attend' | 'state' | 'new';
export type DayDialog = 'breaks' | 'plan' | 'patterns' | 'date';

/** A shift in the editor; without an id it is new. */
export type Edited = Plan & { readonly id?: string; readonly note: string };

/** Where the cursor is: a lane (or a strip) and a spot on it; in the grids a person and a date. */
export type DayCursor = { readonly lane: string | null; readonly spot: string | null; readonly date: string | null };

type Kept = {
  readonly view: DayView;
  /** 1 shows all hours in the width there is. */
  readonly zoom: number;
  readonly panelPx: number;
  readonly panelOpen: boolean;
  /** The same where the window has little room: closed until it is asked for. */
  readonly panelNarrow: boolean;
  /** Streams of the strips; null: those that come first. */
  readonly streamIds: readonly string[] | null;
  readonly filter: LaneFilter;
  readonly freeOpen: boolean;
};

export type DayState = Kept & {
  /** Null: today, and it moves on at midnight. */
  readonly date: string | null;
  readonly cursor: DayCursor;
  readonly menu: KeyMenuName | null;
  readonly dialog: DayDialog | null;
  readonly edited: Edited | null;
  /** Changed by keys or a drag, and not answered by the desk yet. */
  readonly pending: ReadonlyMap<string, DeskShift>;
  readonly copied: DeskShift | null;
};

const kept: Kept = {
  view: 'day',
  zoom: 1,
  panelPx: 300,
  panelOpen: true,
  panelNarrow: false,
  streamIds: null,
  filter: { team: null, skill: null, language: null },
  freeOpen: false,
};

/** What belongs to the Day screen of this window. The first part is kept on this machine between starts. */
export const useDay = create<DayState>()(
  persist(
    (): DayState => ({
      ...kept,
      date: null,
      cursor: { lane: null, spot: null, date: null },
      menu: null,
      dialog: null,
      edited: null,
      pending: new Map(),
      copied: null,
    }),
    {
      name: 'foredesk.day',
      version: 1,
      partialize: ({ view, zoom, panelPx, panelOpen, panelNarrow, streamIds, filter, freeOpen }): Kept => ({
        view,
        zoom,
        panelPx,
        panelOpen,
        panelNarrow,
        streamIds,
        filter,
        freeOpen,
      }),
    },
  ),
);

/** Changes what belongs to the screen; what is kept is written down at once. */
export function setDay(change: Partial<DayState>): void {
  useDay.setState(change);
}

export function setCursor(change: Partial<DayCursor>): void {
  useDay.setState(({ cursor }) => ({ cursor: { ...cursor, ...change } }));
}

const zooms = [1, 1.5, 2, 3, 4, 6];
export function stepZoom(by: 1 | -1): void {
  useDay.setState(({ zoom }) => {
    const at = zooms.findIndex((each) => each >= zoom);
    return { zoom: zooms[Math.min(Math.max((at === -1 ? zooms.length - 1 : at) + by, 0), zooms.length - 1)] ?? 1 };
  });
}

/** Below it the panel leaves the hours too little room. */
export const narrowQuery = '(max-width: 1160px)';

export function togglePanel(): void {
  const field = window.matchMedia(narrowQuery).matches ? 'panelNarrow' : 'panelOpen';
  useDay.setState((state) => ({ [field]: !state[field] }));
}
