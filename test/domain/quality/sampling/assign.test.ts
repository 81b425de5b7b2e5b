import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignReviewers } from '../../../../src/domain/quality/sampling/assign.ts';

const reviewer = (id: string, load = 0, capacity: number | null = null) => ({ id, load, capacity });
const picksOf = (agents: readonly string[]) => agents.map((agentId, at) => ({ id: `p${at}`, agentId }));

/** The most picks that can be given away at all: augmenting paths. Source: Kuhn, The Hungarian method, 1955. */
function mostGiven(
  picks: readonly { readonly agentId: string }[],
  reviewers: readonly ReturnType<typeof reviewer>[],
): number {
  const seats = reviewers.flatMap(({ id, load, capacity }) =>
    Array.from({ length: Math.max(0, Math.min(picks.length, (capacity ?? Infinity) - load)) }, () => id),
  );
  const taken = seats.map(() => -1);
  const seat = (pick: number, seen: Set<number>): boolean =>
    seats.some((id, at) => {
      if (id === picks[pick]!.agentId || seen.has(at)) return false;
      seen.add(at);
      if (taken[at] !== -1 && !seat(taken[at]!, seen)) return false;
      taken[at] = pick;
      return true;
    });
  return picks.filter((_, at) => seat(at, new Set())).length;
}

describe('who reviews what (QAS-6)', () => {
  it('goes to whoever has least waiting', () => {
    const found = assignReviewers({
      picks: picksOf(['x', 'x', 'x', 'x']),
      reviewers: [reviewer('b', 1), reviewer('a', 3)],
    });
    expect([...found.values()].sort()).toEqual(['a', 'b', 'b', 'b']);
  });

  it('nobody reviews their own work, even where nobody else is there', () => {
    const found = assignReviewers({ picks: picksOf(['a', 'x']), reviewers: [reviewer('a')] });
    expect([...found]).toEqual([['p1', 'a']]);
    expect(assignReviewers({ picks: picksOf(['x']), reviewers: [] }).size).toBe(0);
  });

  it('changes one for another rather than leave a pick lying', () => {
    const found = assignReviewers({
      picks: picksOf(['a', 'b', 'a']),
      reviewers: [reviewer('a', 0, 1), reviewer('b', 0, 2)],
    });
    expect([...found].sort()).toEqual([
      ['p0', 'b'],
      ['p1', 'a'],
      ['p2', 'b'],
    ]);
  });

  it('gives away as many as can be, nobody above their capacity, the same every time', () => {
    const reviewers = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1 }).chain((ids) =>
      fc.tuple(
        ...ids.map((id) =>
          fc.record({
            id: fc.constant(id),
            load: fc.integer({ min: 0, max: 3 }),
            capacity: fc.option(fc.integer({ min: 0, max: 6 })),
          }),
        ),
      ),
    );
    const agents = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'x'), { maxLength: 14 });
    fc.assert(
      fc.property(agents, reviewers, (agents, reviewers) => {
        const picks = picksOf(agents);
        const found = assignReviewers({ picks, reviewers });
        expect(found.size).toBe(mostGiven(picks, reviewers));
        for (const { id, agentId } of picks) expect(found.get(id)).not.toBe(agentId);
        for (const { id, load, capacity } of reviewers) {
          const given = [...found.values()].filter((one) => one === id).length;
          expect(given === 0 || load + given <= (capacity ?? Infinity)).toBe(true);
        }
        expect(assignReviewers({ picks, reviewers: [...reviewers].reverse() })).toEqual(found);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps loads within one of each other where everybody can do everything', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 6 }), (count, people) => {
        const reviewers = Array.from({ length: people }, (_, at) => reviewer(`r${at}`));
        const found = assignReviewers({ picks: picksOf(Array.from({ length: count }, () => 'x')), reviewers });
        const loads = reviewers.map(({ id }) => [...found.values()].filter((one) => one === id).length);
        expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
