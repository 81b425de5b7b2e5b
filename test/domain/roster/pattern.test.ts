import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { RosterShift } from '../../../src/contract/roster-common.ts';
import { Fault } from '../../../src/domain/fault.ts';
import {
  copyShift,
  rotate,
  shiftFromTemplate,
  type Rotating,
  type Rotation,
  type ShiftTemplate,
} from '../../../src/domain/roster/pattern.ts';
import { readShift } from '../../../src/domain/roster/shift.ts';
import { hour, lisbon, minute, say, shift } from './build.ts';

const ids = () => {
  let n = 0;
  return () => `new ${(n += 1)}`;
};
const make = (template: Partial<ShiftTemplate>, date: string, zone = 'Europe/Lisbon') =>
  shiftFromTemplate(
    { name: 'T', start: '08:00', minutes: 510, work: 'calls', activities: [], ...template },
    date,
    zone,
    ids(),
  );

/** As clocks on the wall show it. */
const onWall = ({ startAt, endAt, activities }: RosterShift, zone = 'Europe/Lisbon') =>
  [
    `${say(zone)(startAt)} ${say(zone)(endAt)}`,
    ...activities.map((one) => `${one.kind} ${say(zone)(one.startAt).slice(11)} ${(one.endAt - one.startAt) / minute}`),
  ].map((text) => text.replaceAll(':00 ', ' ').replace(/:00$/, ''));

const night: Partial<ShiftTemplate> = {
  start: '22:00',
  minutes: 480,
  activities: [
    { kind: 'break', offsetMinutes: 60, minutes: 15 },
    { kind: 'lunch', offsetMinutes: 300, minutes: 30 },
  ],
};

describe('a shift from a template (PAT-1, PAT-2)', () => {
  it('has the times of the wall clock, and activities at theirs', () => {
    const made = make({ activities: [{ kind: 'lunch', offsetMinutes: 240, minutes: 30 }] }, '2026-03-02');
    expect(onWall(made)).toEqual(['2026-03-02 08:00 2026-03-02 16:30', 'lunch 12:00 30']);
    expect(made).toMatchObject({ id: 'new 1', personId: null, work: 'calls' });
    const there = make({}, '2026-03-02', 'America/New_York');
    expect(there.startAt - made.startAt).toBe(5 * hour);
  });

  it('ends at its wall-clock end in the nights of 7 and of 9 hours', () => {
    const spring = make(night, '2026-03-28');
    expect(onWall(spring)).toEqual(['2026-03-28 22:00 2026-03-29 06:00', 'break 23:00 15', 'lunch 03:00 30']);
    expect((spring.endAt - spring.startAt) / hour).toBe(7);
    const autumn = make(night, '2026-10-24');
    expect(onWall(autumn)).toEqual(['2026-10-24 22:00 2026-10-25 06:00', 'break 23:00 15', 'lunch 03:00 30']);
    expect((autumn.endAt - autumn.startAt) / hour).toBe(9);
  });

  it('keeps a break as long as it is where the clocks change in it', () => {
    const across = { ...night, activities: [{ kind: 'break' as const, offsetMinutes: 165, minutes: 30 }] };
    expect(onWall(make(across, '2026-03-28'))[1]).toBe('break 00:45 30');
    expect(onWall(make(across, '2026-10-24'))[1]).toBe('break 00:45 30');
    const skipped = { ...night, activities: [{ kind: 'break' as const, offsetMinutes: 195, minutes: 30 }] };
    expect(onWall(make(skipped, '2026-03-28'))[1]).toBe('break 02:15 30');
  });

  it('puts what a skipped hour would lay over another after it', () => {
    const two = {
      ...night,
      activities: [
        { kind: 'coaching' as const, offsetMinutes: 195, minutes: 45 },
        { kind: 'break' as const, offsetMinutes: 250, minutes: 15 },
      ],
    };
    expect(onWall(make(two, '2026-03-28')).slice(1)).toEqual(['break 02:10 15', 'coaching 02:25 45']);
  });

  it('is refused where it cannot be', () => {
    expect(() => make({ start: '24:00' }, '2026-03-02')).toThrow(/not a time of day/);
    expect(() => make({ minutes: 1441 }, '2026-03-02')).toThrow(/24 hours/);
    expect(() => make({}, '2026-02-30')).toThrow(Fault);
    expect(() => make({ activities: [{ kind: 'qa', offsetMinutes: 500, minutes: 20 }] }, '2026-03-02')).toThrow(
      /outside/,
    );
    const over = [
      { kind: 'qa' as const, offsetMinutes: 100, minutes: 20 },
      { kind: 'break' as const, offsetMinutes: 90, minutes: 15 },
    ];
    expect(() => make({ activities: over }, '2026-03-02')).toThrow(/the break lies over what comes after it/);
    expect(() => make({ start: '01:00', minutes: 60 }, '2026-03-29')).toThrow(/the clocks skip all of it/);
  });
});

const early: ShiftTemplate = { name: 'early', start: '06:00', minutes: 480, work: 'calls', activities: [] };
const late: ShiftTemplate = { name: 'late', start: '14:00', minutes: 480, work: 'chat', activities: [] };
const five = (name: string) => [name, name, name, name, name, null, null];
const rotation: Rotation = {
  weeks: [five('early'), five('late'), [null, null, null, null, null, 'early', 'late']],
  templates: [early, late],
  startsOn: '2026-03-04',
};
const ada: Rotating = { personId: 'ada', offset: 0, timeZone: 'Europe/Lisbon' };

describe('a rotation (PAT-3)', () => {
  const starts = (people: readonly Rotating[], from: string, days: number) =>
    rotate(rotation, people, from, days, ids()).map(
      ({ personId, startAt, work }) => `${personId ?? ''} ${say('Europe/Lisbon')(startAt).slice(5, 13)} ${work}`,
    );

  it('comes round by weeks from Monday, each person their offset ahead', () => {
    expect(starts([ada], '2026-03-06', 4)).toEqual(['ada 03-06 06 calls', 'ada 03-09 14 chat']);
    expect(starts([{ ...ada, offset: 2 }], '2026-03-02', 8)).toEqual([
      'ada 03-07 06 calls',
      'ada 03-08 14 chat',
      'ada 03-09 06 calls',
    ]);
    expect(starts([{ ...ada, offset: -1 }], '2026-03-02', 7)).toEqual(starts([{ ...ada, offset: 2 }], '2026-03-02', 7));
  });

  it('goes on where it was, from whichever date one asks, also before it began', () => {
    const all = starts([ada], '2026-02-02', 84);
    const parts = [0, 28, 56].flatMap((n) =>
      starts([ada], Temporal.PlainDate.from('2026-02-02').add({ days: n }).toString(), 28),
    );
    expect(parts).toEqual(all);
    expect(starts([ada], '2026-03-23', 21).map((text) => text.slice(12))).toEqual(
      starts([ada], '2026-03-02', 21).map((text) => text.slice(12)),
    );
  });

  it('keeps the wall clock of each person over changes of the clocks', () => {
    const people = [ada, { personId: 'bo', offset: 0, timeZone: 'America/New_York' }];
    const made = rotate(
      { ...rotation, weeks: [['early', 'early', 'early', 'early', 'early', 'early', 'early']] },
      people,
      '2026-03-01',
      35,
      ids(),
    );
    expect(made).toHaveLength(70);
    expect(new Set(made.map(({ id }) => id)).size).toBe(70);
    for (const one of made) {
      const zone = one.personId === 'ada' ? 'Europe/Lisbon' : 'America/New_York';
      expect(say(zone)(one.startAt).slice(11)).toBe('06:00:00');
      expect(say(zone)(one.endAt).slice(11)).toBe('14:00:00');
    }
  });

  it('is refused with weeks of six days, none, or a shift that is not there', () => {
    const run = (over: Partial<Rotation>) => () => rotate({ ...rotation, ...over }, [ada], '2026-03-02', 7, ids());
    expect(run({ weeks: [] })).toThrow(/at least one week/);
    expect(run({ weeks: [five('early').slice(1)] })).toThrow(/Week 1 has 6 days/);
    expect(run({ weeks: [five('noon')] })).toThrow(/the shift "noon", which is not there/);
  });
});

describe('a copy of a shift (PAT-4)', () => {
  it('keeps wall-clock times over the change of the clocks, and all else', () => {
    const one = shift(
      'ada',
      '2026-03-21 22:00',
      '2026-03-22 06:00',
      [['lunch', '2026-03-22 03:00', '2026-03-22 03:30']],
      { work: 'mail' },
    );
    const copy = copyShift(one, 7, 'Europe/Lisbon', ids());
    expect(copy).toMatchObject({ id: 'new 1', personId: 'ada', work: 'mail' });
    expect(copy && onWall(copy)).toEqual(['2026-03-28 22:00 2026-03-29 06:00', 'lunch 03:00 30']);
    expect(copy && copy.endAt - copy.startAt).toBe(7 * hour);
    const back = copyShift(copy ?? one, -7, 'Europe/Lisbon', ids());
    expect(back).toEqual({ ...one, id: 'new 1' });
  });

  it('is none where the clocks skip all of it', () => {
    const one = shift('ada', '2026-03-22 01:00', '2026-03-22 02:00');
    expect(copyShift(one, 7, 'Europe/Lisbon', ids())).toBeNull();
  });

  it('keeps seconds', () => {
    const one = { ...shift('ada', '2026-03-02 08:00', '2026-03-02 16:00'), startAt: lisbon('2026-03-02 08:00') + 1234 };
    expect(copyShift(one, 1, 'Europe/Lisbon', ids())?.startAt).toBe(lisbon('2026-03-03 08:00') + 1234);
  });

  const zones = fc.constantFrom('Europe/Lisbon', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'UTC');
  const parts = fc.uniqueArray(fc.integer({ min: 0, max: 95 }), { minLength: 0, maxLength: 6 });

  it('and one from a template are always shifts that can be, and the wall clock is kept where it has that time', () => {
    fc.assert(
      fc.property(
        zones,
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 0, max: 95 }),
        fc.integer({ min: 8, max: 88 }),
        parts,
        fc.integer({ min: -40, max: 40 }),
        (zone, n, start, length, cuts, days) => {
          const date = Temporal.PlainDate.from('2026-01-01').add({ days: n });
          const edges = cuts.filter((cut) => cut <= length).sort((a, b) => a - b);
          const activities = edges.flatMap((cut, i) =>
            i % 2 === 1 || edges[i + 1] === undefined
              ? []
              : [{ kind: 'break' as const, offsetMinutes: 15 * cut, minutes: 15 * ((edges[i + 1] ?? cut) - cut) }],
          );
          const time = Temporal.PlainTime.from('00:00').add({ minutes: 15 * start });
          const made = make(
            { start: time.toString().slice(0, 5), minutes: 15 * length, activities },
            date.toString(),
            zone,
          );
          const copy = copyShift(made, days, zone, ids());
          for (const one of [made, copy]) {
            // Twenty-four hours can be twenty-five in the night in which the clocks go back: 22 hours stay below.
            if (one !== null) expect(readShift(one, 'x')).toEqual(one);
          }
          const wanted = date.toPlainDateTime(time).add({ days });
          const real = wanted.toZonedDateTime(zone);
          if (real.toPlainDateTime().equals(wanted) && say(zone)(made.startAt).startsWith(date.toString())) {
            const was = date.toPlainDateTime(time);
            if (was.toZonedDateTime(zone).toPlainDateTime().equals(was))
              expect(copy?.startAt).toBe(real.epochMilliseconds);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
