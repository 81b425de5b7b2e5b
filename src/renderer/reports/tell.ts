import { Temporal } from 'temporal-polyfill';
import type { Report } from '../../contract/index.ts';
import { bw } from '../strings/en-reports-built.ts';
import { dayOf } from '../ui/days.ts';
import { clockTime, longDay, shortDate } from '../ui/format.ts';

/** `today at 08:30`, `tomorrow at 08:30`, `Monday at 08:30` within a week, else `2 Jan 2027 at 08:30`. `at`, `now`: epoch ms. */
export function comesAt(at: number, zone: string, now: number): string {
  const day = Temporal.PlainDate.from(dayOf(at, zone));
  const ahead = Temporal.PlainDate.from(dayOf(now, zone)).until(day).days;
  const name =
    ahead === 0
      ? 'today'
      : ahead === 1
        ? 'tomorrow'
        : ahead > 0 && ahead < 7
          ? (longDay(at, zone).split(' ')[0] ?? '')
          : shortDate(at, zone, now);
  return `${name} at ${clockTime(at, zone)}`;
}

/** The report of which an issue comes first, and when; undefined where none is due. */
export function firstDue(reports: readonly Report[]): { readonly title: string; readonly at: number } | undefined {
  return reports
    .flatMap(({ title, nextAt }) => (nextAt === null ? [] : [{ title, at: nextAt }]))
    .toSorted((a, b) => a.at - b.at)[0];
}

/** When the next issue of a report comes, or why none does. */
export function nextWords({ nextAt, paused, time }: Report, zone: string, now: number): string {
  if (paused) return bw.paused;
  if (time === null) return bw.byHand;
  return nextAt === null ? bw.noNext : bw.next(comesAt(nextAt, zone, now));
}
