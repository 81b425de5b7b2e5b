import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RosterShiftIn } from '../../../src/contract/roster-common.ts';
import { activityKinds } from '../../../src/contract/words.ts';
import { Fault } from '../../../src/domain/fault.ts';
import {
  paidMinutes,
  paidMsBetween,
  readShift,
  readShifts,
  segments,
  workMinutes,
} from '../../../src/domain/roster/shift.ts';
import { cutSpans, joinSpans, sharedSpans, spanMs } from '../../../src/domain/roster/spans.ts';
import { hour, minute, shift } from './build.ts';

const given = (over: Partial<RosterShiftIn> = {}): RosterShiftIn => ({
  personId: 'ada',
  startAt: '2026-03-02T08:00:00Z',
  endAt: '2026-03-02T16:00:00Z',
  work: 'calls',
  activities: [],
  ...over,
});

const refusal = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    if (error instanceof Fault) return `${error.data?.field ?? ''}: ${error.message}`;
    throw error;
  }
  throw new Error('it was not refused');
};

describe('a shift as it comes in (ROS-1)', () => {
  it('has instants in ms, an id, and its activities in order', () => {
    const read = readShift(
      given({
        activities: [
          { kind: 'lunch', startAt: '2026-03-02T12:00:00Z', endAt: '2026-03-02T12:30:00Z' },
          { kind: 'break', startAt: '2026-03-02T11:00:00+01:00', endAt: Date.UTC(2026, 2, 2, 10, 15) },
        ],
      }),
      'made',
    );
    expect(read).toEqual({
      id: 'made',
      personId: 'ada',
      startAt: Date.UTC(2026, 2, 2, 8),
      endAt: Date.UTC(2026, 2, 2, 16),
      work: 'calls',
      activities: [
        { kind: 'break', startAt: Date.UTC(2026, 2, 2, 10), endAt: Date.UTC(2026, 2, 2, 10, 15) },
        { kind: 'lunch', startAt: Date.UTC(2026, 2, 2, 12), endAt: Date.UTC(2026, 2, 2, 12, 30) },
      ],
    });
  });

  it.each<[string, Partial<RosterShiftIn>, RegExp]>([
    ['no length', { endAt: '2026-03-02T08:00:00Z' }, /^shift\.endAt: This shift ends at or before its start/],
    ['over a day', { endAt: '2026-03-03T08:00:00.001Z' }, /^shift\.endAt: This shift lasts over 24 hours/],
    ['no instant', { startAt: 'soon' }, /^shift\.startAt: “soon” is not an instant/],
    [
      'an activity outside',
      { activities: [{ kind: 'break', startAt: '2026-03-02T15:50:00Z', endAt: '2026-03-02T16:05:00Z' }] },
      /^shift\.activities\.0: Activity 1 \(break\) lies outside of its shift/,
    ],
    [
      'an activity without length',
      { activities: [{ kind: 'break', startAt: '2026-03-02T10:00:00Z', endAt: '2026-03-02T10:00:00Z' }] },
      /^shift\.activities\.0\.endAt: Activity 1 \(break\) ends at or before its start/,
    ],
    [
      'an activity over another, named as they were given',
      {
        activities: [
          { kind: 'lunch', startAt: '2026-03-02T12:00:00Z', endAt: '2026-03-02T13:00:00Z' },
          { kind: 'qa', startAt: '2026-03-02T09:00:00Z', endAt: '2026-03-02T12:01:00Z' },
        ],
      },
      /^shift\.activities\.0: Activity 1 \(lunch\) lies over activity 2 \(qa\)/,
    ],
  ])('is refused with %s', (_, over, words) => {
    expect(refusal(() => readShift(given(over), 'x'))).toMatch(words);
  });

  it('may last 24 hours, and touch with its activities', () => {
    const parts = [
      { kind: 'qa' as const, startAt: '2026-03-02T08:00:00Z', endAt: '2026-03-02T09:00:00Z' },
      { kind: 'break' as const, startAt: '2026-03-02T09:00:00Z', endAt: '2026-03-03T08:00:00Z' },
    ];
    expect(readShift(given({ endAt: '2026-03-03T08:00:00Z', activities: parts }), 'x').activities).toHaveLength(2);
  });

  it('is called by its place where it has no id, and no id is there twice', () => {
    expect(readShifts([given({ id: 'a' }), given()]).map(({ id }) => id)).toEqual(['a', 'shift 2']);
    expect(refusal(() => readShifts([given({ id: 'a' }), given({ id: 'a' })]))).toMatch(/^shifts\.1\.id: Two shifts/);
  });
});

const shifts = fc
  .record({
    minutes: fc.integer({ min: 1, max: 1440 }),
    cuts: fc.uniqueArray(fc.integer({ min: 0, max: 1440 }), { maxLength: 12 }),
    kinds: fc.array(fc.constantFrom(...activityKinds), { minLength: 6, maxLength: 6 }),
  })
  .map(({ minutes, cuts, kinds }) => {
    const edges = cuts.filter((cut) => cut <= minutes).sort((a, b) => a - b);
    const activities = kinds.flatMap((kind, i) => {
      const [a, b] = [edges[2 * i], edges[2 * i + 1]];
      return a === undefined || b === undefined ? [] : [{ kind, startAt: a * minute, endAt: b * minute }];
    });
    return { id: 'x', personId: 'ada', startAt: 0, endAt: minutes * minute, work: 'chat' as const, activities };
  });

describe('segments of a shift (ROS-2, ROS-3)', () => {
  it('fill gaps with the queue work', () => {
    const one = shift('ada', '2026-03-02 08:00', '2026-03-02 16:00', [
      ['coaching', '2026-03-02 08:00', '2026-03-02 09:00'],
      ['lunch', '2026-03-02 12:00', '2026-03-02 12:30'],
      ['mail', '2026-03-02 12:30', '2026-03-02 14:00'],
    ]);
    expect(segments(one).map(({ kind, startAt, endAt }) => `${kind} ${(endAt - startAt) / minute}`)).toEqual([
      'coaching 60',
      'calls 180',
      'lunch 30',
      'mail 90',
      'calls 120',
    ]);
    expect(workMinutes(one)).toBe(390);
    expect(paidMinutes(one)).toBe(450);
  });

  it('tile it from end to end', () => {
    fc.assert(
      fc.property(shifts, (one) => {
        const tiles = segments(one);
        expect(tiles[0]?.startAt).toBe(one.startAt);
        expect(tiles.at(-1)?.endAt).toBe(one.endAt);
        tiles.forEach((tile, i) => {
          expect(tile.endAt).toBeGreaterThan(tile.startAt);
          if (i > 0) expect(tile.startAt).toBe(tiles[i - 1]?.endAt);
        });
        expect(workMinutes(one)).toBeLessThanOrEqual(paidMinutes(one));
      }),
    );
  });

  it('are worked in parts as in one', () => {
    fc.assert(
      fc.property(shifts, fc.integer({ min: 0, max: 1440 }), (one, cut) => {
        const [from, to] = [one.startAt - hour, one.endAt + hour];
        const parts = paidMsBetween(one, from, cut * minute) + paidMsBetween(one, cut * minute, to);
        expect(parts / minute).toBe(paidMinutes(one));
      }),
    );
  });
});

describe('spans', () => {
  const spans = fc.array(
    fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 20 })).map(([a, n]) => [a, a + n] as const),
    { maxLength: 8 },
  );
  const flags = (list: readonly (readonly [number, number])[]) => {
    const set = new Array<boolean>(90).fill(false);
    for (const [from, to] of list) set.fill(true, from, to);
    return set;
  };

  it('join, cut and share as flags on a line would', () => {
    fc.assert(
      fc.property(spans, spans, (a, b) => {
        const [one, other] = [joinSpans(a), joinSpans(b)];
        expect(flags(one)).toEqual(flags(a));
        expect(flags(cutSpans(one, other))).toEqual(flags(a).map((is, i) => is && !flags(b)[i]));
        expect(flags(sharedSpans(one, other))).toEqual(flags(a).map((is, i) => is && flags(b)[i]));
        expect(spanMs(one)).toBe(flags(a).filter(Boolean).length);
        expect(spanMs(cutSpans(one, other)) + spanMs(sharedSpans(one, other))).toBe(spanMs(one));
      }),
    );
  });
});
