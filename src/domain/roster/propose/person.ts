import type { Away, RosterPerson, RosterRules, RosterShift } from '../../../contract/roster-common.ts';
import type { Wish } from '../../../contract/roster.ts';
import { rulesOf, spansBetween, type Span } from '../../calendar/rules.ts';
import { dayNumber, minuteMs, weekdayOf } from '../../calendar/wall-time.ts';
import { instantOfWall, wallOf, zoneOf, type Zone } from '../../calendar/zone.ts';
import { instantIn } from '../../calendar/instant.ts';
import { paidMsBetween } from '../shift.ts';
import { joinSpans } from '../spans.ts';

/** Somebody beside the days of a proposal, by the clock on their wall. */
export type PlanPerson = {
  readonly person: RosterPerson;
  readonly zone: Zone;
  readonly firstDay: number;
  readonly days: number;
  /** When they can work, joined; null: any time. */
  readonly open: readonly Span[] | null;
  readonly away: readonly Span[];
  readonly standing: readonly RosterShift[];
  /** Days of shifts that stand, also before and after the proposal. */
  readonly standingDays: ReadonlySet<number>;
  readonly wishes: readonly Wish[];
  /** How long after a shift the next may begin, in ms. */
  readonly restMs: number;
  /** Days in a row at most; null: no rule. */
  readonly mostDays: number | null;
  /** Paid minutes that a week may have beside what stands, by its Monday; null: no contract. */
  readonly weekLeft: (monday: number) => number | null;
};

export const mondayOf = (day: number): number => day - weekdayOf(day);

export type PersonContext = {
  readonly timeZone: string;
  readonly from: string;
  readonly days: number;
  readonly rules: RosterRules;
  readonly standing: readonly RosterShift[];
  readonly away: readonly Away[];
  readonly wishes: readonly Wish[];
};

/** Reads one person; what is about others is left out. Faults INVALID on a zone or hours that cannot be read. */
export function planPerson(person: RosterPerson, context: PersonContext): PlanPerson {
  const { rules } = context;
  const zone = zoneOf(person.timeZone ?? context.timeZone);
  const firstDay = dayNumber(context.from);
  const standing = context.standing.filter(({ personId }) => personId === person.id);
  const hours = rules.off.includes('availability') ? null : person.availability;
  return {
    person,
    zone,
    firstDay,
    days: context.days,
    open:
      hours === null
        ? null
        : spansBetween(rulesOf({ timeZone: zone.id, hours }), firstDay - 1, firstDay + context.days + 2),
    away: rules.off.includes('timeOff') ? [] : awayOf(person.id, context.away),
    standing,
    standingDays: new Set(standing.map(({ startAt }) => wallOf(zone, startAt).day)),
    wishes: context.wishes.filter(({ personId }) => personId === person.id),
    // Two shifts that touch are one long one: a minute at least lies between.
    restMs: Math.max(1, rules.off.includes('rest') ? 0 : rules.minRestMinutes) * minuteMs,
    mostDays: rules.off.includes('daysInRow') ? null : rules.maxDaysInRow,
    weekLeft: weekLeft(person, rules, standing, zone),
  };
}

const awayOf = (id: string, away: readonly Away[]): Span[] =>
  joinSpans(
    away.flatMap(({ personId, startAt, endAt }, i): Span[] =>
      personId === id ? [[instantIn(startAt, `away.${i}.startAt`), instantIn(endAt, `away.${i}.endAt`)]] : [],
    ),
  );

function weekLeft(
  { contractMinutes }: RosterPerson,
  rules: RosterRules,
  standing: readonly RosterShift[],
  zone: Zone,
): PlanPerson['weekLeft'] {
  if (contractMinutes === null || rules.off.includes('contractHours')) return () => null;
  return (monday) => {
    const [from, to] = [instantOfWall(zone, monday, 0), instantOfWall(zone, monday + 7, 0)];
    const paid = standing.reduce((ms, shift) => ms + paidMsBetween(shift, from, to), 0);
    return Math.max(0, contractMinutes + rules.overContractMinutes - paid / minuteMs);
  };
}
