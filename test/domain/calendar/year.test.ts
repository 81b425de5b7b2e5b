import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { Calendar } from '../../../src/contract/calendar.ts';
import { weekdays } from '../../../src/contract/words.ts';
import { minutesBetween, openIntervals } from '../../../src/domain/calendar/arithmetic.ts';
import { compileCalendar } from '../../../src/domain/calendar/compile.ts';
import { calendarYear } from '../../../src/domain/calendar/year.ts';

const lunch: [string, string][] = [
  ['09:00', '12:00'],
  ['13:00', '17:00'],
];
const weekly = Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, lunch]));
const office = (more: Partial<Calendar> = {}): Calendar => ({ timeZone: 'Europe/Lisbon', hours: weekly, ...more });
const dayOf = (calendar: Calendar, date: string) =>
  calendarYear(calendar, Number(date.slice(0, 4))).days.find((day) => day.date === date);

describe('yearly days (CAL-17)', () => {
  const periods = (calendar: Calendar, from: string, to: string) =>
    openIntervals(compileCalendar(calendar), Date.parse(from), Date.parse(to)).length;
  const christmas = office({ timeZone: 'UTC', yearly: [{ month: 12, day: 25, name: 'Christmas Day' }] });

  it('close their day in every year', () => {
    for (const year of [1999, 2025, 2026, 2150])
      expect(periods(christmas, `${year}-12-25T00:00Z`, `${year}-12-26T00:00Z`)).toBe(0);
    expect(periods(christmas, '2026-12-24T00:00Z', '2026-12-25T00:00Z')).toBe(2);
  });

  it('may have hours of their own', () => {
    const calendar = office({ yearly: [{ month: 12, day: 24, hours: [['09:00', '12:00']], name: 'Christmas Eve' }] });
    expect(dayOf(calendar, '2026-12-24')).toMatchObject({ minutes: 180, kind: 'half', name: 'Christmas Eve' });
  });

  it('on 29 February come in leap years alone', () => {
    const calendar = office({ yearly: [{ month: 2, day: 29, name: 'Leap day' }] });
    expect(dayOf(calendar, '2028-02-29')).toMatchObject({ kind: 'holiday', why: 'yearly' });
    expect(calendarYear(calendar, 2026).days.filter(({ kind }) => kind === 'holiday')).toEqual([]);
    expect(dayOf(calendar, '2027-03-01')).toMatchObject({ kind: 'open' });
  });

  it('give way to what is written for one date', () => {
    const calendar = office({
      yearly: [{ month: 12, day: 25 }],
      exceptions: [{ date: '2026-12-25', hours: [['10:00', '11:00']] }],
    });
    expect(dayOf(calendar, '2026-12-25')).toMatchObject({ minutes: 60, why: 'exception' });
    expect(dayOf({ ...calendar, holidays: ['2026-12-25'] }, '2026-12-25')).toMatchObject({
      minutes: 0,
      why: 'holiday',
    });
  });

  it.each([
    [{ month: 2, day: 30 }, '02-30'],
    [{ month: 4, day: 31 }, '04-31'],
  ])('that no year has are refused: %j', (day, said) => {
    expect(() => compileCalendar(office({ yearly: [day] }))).toThrow(said);
  });

  it('are refused twice for one day', () => {
    const twice = [
      { month: 5, day: 1 },
      { month: 5, day: 1, name: 'Labour Day' },
    ];
    expect(() => compileCalendar(office({ yearly: twice }))).toThrow('05-01 is there twice every year');
  });

  it('count like a holiday of each year, whatever the year', () => {
    const days = fc.record({ month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) });
    fc.assert(
      fc.property(days, fc.integer({ min: 1950, max: 2150 }), ({ month, day }, year) => {
        const date = Temporal.PlainDate.from({ year, month, day }).toString();
        const from = Date.UTC(year, 0, 1);
        const to = Date.UTC(year + 1, 0, 1);
        const once = compileCalendar(office({ holidays: [date] }));
        const yearly = compileCalendar(office({ yearly: [{ month, day }] }));
        expect(minutesBetween(yearly, from, to)).toBe(minutesBetween(once, from, to));
      }),
      { numRuns: 40 },
    );
  });
});

describe('names (CAL-19)', () => {
  it('change nothing that is counted, and holidays may be written with or without', () => {
    const plain = office({ holidays: ['2026-05-01'], exceptions: [{ date: '2026-05-04', hours: [] }] });
    const named = office({
      holidays: [{ date: '2026-05-01', name: 'Labour Day' }],
      exceptions: [{ date: '2026-05-04', hours: [], name: 'Stock-taking' }],
    });
    const [a, b] = [calendarYear(plain, 2026), calendarYear(named, 2026)];
    expect(b.days.map(({ minutes }) => minutes)).toEqual(a.days.map(({ minutes }) => minutes));
    expect(b.days.filter(({ name }) => name !== null).map(({ date, name }) => [date, name])).toEqual([
      ['2026-05-01', 'Labour Day'],
      ['2026-05-04', 'Stock-taking'],
    ]);
    expect(a.days.every(({ name }) => name === null)).toBe(true);
  });
});

describe('a year of days (CAL-20)', () => {
  const calendar = office({
    holidays: [{ date: '2026-04-03', name: 'Good Friday' }],
    exceptions: [
      { date: '2026-12-24', hours: [['09:00', '12:00']], name: 'Christmas Eve' },
      { date: '2026-11-28', hours: [['10:00', '14:00']], name: 'Sale' },
      { date: '2026-11-30', hours: [], name: 'Stock-taking' },
    ],
    closures: [
      { date: '2026-06-02', from: '15:00', to: '24:00', name: 'Works meeting' },
      { date: '2026-06-06', from: '15:00', to: '24:00', name: 'On a free day' },
    ],
  });
  it.each([
    ['2026-03-02', { minutes: 420, kind: 'open', why: 'weekly', name: null, hours: lunch }],
    ['2026-03-01', { minutes: 0, kind: 'closed', why: 'weekly', name: null, hours: [] }],
    ['2026-04-03', { minutes: 0, kind: 'holiday', why: 'holiday', name: 'Good Friday', hours: [] }],
    [
      '2026-12-24',
      { minutes: 180, kind: 'half', why: 'exception', name: 'Christmas Eve', hours: [['09:00', '12:00']] },
    ],
    ['2026-11-28', { minutes: 240, kind: 'extra', why: 'exception', name: 'Sale', hours: [['10:00', '14:00']] }],
    ['2026-11-30', { minutes: 0, kind: 'holiday', why: 'exception', name: 'Stock-taking', hours: [] }],
    ['2026-06-02', { minutes: 300, kind: 'half', why: 'closure', name: 'Works meeting' }],
    ['2026-06-06', { minutes: 0, kind: 'closed', why: 'weekly', name: null }],
  ])('%s', (date, expected) => {
    expect(dayOf(calendar, date)).toMatchObject(expected);
  });

  it('counts what passes on a date, whichever day the night belongs to', () => {
    const nights: Calendar = { timeZone: 'UTC', hours: { mon: [['22:00', '06:00']] }, holidays: ['2026-01-06'] };
    expect(dayOf(nights, '2026-01-05')).toMatchObject({ minutes: 120, hours: [['22:00', '24:00']] });
    expect(dayOf(nights, '2026-01-06')).toMatchObject({ minutes: 360, kind: 'holiday', hours: [['00:00', '06:00']] });
  });

  it('knows days of 23 and 25 hours and one that was left out', () => {
    const always: Calendar = { timeZone: 'Europe/Berlin', hours: {}, alwaysOpen: true };
    expect(dayOf(always, '2026-03-29')).toMatchObject({ minutes: 23 * 60, hours: [['00:00', '24:00']], why: 'always' });
    expect(dayOf(always, '2026-10-25')?.minutes).toBe(25 * 60);
    expect(dayOf({ ...always, timeZone: 'Pacific/Apia' }, '2011-12-30')).toMatchObject({ minutes: 0, why: 'missing' });
  });

  it('has ISO weeks, those that reach over too', () => {
    const { weeks } = calendarYear(office(), 2026);
    expect(weeks).toHaveLength(53);
    expect(weeks[0]).toEqual({ week: 1, monday: '2025-12-29', minutes: 5 * 420 });
    expect(weeks.at(-1)).toMatchObject({ week: 53, monday: '2026-12-28' });
    expect(calendarYear(office(), 2027).weeks[0]).toMatchObject({ week: 53, monday: '2026-12-28' });
  });

  it('its days make up its sum, and agree with Temporal about their names', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1975, max: 2080 }),
        fc.constantFrom('UTC', 'Europe/Lisbon', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu'),
        (year, timeZone) => {
          const nights = Object.fromEntries(weekdays.map((day) => [day, [['21:30', '02:30'] as [string, string]]]));
          const made = calendarYear({ timeZone, hours: nights }, year);
          expect(made.days.reduce((sum, { minutes }) => sum + minutes, 0)).toBeCloseTo(made.minutes, 6);
          expect(made.days).toHaveLength(Temporal.PlainDate.from({ year, month: 1, day: 1 }).daysInYear);
          for (const { week, monday } of made.weeks) {
            const date = Temporal.PlainDate.from(monday);
            expect([date.dayOfWeek, date.weekOfYear]).toEqual([1, week]);
          }
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe('changes of the clocks (CAL-21)', () => {
  it('says what a clock does, in this year and the next', () => {
    const changes = calendarYear(office({ timeZone: 'Europe/Berlin' }), 2027).changes.slice(0, 2);
    expect(changes).toEqual([
      {
        at: Date.UTC(2027, 2, 28, 1),
        date: '2027-03-28',
        from: '02:00',
        to: '03:00',
        offsetBeforeMinutes: 60,
        offsetAfterMinutes: 120,
        kind: 'skipped',
      },
      {
        at: Date.UTC(2027, 9, 31, 1),
        date: '2027-10-31',
        from: '03:00',
        to: '02:00',
        offsetBeforeMinutes: 120,
        offsetAfterMinutes: 60,
        kind: 'repeated',
      },
    ]);
    expect(calendarYear(office({ timeZone: 'Europe/Berlin' }), 2027).changes).toHaveLength(4);
  });

  it('half an hour in Lord Howe, none in Tokyo or at a fixed offset', () => {
    const [first] = calendarYear(office({ timeZone: 'Australia/Lord_Howe' }), 2026).changes;
    expect(first).toMatchObject({ date: '2026-04-05', from: '02:00', to: '01:30', kind: 'repeated' });
    for (const timeZone of ['Asia/Tokyo', '+05:30'])
      expect(calendarYear(office({ timeZone }), 2026).changes).toEqual([]);
  });
});
