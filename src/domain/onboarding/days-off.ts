import type { Span } from '../calendar/rules.ts';
import { dateOf } from '../calendar/wall-time.ts';
import { instantOfWall, wallOf, type Zone } from '../calendar/zone.ts';
import { joinSpans } from '../roster/spans.ts';

export type Off = { readonly startAt: number; readonly endAt: number; readonly reason: string };
export type OffDays = { readonly from: string; readonly to: string; readonly reason: string };

/** Off for less of a day than this, it counts. */
const wholeMs = 4 * 3_600_000;

type Day = { readonly spans: Span[]; reason: string; longest: number };

/** What of each stretch lies in which day of the zone. */
function byDay(zone: Zone, stretches: readonly Off[]): Map<number, Day> {
  const days = new Map<number, Day>();
  for (const { startAt, endAt, reason } of stretches) {
    const last = wallOf(zone, Math.max(startAt, endAt - 1)).day;
    for (let day = wallOf(zone, startAt).day; day <= last; day += 1) {
      const span: Span = [
        Math.max(startAt, instantOfWall(zone, day, 0)),
        Math.min(endAt, instantOfWall(zone, day + 1, 0)),
      ];
      const known = days.get(day) ?? { spans: [], reason, longest: 0 };
      days.set(day, known);
      known.spans.push(span);
      if (span[1] - span[0] > known.longest) Object.assign(known, { reason, longest: span[1] - span[0] });
    }
  }
  return days;
}

/**
 * Days on which somebody is off for four hours or more, all stretches of a day together, told by the longest of them; days
 * that follow each other for the same reason are one. Instants in epoch ms. SPEC ONB-4.
 */
export function daysOff(zone: Zone, stretches: readonly Off[]): OffDays[] {
  const told: { from: number; to: number; reason: string }[] = [];
  for (const [day, { spans, reason }] of [...byDay(zone, stretches)].sort(([a], [b]) => a - b)) {
    if (joinSpans(spans).reduce((sum, [from, to]) => sum + to - from, 0) < wholeMs) continue;
    const last = told.at(-1);
    if (last !== undefined && last.to === day - 1 && last.reason === reason) last.to = day;
    else told.push({ from: day, to: day, reason });
  }
  return told.map(({ from, to, reason }) => ({ from: dateOf(from), to: dateOf(to), reason }));
}
