import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rosterPersonSchema, type RosterShift } from '../../../src/contract/roster-common.ts';
import { workKinds } from '../../../src/contract/words.ts';
import { Fault } from '../../../src/domain/fault.ts';
import { prng } from '../../../src/domain/prng.ts';
import { coverage, type CoverageInput } from '../../../src/domain/roster/coverage.ts';
import { loadBand, usualBand } from '../../../src/domain/roster/load.ts';
import { workMinutes } from '../../../src/domain/roster/shift.ts';
import { day, hour, lisbon, minute, shift } from './build.ts';

const at = (time: string) => lisbon(`2026-03-02 ${time}`);
const person = (id: string, over: object = {}) => rosterPersonSchema.parse({ id, ...over });
const hours = (from: string, to: string, over: Partial<CoverageInput>) =>
  coverage({ shifts: [], people: [], from: at(from), to: at(to), intervalMinutes: 60, ...over });

describe('full agents per interval (COV-1, COV-2)', () => {
  it('are heads at queue work, in parts where they are there in parts', () => {
    const shifts = [day('ada', 2), shift('bo', '2026-03-02 11:45', '2026-03-02 14:00')];
    const { scheduled, at: starts, present } = hours('11:00', '14:00', { shifts });
    expect([...scheduled.calls]).toEqual([1.25, 1.5, 2]);
    expect([...starts]).toEqual([at('11:00'), at('12:00'), at('13:00')]);
    expect(present).toBeNull();
  });

  it('are by what is worked on, an activity of another channel there', () => {
    const shifts = [
      shift('ada', '2026-03-02 08:00', '2026-03-02 12:00', [
        ['mail', '2026-03-02 09:00', '2026-03-02 10:30'],
        ['coaching', '2026-03-02 10:30', '2026-03-02 11:00'],
      ]),
      shift('bo', '2026-03-02 08:00', '2026-03-02 12:00', [], { work: 'chat' }),
    ];
    const { scheduled } = hours('08:00', '12:00', { shifts });
    expect([...scheduled.calls]).toEqual([1, 0, 0, 1]);
    expect([...scheduled.mail]).toEqual([0, 1, 0.5, 0]);
    expect([...scheduled.chat]).toEqual([1, 1, 1, 1]);
  });

  it('are weighed by ramp', () => {
    const people = [person('ada', { rampPercent: 50 }), person('bo', { rampPercent: 0 })];
    const shifts = [day('ada', 2), day('bo', 2), day('cy', 2)];
    expect([...hours('09:00', '10:00', { shifts, people }).scheduled.calls]).toEqual([1.5]);
  });

  it('count nobody twice, and no open shift', () => {
    const shifts = [
      shift('ada', '2026-03-02 08:00', '2026-03-02 10:00'),
      shift('ada', '2026-03-02 09:30', '2026-03-02 11:00'),
      day(null, 2),
    ];
    expect([...hours('08:00', '12:00', { shifts }).scheduled.calls]).toEqual([1, 1, 1, 0]);
  });

  it('take the last interval as it is cut', () => {
    const shifts = [day('ada', 2, '08:00', '09:10')].map((one) => ({ ...one, activities: [] }));
    expect([...hours('08:00', '09:20', { shifts }).scheduled.calls]).toEqual([1, 0.5]);
  });

  it('are as many on days of 23 and 25 hours as pass', () => {
    for (const [from, to, count] of [
      ['2026-03-29', '2026-03-30', 92],
      ['2026-10-25', '2026-10-26', 100],
    ] as const) {
      const whole = shift('ada', `${from} 00:00`, `${from} 23:00`);
      const { at: starts, scheduled } = coverage({
        shifts: [whole],
        people: [],
        from: lisbon(`${from} 00:00`),
        to: lisbon(`${to} 00:00`),
        intervalMinutes: 15,
      });
      expect(starts).toHaveLength(count);
      expect(scheduled.calls.reduce((sum, n) => sum + n, 0)).toBe(count - 4);
    }
  });

  it('refuse no interval', () => {
    expect(() => hours('09:00', '09:00', {})).toThrow(Fault);
    expect(() => hours('09:00', '10:00', { intervalMinutes: 0 })).toThrow(Fault);
  });
});

describe('who was there (COV-3)', () => {
  it('is the schedule but for late, absent and gone', () => {
    const shifts = [day('ada', 2), day('bo', 2)];
    const missing = [
      { personId: 'ada', startAt: at('08:00'), endAt: at('08:20') },
      { personId: 'ada', startAt: at('08:10'), endAt: at('08:30') },
      { personId: 'ada', startAt: at('15:00'), endAt: at('16:30') },
      { personId: 'bo', startAt: at('00:00'), endAt: at('23:00') },
      { personId: 'cy', startAt: at('00:00'), endAt: at('23:00') },
    ];
    const { scheduled, present } = hours('08:00', '17:00', { shifts, missing });
    expect([...scheduled.calls]).toEqual([2, 2, 2, 2, 1, 2, 2, 2, 1]);
    expect([...(present?.calls ?? [])]).toEqual([0.5, 1, 1, 1, 0.5, 1, 1, 0, 0]);
  });
});

describe('by skill and by language (COV-4)', () => {
  it('counts who has it, on any queue work', () => {
    const people = [
      person('ada', { skills: { Billing: 3 }, languages: ['pt-PT'] }),
      person('bo', { skills: { billing: 1 }, languages: ['PT-br'], rampPercent: 50 }),
    ];
    const shifts = [day('ada', 2), { ...day('bo', 2), work: 'chat' as const }, day('cy', 2)];
    const { by } = hours('09:00', '10:00', {
      people,
      shifts,
      by: [
        { kind: 'skill', name: 'billing' },
        { kind: 'skill', name: 'billing', minLevel: 2 },
        { kind: 'language', name: 'pt' },
        { kind: 'language', name: 'pt-BR' },
        { kind: 'language', name: 'p' },
      ],
    });
    expect(by.map(([first]) => first)).toEqual([1.5, 1, 1.5, 0.5, 0]);
  });
});

describe('laws of coverage', () => {
  const shifts = fc
    .array(
      fc.record({
        start: fc.integer({ min: 0, max: 20 * 60 }),
        length: fc.integer({ min: 2, max: 240 }),
        work: fc.constantFrom(...workKinds),
        kind: fc.constantFrom('break', 'mail', 'qa'),
      }),
      { maxLength: 10 },
    )
    .map((list) =>
      list.map(({ start, length, work, kind }, i): RosterShift => {
        const startAt = at('00:00') + start * minute;
        const endAt = startAt + length * minute;
        const activities = [{ kind: kind as 'qa', startAt, endAt: startAt + Math.ceil(length / 2) * minute }];
        return { id: `${i}`, personId: `p${i}`, startAt, endAt, work, activities };
      }),
    );

  it('all intervals together are the queue work of all shifts', () => {
    fc.assert(
      fc.property(shifts, fc.constantFrom(5, 15, 30, 60, 77), (list, intervalMinutes) => {
        const { scheduled, present } = coverage({
          shifts: list,
          people: [],
          from: at('00:00'),
          to: at('00:00') + 77 * 24 * minute,
          intervalMinutes,
          missing: [],
        });
        const last = (77 * 24) % intervalMinutes;
        const sum = workKinds.reduce(
          (total, kind) =>
            total +
            scheduled[kind].reduce(
              (part, n, i) => part + n * (last > 0 && i === scheduled[kind].length - 1 ? last : intervalMinutes),
              0,
            ),
          0,
        );
        expect(sum).toBeCloseTo(
          list.reduce((total, one) => total + workMinutes(one), 0),
          6,
        );
        expect(present).toEqual(scheduled);
      }),
    );
  });

  it('100 people in quarters of an hour are counted while one drags', () => {
    const { int } = prng(5);
    const list = Array.from({ length: 100 }, (_, i) => ({
      ...day(`p${i}`, 2, `0${int(6, 9)}:00`, `1${int(4, 8)}:00`),
      id: `${i}`,
    }));
    const people = list.map(({ personId }) => person(personId ?? '', { languages: ['es'] }));
    const input: CoverageInput = {
      shifts: list,
      people,
      from: at('00:00'),
      to: at('00:00') + 24 * hour,
      intervalMinutes: 15,
      missing: [],
    };
    for (let i = 0; i < 50; i += 1) coverage(input);
    const start = performance.now();
    for (let i = 0; i < 20; i += 1) coverage(input);
    const took = (performance.now() - start) / 20;
    // 0.3 ms on a quiet machine; the bound leaves room for a busy one.
    expect(took).toBeLessThan(10);
  });
});

describe('contacts per agent and day (LOD-1)', () => {
  it.each([
    [0, 'below'],
    [39, 'below'],
    [40, 'within'],
    [80, 'within'],
    [81, 'above'],
  ])('%d is %s of the usual band', (count, verdict) => {
    expect(loadBand(count)).toBe(verdict);
    expect(loadBand(count, usualBand)).toBe(verdict);
  });

  it('goes by the band that is given', () => {
    expect(loadBand(50, { low: 60, high: 60 })).toBe('below');
    expect(loadBand(60, { low: 60, high: 60 })).toBe('within');
  });
});
