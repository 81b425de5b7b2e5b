import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { AskPivotSpec, AskSource, Filter } from '../../contract/index.ts';

export const askTabs = ['question', 'pivot'] as const;
export type AskTab = (typeof askTabs)[number];

/** What a pivot is made of: the question, or the tickets of a board, named after the view it was taken from. */
export type PivotOf =
  { readonly kind: 'question' } | { readonly kind: 'board'; readonly filter: Filter; readonly name: string };

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

export type State = Kept & {
  /** What was asked last, and how often: the same again is asked anew. */
  readonly asked: { readonly sql: string; readonly turn: number } | null;
  /** How often the board was asked anew. */
  readonly boardTurn: number;
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
      boardTurn: 0,
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

/** Whether the table of a board is what one looks at. */
export const onBoard = ({ tab, of }: Pick<State, 'tab' | 'of'>): boolean => tab === 'pivot' && of.kind === 'board';

/** Asks what is typed; where the table of a board is shown, that anew. */
export function askNow(): void {
  const state = useAsk.getState();
  const { sql, asked } = state;
  if (onBoard(state)) setAsk({ boardTurn: state.boardTurn + 1 });
  else if (sql.trim() !== '') setAsk({ asked: { sql, turn: (asked?.turn ?? 0) + 1 } });
}
