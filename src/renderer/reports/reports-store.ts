import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { ActionItem, ReportKey } from '../../contract/index.ts';
import { goTo } from '../app/window-store.ts';
import { withSeen } from './seen.ts';

export const reportTabs = ['issues', 'reports', 'items'] as const;
export type ReportTab = (typeof reportTabs)[number];

/** What a dialog asks for. `issue`: in which it came up. */
export type Asking = {
  readonly what: 'item';
  readonly item: ActionItem | null;
  readonly issue: { readonly id: string; readonly title: string } | null;
};

type Kept = {
  readonly tab: ReportTab;
  /** Of which report issues are shown; null: of all. */
  readonly only: ReportKey | null;
  /** Issues that were open on this machine, the latest first. */
  readonly seen: readonly string[];
  /** What is typed of an issue and not said yet. */
  readonly comments: Readonly<Record<string, string>>;
  readonly showDone: boolean;
};

type State = Kept & {
  readonly asking: Asking | null;
  /** Whether it is asked of which report an issue is to be made. */
  readonly making: boolean;
  /** Refused to be marked as sent, since it was already. */
  readonly sentBefore: string | null;
  /** Under the cursor. */
  readonly issueId: string | null;
  readonly reportKey: ReportKey | null;
  readonly itemId: string | null;
};

/** What the Reports screen shows. */
export const useReports = create<State>()(
  persist(
    (): State => ({
      tab: 'issues',
      only: null,
      seen: [],
      comments: {},
      showDone: false,
      asking: null,
      making: false,
      sentBefore: null,
      issueId: null,
      reportKey: null,
      itemId: null,
    }),
    {
      name: 'foredesk.reports',
      version: 1,
      partialize: ({ tab, only, seen, comments, showDone }): Kept => ({ tab, only, seen, comments, showDone }),
    },
  ),
);

export function setReports(part: Partial<State>): void {
  useReports.setState(part);
}
export const showTab = (tab: ReportTab): void => setReports({ tab });
export const ask = (asking: Asking | null): void => setReports({ asking });

/** Puts an issue under the cursor, whichever report is it of. */
export const showIssue = (issueId: string): void => setReports({ tab: 'issues', only: null, issueId });

/** The same from any screen. */
export function openIssue(issueId: string): void {
  showIssue(issueId);
  goTo('reports');
}

export function noteSeen(issueId: string): void {
  const { seen } = useReports.getState();
  const next = withSeen(seen, issueId);
  if (next !== seen) setReports({ seen: next });
}

/** What is typed of an issue; an empty text is none. */
export function typeComment(issueId: string, text: string): void {
  const { [issueId]: _, ...others } = useReports.getState().comments;
  setReports({ comments: text === '' ? others : { ...others, [issueId]: text } });
}
