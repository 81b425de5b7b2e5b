import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { CoachingAction, CoachingGoal } from '../../contract/index.ts';
import { goTo } from '../app/window-store.ts';

export const coachingTabs = ['people', 'effects'] as const;
export type CoachingTab = (typeof coachingTabs)[number];

/** What a dialog asks for, and of whom. */
export type Asking =
  | { readonly what: 'session'; readonly personId: string }
  | { readonly what: 'praise'; readonly personId: string }
  | { readonly what: 'dossier'; readonly personId: string }
  | {
      readonly what: 'goal';
      readonly personId: string;
      readonly sessionId: string | null;
      readonly goal: CoachingGoal | null;
    }
  | {
      readonly what: 'action';
      readonly personId: string;
      readonly sessionId: string | null;
      readonly action: CoachingAction | null;
    }
  | { readonly what: 'acknowledge'; readonly sessionId: string; readonly personId: string }
  | { readonly what: 'link'; readonly sessionId: string; readonly personId: string };

type Kept = {
  readonly tab: CoachingTab;
  /** Under the cursor of the people. */
  readonly personId: string | null;
  /** Shown in place of the tabs, so that a window that was closed while one wrote opens there; null: the tabs. */
  readonly sessionId: string | null;
  /** Days before and after that What worked compares. */
  readonly days: number;
};

type State = Kept & {
  readonly asking: Asking | null;
  /** What is written is shown as it reads. */
  readonly preview: boolean;
  /** The list of a page or session that has the focus, and what the cursor is on there; null: the people. */
  readonly list: string | null;
  readonly itemId: string | null;
  /** Where the cursor was when the session was opened: closed, it leads back there. */
  readonly from: { readonly list: string | null; readonly itemId: string | null };
};

const nowhere = { list: null, itemId: null };

/** What the Coaching screen shows. */
export const useCoaching = create<State>()(
  persist(
    (): State => ({
      tab: 'people',
      personId: null,
      sessionId: null,
      days: 30,
      asking: null,
      preview: false,
      ...nowhere,
      from: nowhere,
    }),
    {
      name: 'foredesk.coaching',
      version: 1,
      partialize: ({ tab, personId, sessionId, days }): Kept => ({ tab, personId, sessionId, days }),
    },
  ),
);

export function setCoaching(part: Partial<State>): void {
  useCoaching.setState(part);
}
export const showTab = (tab: CoachingTab): void => setCoaching({ tab, sessionId: null });
export const ask = (asking: Asking | null): void => setCoaching({ asking });

export function openPerson(personId: string): void {
  setCoaching({ tab: 'people', personId, sessionId: null });
  goTo('coaching');
}

export function openSession(sessionId: string, personId?: string): void {
  const { list, itemId } = useCoaching.getState();
  setCoaching({
    sessionId,
    preview: false,
    from: { list, itemId },
    ...nowhere,
    ...(personId !== undefined && { personId }),
  });
  goTo('coaching');
}
export const closeSession = (): void => setCoaching({ sessionId: null, ...useCoaching.getState().from, from: nowhere });
