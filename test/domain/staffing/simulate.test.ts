import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { simulateInputSchema, simulationSchema } from '../../../src/contract/staffing.ts';
import type { SimulateDay } from '../../../src/contract/staffing.ts';
import { fanOf, meanInterval } from '../../../src/domain/staffing/fan.ts';
import { heap } from '../../../src/domain/staffing/heap.ts';
import { playDay } from '../../../src/domain/staffing/play-day.ts';
import { performance as expected } from '../../../src/domain/staffing/required.ts';
import { simulateDay } from '../../../src/domain/staffing/simulate.ts';

const half = 1_800_000;
const plan = (calls: readonly number[], agents: readonly number[], more: Partial<SimulateDay> = {}): SimulateDay =>
  simulateInputSchema.parse({
    intervals: calls.map((count, index) => ({ at: index * half, calls: count, agents: agents[index] ?? 0 })),
    intervalMinutes: 30,
    ahtSeconds: 180,
    ...more,
  });
const even = (intervals: number, calls: number, agents: number, more: Partial<SimulateDay> = {}) =>
  plan(Array<number>(intervals).fill(calls), Array<number>(intervals).fill(agents), more);

describe('a played day (STF-9, STF-10)', () => {
  it('same seed, same fan, byte for byte; another seed, another', () => {
    const day = plan([20, 60, 30], [3, 7, 4], { patienceSeconds: 90, runs: 20 });
    const first = JSON.stringify(simulateDay(day));
    expect(JSON.stringify(simulateDay(day))).toBe(first);
    expect(JSON.stringify(simulateDay({ ...day, seed: 2 }))).not.toBe(first);
    simulationSchema.parse(JSON.parse(first));
  });

  it('takes instants as text, and gives them as ms', () => {
    const day = plan([5], [1], { runs: 1 });
    const at = '2026-03-02T09:00:00+01:00';
    const found = simulateDay({ ...day, intervals: [{ at, calls: 5, agents: 1 }] });
    expect(found.intervals[0]?.at).toBe(Date.parse(at));
  });

  it.each([undefined, 60, 600])('long days meet the formula (patience %s)', (patienceSeconds) => {
    // 60 hours on end, so that the empty start weighs nothing.
    const day = even(120, 100, 13, { runs: 200, patienceSeconds });
    const found = simulateDay(day);
    const model = patienceSeconds === undefined ? 'erlangC' : 'erlangA';
    const formula = expected({
      model,
      calls: 100,
      intervalMinutes: 30,
      ahtSeconds: 180,
      target: { share: 0.8, withinSeconds: 20 },
      patienceSeconds,
      agents: 13,
    });
    const [low, high] = found.serviceLevel.ci95;
    // A 95 % interval misses one time in twenty; one half as wide again, one in three hundred; the seed is fixed.
    const slack = (high - low) / 4;
    expect(formula.serviceLevel).toBeGreaterThan(low - slack);
    expect(formula.serviceLevel).toBeLessThan(high + slack);
    expect(found.occupancy.mean).toBeCloseTo(formula.occupancy, 2);
    expect(found.asaSeconds.mean / (formula.asaSeconds ?? NaN)).toBeCloseTo(1, 1);
    const lost = formula.abandonProbability ?? 0;
    expect(found.abandoned.mean / found.calls.mean).toBeCloseTo(lost, 2);
    expect(found.calls.mean).toBeCloseTo(12_000, -2);
  });

  it('an agent more meets the same callers, and nobody waits longer', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ calls: fc.integer({ min: 0, max: 80 }), agents: fc.integer({ min: 1, max: 12 }) }), {
          minLength: 1,
          maxLength: 6,
        }),
        fc.nat(5),
        fc.integer({ min: 1, max: 1000 }),
        (intervals, where, seed) => {
          const day = (extra: number) =>
            plan(
              intervals.map(({ calls }) => calls),
              intervals.map(({ agents }, index) => agents + (index === where % intervals.length ? extra : 0)),
              { runs: 3, seed },
            );
          const few = simulateDay(day(0));
          const more = simulateDay(day(1));
          expect(more.calls).toEqual(few.calls);
          expect(more.asaSeconds.mean).toBeLessThanOrEqual(few.asaSeconds.mean + 1e-9);
          expect(more.serviceLevel.mean).toBeGreaterThanOrEqual(few.serviceLevel.mean - 1e-12);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('nobody there: all wait to the end and are missed, or give up', () => {
    const missed = simulateDay(even(2, 50, 0, { runs: 50 }));
    expect(missed.serviceLevel.mean).toBe(0);
    expect(missed.occupancy.mean).toBe(0);
    expect(missed.abandoned.mean).toBe(0);
    expect(missed.asaSeconds.mean / 1800).toBeCloseTo(1, 1);
    const lost = simulateDay(even(2, 50, 0, { runs: 50, patienceSeconds: 60 }));
    expect(lost.abandoned).toEqual(lost.calls);
    expect(lost.asaSeconds.mean / 60).toBeCloseTo(1, 1);
  });

  it('nobody calls: the promise is kept, and nobody is busy', () => {
    const found = simulateDay(even(2, 0, 3, { runs: 5 }));
    expect(found).toMatchObject({ calls: { mean: 0 }, serviceLevel: { mean: 1 }, occupancy: { mean: 0 } });
    expect(found.intervals[0]).toMatchObject({ serviceLevel: { mean: 1 }, asaSeconds: { mean: 0 } });
  });

  it('who waits over a gap is answered after it', () => {
    const intervals = [
      { at: 0, calls: 40, agents: 0 },
      { at: 4 * half, calls: 0, agents: 40 },
    ];
    const found = simulateDay({ ...even(1, 0, 0), intervals, runs: 20 });
    // Each waits from within the first half hour to the third hour.
    expect(found.asaSeconds.mean).toBeGreaterThan(3 * 1800);
    expect(found.asaSeconds.mean).toBeLessThan(4 * 1800 + 180);
  });

  it('who leaves finishes the call in hand: it counts as no time of those who stay', () => {
    // All calls begin in the first interval and last for hours; one of ten agents stays.
    const found = simulateDay(plan([500, 0], [10, 1], { ahtSeconds: 80_000, runs: 20, patienceSeconds: 30 }));
    expect(found.intervals[1]?.occupancy.mean).toBeGreaterThan(0.97);
    expect(found.intervals[1]?.occupancy.mean).toBeLessThanOrEqual(1);
    // Twenty minutes of overtime do not answer more than ten calls or so.
    expect(found.calls.mean - found.abandoned.mean).toBeLessThan(12);
  });

  it('calls that nobody answers are counted once: answered, given up, or left', () => {
    const day = { starts: [0], length: 1800, calls: [300], agents: [2], aht: 180, patience: 60, within: 20 };
    const tally = playDay(day, 7, 0);
    expect(tally.inTime[0]).toBeLessThan(tally.offered[0]! - tally.abandoned[0]!);
    expect(tally.busy[0]).toBeLessThanOrEqual(2 * 1800);
    expect(playDay(day, 7, 0)).toEqual(tally);
    expect(playDay(day, 7, 1)).not.toEqual(tally);
  });

  it('refuses intervals that overlap, and more calls than anybody waits for', () => {
    const day = even(2, 10, 1);
    const intervals = [day.intervals[0]!, { at: half - 1, calls: 1, agents: 1 }];
    expect(() => simulateDay({ ...day, intervals })).toThrow(
      expect.objectContaining({ code: 'INVALID', data: { field: 'intervals.1.at' } }),
    );
    expect(() => simulateDay(even(2, 1_000_000, 10_000, { runs: 2000 }))).toThrow('Play fewer days');
  });

  it('one day alone says nothing of the mean', () => {
    expect(simulateDay(even(1, 10, 2, { runs: 1 })).serviceLevel.ci95).toEqual([0, 1]);
  });
});

describe('the fan', () => {
  it('reads percentiles between values, and leaves out days that say nothing', () => {
    const values = Float64Array.from([4, NaN, 1, 2, 3, 5]);
    expect(fanOf(values, 9)).toEqual({ mean: 3, p10: 1.4, p50: 3, p90: 4.6 });
    expect(fanOf(Float64Array.of(NaN), 9)).toEqual({ mean: 9, p10: 9, p50: 9, p90: 9 });
  });

  it('the interval of a mean is that of the textbook, within 0 and 1', () => {
    const [low, high] = meanInterval(Float64Array.of(0.4, 0.6, 0.5, 0.5));
    // The deviation of the four is 0.0816, of their mean half of that.
    expect(low).toBeCloseTo(0.5 - (1.96 * 0.081_65) / 2, 4);
    expect(high).toBeCloseTo(0.5 + (1.96 * 0.081_65) / 2, 4);
    expect(meanInterval(Float64Array.of(1, 0.9, 1))[1]).toBe(1);
  });
});

it('the heap gives numbers in order, also while others come', () => {
  const step = fc.oneof(fc.double({ noNaN: true }), fc.constant('pop' as const));
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      const ours = heap();
      const plain: number[] = [];
      for (const value of steps) {
        if (value === 'pop') {
          ours.pop();
          plain.shift();
        } else {
          ours.push(value);
          plain.push(value);
          plain.sort((a, b) => a - b);
        }
        expect(ours.size()).toBe(plain.length);
        expect(ours.least()).toBe(plain[0] ?? Infinity);
      }
    }),
  );
});
