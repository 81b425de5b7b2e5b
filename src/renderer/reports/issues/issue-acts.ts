import type { ReportFormat, ReportIssueRow } from '../../../contract/index.ts';
import { ask, setReports } from '../reports-store.ts';
import { markSent, removeIssue, saveIssue } from './issue-actions.ts';

export type IssueActs = {
  readonly saveAs: (format: Exclude<ReportFormat, 'eml'>) => void;
  readonly mail: () => void;
  readonly sent: () => void;
  readonly sentAgain: () => void;
  readonly add: () => void;
  /** Undefined: it is the first of its report. */
  readonly before: (() => void) | undefined;
  readonly remove: () => void;
};

/** What the buttons and the keys do with an issue. `beforeId`: the issue before of the same report. */
export function issueActs({ id, title }: ReportIssueRow, beforeId: string | null): IssueActs {
  return {
    saveAs: (format) => void saveIssue(id, format),
    mail: () => void saveIssue(id, 'eml'),
    sent: () => void markSent(id, false),
    sentAgain: () => void markSent(id, true),
    add: () => ask({ what: 'item', item: null, issue: { id, title } }),
    before: beforeId === null ? undefined : () => setReports({ issueId: beforeId, sentBefore: null }),
    remove: () => removeIssue(id),
  };
}
