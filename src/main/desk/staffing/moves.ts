import type { Move, RosterShift, Stream } from '../../../contract/index.ts';
import { minuteMs, timeOf } from '../../../domain/calendar/wall-time.ts';
import { wallOf, zoneOf } from '../../../domain/calendar/zone.ts';
import {
  expectations,
  requiredPeople,
  serviceLevelOf,
  type Arriving,
  type Staffing,
} from '../../../domain/staffing/stream.ts';
import { changesOf, type Change, type Shortage } from '../../../domain/staffing/moves.ts';
import { least } from '../../../domain/staffing/outcome.ts';
import type { Core } from '../core.ts';
import { readRules } from '../roster/rules.ts';
import { dayPlan, staffOf, type DayPlan } from './day.ts';
import type { Outlooks } from './outlook.ts';

/** A stream with who is needed and who is there. */
type Staffed = {
  readonly stream: Stream;
  readonly arriving: readonly Arriving[];
  readonly required: readonly number[];
  readonly present: readonly number[];
};

const staffing = ({ settings }: DayPlan): Staffing => ({
  shrinkage: settings.shrinkage,
  intervalMinutes: settings.intervalMinutes,
});

const staffed = (plan: DayPlan): Staffed[] =>
  plan.streams.map(({ stream, arriving }) => ({
    stream,
    arriving,
    required: requiredPeople(stream, staffing(plan), arriving),
    present: staffOf(plan, stream).present,
  }));

const isAhead = (plan: DayPlan, at: number): boolean => at + plan.settings.intervalMinutes * minuteMs > plan.now;

/** The longest run of intervals in which a stream is short from now on, and of those the one that lacks most. */
function worstShortage(plan: DayPlan, all: readonly Staffed[]): (Shortage & { readonly of: Staffed }) | null {
  const step = plan.settings.intervalMinutes * minuteMs;
  const runs = all.flatMap((of) => {
    const found: (Shortage & { of: Staffed; lacks: number })[] = [];
    of.arriving.forEach(({ at }, index) => {
      const lack = (of.required[index] ?? 0) - (of.present[index] ?? 0);
      if (lack < least || !isAhead(plan, at)) return;
      const last = found.at(-1);
      if (last !== undefined && last.endAt === at)
        found[found.length - 1] = {
          ...last,
          endAt: at + step,
          people: Math.max(last.people, lack),
          lacks: last.lacks + lack,
        };
      else found.push({ startAt: at, endAt: at + step, work: of.stream.work, people: lack, lacks: lack, of });
    });
    return found;
  });
  return runs.toSorted((a, b) => b.lacks - a.lacks)[0] ?? null;
}

/** Person-intervals that are short from now on, over all streams. */
const shortOf = (plan: DayPlan, all: readonly Staffed[]): number =>
  all.reduce(
    (sum, { arriving, required, present }) =>
      sum +
      arriving.reduce(
        (lack, { at }, index) =>
          isAhead(plan, at) ? lack + Math.max(0, (required[index] ?? 0) - (present[index] ?? 0)) : lack,
        0,
      ),
    0,
  );

/** The streams as they would be staffed with one shift in place of another. */
function withShift(plan: DayPlan, all: readonly Staffed[], before: RosterShift, after: RosterShift): Staffed[] {
  const one = (shift: RosterShift, stream: Stream) => staffOf({ ...plan, shifts: [shift] }, stream).present;
  return all.map((each) => {
    const [was, is] = [one(before, each.stream), one(after, each.stream)];
    return { ...each, present: each.present.map((count, index) => count - (was[index] ?? 0) + (is[index] ?? 0)) };
  });
}

const level = (plan: DayPlan, one: Staffed | undefined): number | null =>
  one === undefined
    ? null
    : serviceLevelOf(one.arriving, expectations(one.stream, staffing(plan), one.arriving, one.present));

const workWords = { calls: 'calls', chat: 'chat', mail: 'mail' } as const;
const activityWords: Readonly<Record<string, string>> = { qa: 'QA', offQueue: 'work off the queue' };

/** `Move Ada's break to 15:00`. */
function labelOf(change: Change, name: string, clock: (at: number) => string): string {
  const { what } = change;
  switch (what.kind) {
    case 'later':
    case 'earlier':
      return `Move ${name}'s ${activityWords[what.activity] ?? what.activity} to ${clock(what.startAt)}`;
    case 'instead':
      return `${name} on ${workWords[change.shift.work]} instead of ${activityWords[what.activity] ?? what.activity} at ${clock(what.startAt)}`;
    case 'switch':
      return `${name} from ${workWords[what.from]}, ${clock(what.startAt)} to ${clock(what.endAt)}`;
    case 'stay':
      return `Ask ${name} to stay ${what.minutes} min longer`;
    case 'come':
      return `Ask ${name} to come ${what.minutes} min earlier`;
  }
}

const percent = (share: number | null): string => (share === null ? '–' : `${Math.round(share * 100)} %`);

/** `, 84 % → 88 %` of the work that is short most; nothing where it does not move: the move helps elsewhere. */
const shift = (before: number | null, after: number | null): string =>
  percent(before) === percent(after) ? '' : ` · ${percent(before)} → ${percent(after)}`;

type Scored = { readonly change: Change; readonly after: readonly Staffed[]; readonly short: number };

/** The best change to each shift, as long as it helps: the least short, then the smallest move. */
function bestOf(
  plan: DayPlan,
  all: readonly Staffed[],
  shortage: Shortage,
  before: number,
  longestMs: number,
): Scored[] {
  return plan.shifts.flatMap((shift) => {
    const scored = changesOf(shift, { now: plan.now, short: shortage }, longestMs).map((change): Scored => {
      const after = withShift(plan, all, shift, change.shift);
      return { change, after, short: shortOf(plan, after) };
    });
    const best = scored.toSorted((a, b) => a.short - b.short)[0];
    return best !== undefined && best.short < before - least ? [best] : [];
  });
}

const mostMoves = 6;
const firstName = (name: string): string => name.split(' ')[0] ?? name;

/**
 * What is short for the rest of a day and what would help, best first: each move is one change of one shift, counted on
 * the whole day, so that nobody is taken from where they are missed more. SPEC STF-30.
 */
export async function movesOf(core: Core, outlook: Outlooks, date: string) {
  const plan = await dayPlan(core, outlook, date, true);
  const all = staffed(plan);
  const zone = zoneOf(core.facts.settings().timeZone);
  const clock = (at: number): string => timeOf(wallOf(zone, at).minutes);
  const shortage = worstShortage(plan, all);
  if (shortage === null) return { short: null, words: wordsOf(plan, null, clock), moves: [] };
  const before = shortOf(plan, all);
  const levelBefore = level(
    plan,
    all.find(({ stream }) => stream.id === shortage.of.stream.id),
  );
  const names = new Map(plan.people.map(({ id, name }) => [id, name]));
  const scored = bestOf(plan, all, shortage, before, readRules(core).maxShiftMinutes * minuteMs);
  const moves = scored
    .toSorted((a, b) => a.short - b.short)
    .slice(0, mostMoves)
    .map(({ change, after, short }): Move => {
      const levelAfter = level(
        plan,
        after.find(({ stream }) => stream.id === shortage.of.stream.id),
      );
      const gained = Math.round((before - short) * plan.settings.intervalMinutes);
      return {
        id: `${change.shift.id} ${JSON.stringify(change.what)}`,
        kind: change.kind,
        label: labelOf(change, firstName(names.get(change.shift.personId ?? '') ?? 'somebody'), clock),
        effect: `${gained} min less short${shift(levelBefore, levelAfter)}`,
        shortBefore: before,
        shortAfter: short,
        serviceLevelBefore: levelBefore,
        serviceLevelAfter: levelAfter,
        shifts: [change.shift],
      };
    });
  const { startAt, endAt, work, people } = shortage;
  return { short: { startAt, endAt, work, people }, words: wordsOf(plan, shortage, clock), moves };
}

/** `Up to 1.5 people short on calls from 13:30 to 14:30. What came so far is 8 % over plan.` */
function wordsOf(
  plan: DayPlan,
  short: (Shortage & { readonly of: Staffed }) | null,
  clock: (at: number) => string,
): string {
  const off = plan.reforecast === null ? 0 : Math.round((plan.reforecast - 1) * 100);
  const came = off === 0 ? '' : ` What came so far is ${Math.abs(off)} % ${off > 0 ? 'over' : 'under'} plan.`;
  if (short === null) return `Nothing is short for the rest of this day.${came}`;
  const people = Math.ceil(short.people * 10) / 10;
  const count = people === 1 ? 'One person' : `Up to ${people} people`;
  return `${count} short on ${short.of.stream.name.toLowerCase()} from ${clock(short.startAt)} to ${clock(short.endAt)}.${came}`;
}
