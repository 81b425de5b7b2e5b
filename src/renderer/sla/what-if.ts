import type { Calendar, Compliance, DeskPolicy, Metric, Policy, Priority, SlaDraft } from '../../contract/index.ts';
import { metrics, priorities } from '../../contract/words.ts';

export type WhatIf = {
  /** A policy as it is edited, in place of the saved one or beside it; null for the rules as saved. */
  readonly policies: readonly Policy[] | null;
  /** Every target times this. */
  readonly factor: number;
  /** Every policy by this calendar; null for its own. */
  readonly calendar: string | null;
  /** A calendar as it is edited, in place of the saved one with its key. */
  readonly tried: { readonly key: string; readonly calendar: Calendar } | null;
};

function scaled(policy: Policy, factor: number): Policy['targets'] {
  const targets: Policy['targets'] = {};
  for (const metric of metrics) {
    const row: NonNullable<Policy['targets'][Metric]> = {};
    for (const priority of priorities) {
      const target = policy.targets[metric]?.[priority];
      if (target !== undefined)
        row[priority] = { ...target, minutes: Math.max(1, Math.round(target.minutes * factor)) };
    }
    if (Object.keys(row).length > 0) targets[metric] = row;
  }
  return targets;
}

/** The rules to replay: as saved or edited, with every target scaled, every calendar changed. */
export function draftToTry(saved: readonly DeskPolicy[], { policies, factor, calendar, tried }: WhatIf): SlaDraft {
  return {
    policies: (policies ?? saved).map((policy) => ({
      ...policy,
      targets: factor === 1 ? policy.targets : scaled(policy, factor),
      ...(calendar !== null && { calendar }),
    })),
    ...(tried !== null && { calendars: { [tried.key]: tried.calendar } }),
  };
}

/** Share met of those that are decided, 0 to 1; null where none is. */
export function shareMet({ met, breached }: Compliance): number | null {
  return met + breached === 0 ? null : met / (met + breached);
}

/** Below this a share says little. */
const fewest = 30;
export const isFew = ({ met, breached }: Compliance): boolean => met + breached < fewest;

type Row = {
  readonly metric: Metric;
  readonly priority: Priority;
  readonly before: Compliance;
  readonly after: Compliance;
};

const sum = (a: Compliance, b: Compliance): Compliance => ({
  met: a.met + b.met,
  breached: a.breached + b.breached,
  open: a.open + b.open,
});
const nothing: Compliance = { met: 0, breached: 0, open: 0 };

/** Rows of one metric, in the order of priorities, with all of them together first; none where no clock ran. */
export function rowsOf(rows: readonly Row[], metric: Metric) {
  const own = rows.filter((row) => row.metric === metric);
  const all = {
    before: own.map(({ before }) => before).reduce(sum, nothing),
    after: own.map(({ after }) => after).reduce(sum, nothing),
  };
  const each = priorities.flatMap((priority) => own.filter((row) => row.priority === priority));
  return { all, each };
}
