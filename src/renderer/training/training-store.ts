import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { Course, Enrolment, Refresher, TrainingTopic } from '../../contract/index.ts';

export const trainingTabs = ['refreshers', 'needs', 'courses', 'budget'] as const;
export type TrainingTab = (typeof trainingTabs)[number];

/** What a dialog asks for; null in place of a thing: a new one. */
export type Asking =
  | { readonly what: 'topic'; readonly topic: Pick<TrainingTopic, 'id' | 'text' | 'material'> | null }
  | { readonly what: 'refresher'; readonly refresher: Refresher | null }
  | { readonly what: 'invite'; readonly refresher: Refresher }
  | { readonly what: 'find'; readonly refresher: Refresher }
  | { readonly what: 'course'; readonly course: Course | null }
  | {
      readonly what: 'enrolment';
      readonly enrolment: Enrolment | null;
      readonly personId: string | null;
      readonly courseId: string | null;
    }
  | { readonly what: 'amount'; readonly personId: string | null };

type Kept = {
  readonly tab: TrainingTab;
  /** Under the cursor of its list. */
  readonly refresherId: string | null;
};

type State = Kept & {
  readonly asking: Asking | null;
  /** What is written is shown as it reads. */
  readonly preview: boolean;
  /** The list that has the focus: the one at the left, or the one beside it. */
  readonly side: 'left' | 'right';
  readonly attendeeId: string | null;
  readonly needKey: string | null;
  /** Needs that go into the next refresher, by their keys. */
  readonly ticked: readonly string[];
  readonly courseId: string | null;
  /** Null: the one it is. */
  readonly year: number | null;
  readonly personId: string | null;
  readonly enrolmentId: string | null;
};

/** What the Training screen shows. */
export const useTraining = create<State>()(
  persist(
    (): State => ({
      tab: 'refreshers',
      refresherId: null,
      asking: null,
      preview: false,
      side: 'left',
      attendeeId: null,
      needKey: null,
      ticked: [],
      courseId: null,
      year: null,
      personId: null,
      enrolmentId: null,
    }),
    { name: 'foredesk.training', version: 1, partialize: ({ tab, refresherId }): Kept => ({ tab, refresherId }) },
  ),
);

export function setTraining(part: Partial<State>): void {
  useTraining.setState(part);
}
export const showTab = (tab: TrainingTab): void => setTraining({ tab, side: 'left' });
export const ask = (asking: Asking | null): void => setTraining({ asking });
export const openRefresher = (refresherId: string): void =>
  setTraining({ tab: 'refreshers', refresherId, side: 'left', preview: false });
