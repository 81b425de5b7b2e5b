import { minuteMs } from '../../calendar/wall-time.ts';
import type { Candidate, CandidateDay } from './candidates.ts';
import { mondayOf, type PlanPerson } from './person.ts';
import { spreadCost } from './weights.ts';

/**
 * What has to be remembered of a person's schedule after a day: days in a row, paid time of the week in `unit`s, and
 * until when they rest. The last is one of a few instants (`classes`), for most rests are over by the next morning.
 */
export type Network = {
  readonly candidates: readonly CandidateDay[];
  readonly days: readonly NetworkDay[];
  /** Days in a row that are told apart: 0 to the most. 1 where there is no rule. */
  readonly runs: number;
  readonly units: number;
  readonly startRun: number;
  readonly startUnits: number;
  /** Whether a schedule may end after so many days in a row: shifts that stand may follow. */
  readonly mayEnd: (run: number) => boolean;
};

export type NetworkDay = {
  /** A shift stands: the day is worked, and nothing is to be chosen. */
  readonly standing: boolean;
  /** So many days before this one in a row are worked by shifts that stand. */
  readonly standingBefore: number;
  /** Until when they rest, ascending; the first is in the past. */
  readonly classes: readonly number[];
  readonly offCost: number;
  /** Units that the week of this day may have. */
  readonly most: number;
  readonly lastOfWeek: boolean;
  /** What the week costs by its units, at its last day. */
  readonly weekCost: Float64Array;
  /** Class of the next day, by class: resting goes on through a day off. */
  readonly offClass: Int32Array;
  readonly moves: readonly NetworkMove[];
  /** Places of moves between the same states: only the cheapest of each group can be part of a best schedule. */
  readonly groups: readonly (readonly number[])[];
};

export type NetworkMove = {
  readonly candidate: Candidate;
  /** The last class in which they rest no longer when it starts; -1: none is. */
  readonly fromClass: number;
  readonly toClass: number;
  readonly units: number;
  readonly nextUnits: number;
};

/** More units than this a week is not cut into: longer ones are counted up, so that no contract is overdrawn. */
const mostUnits = 400;

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));

/** Ties the candidates of a person together by rest, days in a row and hours. */
export function networkOf(one: PlanPerson, candidates: readonly CandidateDay[]): Network {
  const unit = unitOf(one, candidates);
  const weekly = one.mostDays === null ? null : one.mostDays;
  const caps = candidates.map(({ day }) => {
    const left = one.weekLeft(mondayOf(day));
    return left === null || unit === 0 ? 0 : Math.floor(left / unit);
  });
  const classes = classesOf(one, candidates);
  const days = candidates.map((own, at) => dayOf(one, own, at, { unit, caps, classes }));
  const after = standingFrom(one, one.firstDay + one.days, 1);
  const startRun = weekly === null ? 0 : Math.min(weekly, standingFrom(one, one.firstDay - 1, -1));
  const lastStanding = standingFrom(one, one.firstDay + one.days - 1, -1);
  return {
    candidates,
    days,
    runs: weekly === null ? 1 : weekly + 1,
    units: Math.max(0, ...caps),
    startRun,
    startUnits: 0,
    // What stands may break the rule by itself.
    mayEnd: (run) => weekly === null || run + after <= weekly || run <= lastStanding,
  };
}

/** How many days in a row from a day on, forwards or backwards, have a shift that stands. */
function standingFrom({ standingDays }: PlanPerson, day: number, step: 1 | -1): number {
  let count = 0;
  while (standingDays.has(day + count * step)) count += 1;
  return count;
}

function unitOf(one: PlanPerson, candidates: readonly CandidateDay[]): number {
  let unit = 0;
  for (const { candidates: own } of candidates)
    for (const { paid, paidNext } of own) unit = divisor(divisor(unit, Math.round(paid)), Math.round(paidNext));
  const most = Math.max(0, ...candidates.map(({ day }) => one.weekLeft(mondayOf(day)) ?? 0));
  return unit === 0 ? 0 : Math.max(unit, Math.ceil(most / mostUnits));
}

/** Instants until which somebody may rest when a day begins to be planned: those that keep them from a later start. */
function classesOf(one: PlanPerson, candidates: readonly CandidateDay[]): number[][] {
  const first: number[] = [];
  let next = Infinity;
  for (const [at, { candidates: own }] of [...candidates.entries()].reverse()) {
    next = Math.min(next, own[0]?.startAt ?? Infinity);
    first[at] = next;
  }
  const all: number[][] = [[-Infinity]];
  for (const [at, { candidates: own }] of candidates.entries()) {
    const until = new Set([...(all[at] ?? []), ...own.map(({ endAt }) => endAt + one.restMs)]);
    const ahead = first[at + 1] ?? Infinity;
    all.push([-Infinity, ...[...until].filter((each) => each > ahead).sort((a, b) => a - b)]);
  }
  return all;
}

type Frame = { readonly unit: number; readonly caps: readonly number[]; readonly classes: readonly number[][] };

function dayOf(one: PlanPerson, own: CandidateDay, at: number, { unit, caps, classes }: Frame): NetworkDay {
  const [now, next] = [classes[at] ?? [], classes[at + 1] ?? []];
  const most = caps[at] ?? 0;
  const lastOfWeek = mondayOf(own.day + 1) !== mondayOf(own.day) || at === caps.length - 1;
  const limited = one.weekLeft(mondayOf(own.day)) !== null;
  const unitsOf = (minutes: number): number => (limited && unit > 0 ? Math.ceil(minutes / unit - 1e-9) : 0);
  const nextMost =
    at + 1 < caps.length ? (caps[at + 1] ?? 0) : Math.floor((one.weekLeft(mondayOf(own.day) + 7) ?? 0) / (unit || 1));
  const moves = own.candidates.flatMap((candidate): NetworkMove[] => {
    const [units, nextUnits] = [unitsOf(candidate.paid), unitsOf(candidate.paidNext)];
    if (limited && (units > most || nextUnits > nextMost)) return [];
    const fromClass = now.filter((until) => until <= candidate.startAt).length - 1;
    const toClass = Math.max(0, next.indexOf(candidate.endAt + one.restMs));
    // After the last day nothing is counted on.
    return [{ candidate, fromClass, toClass, units, nextUnits: at + 1 < caps.length ? nextUnits : 0 }];
  });
  return {
    standing: one.standingDays.has(own.day),
    standingBefore: standingFrom(one, own.day - 1, -1),
    classes: now,
    offCost: own.offCost,
    most,
    lastOfWeek,
    weekCost: weekCosts(one, own.day, unit, most),
    offClass: Int32Array.from(now, (until) => Math.max(0, next.indexOf(until))),
    moves,
    groups: groupsOf(moves),
  };
}

function groupsOf(moves: readonly NetworkMove[]): number[][] {
  const groups = new Map<string, number[]>();
  for (const [at, { fromClass, toClass, units, nextUnits }] of moves.entries()) {
    const key = `${fromClass} ${toClass} ${units} ${nextUnits}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [at]);
    else group.push(at);
  }
  return [...groups.values()];
}

/** Standing shifts count to the share: who has much already gets less. */
function weekCosts(one: PlanPerson, day: number, unit: number, most: number): Float64Array {
  const contract = one.person.contractMinutes ?? 0;
  const left = one.weekLeft(mondayOf(day));
  const costs = new Float64Array(most + 1);
  if (left === null || contract === 0) return costs;
  const stands = Math.max(0, contract - left);
  for (let u = 0; u <= most; u += 1) costs[u] = spreadCost((stands + u * unit) / contract);
  return costs;
}

/** A schedule: by day the candidate that is worked and its work, as a place in `cells.works`. */
export type Chosen = { readonly candidate: Candidate; readonly work: number };
export type Schedule = readonly (Chosen | null)[];

/** Whether two schedules are the same. */
export const scheduleKey = (schedule: Schedule): string =>
  schedule
    .map((each) =>
      each === null ? '-' : `${each.candidate.startAt / minuteMs}+${each.candidate.endAt / minuteMs}:${each.work}`,
    )
    .join(' ');
