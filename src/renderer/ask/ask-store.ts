import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { AskPivotSpec, AskSource, SavedQuery } from '../../contract/index.ts';

export const askTabs = ['question', 'pivot'] as const;
export type AskTab = (typeof askTabs)[number];

/** What a pivot is made of: the question, or the tickets of a view of the boards. */
export type PivotOf = { readonly kind: 'question' } | { readonly kind: 'view'; readonly viewId: string };

/** The cell whose rows are shown: the values that lead there, null where it is a total. */
export type Behind = {
  readonly source: AskSource;
  readonly spec: AskPivotSpec;
  readonly rows: (string | number | null)[] | null;
  readonly columns: (string | number | null)[] | null;
  readonly title: string;
};

type Kept = {
  readonly tab: AskTab;
  /** As it is typed. */
  readonly sql: string;
  readonly spec: AskPivotSpec;
  readonly of: PivotOf;
  /** The saved question it came from, by id and name. */
  readonly opened: { readonly id: string; readonly name: string } | null;
};

type State = Kept & {
  /** What was asked last, and how often: the same again is asked anew. */
  readonly asked: { readonly sql: string; readonly turn: number } | null;
  readonly saving: boolean;
  readonly behind: Behind | null;
};

export const noPivot: AskPivotSpec = { rows: [], columns: [], measure: 'count', of: null };

/** What the Ask screen shows; what is typed and chosen outlives the window. */
export const useAsk = create<State>()(
  persist(
    (): State => ({
      tab: 'question',
      sql: '',
      spec: noPivot,
      of: { kind: 'question' },
      opened: null,
      asked: null,
      saving: false,
      behind: null,
    }),
    {
      name: 'foredesk.ask',
      version: 1,
      partialize: ({ tab, sql, spec, of, opened }): Kept => ({ tab, sql, spec, of, opened }),
    },
  ),
);

export function setAsk(part: Partial<State>): void {
  useAsk.setState(part);
}
export const showTab = (tab: AskTab): void => setAsk({ tab });
export const setSpec = (part: Partial<AskPivotSpec>): void => setAsk({ spec: { ...useAsk.getState().spec, ...part } });

/** Asks what is typed. */
export function askNow(): void {
  const { sql, asked } = useAsk.getState();
  if (sql.trim() !== '') setAsk({ asked: { sql, turn: (asked?.turn ?? 0) + 1 } });
}

/** Takes a question up, with its pivot if it has one, and asks it. */
export function take(sql: string, pivot: AskPivotSpec | null, opened: State['opened']): void {
  setAsk({ sql, opened, spec: pivot ?? noPivot, of: { kind: 'question' }, tab: pivot === null ? 'question' : 'pivot' });
  askNow();
}

/** Opens a saved question; of one about a board, `viewId` is the view with the same filter. */
export function openSaved({ id, name, sql, pivot, boardFilter }: SavedQuery, viewId: string | null): void {
  const opened = { id, name };
  if (boardFilter === null) take(sql, pivot, opened);
  else if (viewId !== null) setAsk({ opened, spec: pivot ?? noPivot, of: { kind: 'view', viewId }, tab: 'pivot' });
}

export const begin = (): void => setAsk({ sql: '', opened: null, spec: noPivot, asked: null, tab: 'question' });
