import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Calendar, HoursInterval } from '../../../src/contract/calendar.ts';
import { weekdays } from '../../../src/contract/words.ts';
import { calendarProblems, minutesPerWeek } from '../../../src/domain/calendar/check.ts';
import { timeOf, wallSpan } from '../../../src/domain/calendar/wall-time.ts';

const utc = (calendar: Partial<Calendar>): Calendar => ({ timeZone: 'UTC', hours: {}, ...calendar });
const office = utc({ hours: { mon: [['09:00', '17:00']] } });
const fields = (calendar: Calendar) => calendarProblems(calendar).map(({ field }) => field);

describe('what is wrong with a calendar (CAL-18)', () => {
  it.each<[string, Calendar, string[]]>([
    ['nothing', office, []],
    ['around the clock', utc({ alwaysOpen: true }), []],
    [
      'nights that touch the next opening',
      utc({ hours: { mon: [['22:00', '06:00']], tue: [['06:00', '22:00']] } }),
      [],
    ],
    ['an unknown zone', utc({ timeZone: 'Mars/Olympus', hours: office.hours }), ['timeZone']],
    ['an interval without length', utc({ hours: { mon: [['09:00', '09:00']] } }), ['hours.mon.0']],
    ['a start at 24:00', utc({ hours: { mon: [['24:00', '06:00']] } }), ['hours.mon.0']],
    [
      'two intervals that overlap',
      utc({
        hours: {
          fri: [
            ['09:00', '13:00'],
            ['12:00', '17:00'],
          ],
        },
      }),
      ['hours.fri.1'],
    ],
    [
      'a night that runs into the next opening',
      utc({ hours: { mon: [['22:00', '06:00']], tue: [['05:00', '09:00']] } }),
      ['hours.tue.0'],
    ],
    [
      'a Sunday night into Monday',
      utc({ hours: { sun: [['22:00', '06:00']], mon: [['05:59', '09:00']] } }),
      ['hours.mon.0'],
    ],
    ['no hours at all', utc({}), ['hours']],
    [
      'hours on holidays alone',
      utc({ holidays: ['2026-05-01'], exceptions: [{ date: '2026-05-01', hours: [['09:00', '10:00']] }] }),
      ['hours'],
    ],
    [
      'two exceptions for one date',
      utc({
        ...office,
        exceptions: [
          { date: '2026-05-01', hours: [] },
          { date: '2026-05-01', hours: [] },
        ],
      }),
      ['exceptions.1.date'],
    ],
    [
      'an exception that overlaps itself',
      utc({
        ...office,
        exceptions: [
          {
            date: '2026-05-01',
            hours: [
              ['09:00', '12:00'],
              ['11:00', '13:00'],
            ],
          },
        ],
      }),
      ['exceptions.0.hours.1'],
    ],
    [
      'an exception that runs into the next day',
      utc({ ...office, exceptions: [{ date: '2026-01-04', hours: [['22:00', '10:00']] }] }),
      ['exceptions.0.hours'],
    ],
    [
      'a closure without length',
      utc({ ...office, closures: [{ date: '2026-05-01', from: '10:00', to: '10:00' }] }),
      ['closures.0.from'],
    ],
    ['30 February', utc({ ...office, yearly: [{ month: 2, day: 30 }] }), ['yearly.0.day']],
    [
      'one yearly day twice',
      utc({
        ...office,
        yearly: [
          { month: 12, day: 25 },
          { month: 12, day: 25 },
        ],
      }),
      ['yearly.1.day'],
    ],
    [
      'yearly hours without length',
      utc({ ...office, yearly: [{ month: 12, day: 24, hours: [['09:00', '09:00']] }] }),
      ['yearly.0.hours.0'],
    ],
  ])('%s', (_, calendar, expected) => {
    expect(fields(calendar)).toEqual(expected);
  });

  it('says every problem at once, in words that name the day', () => {
    const problems = calendarProblems(
      utc({
        timeZone: 'Nowhere',
        hours: {
          mon: [['09:00', '09:00']],
          tue: [
            ['08:00', '12:00'],
            ['11:00', '13:00'],
          ],
        },
      }),
    );
    expect(problems.map(({ field }) => field)).toEqual(['timeZone', 'hours.mon.0', 'hours.tue.1']);
    expect(problems[2]?.message).toBe('Tuesday: 11:00 to 13:00 overlaps 08:00 to 12:00. Join them, or move one.');
  });
});

describe('open minutes of a usual week (CAL-18)', () => {
  it.each<[string, Calendar, number | null]>([
    ['an office', office, 480],
    ['around the clock', utc({ alwaysOpen: true }), 10_080],
    ['every night', utc({ hours: { sun: [['22:00', '06:00']], mon: [['22:00', '24:00']] } }), 600],
    [
      'what is open twice counts once',
      utc({
        hours: {
          mon: [
            ['09:00', '12:00'],
            ['10:00', '13:00'],
          ],
        },
      }),
      240,
    ],
    ['hours that cannot be read', utc({ hours: { mon: [['09:00', '09:00']] } }), null],
  ])('%s', (_, calendar, minutes) => {
    expect(minutesPerWeek(calendar)).toBe(minutes);
  });
});

describe('hours that overlap (CAL-18)', () => {
  const interval = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 24 }))
    .filter(([from, to]) => from !== to)
    .map(([from, to]): HoursInterval => [timeOf(from * 60), timeOf(to * 60)]);
  const day = fc.array(interval, { maxLength: 2 });
  const week = fc.tuple(day, day, day, day, day, day, day);

  it('are found exactly where a week is open for less than its intervals are long', () => {
    fc.assert(
      fc.property(week, (days) => {
        const calendar = utc({ hours: Object.fromEntries(weekdays.map((name, i) => [name, days[i] ?? []])) });
        const long = days.flat().reduce((sum, [from, to]) => {
          const span = wallSpan(from, to, '');
          return sum + span.to - span.from;
        }, 0);
        const found = calendarProblems(calendar).filter(({ field }) => field !== 'hours');
        expect(found.length > 0).toBe((minutesPerWeek(calendar) ?? 0) < long);
      }),
    );
  });
});
