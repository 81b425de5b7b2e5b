import type { RosterShift } from '../../../contract/roster-common.ts';
import { minuteMs } from '../../calendar/wall-time.ts';
import { instantOfWall, wallOf } from '../../calendar/zone.ts';
import { isQueueWork, paidMsBetween } from '../shift.ts';
import type { Candidate } from './candidates.ts';
import { mondayOf, type PlanPerson } from './person.ts';
import type { Problem } from './problem.ts';

/** Why somebody does not fill an interval, the first that holds. SPEC PRO-6. */
type Reason = 'unavailable' | 'works' | 'pauses' | 'noShift' | 'sameDay' | 'hours' | 'rest' | 'worth';

/** A person as they are planned: what stands and what is proposed. */
type Planned = {
  readonly one: PlanPerson;
  readonly shifts: readonly RosterShift[];
  readonly days: ReadonlySet<number>;
};

const words: Readonly<Record<Exclude<Reason, 'unavailable'>, (count: number) => string>> = {
  works: (count) => `${count} ${count === 1 ? 'works' : 'work'} then`,
  pauses: (count) => `${count} ${count === 1 ? 'has' : 'have'} a break or another activity then`,
  sameDay: (count) => `${count} ${count === 1 ? 'works' : 'work'} other hours that day`,
  hours: (count) => `${count} ${count === 1 ? 'has' : 'have'} used up their hours of that week`,
  rest: (count) => `${count} ${count === 1 ? 'needs' : 'need'} rest or a day off then`,
  noShift: (count) => `${count} cannot stay long enough for a shift`,
  worth: (count) => `for ${count} a whole shift is not worth it`,
};

/** Says why an interval of a plan is short, from everybody's reasons. */
export function whyShort(problem: Problem, proposed: readonly RosterShift[]): (cell: number) => string {
  const planned = problem.people.map((one): Planned => {
    const own = proposed.filter(({ personId }) => personId === one.person.id);
    const shifts = [...one.standing, ...own];
    return { one, shifts, days: new Set(shifts.map(({ startAt }) => wallOf(one.zone, startAt).day)) };
  });
  return (cell) => {
    const counts = new Map<Reason, number>();
    for (const [person, each] of planned.entries()) {
      const reason = reasonOf(problem, person, each, cell);
      counts.set(reason, (counts.get(reason) ?? 0) + 1);
    }
    return inWords(counts, planned.length);
  };
}

function inWords(counts: ReadonlyMap<Reason, number>, people: number): string {
  const available = people - (counts.get('unavailable') ?? 0);
  if (available === 0) return 'Nobody is available then.';
  const parts = (Object.keys(words) as (keyof typeof words)[]).flatMap((reason) => {
    const count = counts.get(reason) ?? 0;
    return count === 0 ? [] : [words[reason](count)];
  });
  const [last = '', ...others] = parts.reverse();
  const list = others.length === 0 ? last : `${others.reverse().join(', ')} and ${last}`;
  return `Of ${available} available ${list}.`;
}

function reasonOf({ cells, networks }: Problem, person: number, { one, shifts, days }: Planned, cell: number): Reason {
  const from = cells.from + cell * cells.stepMs;
  const to = from + cells.stepMs;
  const there = shifts.find(({ startAt, endAt }) => startAt < to && from < endAt);
  if (there !== undefined) return isOff(there, from, to) ? 'pauses' : 'works';
  if (!isAvailable(one, from, to)) return 'unavailable';
  const able = (networks[person]?.candidates ?? []).flatMap(({ day, candidates }) =>
    candidates.filter(({ startAt, endAt }) => startAt <= from && to <= endAt).map((candidate) => ({ day, candidate })),
  );
  const here = wallOf(one.zone, from).day;
  if (able.length === 0) {
    if (days.has(here)) return 'sameDay';
    // Candidates are only those that leave the rest around what stands.
    const near = shifts.some(({ startAt, endAt }) => from < endAt + one.restMs && startAt < to + one.restMs);
    return near ? 'rest' : 'noShift';
  }
  const free = able.filter(({ day }) => !days.has(day));
  if (free.length === 0) return 'sameDay';
  const paid = free.filter(({ day, candidate }) => hasHours(one, shifts, day, candidate));
  if (paid.length === 0) return 'hours';
  return paid.some(({ day, candidate }) => isRested(one, shifts, days, day, candidate)) ? 'worth' : 'rest';
}

const isOff = ({ activities }: RosterShift, from: number, to: number): boolean =>
  activities.some(({ kind, startAt, endAt }) => startAt < to && from < endAt && !isQueueWork(kind));

const isAvailable = ({ open, away }: PlanPerson, from: number, to: number): boolean =>
  (open === null || open.some(([opens, closes]) => opens <= from && to <= closes)) &&
  !away.some(([leaves, comes]) => leaves < to && from < comes);

function hasHours(
  { weekLeft, zone }: PlanPerson,
  shifts: readonly RosterShift[],
  day: number,
  candidate: Candidate,
): boolean {
  const monday = mondayOf(day);
  const left = weekLeft(monday);
  if (left === null) return true;
  const [from, to] = [instantOfWall(zone, monday, 0), instantOfWall(zone, monday + 7, 0)];
  // What stands is taken off what is left already; `own` are the ones proposed.
  const own = shifts.filter(({ id }) => id.startsWith(proposedId));
  const used = own.reduce((ms, shift) => ms + paidMsBetween(shift, from, to), 0) / minuteMs;
  return used + candidate.paid <= left;
}

/** What ids of shifts begin with while they are only proposed. */
export const proposedId = 'proposed ';

function isRested(
  { restMs, mostDays }: PlanPerson,
  shifts: readonly RosterShift[],
  days: ReadonlySet<number>,
  day: number,
  candidate: Candidate,
): boolean {
  const rested = shifts.every(
    ({ startAt, endAt }) => candidate.startAt >= endAt + restMs || candidate.endAt + restMs <= startAt,
  );
  if (!rested || mostDays === null) return rested;
  let run = 1;
  for (let at = day - 1; days.has(at); at -= 1) run += 1;
  for (let at = day + 1; days.has(at); at += 1) run += 1;
  return run <= mostDays;
}
