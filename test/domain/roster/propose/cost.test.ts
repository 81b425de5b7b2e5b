import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { proposeInputSchema } from '../../../../src/contract/roster.ts';
import type { Candidate } from '../../../../src/domain/roster/propose/candidates.ts';
import type { Schedule } from '../../../../src/domain/roster/propose/network.ts';
import { planCost } from '../../../../src/domain/roster/propose/objective.ts';
import { problemOf } from '../../../../src/domain/roster/propose/problem.ts';

const monday = '2026-03-02';
const at = (time: string): number => Date.parse(`${monday}T${time}:00Z`);
const hours = (from: number, to: number, required = 1) =>
  Array.from({ length: to - from }, (_, k) => ({ at: at('00:00') + (from + k) * 3_600_000, required }));
const clock = ({ startAt, endAt }: Candidate): string =>
  `${new Date(startAt).toISOString().slice(11, 16)}-${new Date(endAt).toISOString().slice(11, 16)}`;

type Given = Partial<z.input<typeof proposeInputSchema>>;
const person = { id: 'p', name: 'Ada Lund' };
const problem = (given: Given) =>
  problemOf(
    proposeInputSchema.parse({
      timeZone: 'UTC',
      from: monday,
      days: 1,
      intervalMinutes: 60,
      people: [person],
      demand: hours(9, 13),
      shiftMinutes: [240],
      seconds: 1,
      ...given,
    }),
  );
/** What it costs that the first person works at a time, or not at all. */
const cost = (given: Given, time: string | null): number => {
  const read = problem(given);
  const candidate = read.networks[0]!.candidates[0]!.candidates.find((each) => clock(each) === time);
  expect(candidate === undefined).toBe(time === null);
  const schedule: Schedule = [candidate === undefined ? null : { candidate, work: 0 }];
  return planCost(read, [schedule, ...read.people.slice(1).map((): Schedule => [null])]);
};
const works = '09:00-13:00';

describe('what a plan costs (PRO-2)', () => {
  it('people missing and too many, by the hour', () => {
    expect(cost({}, works)).toBe(0);
    expect(cost({}, null)).toBe(40);
    expect(cost({ demand: hours(9, 13, 2) }, works)).toBe(40);
    expect(cost({ demand: hours(9, 13, 2) }, null)).toBe(4 * 25);
    // Two hours in which nobody was asked for.
    expect(cost({ demand: hours(9, 11) }, works)).toBe(2);
  });

  it('a wish four times its weight; to start means not before', () => {
    const wish = (kind: 'off' | 'on' | 'start', time?: string): Given => ({
      wishes: [{ personId: 'p', date: monday, kind, weight: 3, ...(time !== undefined && { time }) }],
    });
    expect(cost(wish('off'), works)).toBe(12);
    expect(cost(wish('off'), null)).toBe(40);
    expect(cost(wish('on'), null)).toBe(52);
    expect(cost(wish('start', '09:30'), works)).toBe(12);
    expect(cost(wish('start', '09:00'), works)).toBe(0);
  });

  it('a share of the contract worked in a week, squared, twice', () => {
    expect(cost({ people: [{ ...person, contractMinutes: 480 }] }, works)).toBeCloseTo(0.5, 9);
    expect(cost({ people: [{ ...person, contractMinutes: 240 }] }, works)).toBeCloseTo(2, 9);
  });

  it('a person too few of a rule of cover 40 an hour; heads count, whatever the ramp', () => {
    const learns = { ...person, rampPercent: 50, skills: { Billing: 3 } };
    const stands = { ...learns, id: 'q', name: 'Ben Ochs' };
    const cover = [
      { kind: 'skill' as const, name: 'billing', people: 1, hours: { mon: [['10:00', '12:00'] as [string, string]] } },
    ];
    // Half an agent is missing in each hour, and nobody by the rule.
    expect(cost({ people: [learns], rules: { cover } }, works)).toBe(20);
    expect(cost({ people: [learns], rules: { cover } }, null)).toBe(40 + 2 * 40);
    const fixed = [
      { id: 'f', personId: 'q', startAt: at('09:00'), endAt: at('13:00'), work: 'calls' as const, activities: [] },
    ];
    expect(cost({ people: [learns, stands], fixed, rules: { cover } }, null)).toBe(20);
  });
});

describe('the shifts there are (PRO-4, PRO-5)', () => {
  const shifts = (given: Given): string[] => problem(given).networks[0]!.candidates[0]!.candidates.map(clock);

  it('begin on the grid and where availability opens, and lie half where people are wanted', () => {
    expect(shifts({})).toEqual(['07:00-11:00', '08:00-12:00', '09:00-13:00', '10:00-14:00', '11:00-15:00']);
    expect(shifts({ shiftMinutes: [360] })).toEqual([
      '06:00-12:00',
      '07:00-13:00',
      '08:00-14:00',
      '09:00-15:00',
      '10:00-16:00',
    ]);
    expect(shifts({ intervalMinutes: 30, demand: [{ at: at('09:00'), required: 1 }] })).toEqual([]);
    const late = { ...person, availability: { mon: [['09:15', '13:15'] as [string, string]] } };
    const quarters = Array.from({ length: 16 }, (_, k) => ({ at: at('09:15') + k * 900_000, required: 1 }));
    expect(shifts({ intervalMinutes: 15, people: [late], demand: quarters })).toEqual(['09:15-13:15']);
  });

  it('over the hours after which a break is due, have one less: spread over all but the first and last hour', () => {
    const { filling, paid } = problem({
      demand: hours(9, 17),
      shiftMinutes: [480],
    }).networks[0]!.candidates[0]!.candidates.find((each) => clock(each) === '09:00-17:00')!;
    expect(paid).toBe(450);
    expect([...filling.shares].map((share) => Math.round(share * 1000))).toEqual([
      1000, 917, 917, 917, 917, 917, 917, 1000,
    ]);
  });
});
