import type { RosterPerson } from '../../../contract/index.ts';
import { dayNumber } from '../../../domain/calendar/wall-time.ts';
import { instantOfWall } from '../../../domain/calendar/zone.ts';
import { cohortWeeks } from '../../../domain/onboarding/cohort.ts';
import { rampDays } from '../../../domain/onboarding/plan.ts';
import { isLead } from '../../../domain/people/viewer.ts';
import { column } from '../../store/db.ts';
import type { Core } from '../core.ts';
import { mustSee, viewerOf } from '../viewer.ts';
import { deskZone, plannedDays, todayOf } from './days.ts';
import { isRunning, mustNewcomer, newcomersWhere, type NewcomerRecord } from './read.ts';

type Steps = NonNullable<RosterPerson['rampSteps']>;

/** How the ramp of each newcomer goes on from today, as planned, by person. SPEC ONB-30. */
export function rampSteps(core: Core): ReadonlyMap<string, Steps> {
  const zone = deskZone(core);
  return new Map(
    newcomersWhere(core.db, isRunning).map((newcomer) => {
      const percents = newcomer.body.stages.map(({ rampPercent }) => rampPercent);
      const days = rampDays(plannedDays(core, newcomer).plan, percents);
      return [newcomer.personId, days.map(({ from, percent }) => ({ fromAt: instantOfWall(zone, from, 0), percent }))];
    }),
  );
}

const mostWeeks = 26;
const usualWeeks = 12;

/** Tickets solved in each week of seven days since somebody began; null for a week that is not over. */
function weeksOf(core: Core, { personRow, startOn }: NewcomerRecord): (number | null)[] {
  const zone = deskZone(core);
  const first = dayNumber(startOn);
  const now = core.ports.now();
  const begins = Array.from({ length: mostWeeks + 1 }, (_, week) => instantOfWall(zone, first + 7 * week, 0));
  const solved = column<number>(
    core.db,
    `SELECT solved_at FROM ticket INDEXED BY ticket_assignee_solved
     WHERE assignee_id = ? AND solved_at >= ? AND solved_at < ? AND drill = 0 AND merged_into IS NULL`,
    personRow,
    begins[0] ?? 0,
    begins.at(-1) ?? 0,
  );
  return begins.slice(0, -1).map((from, week) => {
    const to = begins[week + 1] ?? from;
    return to > now ? null : solved.filter((at) => at >= from && at < to).length;
  });
}

/** Earlier newcomers of the same programme: those who began before, also where they are done. */
const earlier = (core: Core, { row, programmeKey, startOn }: NewcomerRecord): NewcomerRecord[] =>
  newcomersWhere(
    core.db,
    'n.programme = ? AND n.ended_at IS NULL AND n.id != ? AND n.start_on < ?',
    programmeKey,
    row,
    startOn,
  );

/** Of fewer, the middle of them is somebody. SPEC ONB-40. */
const fewestForOthers = 4;

/** SPEC ONB-31. */
export function rampCurve(core: Core, id: string) {
  const newcomer = mustNewcomer(core.db, id);
  mustSee(core, newcomer.personId);
  const own = weeksOf(core, newcomer);
  const others = earlier(core, newcomer).map((each) => weeksOf(core, each));
  const leads = isLead(viewerOf(core));
  const mayTell = (n: number): boolean => leads || n >= fewestForOthers;
  const today = todayOf(core);
  const sofar = Math.ceil((today - dayNumber(newcomer.startOn) + 1) / 7);
  const count = Math.min(mostWeeks, Math.max(usualWeeks, newcomer.doneAt === null ? sofar : 0));
  const cohort = cohortWeeks(others, count);
  return {
    weeks: cohort.map((each, at) => ({
      week: at + 1,
      solved: own[at] ?? null,
      cohort: mayTell(each?.n ?? 0) ? each : null,
    })),
    others: others.length,
  };
}
