import { dateOf } from '../../../../domain/calendar/wall-time.ts';
import { adherence } from '../../../../domain/roster/adherence/adherence.ts';
import type { Core } from '../../core.ts';
import { excusesIn, published, shiftsIn } from '../../roster/read.ts';
import { spanOf } from '../../roster/span.ts';
import { statesIn } from '../../roster/states.ts';
import { byDay } from './by-day.ts';
import { personRows } from './person-rows.ts';
import type { Source, SourcedPart } from './source.ts';

const dayMinutes = 1440;

/**
 * Minutes in a state that fits, of scheduled ones, by person and day (ADH-3). A day on which no state of anybody began was not
 * kept, and says nothing. SPEC KPI-16.
 */
export const adherenceParts: Source = (core: Core, { first, last }) => {
  const span = spanOf(core, { from: dateOf(first), days: last - first + 1 });
  const now = core.ports.now();
  const shifts = published(shiftsIn(core.db, span));
  const days = { core, first, last };
  const [shiftsOn, statesOn, excusesOn] = [
    byDay(days, shifts),
    byDay(days, statesIn(core.db, span)),
    byDay(days, excusesIn(core.db, span)),
  ];
  const rowOf = personRows(core);
  const parts: SourcedPart[] = [];
  for (let day = first; day <= last; day += 1) {
    const own = spanOf(core, { from: dateOf(day), days: 1 });
    if (!statesOn(day).some(({ startAt }) => startAt >= own.startAt && startAt < Math.min(own.endAt, now))) continue;
    const { people } = adherence({
      shifts: shiftsOn(day),
      states: statesOn(day),
      exceptions: excusesOn(day),
      from: own.startAt,
      to: own.endAt,
      now,
      intervalMinutes: dayMinutes,
      teams: {},
    });
    for (const { personId, adherentMinutes: top, scheduledMinutes: bottom } of people)
      if (bottom > 0) parts.push({ day, top, bottom, places: { agent: rowOf(personId) }, ticket: null, hit: null });
  }
  return parts;
};
