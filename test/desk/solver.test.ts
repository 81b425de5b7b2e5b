import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { proposeInputSchema } from '../../src/contract/roster.ts';
import { rosterCost } from '../../src/domain/roster/benchmark/cost.ts';
import type { Instance } from '../../src/domain/roster/benchmark/instance.ts';
import { parseInstance } from '../../src/domain/roster/benchmark/parse.ts';
import { rosterViolations, rowViolations } from '../../src/domain/roster/benchmark/violations.ts';
import { waiveImpossibleLimits } from '../../src/domain/roster/benchmark/waive.ts';
import { mipBuilder } from '../../src/domain/roster/mip/model.ts';
import type { Schedule } from '../../src/domain/roster/propose/network.ts';
import { planCost } from '../../src/domain/roster/propose/objective.ts';
import { shiftsOf } from '../../src/domain/roster/propose/plan.ts';
import { problemOf } from '../../src/domain/roster/propose/problem.ts';
import { benchmark } from '../../src/main/desk/solver/benchmark.ts';
import { propose } from '../../src/main/desk/solver/propose.ts';
import { runSolver } from '../../src/main/desk/solver/run-solver.ts';
import { madeInstance } from '../domain/roster/benchmark/made.ts';
import { brokenRules } from '../domain/roster/propose/hard-rules.ts';
import { madeProposal } from '../domain/roster/propose/made.ts';
import { hasShared, shared } from './import/support.ts';

/** The least that any roster costs, by trying every row of everybody, cover kept in a table. Null: there is none. */
function leastCost(instance: Instance): number | null {
  const rows = instance.staff.map((employee) => {
    let all: number[][] = [[]];
    for (let day = 0; day < instance.days; day += 1)
      all = all.flatMap((row) => [-1, ...instance.shifts.keys()].map((shift) => [...row, shift]));
    return all.filter((row) => rowViolations(instance, employee, row).length === 0);
  });
  let least: number | null = null;
  const [first = [], second = [], third = []] = rows;
  for (const a of first)
    for (const b of second)
      for (const c of third) {
        const cost = rosterCost(instance, [a, b, c]);
        if (least === null || cost < least) least = cost;
      }
  return least;
}

const gridOf = (instance: Instance, roster: Readonly<Record<string, readonly string[]>>): number[][] =>
  instance.staff.map(({ id }) =>
    (roster[id] ?? []).map((name) => instance.shifts.findIndex((shift) => shift.id === name)),
  );

describe('a model', () => {
  it('is solved whole: a knapsack', async () => {
    const builder = mipBuilder();
    const weight = builder.row(-Infinity, 10);
    for (const [value, heavy] of [
      [10, 5],
      [40, 4],
      [30, 6],
      [50, 3],
    ] as const)
      builder.column({ cost: -value, upper: 1, integer: true }, [[weight, heavy]]);
    const solved = await runSolver({ kind: 'mip', model: builder.done(100), seconds: 10 });
    expect(solved).toMatchObject({ status: 'optimal', cost: 10, bound: 10 });
    expect(Array.from(solved.found ?? [], Math.round)).toEqual([0, 1, 0, 1]);
  });

  it('without a solution is said to have none', async () => {
    const builder = mipBuilder();
    const row = builder.row(2, 3);
    builder.column({ cost: 1, upper: 1, integer: true }, [[row, 1]]);
    expect(await runSolver({ kind: 'mip', model: builder.done(), seconds: 10 })).toMatchObject({
      status: 'infeasible',
      found: null,
    });
  });
});

describe('small instances of our own', () => {
  it.each([1, 2, 3, 5, 8])('are solved to what trying every roster finds, seed %i', async (seed) => {
    const text = madeInstance(seed, 5);
    const { instance } = waiveImpossibleLimits(parseInstance(text));
    const least = leastCost(instance);
    if (least === null) {
      await expect(benchmark({ instance: text, seconds: 20 })).rejects.toMatchObject({ code: 'INVALID' });
      return;
    }
    const { status, cost, bound, roster } = await benchmark({ instance: text, seconds: 20 });
    const grid = gridOf(instance, roster);
    expect({ status, cost, bound }).toEqual({ status: 'optimal', cost: least, bound: least });
    expect(rosterViolations(instance, grid)).toEqual([]);
    expect(rosterCost(instance, grid)).toBe(cost);
  });

  it('where somebody has no row of shifts are refused with their name', async () => {
    const text = madeInstance(1).replace(/^Ada,.*$/m, 'Ada,E=9|L=9,9999,6000,1,1,1,1');
    await expect(benchmark({ instance: text, seconds: 5 })).rejects.toMatchObject({
      code: 'INVALID',
      message: expect.stringMatching(/^Ada has no row/) as unknown,
    });
  });
});

const file = (n: number): string => `shift-scheduling/Instance${n}.txt`;
const unless = hasShared(file(1)) ? '' : ' (not run: the data folder is not beside this checkout)';

describe.runIf(hasShared(file(1)))(`instances of Curtois and Qu${unless}`, () => {
  it.each([
    [1, 607],
    [2, 828],
    [4, 1716],
  ])('number %i costs %i, and it is proven that none costs less', async (n, optimum) => {
    const text = readFileSync(shared(file(n)), 'utf8');
    const { instance } = waiveImpossibleLimits(parseInstance(text));
    const answer = await benchmark({ instance: text, seconds: 60 });
    expect(answer).toMatchObject({ status: 'optimal', cost: optimum, bound: optimum });
    expect(rosterViolations(instance, gridOf(instance, answer.roster))).toEqual([]);
  });

  it('with one second there is a roster, and a bound no greater than the optimum', async () => {
    const text = readFileSync(shared(file(5)), 'utf8');
    const { status, cost, bound } = await benchmark({ instance: text, seconds: 1 });
    // A machine some times as fast may be through.
    expect(['feasible', 'optimal']).toContain(status);
    expect(cost).toBeGreaterThanOrEqual(1143);
    expect(bound).toBeLessThanOrEqual(1143);
  });

  it('cancelled, the best until then is the answer; cancelled at once, none is', async () => {
    const text = readFileSync(shared(file(5)), 'utf8');
    const now = AbortSignal.abort();
    await expect(benchmark({ instance: text, seconds: 60 }, now)).rejects.toMatchObject({ code: 'CANCELLED' });
    const soon = new AbortController();
    const solving = benchmark({ instance: text, seconds: 60 }, soon.signal);
    setTimeout(() => soon.abort(), 2500);
    const { status, seconds } = await solving;
    // On a fast machine it may have been through.
    expect(['cancelled', 'optimal']).toContain(status);
    expect(seconds).toBeLessThan(30);
  });
});

describe('a proposal by the solver (SPEC PRO-1 to PRO-6)', () => {
  const ids = (): (() => string) => {
    let count = 0;
    return () => `new${(count += 1)}`;
  };

  it('finds what trying everything finds, and a bound below it', async () => {
    const made = madeProposal(4, { people: 2, days: 2, step: 60 });
    const input = proposeInputSchema.parse({ ...made, intervalMinutes: 60, shiftMinutes: [300], seconds: 2 });
    const problem = problemOf(input);
    const [first = [], second = []] = problem.networks.map(({ candidates }, person): Schedule[] => {
      let all: Schedule[] = [[]];
      for (const { candidates: own } of candidates) {
        const choices = [
          null,
          ...own.flatMap((candidate) => problem.cells.works.map((_, work) => ({ candidate, work }))),
        ];
        all = all.flatMap((schedule) => choices.map((choice) => [...schedule, choice]));
      }
      const alone = (schedule: Schedule) =>
        shiftsOf(
          problem,
          problem.networks.map((_, k) => (k === person ? schedule : [])),
        );
      return all.filter((schedule) => {
        const shifts = alone(schedule).map((shift) => ({ ...shift, activities: [] }));
        return brokenRules(input, shifts).length === 0;
      });
    });
    let least = Infinity;
    for (const a of first) for (const b of second) least = Math.min(least, planCost(problem, [a, b]));
    const { cost, bound, gap } = await propose(input, { newId: ids() });
    expect(cost).toBeCloseTo(least, 6);
    expect(bound).toBeLessThanOrEqual(least + 1e-6);
    expect(gap).toBeCloseTo((cost - bound) / cost, 9);
  });

  it('of two threads tells how far it is, and keeps every hard rule', async () => {
    const input = { ...madeProposal(7, { people: 8, days: 7 }), seconds: 3 };
    const told: { cost: number; bound: number }[] = [];
    const proposal = await propose(input, { newId: ids(), onProgress: (each) => void told.push(each) });
    expect(brokenRules(input, proposal.shifts)).toEqual([]);
    expect(new Set(proposal.shifts.map(({ id }) => id)).size).toBe(proposal.shifts.length);
    expect(proposal.bound).toBeLessThanOrEqual(proposal.cost);
    expect(told.length).toBeGreaterThan(0);
    expect(told.map(({ cost }) => cost)).toEqual(told.map(({ cost }) => cost).sort((a, b) => b - a));
    expect(told.every(({ cost, bound }) => bound <= cost)).toBe(true);
    expect(told.at(-1)?.cost).toBe(proposal.cost);
  });

  it('cancelled gives the best until then; cancelled at once, nothing', async () => {
    const input = { ...madeProposal(2, { people: 12, days: 14 }), seconds: 60 };
    await expect(propose(input, { newId: ids(), signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'CANCELLED',
    });
    const soon = new AbortController();
    const proposal = await propose(input, { newId: ids(), signal: soon.signal, onProgress: () => soon.abort() });
    expect(proposal.status).toBe('cancelled');
    expect(brokenRules(input, proposal.shifts)).toEqual([]);
  });

  it('nobody who can, or nobody asked for, is no error', async () => {
    const input = madeProposal(2, { people: 2, days: 2 });
    const none = { ...input, fixed: [], people: input.people.map((person) => ({ ...person, availability: {} })) };
    const { shifts, short, status } = await propose({ ...none, seconds: 30 }, { newId: ids() });
    expect({ shifts, status }).toEqual({ shifts: [], status: 'optimal' });
    expect(new Set(short.map(({ why }) => why))).toEqual(new Set(['Nobody is available then.']));
    const idle = await propose({ ...input, demand: [], wishes: [], seconds: 30 }, { newId: ids() });
    expect(idle).toMatchObject({ shifts: [], short: [], gap: 0 });
  });
});
