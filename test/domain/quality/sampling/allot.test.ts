import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byComb, largestRemainders } from '../../../../src/domain/quality/sampling/allot.ts';
import { lotOf, rankOf } from '../../../../src/domain/quality/sampling/rank.ts';

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe('places by largest remainders (QAS-2)', () => {
  it('are the whole parts, then one more to the largest rests', () => {
    expect(largestRemainders([21.02, 15.77, 11.43, 14.06, 1.89, 2.12], 66, [0, 0, 0, 0, 0, 0])).toEqual([
      21, 16, 11, 14, 2, 2,
    ]);
  });

  it('give equal remainders to the lower lot', () => {
    expect(largestRemainders([0.5, 0.5, 0.5, 0.5], 2, [3, 1, 4, 2])).toEqual([0, 1, 0, 1]);
  });
});

describe('places by comb (QAS-3)', () => {
  const dues = fc.array(fc.double({ min: 0, max: 5, noNaN: true }), { minLength: 1, maxLength: 20 });

  it('are all given, each within one of what is due, never above the room', () => {
    fc.assert(
      fc.property(dues, fc.double({ min: 0, max: 0.999, noNaN: true }), (due, start) => {
        const places = Math.floor(sum(due));
        const room = due.map(Math.ceil);
        const found = byComb(due, places, room, start);
        expect(sum(found)).toBe(places);
        found.forEach((each, at) => {
          const fair = places === 0 ? 0 : (due[at]! * places) / sum(due);
          expect(Math.abs(each - fair)).toBeLessThan(1 + 1e-9);
          expect(each).toBeLessThanOrEqual(room[at]!);
        });
      }),
    );
  });

  it('fill the room exactly where all of it is due', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(4), { minLength: 1, maxLength: 9 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (room, start) => {
          expect(byComb(room, sum(room), room, start)).toEqual(room);
        },
      ),
    );
  });
});

describe('lots (QAS-3)', () => {
  it('are spread evenly, for ids that differ in a single letter as well', () => {
    const tenths = Array.from({ length: 10 }, () => 0);
    const many = 50_000;
    for (let at = 0; at < many; at += 1) tenths[Math.floor(10 * lotOf(`0199-${at}`, 7))]! += 1;
    for (const each of tenths) expect(Math.abs(each - many / 10)).toBeLessThan(5 * Math.sqrt(many * 0.09));
  });

  it('of one seed say nothing of those of the next', () => {
    let both = 0;
    const many = 20_000;
    for (let at = 0; at < many; at += 1) if (lotOf(`t${at}`, 1) < 0.5 && lotOf(`t${at}`, 2) < 0.5) both += 1;
    expect(Math.abs(both - many / 4)).toBeLessThan(5 * Math.sqrt((many * 3) / 16));
  });

  it('are whole numbers of 32 bits, and stay what they are', () => {
    expect([rankOf('', 0), rankOf('ticket', 1), rankOf('ticket', 2)].every((rank) => rank === rank >>> 0)).toBe(true);
    expect(rankOf('ticket', 1)).toBe(rankOf('ticket', 1));
    expect(rankOf('ticket', 1)).not.toBe(rankOf('ticket', 2));
  });
});
