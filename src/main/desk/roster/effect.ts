import type { InstantIn, WorkKind } from '../../../contract/index.ts';
import { dateOf, minuteMs } from '../../../domain/calendar/wall-time.ts';
import { wallOf, zoneOf } from '../../../domain/calendar/zone.ts';
import { paidMsBetween } from '../../../domain/roster/shift.ts';
import { least } from '../../../domain/staffing/outcome.ts';
import { requiredPeople } from '../../../domain/staffing/stream.ts';
import type { Core } from '../core.ts';
import { dayPlan, staffOf } from '../staffing/day.ts';
import type { Outlooks } from '../staffing/outlook.ts';
import { readSettings } from '../staffing/settings.ts';
import { planned, shiftsIn } from './read.ts';
import { stretchIn } from './time-off.ts';
import { mustPerson } from '../person.ts';

/** More than a month of days is looked at by nobody before a decision. */
const mostDays = 31;

/** The intervals that become short, or shorter, without somebody. SPEC OFF-2. */
export async function timeOffEffect(
  core: Core,
  outlook: Outlooks,
  input: { readonly personId: string; readonly startAt: InstantIn; readonly endAt: InstantIn },
) {
  mustPerson(core, input.personId);
  const span = stretchIn(input);
  const zone = zoneOf(core.facts.settings().timeZone);
  const theirs = planned(shiftsIn(core.db, span)).filter(({ personId }) => personId === input.personId);
  const shiftMs = theirs.reduce((sum, shift) => sum + paidMsBetween(shift, span.startAt, span.endAt), 0);
  const dayOf = (at: number): number => wallOf(zone, at).day;
  const days = [
    ...new Set(
      theirs.flatMap(({ startAt, endAt }) => [
        dayOf(Math.max(startAt, span.startAt)),
        dayOf(Math.min(endAt, span.endAt) - 1),
      ]),
    ),
  ].slice(0, mostDays);
  const intervals: { at: number; work: WorkKind; required: number; before: number; after: number }[] = [];
  for (const day of days) {
    const plan = await dayPlan(core, outlook, dateOf(day), true);
    const without = { ...plan, away: [...plan.away, { personId: input.personId, ...span }] };
    const staffing = { shrinkage: plan.settings.shrinkage, intervalMinutes: plan.settings.intervalMinutes };
    for (const { stream, arriving } of plan.streams) {
      const required = requiredPeople(stream, staffing, arriving);
      const [before, after] = [staffOf(plan, stream).present, staffOf(without, stream).present];
      arriving.forEach(({ at }, index) => {
        const [need, was, is] = [required[index] ?? 0, before[index] ?? 0, after[index] ?? 0];
        if (is < was && need - is >= least)
          intervals.push({ at, work: stream.work, required: need, before: was, after: is });
      });
    }
  }
  return { shiftMinutes: shiftMs / minuteMs, intervalMinutes: readSettings(core).intervalMinutes, intervals };
}
