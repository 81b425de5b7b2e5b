import { duesBetween, nextDue, type DueBy } from '../../../domain/reports/due.ts';
import { counted } from '../../../domain/reports/words.ts';
import { column, row } from '../../store/db.ts';
import type { Core } from '../core.ts';
import { readDefinitions, type Definition } from './definitions.ts';
import { deskDays } from './workdays.ts';

/** Of each report no more are made up for; those before are left out. SPEC REP-12. */
const mostMissed = 5;

/**
 * From when on issues are due that were not made: since it was set up, and since the last that was due. One that was made by a clock
 * that ran ahead says nothing of those before it.
 */
function afterOf(core: Core, { key, since }: Definition): number | null {
  if (since === null) return null;
  const text = 'SELECT max(due_at) FROM report_content WHERE report = ? AND due_at <= ?';
  const [last] = column<number | null>(core.db, text, key, core.ports.now());
  return Math.max(since, last ?? 0);
}

export const isMade = (core: Core, key: string, dueAt: number): boolean =>
  row(core.db, 'SELECT 1 FROM report_content WHERE report = ? AND due_at = ?', key, dueAt) !== undefined;

export type Due = { readonly report: Definition; readonly dueAt: number; readonly leftOut: number };

/** The latest issues of a report that are due and not made, oldest first. */
export function missed(core: Core, days: DueBy, report: Definition, now: number): Due[] {
  const after = afterOf(core, report);
  if (report.paused || report.time === null || after === null) return [];
  const all = duesBetween(report.time, days, after, now);
  const leftOut = Math.max(0, all.length - mostMissed);
  return all.slice(leftOut).map((dueAt, at) => ({ report, dueAt, leftOut: at === 0 ? leftOut : 0 }));
}

export const leftOutNotes = (leftOut: number): string[] =>
  leftOut === 0
    ? []
    : [
        `${counted(leftOut, 'earlier issue')} fell due while the desk was closed and ${leftOut === 1 ? 'was' : 'were'} left out.`,
      ];

/** When the next issue of a report is due; null: paused, or by hand alone. */
export function nextOf(core: Core, report: Definition, days: DueBy): number | null {
  if (report.paused || report.time === null) return null;
  return nextDue(report.time, days, afterOf(core, report) ?? core.ports.now());
}

/** The earliest of all reports. */
export function earliest(core: Core): number | null {
  const days = deskDays(core);
  const all = readDefinitions(core.db).flatMap((report) => nextOf(core, report, days) ?? []);
  return all.length === 0 ? null : Math.min(...all);
}
