import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addCreated,
  addSolved,
  emptyTally,
  figureOf,
  mergeTally,
  type Tally,
} from '../../../src/domain/metrics/tally.ts';
import {
  mergeBytes,
  mergeInto,
  ordered,
  quantileOf,
  sketchBytes,
  sketchError,
  sketchOf,
} from '../../../src/domain/statistics/sketch.ts';

const shares = [0, 0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 1];
/** Minutes as they come: none, seconds, the same again, hours, years. */
const minutes = fc.oneof(
  fc.constantFrom(0, 1 / 120, 1 / 60, 15, 60),
  fc.double({ min: 0, max: 1e7, noNaN: true }),
  fc.nat(5000),
);
/** Values each with the part it falls into, and an order in which parts are added to each other two by two. */
const parted = fc.record({
  values: fc.array(fc.tuple(minutes, fc.nat(12)), { minLength: 1, maxLength: 200 }),
  order: fc.array(fc.nat(1000), { minLength: 12, maxLength: 12 }),
  asBytes: fc.boolean(),
});

/** Parts added to each other in some order and grouping until one is left: any tree, not only from left to right. */
function joined<One>(parts: readonly One[], order: readonly number[], add: (into: One, other: One) => One): One {
  const left = [...parts];
  for (const pick of order) {
    if (left.length === 1) break;
    const [other] = left.splice(pick % left.length, 1);
    const at = (pick * 7) % left.length;
    left[at] = add(left[at]!, other!);
  }
  return left.reduce(add);
}

describe('sketches of parts (KPI-20)', () => {
  it('in any order and grouping, through the file or not, tell the same quantiles, each within 1 % of the exact one', () => {
    fc.assert(
      fc.property(parted, ({ values, order, asBytes }) => {
        const parts = [...Map.groupBy(values, ([, part]) => part).values()].map((own) =>
          sketchOf(own.map(([each]) => each)),
        );
        const add = (into: Map<number, number>, other: Map<number, number>): Map<number, number> => {
          const sum = new Map(into);
          if (asBytes) mergeBytes(sum, sketchBytes(other));
          else mergeInto(sum, other);
          return sum;
        };
        const all = ordered(joined(parts, order, add));
        const whole = ordered(sketchOf(values.map(([each]) => each)));
        expect(all).toEqual(whole);
        const sorted = values.map(([each]) => each).sort((a, b) => a - b);
        for (const share of shares) {
          const exact = sorted[Math.floor(share * (sorted.length - 1))]!;
          const told = quantileOf(all, share)!;
          if (exact <= 1 / 60) expect(told).toBe(0);
          else expect(Math.abs(told - exact)).toBeLessThanOrEqual(sketchError * exact * (1 + 1e-9));
        }
      }),
      { numRuns: 300 },
    );
  });
});

const late = fc.option(fc.boolean());
const clock = fc.record({ minutes: fc.option(minutes), met: late });
const ticket = fc.record({
  part: fc.nat(6),
  created: fc.record({ first: clock, next: clock }),
  solved: fc.option(
    fc.record({
      resolution: clock,
      slaMet: late,
      csat: late,
      escalated: fc.boolean(),
      reopened: fc.boolean(),
      replies: fc.nat(3),
      handle: fc.option(minutes),
    }),
  ),
});
const names = [
  'firstResponse',
  'nextResponse',
  'resolution',
  'handleTime',
  'firstContactResolution',
  'csat',
  'escalated',
  'reopened',
  'slaMet',
  'firstResponseMet',
  'nextResponseMet',
  'resolutionMet',
  'created',
  'solved',
] as const;

describe('tallies of days (KPI-10)', () => {
  it('add up to the figures of all their tickets, in any order', () => {
    fc.assert(
      fc.property(
        fc.array(ticket, { maxLength: 60 }),
        fc.array(fc.nat(1000), { minLength: 7, maxLength: 7 }),
        (tickets, order) => {
          const tallied = (own: typeof tickets): Tally => {
            const tally = emptyTally();
            for (const { created, solved } of own) {
              addCreated(tally, created);
              if (solved !== null) addSolved(tally, solved);
            }
            return tally;
          };
          const parts = [...Map.groupBy(tickets, ({ part }) => part).values()].map(tallied);
          const sum = joined([emptyTally(), ...parts], order, (into, other) => {
            mergeTally(into, other);
            return into;
          });
          const whole = tallied(tickets);
          for (const name of names) {
            // Sums of fractions differ in their last digits by order, and in nothing else.
            const { mean, ...figure } = figureOf(name, sum);
            const { mean: exact, ...wanted } = figureOf(name, whole);
            expect(figure).toEqual(wanted);
            if (exact === null) expect(mean).toBeNull();
            else expect(Math.abs(mean! - exact)).toBeLessThanOrEqual(1e-9 * Math.max(1, exact));
          }
        },
      ),
    );
  });
});
