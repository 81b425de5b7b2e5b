import { proposeInputSchema, type ProposeInput } from '../../../../src/contract/roster.ts';
import { dateOf, dayNumber } from '../../../../src/domain/calendar/wall-time.ts';
import { instantOfWall, zoneOf } from '../../../../src/domain/calendar/zone.ts';
import { prng } from '../../../../src/domain/prng.ts';

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const hour = 3_600_000;

/** Teams, days and demand from a seed: two zones, clocks that change, fixed shifts, days away, wishes, a rule of cover. */
export function madeProposal(seed: number, size: { people: number; days: number; step?: 15 | 30 | 60 }): ProposeInput {
  const random = prng(seed, 0x9e3);
  const step = size.step ?? 30;
  const timeZone = 'Europe/Berlin';
  // The weeks around 29 March 2026, on which clocks go forward in Europe.
  const first = dayNumber('2026-03-23') + random.int(0, 6);
  const zone = zoneOf(timeZone);
  const at = (day: number, minutes: number): number => instantOfWall(zone, first + day, minutes);
  const people = Array.from({ length: size.people }, (_, i) => ({
    id: `p${i}`,
    name: `Person ${i}`,
    contractMinutes: random.pick([null, 2400, 1800, 960]),
    rampPercent: random.pick([100, 100, 60]),
    skills: random.chance(0.4) ? { Billing: random.int(1, 5) } : {},
    timeZone: random.pick([null, null, 'America/New_York']),
    availability: random.chance(0.3)
      ? null
      : Object.fromEntries(
          weekdays
            .filter(() => random.chance(0.8))
            .map((day) => [
              day,
              [
                random.pick([
                  ['07:00', '19:00'],
                  ['09:00', '22:00'],
                  ['20:00', '06:00'],
                ]),
              ],
            ]),
        ),
  }));
  const demand = Array.from({ length: size.days }, (_, day) => day).flatMap((day) =>
    Array.from({ length: (14 * 60) / step }, (_, k) => ({
      at: at(day, 7 * 60) + k * step * 60_000,
      work: random.chance(0.8) ? 'calls' : 'chat',
      required: random.int(0, Math.ceil(size.people / 2)),
    })),
  );
  const fixed = Array.from({ length: random.int(0, 3) }, (_, i) => {
    const startAt = at(random.int(-1, size.days), random.pick([6, 9, 22]) * 60);
    return {
      id: `fixed${i}`,
      personId: `p${i % size.people}`,
      startAt,
      endAt: startAt + 8 * hour,
      work: 'calls',
      activities: [],
    };
  });
  return proposeInputSchema.parse({
    timeZone,
    from: dateOf(first),
    days: size.days,
    intervalMinutes: step,
    people,
    demand,
    fixed,
    away: [{ personId: 'p1', startAt: at(1, 0), endAt: at(2, 0) }],
    wishes: [
      { personId: 'p0', date: dateOf(first + 1), kind: 'off', weight: 3 },
      { personId: 'p2', date: dateOf(first), kind: 'start', time: '10:00' },
      { personId: 'p2', date: dateOf(first + 1), kind: 'on' },
    ],
    rules: {
      maxDaysInRow: random.int(2, 5),
      cover: [
        { kind: 'skill', name: 'billing', people: 1, hours: { mon: [['09:00', '12:00']], tue: [['09:00', '12:00']] } },
      ],
    },
    seconds: 2,
  });
}
