import { dateOf, dayMs } from '../../../../domain/calendar/wall-time.ts';
import { wallOf, zoneOf } from '../../../../domain/calendar/zone.ts';
import { workMinutes } from '../../../../domain/roster/shift.ts';
import { joinSpans } from '../../../../domain/roster/spans.ts';
import { dayCounts } from '../../../store/kpi-days.ts';
import type { Core } from '../../core.ts';
import { todayOf } from '../../onboarding/days.ts';
import { awayIn, published, shiftsIn } from '../../roster/read.ts';
import { spanOf } from '../../roster/span.ts';
import { firstDay } from '../range.ts';
import { personRows } from './person-rows.ts';
import type { AskedDays, Source } from './source.ts';

/** Who had a published shift with queue work and was there for some of it, by person's row and the day it began. */
function scheduled(
  core: Core,
  { first, last }: Pick<AskedDays, 'first' | 'last'>,
): readonly (readonly [string, number])[] {
  const span = spanOf(core, { from: dateOf(first), days: last - first + 1 });
  const zone = zoneOf(core.facts.settings().timeZone);
  const rowOf = personRows(core);
  // A shift of the last day may end on the next.
  const absences = Map.groupBy(awayIn(core.db, { ...span, endAt: span.endAt + dayMs }), (each) => each.personId);
  const away = new Map(
    [...absences].map(([personId, all]) => [personId, joinSpans(all.map(({ startAt, endAt }) => [startAt, endAt]))]),
  );
  const isAway = (personId: string, startAt: number, endAt: number): boolean =>
    (away.get(personId) ?? []).some(([from, to]) => from <= startAt && to >= endAt);
  return published(shiftsIn(core.db, span)).flatMap((shift) => {
    const { personId, startAt, endAt } = shift;
    const day = wallOf(zone, startAt).day;
    if (personId === null || day < first || day > last || workMinutes(shift) === 0) return [];
    return isAway(personId, startAt, endAt) ? [] : [[rowOf(personId), day] as const];
  });
}

/** Tickets solved by person and day worked, none on a day on which they were there and solved none. SPEC KPI-17. */
export const ticketsPerAgentParts: Source = (core, asked) => {
  // Days before the first ticket are none on which nobody solved any: KPI-23.
  const days = {
    first: Math.max(asked.first, firstDay(core) ?? Infinity),
    last: Math.min(asked.last, todayOf(core) - 1),
  };
  if (days.last < days.first) return [];
  const counts = new Map<string, number>(scheduled(core, days).map(([agent, day]) => [`${agent} ${day}`, 0]));
  for (const { key, day, solved } of dayCounts(core.db, 'agent', days.first, days.last))
    if (key !== '0' && solved > 0) counts.set(`${key} ${day}`, solved);
  return [...counts].map(([each, top]) => {
    const [agent = '', day] = each.split(' ');
    return { day: Number(day), top, bottom: 1, places: { agent }, ticket: null, hit: null };
  });
};
