import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { ReviewFilter } from '../../contract/index.ts';
import { goTo } from '../app/window-store.ts';

export const qualityTabs = [
  'reviews',
  'sample',
  'scorecards',
  'calibration',
  'disputes',
  'dashboard',
  'packs',
] as const;
export type QualityTab = (typeof qualityTabs)[number];

/** A review of this desk, or of a pack that was opened here. */
export type OpenReview = { readonly id: string; readonly pack?: string };

type Kept = {
  readonly tab: QualityTab;
  /** Width of the form beside the conversation. */
  readonly formPx: number;
};

type State = Kept & {
  /** Shown in place of the tabs; null: the tabs. */
  readonly openReview: OpenReview | null;
  /** The reviews it stands among, in their order: "Review 7 of 24", and what comes next. */
  readonly line: readonly string[];
  /** What the list of reviews shows; null: as it begins, my own that are to be done. */
  readonly filter: ReviewFilter | null;
  /** Under the cursor of the list. */
  readonly reviewId: string | null;
  readonly picked: ReadonlySet<string>;
  /** Under the cursor of the scorecards. */
  readonly cardId: string | null;
  /** Under the cursor of the weeks. */
  readonly week: string | null;
};

/** What the Quality screen shows. The tab is kept between starts. */
export const useQuality = create<State>()(
  persist(
    (): State => ({
      tab: 'reviews',
      formPx: 520,
      openReview: null,
      line: [],
      filter: null,
      reviewId: null,
      picked: new Set(),
      cardId: null,
      week: null,
    }),
    { name: 'foredesk.quality', version: 1, partialize: ({ tab, formPx }): Kept => ({ tab, formPx }) },
  ),
);

export function setQuality(part: Partial<State>): void {
  useQuality.setState(part);
}
export const showTab = (tab: QualityTab): void => setQuality({ tab, openReview: null });

/** Opens a review among others; without a line it stands alone. */
export function openReview(review: OpenReview, line: readonly string[] = [review.id]): void {
  setQuality({ openReview: review, line: line.includes(review.id) ? line : [review.id], reviewId: review.id });
  goTo('quality');
}
export const closeReview = (): void => setQuality({ openReview: null });

/** The list of reviews by a filter: what a figure was reckoned from. */
export function showReviews(filter: ReviewFilter): void {
  setQuality({ filter, picked: new Set(), reviewId: null });
  showTab('reviews');
}
