import type { Gap, Person } from '../../../contract/index.ts';
import { dayNumber } from '../../../domain/calendar/wall-time.ts';
import { wallOf, zoneOf, type Zone } from '../../../domain/calendar/zone.ts';
import { daysOff } from '../../../domain/onboarding/days-off.ts';
import { planOf, type Plan } from '../../../domain/onboarding/plan.ts';
import { workDayOf, workWeekdays, type DayGap, type IsWorkDay } from '../../../domain/onboarding/workdays.ts';
import { rows } from '../../store/db.ts';
import type { Core } from '../core.ts';
import type { NewcomerRecord } from './read.ts';

export const deskZone = (core: Core): Zone => zoneOf(core.facts.settings().timeZone);
export const todayOf = (core: Core): number => wallOf(deskZone(core), core.ports.now()).day;

const offWords: Readonly<Record<string, string>> = { sick: 'Ill', holiday: 'Holiday', absent: 'Absent' };

type Off = { start_at: number; end_at: number; kind: string };

/** Days on which somebody is off by the roster: approved time off that is no training, and absences. SPEC ONB-4. */
function awayOf(core: Core, { personRow, startOn }: NewcomerRecord): Gap[] {
  const zone = deskZone(core);
  const found = rows<Off>(
    core.db,
    `SELECT start_at, end_at, kind FROM time_off WHERE person_id = ? AND state = 'approved' AND kind != 'training'
     UNION ALL SELECT start_at, end_at, kind FROM attendance WHERE person_id = ? AND kind = 'absent' ORDER BY start_at`,
    personRow,
    personRow,
  );
  const stretches = found.map(({ start_at: startAt, end_at: endAt, kind }) => ({
    startAt,
    endAt,
    reason: offWords[kind] ?? 'Off',
  }));
  return daysOff(zone, stretches).flatMap((each) => (each.to < startOn ? [] : [{ ...each, kind: 'away' as const }]));
}

/** Days that do not count of a newcomer, by day. */
export const gapsOf = (core: Core, newcomer: NewcomerRecord): Gap[] =>
  [...newcomer.pauses.map((pause) => ({ ...pause, kind: 'pause' as const })), ...awayOf(core, newcomer)].sort((a, b) =>
    a.from.localeCompare(b.from),
  );

const hoursOf = (availability: string | null): Person['availability'] =>
  availability === null ? null : (JSON.parse(availability) as Person['availability']);

export const ownWeekdays = ({ availability }: NewcomerRecord): ReadonlySet<number> =>
  workWeekdays(hoursOf(availability));

export type Planned = { readonly plan: Plan; readonly isWork: IsWorkDay; readonly gaps: readonly Gap[] };

/** The days of a newcomer as planned now. One who is paused goes on tomorrow, as far as anybody knows. */
export function plannedDays(core: Core, newcomer: NewcomerRecord): Planned {
  const today = todayOf(core);
  const zone = deskZone(core);
  const gaps = gapsOf(core, newcomer);
  const closed = gaps.map(({ from, to }): DayGap => ({
    from: dayNumber(from),
    to: to === null ? today : dayNumber(to),
  }));
  const isWork = workDayOf(ownWeekdays(newcomer), closed);
  const plan = planOf({
    startOn: dayNumber(newcomer.startOn),
    today,
    isWork,
    stages: newcomer.body.stages.map(({ workDays }, at) => {
      const known = newcomer.stages[at];
      const passedAt = known?.passed_at ?? null;
      return {
        workDays,
        extraDays: known?.extra_days ?? 0,
        passedOn: passedAt === null ? null : wallOf(zone, passedAt).day,
      };
    }),
  });
  return { plan, isWork, gaps };
}

/** The last day as it would be had nothing come between. */
export function firstEnd(newcomer: NewcomerRecord): number {
  const startOn = dayNumber(newcomer.startOn);
  const stages = newcomer.body.stages.map(({ workDays }) => ({ workDays, extraDays: 0, passedOn: null }));
  return planOf({ startOn, today: startOn, stages, isWork: workDayOf(ownWeekdays(newcomer), []) }).endOn;
}
