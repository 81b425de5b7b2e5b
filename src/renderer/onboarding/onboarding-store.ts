import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { Certificate, Newcomer } from '../../contract/index.ts';

export const onboardingTabs = ['newcomers', 'programmes', 'certificates'] as const;
export type OnboardingTab = (typeof onboardingTabs)[number];

type OfTask = { readonly newcomer: Newcomer; readonly stage: string; readonly task: string };

/** What a dialog asks for, and of whom. */
export type Asking =
  | { readonly what: 'start' }
  | { readonly what: 'away' | 'pause' | 'extend' | 'end' | 'trainer'; readonly newcomer: Newcomer }
  | ({ readonly what: 'task' | 'quiz' } & OfTask)
  | { readonly what: 'certificate'; readonly certificate: Certificate | null };

type Kept = {
  readonly tab: OnboardingTab;
  /** Under the cursor of the board. */
  readonly newcomerId: string | null;
  /** Those who are done, or gave up, too. */
  readonly withDone: boolean;
  /** Under the cursor of the programmes. */
  readonly programmeKey: string | null;
  /** Whose certificates are shown; null: everybody's. */
  readonly personId: string | null;
};

type State = Kept & {
  readonly asking: Asking | null;
  /** Which of the two lists of the board has the focus, or had it last. */
  readonly pane: 'list' | 'page';
  /** What the cursor is on in the page of a newcomer. */
  readonly itemId: string | null;
  /** Stages that are folded where they would be open, or the other way round: newcomer and stage. */
  readonly turned: readonly string[];
  readonly certificateId: string | null;
};

/** What the Onboarding screen shows. */
export const useOnboarding = create<State>()(
  persist(
    (): State => ({
      tab: 'newcomers',
      newcomerId: null,
      withDone: false,
      programmeKey: null,
      personId: null,
      asking: null,
      pane: 'list',
      itemId: null,
      turned: [],
      certificateId: null,
    }),
    {
      name: 'foredesk.onboarding',
      version: 1,
      partialize: ({ tab, newcomerId, withDone, programmeKey, personId }): Kept => ({
        tab,
        newcomerId,
        withDone,
        programmeKey,
        personId,
      }),
    },
  ),
);

export function setOnboarding(part: Partial<State>): void {
  useOnboarding.setState(part);
}
export const showTab = (tab: OnboardingTab): void => setOnboarding({ tab, pane: 'list' });
export const ask = (asking: Asking | null): void => setOnboarding({ asking });

export const turnName = (newcomerId: string, stage: string): string => `${newcomerId} ${stage}`;

export function turn(name: string): void {
  const { turned } = useOnboarding.getState();
  setOnboarding({ turned: turned.includes(name) ? turned.filter((each) => each !== name) : [...turned, name] });
}
