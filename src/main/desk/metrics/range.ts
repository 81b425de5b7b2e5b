import type { Narrow } from '../../../contract/index.ts';
import { dayNumber } from '../../../domain/calendar/wall-time.ts';
import { wallOf, zoneOf } from '../../../domain/calendar/zone.ts';
import { row } from '../../store/db.ts';
import type { Core } from '../core.ts';
import { todayOf } from '../onboarding/days.ts';

export type Range = { readonly from: string; readonly days: number; readonly within: Narrow | null };

/** First and last day, by number. */
export const daysOf = ({ from, days }: Pick<Range, 'from' | 'days'>): readonly [number, number] => {
  const first = dayNumber(from);
  return [first, first + days - 1];
};

/** The day of the first ticket there is; null: none. Days before it are none on which nothing came in. SPEC KPI-23. */
export function firstDay(core: Core): number | null {
  const at = row<{ at: number | null }>(core.db, 'SELECT min(created_at) AS at FROM ticket')?.at ?? null;
  return at === null ? null : wallOf(zoneOf(core.facts.settings().timeZone), at).day;
}

/** First and last day of a stretch of which there is anything to tell: from the first ticket on, and up to today. */
export function toldDays(core: Core, range: Pick<Range, 'from' | 'days'>): readonly [first: number, last: number] {
  const [first, last] = daysOf(range);
  const began = firstDay(core);
  return began === null ? [first, first - 1] : [Math.max(first, began), Math.min(last, todayOf(core))];
}

/** Those of them that are over: today is no day to hold against others yet. SPEC KPI-21. */
export function overDays(core: Core, range: Pick<Range, 'from' | 'days'>): number[] {
  const [first, last] = toldDays(core, range);
  const days = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
  return days.filter((day) => day < todayOf(core));
}
