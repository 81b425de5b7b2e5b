import { openIntervals } from '../../../domain/calendar/arithmetic.ts';
import { compiledFor } from '../../../domain/calendar/compile.ts';
import { weekdayOf } from '../../../domain/calendar/wall-time.ts';
import { instantOfWall } from '../../../domain/calendar/zone.ts';
import type { DueBy } from '../../../domain/reports/due.ts';
import type { Core } from '../core.ts';
import { deskZone } from '../onboarding/days.ts';

/** Days by the desk's clock; it works on those on which the calendar of the policy for everything is open at all. SPEC REP-10. */
export function deskDays(core: Core): DueBy {
  const zone = deskZone(core);
  const { policies, calendars } = core.sla.rules();
  const calendar = calendars[policies.at(-1)?.calendar ?? ''];
  if (calendar === undefined) return { zone, isWorkday: (day) => weekdayOf(day) < 5 };
  const compiled = compiledFor(calendar);
  return {
    zone,
    isWorkday: (day) =>
      openIntervals(compiled, instantOfWall(zone, day, 0), instantOfWall(zone, day + 1, 0)).length > 0,
  };
}
