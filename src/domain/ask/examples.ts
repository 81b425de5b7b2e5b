import type { PivotSpec } from './pivot.ts';

export type Example = { readonly key: string; readonly name: string; readonly sql: string; readonly pivot: PivotSpec };

const open = 'open AND NOT drill';

/** What an empty console offers: the three pivots of the morning's reconciliation (SPEC STU-20), ready to run. SPEC ASK-40. */
export const examples: readonly Example[] = [
  {
    key: 'assignees',
    name: 'Open by assignee and priority',
    sql: `SELECT ticket, subject, assignee, priority\nFROM tickets\nWHERE ${open}`,
    pivot: { rows: ['assignee'], columns: ['priority'], measure: 'count', of: null },
  },
  {
    key: 'priorities',
    name: 'Open by priority, with and without an owner',
    sql: `SELECT ticket, subject, priority, iif(assignee IS NULL, 'No owner', 'Owned') AS owner\nFROM tickets\nWHERE ${open}`,
    pivot: { rows: ['priority'], columns: ['owner'], measure: 'count', of: null },
  },
  {
    key: 'waits',
    name: 'Customers waiting over 24 hours, the longest in hours',
    sql: `SELECT ticket, subject, assignee, priority, floor(waiting_minutes / 6) / 10 AS hours\nFROM tickets\nWHERE ${open} AND waiting_minutes > 24 * 60`,
    pivot: { rows: ['assignee'], columns: ['priority'], measure: 'max', of: 'hours' },
  },
];
