import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { erlangA } from '../../../src/domain/staffing/erlang-a.ts';
import { erlangB, erlangC } from '../../../src/domain/staffing/erlang.ts';
import { integral } from '../../../src/domain/staffing/quadrature.ts';
import { impatientBySum, lossBySum, waitBySum } from './independent.ts';

const near = (found: number, expected: number, share: number) =>
  expect(Math.abs(found - expected)).toBeLessThanOrEqual(share * Math.max(Math.abs(expected), 1e-12));

describe('Erlang B and C (STF-2)', () => {
  it('nothing offered is lost nowhere, but where nobody is', () => {
    expect([erlangB(0, 0), erlangB(3, 0), erlangB(0, 2)]).toEqual([1, 0, 1]);
    expect([erlangC(0, 0), erlangC(3, 0), erlangC(2, 2), erlangC(2, 3)]).toEqual([1, 0, 1, 1]);
  });

  it.each([
    [10_000, 9900],
    [10_000, 9999.5],
    [10_000, 12_000],
    [10_000, 0.5],
    [10_000, 8000],
    [20_000, 19_800.25],
    [7, 6.25],
  ])('%d agents, %d erlangs, as the sum in logarithms', (agents, load) => {
    near(erlangB(agents, load), lossBySum(agents, load), 1e-9);
    if (load < agents) near(erlangC(agents, load), waitBySum(agents, load), 1e-9);
  });

  const queues = fc.tuple(fc.integer({ min: 1, max: 400 }), fc.double({ min: 0.01, max: 500, noNaN: true }));

  it('as the sum, whatever the load', () => {
    fc.assert(
      fc.property(queues, ([agents, load]) => {
        near(erlangB(agents, load), lossBySum(agents, load), 1e-9);
        if (load < 0.999 * agents) near(erlangC(agents, load), waitBySum(agents, load), 1e-8);
      }),
    );
  });

  it('each agent more loses less and makes fewer wait; more wait than are lost', () => {
    fc.assert(
      fc.property(queues, ([agents, load]) => {
        const lost = erlangB(agents, load);
        if (lost > 0) expect(erlangB(agents + 1, load)).toBeLessThan(lost);
        expect(erlangC(agents + 1, load)).toBeLessThanOrEqual(erlangC(agents, load));
        expect(erlangC(agents, load)).toBeGreaterThanOrEqual(erlangB(agents, load));
      }),
    );
  });

  it('stays finite and quick for a hundred million erlangs', () => {
    expect(erlangC(100_001_000, 100_000_000)).toBeGreaterThan(0.8);
    expect(erlangC(100_001_000, 100_000_000)).toBeLessThan(1);
  });
});

describe('Erlang A (STF-3)', () => {
  const queueOf = (agents: number, load: number, patienceSeconds: number, withinSeconds = 20) => ({
    agents,
    rate: load / 180,
    ahtSeconds: 180,
    patienceSeconds,
    withinSeconds,
  });
  const agrees = (queue: ReturnType<typeof queueOf>, digits: number) => {
    const found = erlangA(queue);
    const expected = impatientBySum(queue);
    expect(found.waitProbability).toBeCloseTo(expected.waitProbability, digits);
    expect(found.abandonProbability).toBeCloseTo(expected.abandonProbability, digits);
    expect(found.serviceLevel).toBeCloseTo(expected.serviceLevel, digits);
    expect(found.meanWait).toBe(found.abandonProbability * queue.patienceSeconds);
  };

  it.each([
    [10_000, 9900, 120],
    [10_000, 10_500, 120],
    [10_000, 9990, 3600],
    [10_000, 10_000, 0.5],
    [5, 20, 1],
    [5, 4, 1e-3],
    [1, 0.001, 60],
    [3, 2, 7200],
  ])('%d agents, %d erlangs, %d s of patience, as the states summed', (agents, load, patience) => {
    agrees(queueOf(agents, load, patience), 8);
  });

  it('as the states summed, whatever the load and the patience', () => {
    const any = fc.record({
      agents: fc.integer({ min: 1, max: 60 }),
      perAgent: fc.double({ min: 0.05, max: 3, noNaN: true }),
      patience: fc.double({ min: -1, max: 4, noNaN: true }),
      within: fc.integer({ min: 0, max: 90 }),
    });
    fc.assert(
      fc.property(any, ({ agents, perAgent, patience, within }) =>
        agrees(queueOf(agents, agents * perAgent, 10 ** patience, within), 6),
      ),
      { numRuns: 60 },
    );
  });

  it('is Erlang C where nobody ever gives up, and Erlang B where everybody does at once', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 300 }),
        fc.double({ min: 0.05, max: 0.97, noNaN: true }),
        (agents, busy) => {
          const load = agents * busy;
          const patient = erlangA(queueOf(agents, load, 1e9));
          const wait = erlangC(agents, load);
          expect(patient.waitProbability).toBeCloseTo(wait, 4);
          expect(patient.serviceLevel).toBeCloseTo(1 - wait * Math.exp((-(agents - load) * 20) / 180), 4);
          const hasty = erlangA(queueOf(agents, load, 1e-9));
          expect(hasty.abandonProbability).toBeCloseTo(erlangB(agents, load), 8);
          expect(hasty.waitProbability).toBeCloseTo(erlangB(agents, load), 8);
        },
      ),
    );
  });

  it('comes ever nearer to Erlang C as patience grows', () => {
    const wait = erlangC(14, 10);
    const gaps = [10, 100, 1000, 10_000, 100_000].map((patience) =>
      Math.abs(wait - erlangA(queueOf(14, 10, patience)).waitProbability),
    );
    expect([...gaps].sort((a, b) => b - a)).toEqual(gaps);
  });

  it('as many are answered as agents can: what is offered less who gave up is what keeps them busy', () => {
    const { abandonProbability } = erlangA(queueOf(50, 500, 3600));
    expect(500 * (1 - abandonProbability)).toBeCloseTo(50, 6);
  });
});

it('the ten-point rule is exact for polynomials up to the nineteenth degree', () => {
  expect(integral((x) => x ** 19 + x ** 4, 0, 1, 2)).toBeCloseTo(1 / 20 + 1 / 5, 14);
  expect(integral((x) => x, 2, 2, 1)).toBe(0);
});
