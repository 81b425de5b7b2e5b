import type { ReportKind } from '../../contract/report-issues.ts';
import { monthsAfter } from '../calendar/months.ts';
import { dateOf, dayNumber, weekdayOf } from '../calendar/wall-time.ts';
import { wallOf } from '../calendar/zone.ts';
import type { DueBy } from './due.ts';

/** Whole days by the desk's clock. */
export type Period = { readonly from: string; readonly days: number };

const period = (first: number, days: number): Period => ({ from: dateOf(first), days });

/** A desk that has not worked for so long has yesterday. */
const lookBack = 400;

function lastWorked(today: number, isWorkday: DueBy['isWorkday']): number {
  for (let day = today - 1; day > today - lookBack; day -= 1) if (isWorkday(day)) return day;
  return today - 1;
}

/** The calendar month so many months from the one a date lies in. */
export function monthOf(date: string, add: number): Period {
  const first = (more: number): number => dayNumber(monthsAfter(`${date.slice(0, 7)}-01`, more));
  return period(first(add), first(add + 1) - first(add));
}

/**
 * The days a report is of, made at an instant (epoch ms): the last day the desk worked before, the week from Monday to Sunday
 * before, or the month before. SPEC REP-3.
 */
export function periodOf(kind: ReportKind, { zone, isWorkday }: DueBy, at: number): Period {
  const { day } = wallOf(zone, at);
  if (kind === 'daily') return period(lastWorked(day, isWorkday), 1);
  if (kind === 'weekly') return period(day - weekdayOf(day) - 7, 7);
  return monthOf(dateOf(day), -1);
}

/** The days that a daily report is held against. */
export const usualDays = 56;

/** What it is held against: the eight weeks before a day, the week before, the month before. SPEC REP-3. */
export function againstOf(kind: ReportKind, { from, days }: Period): Period {
  const first = dayNumber(from);
  if (kind === 'daily') return period(first - usualDays, usualDays);
  return kind === 'weekly' ? period(first - days, days) : monthOf(from, -1);
}

/** The same month of the year before. */
export const yearBefore = ({ from }: Period): Period => monthOf(from, -12);

/** Months up to and with the one a date lies in, oldest first. */
export const monthsTo = (from: string, count: number): Period[] =>
  Array.from({ length: count }, (_, at) => monthOf(from, at - count + 1));
