import { describe, expect, it } from 'vitest';
import { proposeInputSchema } from '../../../../src/contract/roster.ts';
import { prng } from '../../../../src/domain/prng.ts';
import { lint } from '../../../../src/domain/roster/lint/lint.ts';
import { finishProposal } from '../../../../src/domain/roster/propose/finish.ts';
import { improve } from '../../../../src/domain/roster/propose/improve.ts';
import type { Network, Schedule } from '../../../../src/domain/roster/propose/network.ts';
import { ownCost, planCost } from '../../../../src/domain/roster/propose/objective.ts';
import { shiftsOf } from '../../../../src/domain/roster/propose/plan.ts';
import { bestSchedule } from '../../../../src/domain/roster/propose/pricer.ts';
import { problemOf, type Problem } from '../../../../src/domain/roster/propose/problem.ts';
import { respond } from '../../../../src/domain/roster/propose/respond.ts';
import { coverCost } from '../../../../src/domain/roster/propose/weights.ts';
import { brokenRules } from './hard-rules.ts';
import { madeProposal } from './made.ts';

const never = (): boolean => false;

/** A plan as good as some rounds make it; the seconds of a real run would make it better. */
function planned(problem: Problem, rounds: number): readonly Schedule[] {
  let best: readonly Schedule[] = respond(problem, null, never, () => undefined);
  let done = 0;
  improve(
    problem,
    best,
    prng(1),
    () => done++ / rounds,
    (schedules) => {
      best = schedules;
    },
  );
  return best;
}

/** Every schedule of one person that keeps the hard rules, by trying all. */
function everySchedule(network: Network, isAllowed: (schedule: Schedule) => boolean, works: number): Schedule[] {
  let all: Schedule[] = [[]];
  for (const { candidates } of network.candidates) {
    const choices = [
      null,
      ...candidates.flatMap((candidate) => Array.from({ length: works }, (_, work) => ({ candidate, work }))),
    ];
    all = all.flatMap((schedule) => choices.map((choice) => [...schedule, choice]));
  }
  return all.filter(isAllowed);
}

/** Two or three people, three days, two lengths: small enough to try everything. */
const tiny = (seed: number) =>
  proposeInputSchema.parse({
    ...madeProposal(seed, { people: 3, days: 3, step: 60 }),
    intervalMinutes: 60,
    shiftMinutes: [300, 480],
  });

describe('what a shortage costs (SPEC PRO-2)', () => {
  it.each([
    [0, 0],
    [0.5, 5],
    [1, 10],
    [2, 25],
    [4, 65],
    [-1, 1],
    [-3, 5],
  ])('of %d people for an hour is %d', (short, cost) => {
    expect(coverCost(short, 1)).toBe(cost);
    expect(coverCost(short, 0.25)).toBe(cost / 4);
  });
});

describe('the best schedule of one person', () => {
  it.each([1, 2, 3, 4, 5, 6])('is that of trying all, and keeps the rules, seed %i', (seed) => {
    const input = tiny(seed);
    const problem = problemOf(input);
    const random = prng(seed, 9);
    for (const [person, network] of problem.networks.entries()) {
      const prices = new Map(
        network.candidates.flatMap(({ candidates }) => candidates.map((each) => [each, random.int(-30, 10)])),
      );
      const isAllowed = (schedule: Schedule): boolean =>
        brokenRules(
          input,
          finishProposal(
            input,
            shiftsOf(
              problem,
              problem.networks.map((_, k) => (k === person ? schedule : [])),
            ),
            () => 'x',
          ).shifts,
        ).length === 0;
      const own = (schedule: Schedule): number =>
        ownCost(network, schedule) +
        schedule.reduce(
          (sum, each) =>
            sum + (each === null ? 0 : (prices.get(each.candidate) ?? 0) - (each.candidate.own[each.work] ?? 0)),
          0,
        );
      const priced = everySchedule(
        {
          ...network,
          candidates: network.candidates.map((day) => ({ ...day, candidates: day.candidates.slice(0, 8) })),
        },
        () => true,
        1,
      )
        .map((schedule) => ({ schedule, cost: own(schedule) }))
        .sort((a, b) => a.cost - b.cost);
      const least = priced.find(({ schedule }) => isAllowed(schedule));
      const few = {
        ...network,
        days: network.days.map((day, at) => {
          const kept = new Set(network.candidates[at]?.candidates.slice(0, 8));
          const moves = day.moves.filter(({ candidate }) => kept.has(candidate));
          return { ...day, moves, groups: moves.map((_, k) => [k]) };
        }),
      };
      const best = bestSchedule(few, (candidate) => ({ cost: prices.get(candidate) ?? 0, work: 0 }));
      expect(best?.price).toBeCloseTo(least?.cost ?? NaN, 9);
      expect(isAllowed(best?.schedule ?? [])).toBe(true);
    }
  });
});

describe('a proposal', () => {
  it.each(Array.from({ length: 15 }, (_, seed) => seed))('keeps every hard rule, seed %i (SPEC PRO-3)', (seed) => {
    const input = madeProposal(seed, { people: 6, days: 3 + (seed % 6), step: seed % 3 === 0 ? 15 : 30 });
    const problem = problemOf(input);
    const schedules = planned(problem, 20);
    let ids = 0;
    const { shifts, short } = finishProposal(input, shiftsOf(problem, schedules), () => `new${(ids += 1)}`);
    expect(brokenRules(input, shifts)).toEqual([]);
    // The lint of rosters sees the same rules by its own reading.
    const { findings } = lint({
      ...input,
      from: `${input.from}T00:00:00Z`,
      shifts: [...input.fixed, ...shifts],
      holidays: [],
    });
    const hard = findings.filter(
      ({ rule, shiftIds }) =>
        !['skillGap', 'languageGap'].includes(rule) && shiftIds.some((id) => id.startsWith('new')),
    );
    expect(hard.map(({ text }) => text)).toEqual([]);
    for (const { required, scheduled, why } of short) {
      expect(required).toBeGreaterThan(scheduled);
      expect(why).toMatch(/\.$/);
    }
  });

  it('is never worse for looking longer', () => {
    const problem = problemOf(madeProposal(3, { people: 8, days: 7 }));
    expect(planCost(problem, planned(problem, 60))).toBeLessThanOrEqual(planCost(problem, planned(problem, 1)));
  });

  it('says why nobody fills an interval (SPEC PRO-6)', () => {
    const day = '2026-03-02';
    const at = (time: string): string => `${day}T${time}:00Z`;
    const person = { contractMinutes: 480, availability: { mon: [['09:00', '18:00']] as [string, string][] } };
    const why = (change: object): string[] => {
      const input = proposeInputSchema.parse({
        timeZone: 'UTC',
        from: day,
        days: 1,
        intervalMinutes: 60,
        people: [{ id: 'a', ...person }],
        demand: [
          { at: at('10:00'), required: 2 },
          { at: at('11:00'), required: 2 },
          { at: at('12:00'), required: 2 },
          { at: at('20:00'), required: 1 },
        ],
        ...change,
      });
      const problem = problemOf(input);
      return finishProposal(input, shiftsOf(problem, planned(problem, 5)), () => 'x').short.map((each) => each.why);
    };
    expect(why({})).toEqual([
      ...Array.from({ length: 3 }, () => 'Of 1 available 1 works then.'),
      'Nobody is available then.',
    ]);
    const fixed = [{ personId: 'a', startAt: '2026-03-03T08:00:00Z', endAt: '2026-03-03T16:00:00Z' }];
    expect(why({ fixed })[0]).toBe('Of 1 available 1 has used up their hours of that week.');
    const night = [{ personId: 'a', startAt: '2026-03-01T22:00:00Z', endAt: '2026-03-02T06:00:00Z' }];
    expect(why({ fixed: night, people: [{ id: 'a', ...person, contractMinutes: 2400 }] })[0]).toBe(
      'Of 1 available 1 needs rest or a day off then.',
    );
    expect(why({ people: [{ id: 'a', ...person, availability: { mon: [['10:00', '12:00']] } }] })[0]).toBe(
      'Of 1 available 1 cannot stay long enough for a shift.',
    );
  });

  it('refuses what cannot be read, by its field', () => {
    const input = madeProposal(1, { people: 3, days: 2 });
    const field = (change: object): unknown => {
      try {
        return problemOf({ ...input, ...change });
      } catch (error) {
        return (error as { data?: { field?: string } }).data?.field;
      }
    };
    expect(field({ people: [input.people[0], input.people[0]] })).toBe('people.1.id');
    expect(field({ shiftMinutes: [60] })).toBe('shiftMinutes');
    expect(field({ rules: { ...input.rules, minShiftMinutes: 700 } })).toBe('rules.maxShiftMinutes');
    expect(field({ timeZone: 'Mars' })).toBe('timeZone');
  });
});
