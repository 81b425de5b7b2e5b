import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  adherenceInputSchema,
  adherenceSchema,
  type AdherenceInput,
  type AgentState,
} from '../../../src/contract/roster.ts';
import type { ActivityKind, RosterShift } from '../../../src/contract/roster-common.ts';
import { activityKinds, agentStates } from '../../../src/contract/words.ts';
import { adherence } from '../../../src/domain/roster/adherence/adherence.ts';
import { isFit, isWorking } from '../../../src/domain/roster/adherence/fit.ts';
import { Fault } from '../../../src/domain/fault.ts';
import { prng } from '../../../src/domain/prng.ts';
import { hour, lisbon, minute, say, shift } from './build.ts';

const at = (time: string) => lisbon(`2026-03-02 ${time}`);
type Given = Partial<Omit<AdherenceInput, 'shifts'>> & { readonly shifts: AdherenceInput['shifts'] };
const look = (given: Given) =>
  adherence(adherenceInputSchema.parse({ states: [], from: at('00:00'), to: at('00:00') + 24 * hour, ...given }));

/** `09:00 available`, one a line; each until the next, the last until `until`. */
const log = (personId: string, text: string, until: string | null = null): AdherenceInput['states'] => {
  const rows = text
    .trim()
    .split('\n')
    .map((row) => row.trim().split(' '));
  return rows.map(([time = '', state], i) => {
    const next = rows[i + 1]?.[0] ?? until;
    return { personId, state: state as AgentState, startAt: at(time), endAt: next === null ? null : at(next) };
  });
};
const on = (personId: string, from: string, to: string, parts: [ActivityKind, string, string][] = [], work = 'calls') =>
  shift(
    personId,
    `2026-03-02 ${from}`,
    `2026-03-02 ${to}`,
    parts.map(([kind, a, b]) => [kind, `2026-03-02 ${a}`, `2026-03-02 ${b}`]),
    { work: work as 'calls' },
  );
const morning = on('ada', '08:00', '12:00', [['break', '10:00', '10:15']]);

describe('adherence and conformance (ADH-3, ADH-4)', () => {
  it('are whole where all is done as planned', () => {
    const states = log('ada', '08:00 available\n 09:00 onCall\n 09:30 wrapUp\n 10:00 break\n 10:15 available', '12:00');
    expect(look({ shifts: [morning], states }).all).toEqual({
      scheduledMinutes: 240,
      adherentMinutes: 240,
      excusedMinutes: 0,
      plannedWorkMinutes: 225,
      workedMinutes: 225,
      adherence: 1,
      conformance: 1,
    });
  });

  it('tell when from how much: a break taken later costs the one and not the other', () => {
    const states = log('ada', '08:00 available\n 10:30 lunch\n 10:45 available', '12:00');
    const { people } = look({ shifts: [morning], states });
    expect(people[0]).toMatchObject({ adherentMinutes: 210, adherence: 210 / 240, conformance: 1 });
    expect(
      people[0]?.deviations.map(({ startAt, endAt, planned, state }) => [
        say('Europe/Lisbon')(startAt).slice(11, 16),
        say('Europe/Lisbon')(endAt).slice(11, 16),
        planned,
        state,
      ]),
    ).toEqual([
      ['10:00', '10:15', 'break', 'available'],
      ['10:30', '10:45', 'calls', 'lunch'],
    ]);
  });

  it('pass one where more was worked than planned, outside of the shift too', () => {
    const states = log('ada', '07:30 available\n 12:30 offline', '13:00');
    const { people } = look({ shifts: [morning], states });
    expect(people[0]).toMatchObject({ workedMinutes: 300, conformance: 300 / 225, adherence: 225 / 240 });
    expect(people[0]?.deviations.map(({ planned }) => planned)).toEqual([null, 'break', null]);
  });

  it('are nought where no state is known, and none where nothing was scheduled', () => {
    const { people, all } = look({ shifts: [morning], states: log('bo', '09:00 onCall', '09:30') });
    expect(people[0]).toMatchObject({ personId: 'ada', scheduledMinutes: 240, adherence: 0, conformance: 0 });
    expect(people[1]).toMatchObject({
      personId: 'bo',
      scheduledMinutes: 0,
      adherence: null,
      conformance: null,
      workedMinutes: 30,
    });
    expect(all).toMatchObject({ scheduledMinutes: 240, workedMinutes: 30, adherence: 0 });
    expect(look({ shifts: [] }).all).toMatchObject({ adherence: null, conformance: null });
  });

  it('leave excused time out on both sides', () => {
    const exceptions = [
      { personId: 'ada', startAt: at('09:00'), endAt: at('09:45'), reason: 'System down' },
      { personId: 'ada', startAt: at('09:30'), endAt: at('10:00'), reason: 'Still' },
      { personId: 'zoe', startAt: at('09:00'), endAt: at('10:00'), reason: '' },
    ];
    const states = log(
      'ada',
      '08:00 available\n 09:00 offline\n 09:50 available\n 10:00 break\n 10:15 available',
      '12:00',
    );
    const { people } = look({ shifts: [morning], states, exceptions });
    expect(people).toHaveLength(1);
    expect(people[0]).toMatchObject({
      scheduledMinutes: 180,
      excusedMinutes: 60,
      plannedWorkMinutes: 165,
      workedMinutes: 165,
      adherence: 1,
      conformance: 1,
    });
    expect(people[0]?.deviations).toEqual([
      { startAt: at('09:00'), endAt: at('09:50'), planned: 'calls', state: 'offline', excused: true },
    ]);
  });

  it('count nothing after now (ADH-6)', () => {
    const states = log('ada', '08:00 available');
    const { all, intervals } = look({ shifts: [morning], states, now: at('09:30'), intervalMinutes: 60 });
    expect(all).toMatchObject({ scheduledMinutes: 90, adherentMinutes: 90, adherence: 1 });
    expect(intervals.slice(8, 11).map((one) => one.scheduledMinutes)).toEqual([60, 30, 0]);
    expect(look({ shifts: [morning], states, now: at('07:00') }).people[0]).toMatchObject({
      scheduledMinutes: 0,
      adherence: null,
    });
  });

  it('are summed by team, people without one left out', () => {
    const shifts = [on('ada', '08:00', '10:00'), on('bo', '08:00', '09:00'), on('cy', '08:00', '12:00')];
    const states = [...log('ada', '08:00 onCall', '10:00'), ...log('cy', '08:00 onCall', '12:00')];
    const { teams, all } = look({ shifts, states, teams: { ada: 'Blue', bo: 'Blue' } });
    expect(teams).toMatchObject([{ team: 'Blue', scheduledMinutes: 180, adherentMinutes: 120, adherence: 120 / 180 }]);
    expect(teams).toHaveLength(1);
    expect(all).toMatchObject({ scheduledMinutes: 420, adherentMinutes: 360 });
  });
});

describe('states (ADH-1, ADH-2)', () => {
  it.each<[ActivityKind, AgentState[]]>([
    ['calls', ['available', 'onCall', 'wrapUp']],
    ['chat', ['available', 'wrapUp', 'chat']],
    ['mail', ['mail']],
    ['break', ['break', 'lunch']],
    ['lunch', ['break', 'lunch']],
    ['coaching', ['coaching']],
    ['qa', ['qa']],
    ['meeting', ['meeting']],
    ['training', ['training']],
    ['offQueue', ['coaching', 'qa', 'meeting', 'training', 'offQueue']],
  ])('that fit %s are %s', (planned, states) => {
    expect(agentStates.filter((state) => isFit(planned, state))).toEqual(states);
    expect(isFit(planned, null)).toBe(false);
  });

  it('of queue work are five', () => {
    expect(agentStates.filter(isWorking)).toEqual(['available', 'onCall', 'wrapUp', 'chat', 'mail']);
  });

  it('that overlap: the one that began last counts, and what it lay over goes on', () => {
    const states: AdherenceInput['states'] = [
      { personId: 'ada', state: 'available', startAt: at('08:00'), endAt: null },
      { personId: 'ada', state: 'meeting', startAt: at('09:00'), endAt: at('09:30') },
      { personId: 'ada', state: 'onCall', startAt: at('09:15'), endAt: at('09:20') },
      { personId: 'ada', state: 'break', startAt: at('10:00'), endAt: at('10:15') },
    ];
    const { people } = look({ shifts: [morning], states, now: at('12:00') });
    expect(people[0]).toMatchObject({ adherentMinutes: 240 - 25 });
    expect(people[0]?.deviations.map(({ startAt, state }) => [startAt, state])).toEqual([
      [at('09:00'), 'meeting'],
      [at('09:20'), 'meeting'],
    ]);
  });

  it('that are open end where the next begins', () => {
    const open = log('ada', '08:00 available\n 10:00 break\n 10:15 available\n 12:00 offline').map((one) => ({
      ...one,
      endAt: null,
    }));
    expect(look({ shifts: [morning], states: open.toReversed() }).people[0]).toMatchObject({
      adherence: 1,
      conformance: 1,
    });
  });

  it('by ISO 8601 and by ms are the same', () => {
    const states = log('ada', '08:00 available', '12:00');
    const iso = states.map((one) => ({
      ...one,
      startAt: new Date(one.startAt).toISOString(),
      endAt: new Date(one.endAt ?? 0).toISOString(),
    }));
    expect(look({ shifts: [morning], states: iso })).toEqual(look({ shifts: [morning], states }));
  });
});

describe('days of 23 and 25 hours', () => {
  it.each([
    ['2026-03-29', 23, 7],
    ['2026-10-25', 25, 9],
  ])('%s has its intervals and its night as they pass', (date, hours, length) => {
    const before = new Date(Date.parse(date) - 24 * hour).toISOString().slice(0, 10);
    const after = new Date(Date.parse(date) + 24 * hour).toISOString().slice(0, 10);
    const night = shift('ada', `${before} 22:00`, `${date} 06:00`);
    const from = lisbon(`${date} 00:00`);
    const to = lisbon(`${after} 00:00`);
    const states = [{ personId: 'ada', state: 'onCall' as const, startAt: night.startAt, endAt: night.endAt }];
    const { all, intervals } = look({ shifts: [night], states, from, to, intervalMinutes: 60 });
    expect(intervals).toHaveLength(hours);
    expect(all).toMatchObject({ scheduledMinutes: (length - 2) * 60, adherence: 1 });
  });
});

describe('what cannot be', () => {
  it.each<[Partial<AdherenceInput>, string]>([
    [{ to: at('00:00') }, 'to'],
    [{ to: at('00:00') + 5000 * 24 * hour, intervalMinutes: 5 }, 'intervalMinutes'],
    [{ states: [{ personId: 'a', state: 'onCall', startAt: at('09:00'), endAt: at('08:00') }] }, 'states.0.endAt'],
    [{ exceptions: [{ personId: 'a', startAt: at('09:00'), endAt: at('08:00'), reason: '' }] }, 'exceptions.0.endAt'],
  ])('is refused at its field', (over, field) => {
    try {
      look({ shifts: [], ...over });
      expect.unreachable();
    } catch (error) {
      expect(error instanceof Fault && error.data?.field).toBe(field);
    }
  });
});

const ms = fc.integer({ min: -2 * hour, max: 10 * hour });
const stretch = fc
  .tuple(ms, fc.integer({ min: 1, max: 3 * hour }))
  .map(([a, n]) => ({ startAt: at('08:00') + a, endAt: at('08:00') + a + n }));
const person = fc.constantFrom('ada', 'bo', 'cy');
const world = fc.record({
  shifts: fc
    .array(fc.tuple(person, stretch, fc.constantFrom(...activityKinds), fc.boolean()), { maxLength: 6 })
    .map((list) =>
      list.map(([personId, { startAt, endAt }, kind, has], i): RosterShift => {
        const middle = Math.floor((startAt + endAt) / 2);
        return {
          id: `${i}`,
          personId,
          startAt,
          endAt,
          work: 'calls',
          activities: has && middle > startAt ? [{ kind, startAt, endAt: middle }] : [],
        };
      }),
    ),
  states: fc
    .array(fc.tuple(person, stretch, fc.constantFrom(...agentStates), fc.boolean()), { maxLength: 12 })
    .map((list) =>
      list.map(([personId, { startAt, endAt }, state, open]) => ({
        personId,
        state,
        startAt,
        endAt: open ? null : endAt,
      })),
    ),
  exceptions: fc
    .array(fc.tuple(person, stretch), { maxLength: 3 })
    .map((list) => list.map(([personId, span]) => ({ personId, reason: '', ...span }))),
  teams: fc.constant({ ada: 'Blue', bo: 'Blue', cy: 'Red' }),
  from: ms.map((n) => at('08:00') + n - 2 * hour),
  length: fc.integer({ min: 1, max: 12 * hour }),
  intervalMinutes: fc.constantFrom(5, 15, 60, 1440),
  now: fc.option(
    ms.map((n) => at('08:00') + n),
    { nil: undefined },
  ),
});

const of = <T extends { readonly personId: string | null }>(list: readonly T[], id: string): T[] =>
  list.filter((one) => one.personId === id);
const covers = (one: { readonly startAt: number; readonly endAt: number | null }, t: number) =>
  one.startAt <= t && t < (one.endAt ?? Infinity);

/** Of shifts at once the first until it ends, then what is left of the next. */
const plannedAt = (shifts: readonly RosterShift[], t: number): ActivityKind | null => {
  let taken = -Infinity;
  for (const one of shifts.toSorted((a, b) => a.startAt - b.startAt)) {
    if (t >= taken && covers(one, t)) return one.activities.find((part) => covers(part, t))?.kind ?? one.work;
    taken = Math.max(taken, one.endAt);
  }
  return null;
};

type State = { readonly state: AgentState; readonly startAt: number; readonly endAt: number | null };
const stateAt = (states: readonly State[], t: number): AgentState | null => {
  const [first, ...rest] = states.filter((one) => covers(one, t));
  if (first === undefined) return null;
  return rest.reduce((best, one) => (one.startAt >= best.startAt ? one : best), first).state;
};

describe('laws of adherence', () => {
  const asked = ({ from, length, now, ...rest }: typeof world extends fc.Arbitrary<infer W> ? W : never) => ({
    ...rest,
    from,
    to: from + length,
    ...(now !== undefined && { now }),
  });
  const keys = [
    'scheduledMinutes',
    'adherentMinutes',
    'excusedMinutes',
    'plannedWorkMinutes',
    'workedMinutes',
  ] as const;
  const inMs = (minutes: number) => Math.round(minutes * minute);

  it('people, teams and intervals each add up to all, to the millisecond (ADH-7)', () => {
    fc.assert(
      fc.property(world, (given) => {
        const found = look(asked(given));
        expect(adherenceSchema.parse(found)).toEqual(found);
        const { all, people, teams, intervals } = found;
        for (const key of keys) {
          for (const parts of [people, teams, intervals]) {
            expect(parts.reduce((sum, one) => sum + inMs(one[key]), 0)).toBe(inMs(all[key]));
          }
        }
        expect(all.adherentMinutes).toBeLessThanOrEqual(all.scheduledMinutes);
        expect(all.plannedWorkMinutes).toBeLessThanOrEqual(all.scheduledMinutes);
      }),
    );
  });

  it('what deviates in scheduled time is what is not adherent', () => {
    fc.assert(
      fc.property(world, (given) => {
        for (const one of look(asked(given)).people) {
          const missed = one.deviations
            .filter(({ planned, excused }) => planned !== null && !excused)
            .reduce((sum, { startAt, endAt }) => sum + endAt - startAt, 0);
          expect(missed).toBe(inMs(one.scheduledMinutes) - inMs(one.adherentMinutes));
          one.deviations.forEach(({ startAt, endAt }, i) => {
            expect(endAt).toBeGreaterThan(startAt);
            expect(startAt).toBeGreaterThanOrEqual(one.deviations[i - 1]?.endAt ?? startAt);
          });
        }
      }),
    );
  });

  it('is what a look at each moment by itself says', () => {
    const spots = fc.array(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), {
      minLength: 20,
      maxLength: 20,
    });
    fc.assert(
      fc.property(world, spots, (given, places) => {
        const input = asked(given);
        const last = Math.min(input.to, input.now ?? input.to);
        const times = places.map((place) => Math.floor(input.from + place * (input.to - input.from)));
        for (const { personId, deviations } of look(input).people) {
          for (const t of times.filter((time) => time < last)) {
            const planned = plannedAt(of(given.shifts, personId), t);
            const state = stateAt(of(given.states, personId), t);
            const deviates = planned === null ? state !== null && state !== 'offline' : !isFit(planned, state);
            const told = deviations.find((one) => covers(one, t));
            expect(told && [told.planned, told.state]).toEqual(deviates ? [planned, state] : undefined);
          }
        }
      }),
    );
  });

  it('of two shifts at once counts the one that began first until it ends', () => {
    const shifts = [on('ada', '08:00', '10:00'), on('ada', '09:00', '11:00', [['coaching', '09:00', '10:30']])];
    const states = log('ada', '08:00 onCall\n 10:00 coaching\n 10:30 onCall', '11:00');
    expect(look({ shifts, states }).all).toMatchObject({
      scheduledMinutes: 180,
      adherence: 1,
      plannedWorkMinutes: 150,
    });
  });
});

describe('200 people and a day in quarters of an hour', () => {
  it('are compared in a moment', () => {
    const { int, pick } = prng(11);
    const crowd = Array.from({ length: 200 }, (_, i) => `p${i}`);
    const shifts = crowd.map((id) => on(id, `0${int(6, 9)}:00`, `${int(14, 18)}:00`, [['lunch', '12:00', '12:30']]));
    const states = crowd.flatMap((personId) => {
      let t = at('06:30');
      return Array.from({ length: 150 }, () => {
        const startAt = t;
        t += int(1, 8) * minute;
        return { personId, state: pick(agentStates), startAt, endAt: t };
      });
    });
    const input = adherenceInputSchema.parse({ shifts, states, from: at('00:00'), to: at('00:00') + 24 * hour });
    adherence(input);
    const start = performance.now();
    const { people } = adherence(input);
    const took = performance.now() - start;
    expect(people).toHaveLength(200);
    // 20 to 40 ms on a quiet machine; the bound leaves room for a busy one.
    expect(took).toBeLessThan(400);
  });
});
