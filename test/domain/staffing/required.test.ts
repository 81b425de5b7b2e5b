import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadSchema, performanceSchema } from '../../../src/contract/staffing.ts';
import type { Load } from '../../../src/contract/staffing.ts';
import { chatAgents } from '../../../src/domain/staffing/concurrency.ts';
import { onRoster, performance, required } from '../../../src/domain/staffing/required.ts';

const base: Load = {
  model: 'erlangC',
  calls: 100,
  intervalMinutes: 30,
  ahtSeconds: 180,
  target: { share: 0.8, withinSeconds: 20 },
};
const impatient: Load = { ...base, model: 'erlangA', patienceSeconds: 120 };

const loads = fc.record({
  model: fc.constantFrom('erlangC' as const, 'erlangA' as const),
  calls: fc.double({ min: 0.1, max: 2000, noNaN: true }),
  intervalMinutes: fc.constantFrom(15, 30, 60),
  ahtSeconds: fc.integer({ min: 20, max: 1200 }),
  target: fc.record({
    share: fc.double({ min: 0.05, max: 0.99, noNaN: true }),
    withinSeconds: fc.integer({ min: 0, max: 300 }),
  }),
  maxOccupancy: fc.double({ min: 0.3, max: 1, noNaN: true }),
  patienceSeconds: fc.integer({ min: 5, max: 1800 }),
});

describe('what to expect (STF-2, STF-3)', () => {
  it('without calls nobody waits, however few there are', () => {
    for (const load of [base, impatient]) {
      for (const agents of [0, 5]) {
        expect(performance({ ...load, calls: 0, agents })).toMatchObject({
          serviceLevel: 1,
          occupancy: 0,
          waitProbability: 0,
          asaSeconds: 0,
        });
      }
    }
  });

  it('an overload has no mean wait by Erlang C, and one by Erlang A, also with nobody there', () => {
    expect(performance({ ...base, agents: 10 })).toMatchObject({ serviceLevel: 0, occupancy: 1, asaSeconds: null });
    expect(performance({ ...impatient, agents: 0 })).toMatchObject({
      serviceLevel: 0,
      abandonProbability: 1,
      asaSeconds: 120,
    });
    const few = performance({ ...impatient, agents: 5 });
    expect(few.occupancy).toBeGreaterThan(0.98);
    expect(few.abandonProbability).toBeCloseTo(0.5, 1);
  });

  it('Erlang A without patience is refused at its field', () => {
    expect(() => performance({ ...base, model: 'erlangA', agents: 5 })).toThrow(
      expect.objectContaining({ code: 'INVALID', data: { field: 'patienceSeconds' } }),
    );
  });

  it('busy time is calls answered times their length; fewer wait than are not served at once', () => {
    fc.assert(
      fc.property(loads, fc.integer({ min: 1, max: 900 }), (load, agents) => {
        const found = performance({ ...load, agents });
        performanceSchema.parse(found);
        const offered = (load.calls * load.ahtSeconds) / (load.intervalMinutes * 60);
        const carried = offered * (1 - (found.abandonProbability ?? 0));
        if (found.asaSeconds !== null) expect(found.occupancy * agents).toBeCloseTo(carried, 6);
        expect(found.serviceLevel).toBeGreaterThanOrEqual(1 - found.waitProbability - 1e-9);
      }),
    );
  });

  it('each agent more raises the service level and lowers the occupancy', () => {
    fc.assert(
      fc.property(loads, fc.integer({ min: 1, max: 900 }), (load, agents) => {
        const few = performance({ ...load, agents });
        const more = performance({ ...load, agents: agents + 1 });
        expect(more.serviceLevel).toBeGreaterThanOrEqual(few.serviceLevel - 1e-12);
        expect(more.occupancy).toBeLessThanOrEqual(few.occupancy + 1e-12);
        expect(more.waitProbability).toBeLessThanOrEqual(few.waitProbability + 1e-12);
      }),
    );
  });
});

describe('the fewest agents (STF-4)', () => {
  it('no calls need nobody', () => {
    expect(required({ ...base, calls: 0 })).toMatchObject({ agents: 0, scheduledAgents: 0, serviceLevel: 1 });
  });

  it('calls need somebody, and by Erlang C more than the load, even where nothing is promised', () => {
    const nothing = { share: 0, withinSeconds: 0 };
    expect(required({ ...base, target: nothing }).agents).toBe(11);
    expect(required({ ...impatient, target: nothing }).agents).toBe(1);
  });

  it('an occupancy that is met to the digit is met', () => {
    const third = { ...base, calls: 80, ahtSeconds: 180, target: { share: 0.1, withinSeconds: 600 } };
    expect(required({ ...third, maxOccupancy: 0.8 }).agents).toBe(10);
    expect(required({ ...third, maxOccupancy: 0.8 / 3 }).agents).toBe(30);
  });

  it('is what counting up from nobody finds', () => {
    fc.assert(
      fc.property(loads, (load) => {
        const keeps = (agents: number) => {
          const found = performance({ ...load, agents });
          return found.serviceLevel >= load.target.share && found.occupancy <= load.maxOccupancy + 1e-9;
        };
        let agents = 1;
        while (!keeps(agents)) agents += 1;
        expect(required(load).agents).toBe(agents);
      }),
      { numRuns: 60 },
    );
  });

  it('finds it for 9,900 erlangs, and refuses a load that no desk has', () => {
    const big = { ...base, calls: 99_000 };
    const found = required(big);
    expect(found.agents).toBeGreaterThan(9900);
    expect(found.serviceLevel).toBeGreaterThanOrEqual(0.8);
    expect(performance({ ...big, agents: found.agents - 1 }).serviceLevel).toBeLessThan(0.8);
    const most = loadSchema.parse({ ...base, calls: 10_000_000, ahtSeconds: 86_400, intervalMinutes: 1 });
    expect(() => required(most)).toThrow('more than a million agents');
    const patience = loadSchema.parse({ ...most, model: 'erlangA', patienceSeconds: 86_400 });
    expect(() => required(patience)).toThrow('more than a million agents');
    expect(performance({ ...patience, agents: 1_000_000 }).abandonProbability).toBeCloseTo(1 - 1e6 / 1.44e10, 6);
  });
});

describe('the roster (STF-5)', () => {
  it('is whole, and no hair of floating point makes it one more', () => {
    expect([onRoster(14, 0.3), onRoster(15, 0.3), onRoster(7, 0), onRoster(0, 0.5), onRoster(7, 0.1)]).toEqual([
      20, 22, 7, 0, 8,
    ]);
    for (let agents = 0; agents < 500; agents += 1) {
      for (let percent = 0; percent < 100; percent += 1) {
        // In whole numbers there is no noise: the least roster of which so many percent are there.
        const roster = onRoster(agents, percent / 100);
        expect(roster * (100 - percent) >= agents * 100).toBe(true);
        expect((roster - 1) * (100 - percent) < agents * 100).toBe(true);
      }
    }
  });
});

describe('chat (STF-6)', () => {
  const chat = { ...base, concurrency: 3, slowdown: 0.2 };

  it('one talk at a time is a call', () => {
    const { slots, effectiveAhtSeconds, ...rest } = chatAgents({ ...chat, concurrency: 1 });
    expect(rest).toEqual(required(base));
    expect([slots, effectiveAhtSeconds]).toEqual([rest.agents, 180]);
  });

  it('three at a time, each 40 % longer: places of the formula shared by agents', () => {
    const found = chatAgents(chat);
    const places = required({ ...base, ahtSeconds: 180 * 1.4 }).agents;
    expect(found).toMatchObject({ agents: Math.ceil(places / 3), slots: 3 * Math.ceil(places / 3) });
    expect(found.effectiveAhtSeconds).toBeCloseTo(252, 9);
    expect(found.serviceLevel).toBeGreaterThanOrEqual(0.8);
    expect(performance({ ...base, ahtSeconds: 252, agents: found.slots - 3 }).serviceLevel).toBeLessThan(0.8);
  });

  it('saves nothing where each further talk slows all by as much as one', () => {
    expect(chatAgents({ ...chat, slowdown: 1.5 }).agents).toBeGreaterThan(required(base).agents);
    expect(chatAgents({ ...chat, slowdown: 0 }).agents).toBeLessThan(required(base).agents);
  });
});
