import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import { goTo } from '../app/window-store.ts';
import { noChange, type ChangeDraft } from './what-if-draft.ts';
import type { SettingsDraft } from './settings-draft.ts';

export const staffingTabs = ['forecast', 'whatIf', 'adherence', 'load', 'breaches', 'settings'] as const;
export type StaffingTab = (typeof staffingTabs)[number];

export const horizons = [14, 28, 56] as const;
export type Horizon = (typeof horizons)[number];
export const ranges = [1, 7, 28] as const;
export type Range = (typeof ranges)[number];

type Kept = {
  readonly tab: StaffingTab;
  /** The stream that is looked at; null or one that went: the first. */
  readonly streamId: string | null;
  readonly horizon: Horizon;
  /** Days of adherence. */
  readonly range: Range;
};

type State = Kept & {
  /** The day that every tab is about; null: today, and it moves on at midnight. */
  readonly date: string | null;
  /** Under the cursor of the days that are not like others. */
  readonly eventId: string | null;
  /** The form of such a day: of a new one, or of the one with the id. */
  readonly eventForm: { readonly id: string | null } | null;
  readonly change: ChangeDraft;
  /** Which simulated day is shown, and by which seed; null until one is asked for. */
  readonly played: { readonly streamId: string } | null;
  readonly seed: number;
  /** Under the cursor of the people of adherence. */
  readonly personId: string | null;
  /** Under the cursor of that person's deviations, by when it starts. */
  readonly deviationAt: number | null;
  /** The note as it was changed here; null: as the desk drafted it. */
  readonly note: string | null;
  /** Under the cursor of the tickets that will be late. */
  readonly lateId: string | null;
  /** Settings as they are typed; null: as they are kept. They stay over screens until they are saved. */
  readonly draft: SettingsDraft | null;
  /** The stream whose settings are shown. */
  readonly editedId: string | null;
};

/** What the Staffing screen shows. The tab, the stream and the spans are kept between starts. */
export const useStaffing = create<State>()(
  persist(
    (): State => ({
      tab: 'forecast',
      streamId: null,
      horizon: 14,
      range: 1,
      date: null,
      eventId: null,
      eventForm: null,
      change: noChange,
      played: null,
      seed: 1,
      personId: null,
      deviationAt: null,
      note: null,
      lateId: null,
      draft: null,
      editedId: null,
    }),
    {
      name: 'foredesk.staffing',
      version: 1,
      partialize: ({ tab, streamId, horizon, range }): Kept => ({ tab, streamId, horizon, range }),
    },
  ),
);

export function setStaffing(part: Partial<State>): void {
  useStaffing.setState(part);
}
export const showTab = (tab: StaffingTab): void => setStaffing({ tab, eventForm: null });

/** Another day: what was played of the day before is not of this one. */
export const showDate = (date: string | null): void => setStaffing({ date, played: null, deviationAt: null });

/** Opens a tab on a day, from another screen. */
export function openStaffing(tab: StaffingTab, date: string | null): void {
  showTab(tab);
  showDate(date);
  goTo('staffing');
}
