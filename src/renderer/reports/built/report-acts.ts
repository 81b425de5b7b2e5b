import type { Report } from '../../../contract/index.ts';
import { makeIssue } from '../issues/issue-actions.ts';
import { showIssue } from '../reports-store.ts';
import { openBuilder } from './builder-store.ts';
import { copyReport, removeReport, togglePause } from './report-actions.ts';

export type ReportActs = {
  readonly edit: () => void;
  readonly make: () => void;
  /** Undefined: it is made by hand alone. */
  readonly pause: (() => void) | undefined;
  /** Undefined: it has no issue yet. */
  readonly issue: (() => void) | undefined;
  readonly copy: () => void;
  readonly remove: () => void;
};

/** What the buttons and the keys do with a report. */
export const reportActs = (report: Report): ReportActs => {
  const { key, time, last } = report;
  return {
    edit: () => openBuilder(key),
    make: () => void makeIssue(key),
    pause: time === null ? undefined : () => togglePause(report),
    issue: last === null ? undefined : () => showIssue(last.issueId),
    copy: () => copyReport(report),
    remove: () => removeReport(report),
  };
};
