import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { Problem, ResponseFilter, SurveyCode } from '../../contract/index.ts';

export const surveyTabs = ['scores', 'responses', 'themes', 'causes'] as const;
export type SurveyTab = (typeof surveyTabs)[number];
/** The last one is all there is. */
export const spans = [30, 90, 365, 730, 3660] as const;

/** What a dialog asks for. */
export type Asking =
  | { readonly what: 'import' }
  | { readonly what: 'code'; readonly code: SurveyCode | null }
  | { readonly what: 'problem'; readonly problem: Problem | null; readonly codeId: string | null }
  | { readonly what: 'rename'; readonly surveyId: string; readonly name: string };

export type Only = ResponseFilter['only'];

type Kept = {
  readonly tab: SurveyTab;
  /** Null: all of them. */
  readonly surveyId: string | null;
  readonly days: number;
  readonly kind: 'nps' | 'csat';
  readonly of: 'low' | 'all';
};

type State = Kept & {
  readonly asking: Asking | null;
  readonly only: Only;
  readonly codeId: string | null;
  readonly text: string;
  /** Under the cursor. */
  readonly questionId: string | null;
  readonly responseId: string | null;
  /** Where it stands in the list. */
  readonly place: number;
  readonly themeId: string | null;
  readonly causeId: string | null;
  readonly problemId: string | null;
  /** Responses are read one after the other: digits mean codes. */
  readonly coding: boolean;
};

/** What the Feedback screen shows. */
export const useSurveys = create<State>()(
  persist(
    (): State => ({
      tab: 'scores',
      surveyId: null,
      days: 365,
      kind: 'nps',
      of: 'low',
      asking: null,
      only: 'all',
      codeId: null,
      text: '',
      questionId: null,
      responseId: null,
      place: 0,
      themeId: null,
      causeId: null,
      problemId: null,
      coding: false,
    }),
    {
      name: 'foredesk.surveys',
      version: 1,
      partialize: ({ tab, surveyId, days, kind, of }): Kept => ({ tab, surveyId, days, kind, of }),
    },
  ),
);

export function setSurveys(part: Partial<State>): void {
  useSurveys.setState(part);
}
export const showTab = (tab: SurveyTab): void => setSurveys({ tab, coding: false });
export const ask = (asking: Asking | null): void => setSurveys({ asking });

/** The responses that mention a code. */
export const showMentions = (codeId: string): void =>
  setSurveys({ tab: 'responses', codeId, only: 'all', text: '', responseId: null, place: 0, coding: false });

export function stepDays(by: 1 | -1): void {
  const { days } = useSurveys.getState();
  const next = spans[spans.findIndex((each) => each === days) + by];
  if (next !== undefined) setSurveys({ days: next });
}
