import type { Outcome, WhatIf } from '../../../contract/index.ts';
import { outcomeOf } from '../../../domain/staffing/outcome.ts';
import { changedArrivals, changedPeople, changedShifts, changedStream } from '../../../domain/staffing/what-if.ts';
import type { Core } from '../core.ts';
import { dayPlan, staffOf } from './day.ts';
import type { Outlooks } from './outlook.ts';

/** The day as it is planned beside the day as it would be. Nothing is written. SPEC STF-26. */
export async function whatIf(
  core: Core,
  outlook: Outlooks,
  { date, change }: { readonly date: string; readonly change: WhatIf },
): Promise<{ streams: { id: string; name: string; before: Outcome; after: Outcome }[] }> {
  const plan = await dayPlan(core, outlook, date, true);
  const { intervalMinutes, shrinkage } = plan.settings;
  const staffing = { intervalMinutes, shrinkage };
  const gone = change.absentIds.map((personId) => ({ personId, ...plan.span }));
  const streams = plan.streams.map(({ stream, arriving }) => {
    const shifts = changedShifts(plan.shifts, arriving, change);
    const there = staffOf({ ...plan, shifts, away: [...plan.away, ...gone] }, stream).present;
    const come = changedArrivals(arriving, change, intervalMinutes);
    const people = changedPeople(there, come, change.agents);
    return {
      id: stream.id,
      name: stream.name,
      before: outcomeOf(stream, staffing, arriving, staffOf(plan, stream).present),
      after: outcomeOf(changedStream(stream, change), staffing, come, people),
    };
  });
  return { streams };
}
