import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { breaksInputSchema, type BreaksInput } from '../../../src/contract/roster.ts';
import type { RosterShift } from '../../../src/contract/roster-common.ts';
import { prng } from '../../../src/domain/prng.ts';
import { placeBreaks } from '../../../src/domain/roster/breaks/place.ts';

const at = (time: string, day = '02'): number => Date.parse(`2026-03-${day}T${time}:00Z`);
const minute = 60_000;

type Given = Omit<z.input<typeof breaksInputSchema>, 'timeZone'>;
const place = (given: Given) => placeBreaks(breaksInputSchema.parse({ timeZone: 'Europe/Lisbon', ...given }));

const pausesOf = ({ activities }: RosterShift) => activities.filter(({ kind }) => kind === 'break' || kind === 'lunch');
const timesOf = (shift: RosterShift | undefined): string[] =>
  (shift?.activities ?? []).map(({ kind, startAt, endAt }) => {
    const text = (ms: number): string => new Date(ms).toISOString().slice(11, 16);
    return `${kind} ${text(startAt)}-${text(endAt)}`;
  });

const shift = (id: string, from: string, to: string, activities: [string, string, string][] = []) => ({
  id,
  personId: id,
  startAt: at(from),
  endAt: at(to),
  activities: activities.map(([kind, start, end]) => ({ kind: kind as 'break', startAt: at(start), endAt: at(end) })),
});

/** People missing, squared, in hours: counted minute by minute, on its own. */
function shortOf(input: BreaksInput, shifts: readonly RosterShift[]): number {
  let sum = 0;
  for (const { at: from, work, required } of input.demand) {
    for (let quarter = 0; quarter < input.intervalMinutes; quarter += 15) {
      let there = 0;
      for (let m = quarter; m < quarter + 15; m += 1) {
        const now = Number(from) + m * minute;
        for (const each of shifts) {
          const activity = each.activities.find(({ startAt, endAt }) => startAt <= now && now < endAt);
          const does = activity?.kind ?? each.work;
          if (each.personId !== null && each.startAt <= now && now < each.endAt && does === work) there += 1 / 15;
        }
      }
      const short = required - there;
      if (short > 1e-9) sum += (short * short) / 4;
    }
  }
  return sum;
}

describe('placing breaks (SPEC PRO-10 to PRO-12)', () => {
  it('moves a lunch out of the peak', () => {
    const demand = [12, 13].flatMap((hour) =>
      [0, 15, 30, 45].map((m) => ({ at: at(`${hour}:${m || '00'}`), required: 2 })),
    );
    const { shifts, shortBefore, shortAfter } = place({
      shifts: [
        shift('a', '09:00', '17:00', [['lunch', '12:00', '13:00']]),
        shift('b', '09:00', '17:00', [['lunch', '12:30', '13:30']]),
      ],
      demand,
    });
    expect(shortBefore).toBeCloseTo(0.5 + 0.5 * 4 + 0.5);
    expect(shortAfter).toBe(0);
    for (const each of shifts)
      expect(pausesOf(each).map(({ startAt, endAt }) => endAt - startAt)).toEqual([60 * minute]);
  });

  it('gives a long shift without one a break, in the middle where nothing is asked', () => {
    const { shifts } = place({ shifts: [shift('a', '09:00', '17:00')], demand: [] });
    expect(timesOf(shifts[0])).toEqual(['break 12:45-13:15']);
    expect(place({ shifts: [shift('a', '09:00', '15:00')], demand: [] }).shifts[0]?.activities).toEqual([]);
    const off = place({ shifts: [shift('a', '09:00', '17:00')], demand: [], rules: { off: ['missingBreak'] } });
    expect(off.shifts[0]?.activities).toEqual([]);
  });

  it('leaves no work longer than the rule, even where that is short of people', () => {
    const demand = Array.from({ length: 40 }, (_, i) => ({
      at: at('08:00') + i * 15 * minute,
      required: i < 26 ? 5 : 0,
    }));
    const { shifts } = place({ shifts: [shift('a', '08:00', '18:00', [['break', '13:00', '13:30']])], demand });
    const [pause] = pausesOf(shifts[0] as RosterShift);
    expect(pause?.startAt).toBeLessThanOrEqual(at('14:00'));
    expect(pause?.endAt).toBeGreaterThanOrEqual(at('12:00'));
  });

  it('stays off other activities, and leaves what has begun', () => {
    const { shifts } = place({
      shifts: [
        shift('a', '09:00', '17:00', [
          ['break', '10:15', '10:30'],
          ['coaching', '12:00', '14:00'],
          ['lunch', '11:30', '12:00'],
        ]),
      ],
      demand: [
        { at: at('11:00'), required: 1 },
        { at: at('11:30'), required: 1 },
      ],
      intervalMinutes: 30,
      now: at('10:20'),
    });
    expect(timesOf(shifts[0])).toEqual([
      'break 10:15-10:30',
      'coaching 12:00-14:00',
      expect.stringMatching(/^lunch 1[45]:/),
    ]);
  });

  it('puts nothing before now', () => {
    const demand = Array.from({ length: 8 }, (_, i) => ({ at: at('13:00') + i * 15 * minute, required: 1 }));
    const { shifts } = place({
      shifts: [shift('a', '09:00', '17:00', [['lunch', '13:00', '13:30']])],
      demand,
      now: at('12:50'),
    });
    expect(timesOf(shifts[0])).toEqual(['lunch 15:00-15:30']);
  });

  it('takes what has no place as it is: a shift too short, a day full of meetings', () => {
    const given = [
      shift('a', '09:00', '11:00', [['break', '10:00', '10:15']]),
      shift('b', '09:00', '17:00', [['meeting', '10:00', '16:00']]),
    ];
    const { shifts } = place({ shifts: given, demand: [{ at: at('10:00'), required: 3 }] });
    expect(shifts.map(timesOf)).toEqual([['break 10:00-10:15'], ['meeting 10:00-16:00']]);
    expect(place({ shifts: [], demand: [] })).toEqual({ shifts: [], shortBefore: 0, shortAfter: 0 });
  });

  it('lets open shifts have their breaks without counting anybody', () => {
    const { shifts, shortBefore, shortAfter } = place({
      shifts: [{ ...shift('a', '09:00', '17:00'), personId: null }],
      demand: [{ at: at('12:00'), required: 1 }],
    });
    expect([shortBefore, shortAfter]).toEqual([0.25, 0.25]);
    expect(pausesOf(shifts[0] as RosterShift)).toHaveLength(1);
  });
});

/** Shifts and a demand that leaves no easy place, from a seed. */
function madeInput(seed: number, people: number, hours: number, pauses: number): BreaksInput {
  const random = prng(seed, 77);
  const shifts = Array.from({ length: people }, (_, i) => {
    const start = at('08:00') + random.int(0, 4) * 15 * minute;
    const end = start + (hours * 60 + 15 * random.int(0, 2)) * minute;
    const activities = Array.from({ length: pauses }, (_, k) => {
      const from = start + (75 + 60 * k) * minute;
      return {
        kind: k === 0 ? ('break' as const) : ('lunch' as const),
        startAt: from,
        endAt: from + (k === 0 ? 15 : 30) * minute,
      };
    });
    return {
      id: `s${i}`,
      personId: `p${i}`,
      startAt: start,
      endAt: end,
      work: random.chance(0.7) ? 'calls' : 'chat',
      activities,
    };
  });
  const demand = Array.from({ length: hours * 4 + 8 }, (_, i) => i).flatMap((i) => [
    { at: at('08:00') + i * 15 * minute, work: 'calls', required: random.int(0, Math.ceil(people * 0.7)) },
    { at: at('08:00') + i * 15 * minute, work: 'chat', required: random.int(0, Math.ceil(people * 0.4)) },
  ]);
  return breaksInputSchema.parse({
    timeZone: 'UTC',
    shifts,
    demand,
    intervalMinutes: 15,
    rules: { breakAfterMinutes: 180 },
  });
}

/** Every way to place one shift's pauses by the rules, on quarters. */
function everyPlacing(given: RosterShift): RosterShift[] {
  const lengths = pausesOf(given).map(({ kind, startAt, endAt }) => ({ kind, ms: endAt - startAt }));
  const quarters: number[] = [];
  for (let t = Math.ceil(given.startAt / (15 * minute)) * 15 * minute; t < given.endAt; t += 15 * minute)
    quarters.push(t);
  let ways: { startAt: number; endAt: number; kind: 'break' | 'lunch' }[][] = [[]];
  for (const { kind, ms } of lengths)
    ways = ways.flatMap((way) =>
      quarters
        .filter(
          (t) =>
            t >= (way.at(-1)?.endAt ?? 0) && t >= given.startAt + 60 * minute && t + ms <= given.endAt - 60 * minute,
        )
        .map((t) => [...way, { kind: kind as 'break', startAt: t, endAt: t + ms }]),
    );
  const longest = (way: (typeof ways)[number]): number => {
    const edges = [given.startAt, ...way.flatMap(({ startAt, endAt }) => [startAt, endAt]), given.endAt];
    let most = 0;
    for (let i = 0; i < edges.length; i += 2) most = Math.max(most, (edges[i + 1] ?? 0) - (edges[i] ?? 0));
    return most;
  };
  return ways.filter((way) => longest(way) <= 180 * minute).map((activities) => ({ ...given, activities }));
}

describe('the places found', () => {
  it.each(Array.from({ length: 12 }, (_, seed) => seed))('are as good as the best of all, seed %i', (seed) => {
    const input = madeInput(seed, 3, 5, seed % 2 === 0 ? 1 : 2);
    const { shifts, shortBefore, shortAfter } = placeBreaks(input);
    expect(shortBefore).toBeCloseTo(shortOf(input, input.shifts as RosterShift[]), 9);
    expect(shortAfter).toBeCloseTo(shortOf(input, shifts), 9);
    const ways = (input.shifts as RosterShift[]).map(everyPlacing);
    let least = Infinity;
    // Only the best and the first of each two shifts' coverage have to be looked at: three nested loops are quick enough.
    const demand = new Map(input.demand.map(({ at: from, work, required }) => [`${Number(from)}${work}`, required]));
    const gridOf = (each: RosterShift): Map<string, number> => {
      const cells = new Map<string, number>();
      for (let t = each.startAt; t < each.endAt; t += 15 * minute)
        if (!each.activities.some(({ startAt, endAt }) => startAt <= t && t < endAt)) cells.set(`${t}${each.work}`, 1);
      return cells;
    };
    const keys = [...demand.keys()];
    const rows = ways.map((own) =>
      own.map((way) => {
        const cells = gridOf(way);
        return Uint8Array.from(keys, (key) => cells.get(key) ?? 0);
      }),
    );
    const wanted = keys.map((key) => demand.get(key) ?? 0);
    const [first = [], second = [], third = []] = rows;
    for (const a of first)
      for (const b of second)
        for (const c of third) {
          let sum = 0;
          for (let i = 0; i < wanted.length && sum < least; i += 1) {
            const short = (wanted[i] ?? 0) - (a[i] ?? 0) - (b[i] ?? 0) - (c[i] ?? 0);
            if (short > 0) sum += (short * short) / 4;
          }
          least = Math.min(least, sum);
        }
    expect(shortAfter).toBeCloseTo(least, 9);
  });

  it('keep the rules and every length in a hundred shifts, in well under a second', () => {
    const input = madeInput(1, 100, 9, 2);
    const from = performance.now();
    const { shifts, shortBefore, shortAfter } = placeBreaks(input);
    expect(performance.now() - from).toBeLessThan(5000);
    expect(shortAfter).toBeLessThan(shortBefore);
    for (const [i, each] of shifts.entries()) {
      const given = input.shifts[i];
      const pauses = pausesOf(each);
      expect(pauses.map(({ kind, startAt, endAt }) => [kind, endAt - startAt])).toEqual(
        (given?.activities ?? []).map(({ kind, startAt, endAt }) => [kind, Number(endAt) - Number(startAt)]),
      );
      expect(Math.min(...pauses.map(({ startAt }) => startAt))).toBeGreaterThanOrEqual(each.startAt + 60 * minute);
      expect(Math.max(...pauses.map(({ endAt }) => endAt))).toBeLessThanOrEqual(each.endAt - 60 * minute);
    }
  });
});
