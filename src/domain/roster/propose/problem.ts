import type { ProposeInput } from '../../../contract/roster.ts';
import type { CoverRule, RosterPerson, RosterShift } from '../../../contract/roster-common.ts';
import { rulesOf, spansBetween } from '../../calendar/rules.ts';
import { dayNumber } from '../../calendar/wall-time.ts';
import { instantOfWall, zoneOf } from '../../calendar/zone.ts';
import { Fault } from '../../fault.ts';
import { isLanguage, levelOf } from '../able.ts';
import { coverage } from '../coverage.ts';
import { readShifts } from '../shift.ts';
import { candidateDay } from './candidates.ts';
import { cellsOf, type Cells } from './cells.ts';
import { lengthsOf } from './lengths.ts';
import { networkOf, type Network } from './network.ts';
import { planPerson, type PlanPerson } from './person.ts';

/** A rule of cover on the grid: who counts, and in which intervals how many more are needed beside what stands. */
export type CoverNeed = {
  readonly rule: CoverRule;
  /** By place in the people. */
  readonly counts: readonly boolean[];
  /** NaN where the rule does not hold. */
  readonly needed: Float64Array;
};

/** A proposal that is to be made: the intervals, the people with what each could work, and the rules of cover. */
export type Problem = {
  readonly cells: Cells;
  readonly standing: readonly RosterShift[];
  readonly people: readonly PlanPerson[];
  readonly networks: readonly Network[];
  readonly needs: readonly CoverNeed[];
};

/** Reads what a proposal is asked for. Faults INVALID, naming the field, on what cannot be read. SPEC PRO-1. */
export function problemOf(input: ProposeInput): Problem {
  refuseTwice(input.people);
  const zone = zoneOf(input.timeZone);
  const first = dayNumber(input.from);
  const standing = readShifts(input.fixed, 'fixed');
  const cells = cellsOf(input, standing, instantOfWall(zone, first, 0), instantOfWall(zone, first + input.days, 0));
  const lengths = lengthsOf(input);
  const people = input.people.map((person) => planPerson(person, { ...input, standing }));
  const needs = input.rules.cover.flatMap((rule) => {
    const off = input.rules.off.includes(rule.kind === 'skill' ? 'skillGap' : 'languageGap');
    return off ? [] : [needOf(input, rule, cells, standing)];
  });
  const networks = people.map((one, place) => {
    const days = Array.from({ length: input.days }, (_, i) => first + i);
    const own = needs.filter(({ counts }) => counts[place]);
    const isCalledFor = (cell: number): boolean => own.some(({ needed }) => (needed[cell] ?? 0) > 0);
    return networkOf(
      one,
      days.map((day) => candidateDay(one, day, { cells, isCalledFor, lengths, rules: input.rules })),
    );
  });
  return { cells, standing, people, networks, needs };
}

function refuseTwice(people: readonly RosterPerson[]): void {
  const seen = new Set<string>();
  for (const [i, { id }] of people.entries()) {
    if (seen.has(id)) throw new Fault('INVALID', `Two people have the id "${id}".`, { field: `people.${i}.id` });
    seen.add(id);
  }
}

function counted({ kind, name, minLevel }: CoverRule, person: RosterPerson): boolean {
  if (kind === 'language') return person.languages.some((language) => isLanguage(language, name));
  return levelOf(person.skills, name) >= minLevel;
}

function needOf(input: ProposeInput, rule: CoverRule, cells: Cells, standing: readonly RosterShift[]): CoverNeed {
  const { from, stepMs, count } = cells;
  // Heads count here, whoever still learns too.
  const heads = input.people.map((person) => ({ ...person, rampPercent: 100, rampSteps: [] }));
  const { by } = coverage({
    shifts: standing,
    people: heads,
    from,
    to: from + count * stepMs,
    intervalMinutes: input.intervalMinutes,
    by: [rule],
  });
  const first = dayNumber(input.from);
  const windows = spansBetween(rulesOf({ timeZone: input.timeZone, hours: rule.hours }), first, first + input.days);
  const needed = Float64Array.from({ length: count }, (_, i) => {
    const at = from + i * stepMs;
    const holds = windows.some(([opens, closes]) => opens < at + stepMs && at < closes);
    return holds ? rule.people - (by[0]?.[i] ?? 0) : NaN;
  });
  return { rule, counts: input.people.map((person) => counted(rule, person)), needed };
}
