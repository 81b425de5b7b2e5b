import { dateOf } from '../../../../domain/calendar/wall-time.ts';
import { wallOf, zoneOf } from '../../../../domain/calendar/zone.ts';
import { paidMsBetween } from '../../../../domain/roster/shift.ts';
import { row } from '../../../store/db.ts';
import { dayCounts } from '../../../store/kpi-days.ts';
import type { Core } from '../../core.ts';
import { todayOf } from '../../onboarding/days.ts';
import { published, shiftsIn } from '../../roster/read.ts';
import { spanOf } from '../../roster/span.ts';
import { readCost } from '../cost.ts';
import { firstDay } from '../range.ts';
import { byDay } from './by-day.ts';
import type { AskedDays, Source } from './source.ts';

const hourMs = 3_600_000;

/** The day of the first shift that was published for somebody; null: none was. */
function firstShiftDay(core: Core): number | null {
  const at = row<{ at: number | null }>(
    core.db,
    'SELECT min(pub_start_at) AS at FROM shift WHERE pub_start_at IS NOT NULL AND pub_person_id IS NOT NULL',
  )?.at;
  return at == null ? null : wallOf(zoneOf(core.facts.settings().timeZone), at).day;
}

/** Days of which the cost is known: from the first published shift on, those that are over. Null where there are none. */
export function costDays(core: Core, { first, last }: Pick<AskedDays, 'first' | 'last'>) {
  // Days before the first ticket are none on which nothing came in: KPI-23.
  const began = Math.max(firstShiftDay(core) ?? Infinity, firstDay(core) ?? Infinity);
  const days = { first: Math.max(first, began), last: Math.min(last, todayOf(core) - 1) };
  return readCost(core) === null || days.last < days.first ? null : days;
}

/** What was paid on each day, by what came in on it. Where nobody was paid it is no cost of nothing, but nothing known. SPEC KPI-18. */
export const costParts: Source = (core, asked) => {
  const [cost, days] = [readCost(core), costDays(core, asked)];
  if (cost === null || days === null) return [];
  const { first, last } = days;
  const span = spanOf(core, { from: dateOf(first), days: last - first + 1 });
  const shifts = published(shiftsIn(core.db, span)).filter(({ personId }) => personId !== null);
  const shiftsOn = byDay({ core, first, last }, shifts);
  const created = new Map(dayCounts(core.db, 'all', first, last).map((each) => [each.day, each.created]));
  const parts = Array.from({ length: last - first + 1 }, (_, at) => {
    const day = first + at;
    const own = spanOf(core, { from: dateOf(day), days: 1 });
    const paidMs = shiftsOn(day).reduce((sum, shift) => sum + paidMsBetween(shift, own.startAt, own.endAt), 0);
    const top = (paidMs / hourMs) * cost.amount;
    return { day, top, bottom: created.get(day) ?? 0, places: {}, ticket: null, hit: null };
  });
  return parts.some(({ top }) => top > 0) ? parts : [];
};
