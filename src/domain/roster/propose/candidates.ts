import { rampAt } from '../ramp.ts';
import type { RosterRules } from '../../../contract/roster-common.ts';
import type { Span } from '../../calendar/rules.ts';
import { dateOf, minuteMs } from '../../calendar/wall-time.ts';
import { instantOfWall, wallOf } from '../../calendar/zone.ts';
import { fillingOf, type Cells, type Filling } from './cells.ts';
import { breakMinutesOf } from './lengths.ts';
import { mondayOf, type PlanPerson } from './person.ts';
import { weights } from './weights.ts';

/** A shift that somebody could work on a day. */
export type Candidate = {
  readonly startAt: number;
  readonly endAt: number;
  /** Paid minutes in the week of its day, and in the next where it runs over Sunday midnight. */
  readonly paid: number;
  readonly paidNext: number;
  readonly filling: Filling;
  /** How much of a full agent they do on that day, 0 to 1. */
  readonly full: number;
  /** What it costs whoever else works: wishes, and hours in which nobody was asked for. By work, as `cells.works`. */
  readonly own: Float64Array;
};

export type CandidateDay = {
  readonly day: number;
  /** By start. None where a shift stands. */
  readonly candidates: readonly Candidate[];
  /** What a day without a shift costs: wishes to work. */
  readonly offCost: number;
};

type Asked = {
  readonly cells: Cells;
  /** Whether a rule of cover, for which this person counts, is short in an interval. */
  readonly isCalledFor: (cell: number) => boolean;
  /** Minutes. */
  readonly lengths: readonly number[];
  readonly rules: RosterRules;
};

/** Every shift of the given lengths that a person could work on a day, all else left aside. SPEC PRO-3. */
export function candidateDay(
  one: PlanPerson,
  day: number,
  { cells, isCalledFor, lengths, rules }: Asked,
): CandidateDay {
  const wishes = one.wishes.filter(({ date }) => date === dateOf(day));
  const sum = (kind: string) => wishes.reduce((all, wish) => all + (wish.kind === kind ? wish.weight : 0), 0);
  const offCost = weights.wish * sum('on');
  if (one.standingDays.has(day)) return { day, candidates: [], offCost: 0 };
  const candidates = startsOf(one, day, cells).flatMap((startAt) =>
    lengths.flatMap((minutes): Candidate[] => {
      const endAt = startAt + minutes * minuteMs;
      if (!fits(one, startAt, endAt)) return [];
      const pause = breakMinutesOf(minutes, rules);
      const filling = fillingOf(cells, startAt, endAt, pause * minuteMs);
      if (!isWanted(cells, isCalledFor, filling)) return [];
      const { minutes: time } = wallOf(one.zone, startAt);
      const early = wishes.reduce((all, wish) => all + (isEarly(wish, time) ? wish.weight : 0), 0);
      const wishCost = weights.wish * (sum('off') + early);
      const full = rampAt(one.person, startAt) / 100;
      return [
        {
          startAt,
          endAt,
          ...paidOf(one, day, startAt, endAt, pause),
          filling,
          full,
          own: ownCosts(cells, filling, full, wishCost),
        },
      ];
    }),
  );
  return { day, candidates, offCost };
}

const isEarly = ({ kind, time }: PlanPerson['wishes'][number], minutes: number): boolean =>
  kind === 'start' && time !== undefined && minutes < Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** Starts on the half hours (on the hours, where intervals are hours) of the proposal's grid, and where hours begin. */
function startsOf({ zone, open, days }: PlanPerson, day: number, { from, stepMs }: Cells): number[] {
  const [begin, end] = [instantOfWall(zone, day, 0), instantOfWall(zone, day + 1, 0)];
  // Longer proposals have so many days that fewer starts a day will do.
  const step = Math.max(stepMs, (days > 14 ? 60 : 30) * minuteMs);
  const starts = new Set<number>();
  for (let at = from + Math.ceil((begin - from) / step) * step; at < end; at += step) starts.add(at);
  for (const [opens] of open ?? []) {
    const at = from + Math.ceil((opens - from) / stepMs) * stepMs;
    if (at >= begin && at < end) starts.add(at);
  }
  return [...starts].sort((a, b) => a - b);
}

const isIn = (spans: readonly Span[], startAt: number, endAt: number): boolean =>
  spans.some(([from, to]) => from <= startAt && endAt <= to);

function fits({ open, away, standing, restMs }: PlanPerson, startAt: number, endAt: number): boolean {
  if (open !== null && !isIn(open, startAt, endAt)) return false;
  if (away.some(([from, to]) => from < endAt && startAt < to)) return false;
  return standing.every((shift) => startAt >= shift.endAt + restMs || endAt + restMs <= shift.startAt);
}

/** At least half of a shift lies where somebody is wanted: the others would fill nothing but what is full. */
function isWanted({ wanted }: Cells, isCalledFor: Asked['isCalledFor'], { first, shares }: Filling): boolean {
  let useful = 0;
  for (let i = 0; i < shares.length; i += 1) {
    if (wanted.some((row) => (row[first + i] ?? 0) > 0) || isCalledFor(first + i)) useful += 1;
  }
  return 2 * useful >= shares.length && useful > 0;
}

function ownCosts({ wanted, hours, works }: Cells, filling: Filling, full: number, wishes: number): Float64Array {
  return Float64Array.from(works, (_, w) => {
    let cost = wishes;
    for (const [i, share] of filling.shares.entries()) {
      if (Number.isNaN(wanted[w]?.[filling.first + i] ?? NaN)) cost += share * full * hours * weights.over[0];
    }
    return cost;
  });
}

/** A break may lie on either side of Sunday midnight: a shift over it is counted as if it had none. */
function paidOf({ zone }: PlanPerson, day: number, startAt: number, endAt: number, pause: number) {
  const midnight = instantOfWall(zone, mondayOf(day) + 7, 0);
  if (endAt <= midnight) return { paid: (endAt - startAt) / minuteMs - pause, paidNext: 0 };
  return { paid: (midnight - startAt) / minuteMs, paidNext: (endAt - midnight) / minuteMs };
}
