import { reportKinds } from '../../contract/words.ts';
import type { ReportDefinition } from '../../contract/report-issues.ts';

/** One of each kind, by its name. */
export const builtInKeys = reportKinds;
export type BuiltInKey = (typeof builtInKeys)[number];
export const isBuiltIn = (key: string): key is BuiltInKey => builtInKeys.some((each) => each === key);

const base = { note: '', recipients: [], paused: false };
const time = { weekday: 0, nth: 1, workdays: true };

/**
 * The reports that the seeds ask of a coordinator: a dashboard daily at 08:30, a pack on Mondays at 09:00 with its five parts, the
 * trend by the third business day, and the review on the second Tuesday at 10:00. SPEC REP-1.
 */
export const builtIns: Readonly<Record<BuiltInKey, ReportDefinition>> = {
  daily: {
    ...base,
    kind: 'daily',
    title: 'Daily dashboard',
    sections: ['summary', 'figures', 'incidents', 'queues', 'backlog', 'actions'],
    time: { ...time, every: 'day', at: '08:30' },
  },
  weekly: {
    ...base,
    kind: 'weekly',
    title: 'Weekly operational pack',
    sections: ['summary', 'incidents', 'sla', 'agents', 'actions'],
    time: { ...time, every: 'week', at: '09:00' },
  },
  monthly: {
    ...base,
    kind: 'monthly',
    title: 'Monthly trend report',
    sections: ['summary', 'figures', 'trend', 'causes', 'surveys', 'quality'],
    time: { ...time, every: 'workday', at: '08:30', nth: 3 },
  },
  review: {
    ...base,
    kind: 'review',
    title: 'Monthly review',
    sections: ['agenda', 'figures', 'incidents', 'actions', 'causes', 'surveys'],
    time: { ...time, every: 'weekday', at: '10:00', weekday: 1, nth: 2 },
  },
};
