import { describe, expect, it } from 'vitest';
import type { Calendar } from '../../../src/contract/calendar.ts';
import {
  addMinutes,
  addOpenMs,
  calendarAt,
  isOpenAt,
  minutesBetween,
  openIntervals,
} from '../../../src/domain/calendar/arithmetic.ts';
import { compileCalendar, compiledFor } from '../../../src/domain/calendar/compile.ts';
import { toInstant } from '../../../src/domain/calendar/instant.ts';
import { instantInWords, minutesInWords } from '../../../src/domain/calendar/words.ts';
import { Fault } from '../../../src/domain/fault.ts';

const ms = (iso: string) => Date.parse(iso);
const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString().replace(':00.000Z', 'Z'));

const nineToFive: [string, string][] = [['09:00', '17:00']];
const weekdayHours = (hours: [string, string][]) => ({ mon: hours, tue: hours, wed: hours, thu: hours, fri: hours });
const utc = (calendar: Partial<Calendar>): Calendar => ({ timeZone: 'UTC', hours: {}, ...calendar });

const office = utc({ hours: weekdayHours(nineToFive) });
const lunch = utc({
  hours: weekdayHours([
    ['09:00', '12:00'],
    ['13:00', '17:30'],
  ]),
});

const add = (calendar: Calendar, from: string, minutes: number) =>
  iso(addMinutes(compileCalendar(calendar), ms(from), minutes));
const between = (calendar: Calendar, from: string, to: string) =>
  minutesBetween(compileCalendar(calendar), ms(from), ms(to));
const periods = (calendar: Calendar, from: string, to: string) =>
  openIntervals(compileCalendar(calendar), ms(from), ms(to)).map((span) => span.map(iso));
const around = (calendar: Calendar, at: string) => {
  const found = calendarAt(compileCalendar(calendar), ms(at));
  return [found.open, iso(found.nextOpenAt), iso(found.nextCloseAt), iso(found.previousCloseAt)];
};
const refusal = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    if (error instanceof Fault) return `${error.code}: ${error.message}`;
    throw error;
  }
  return 'was not refused';
};

// 2026-01-05 is a Monday.
describe('adding open minutes (CAL-10 to CAL-12)', () => {
  it.each([
    ['within a day', office, '2026-01-05T09:30Z', 60, '2026-01-05T10:30Z'],
    ['over the night', office, '2026-01-05T16:30Z', 60, '2026-01-06T09:30Z'],
    ['over the weekend', office, '2026-01-09T16:30Z', 60, '2026-01-12T09:30Z'],
    ['from before opening', office, '2026-01-05T03:00Z', 1, '2026-01-05T09:01Z'],
    ['exactly what is left is due at closing', office, '2026-01-05T16:00Z', 60, '2026-01-05T17:00Z'],
    ['from closing, the next opening counts', office, '2026-01-05T17:00Z', 1, '2026-01-06T09:01Z'],
    ['a whole day from opening', office, '2026-01-05T09:00Z', 480, '2026-01-05T17:00Z'],
    ['over lunch', lunch, '2026-01-05T11:30Z', 60, '2026-01-05T13:30Z'],
    ['exactly until lunch', lunch, '2026-01-05T11:30Z', 30, '2026-01-05T12:00Z'],
    ['a week of lunches', lunch, '2026-01-05T09:00Z', 450 * 5, '2026-01-09T17:30Z'],
    ['nothing, while closed', office, '2026-01-04T12:00Z', 0, '2026-01-04T12:00Z'],
    ['less than a millisecond', office, '2026-01-04T12:00Z', 0.000_001, '2026-01-04T12:00Z'],
    ['half a minute', office, '2026-01-05T09:00Z', 0.5, '2026-01-05T09:00:30.000Z'],
    ['back within a day', office, '2026-01-05T10:30Z', -60, '2026-01-05T09:30Z'],
    ['back, exactly to the opening', office, '2026-01-06T10:00Z', -60, '2026-01-06T09:00Z'],
    ['back over the weekend', office, '2026-01-12T09:30Z', -60, '2026-01-09T16:30Z'],
    ['back from closed time', office, '2026-01-11T09:30Z', -60, '2026-01-09T16:00Z'],
    ['back over years', office, '2026-01-05T09:00Z', -480 * 5 * 522, '2016-01-04T09:00Z'],
    ['forth over years', office, '2016-01-04T09:00Z', 480 * 5 * 522, '2026-01-02T17:00Z'],
  ])('%s', (_, calendar, from, minutes, due) => {
    expect(add(calendar, from, minutes)).toBe(due);
  });

  it('rounds a fraction to the millisecond, halves away from zero', () => {
    const cal = compileCalendar(utc({ alwaysOpen: true }));
    expect(addMinutes(cal, 1000, 1.5 / 60_000)).toBe(1002);
    expect(addMinutes(cal, 1000, -1.5 / 60_000)).toBe(998);
    expect(addMinutes(cal, 1000, 1.4 / 60_000)).toBe(1001);
    expect(addOpenMs(cal, 1000, 7)).toBe(1007);
  });

  it('refuses what it can never reach', () => {
    expect(refusal(() => add(utc({}), '2026-01-05T09:00Z', 1))).toMatch(/^INVALID: .* never open/);
    expect(refusal(() => add(utc({}), '2026-01-05T09:00Z', -1))).toMatch(/^INVALID: .* never open/);
    expect(refusal(() => add(office, '2026-01-05T09:00Z', 1e9))).toMatch(/^INVALID: .*1900 to 2199/);
    expect(refusal(() => add(office, '2026-01-05T09:00Z', -1e9))).toMatch(/^INVALID: .*1900 to 2199/);
    expect(refusal(() => add(office, '2026-01-05T09:00Z', Number.NaN))).toMatch(/^INVALID/);
    expect(refusal(() => addMinutes(compileCalendar(office), 8e15, 1))).toMatch(/^INVALID: .*1900 to 2199/);
    expect(refusal(() => addMinutes(compileCalendar(office), Number.NaN, 1))).toMatch(/^INVALID/);
  });

  it('stops at the last opening of a calendar that only has exceptions', () => {
    const calendar = utc({ exceptions: [{ date: '2026-01-05', hours: nineToFive }] });
    expect(add(calendar, '2026-01-01T00:00Z', 480)).toBe('2026-01-05T17:00Z');
    expect(refusal(() => add(calendar, '2026-01-01T00:00Z', 481))).toMatch(/^INVALID/);
  });
});

describe('measuring open minutes (CAL-13)', () => {
  it.each([
    ['a day', office, '2026-01-05T00:00Z', '2026-01-06T00:00Z', 480],
    ['nothing on a weekend', office, '2026-01-10T00:00Z', '2026-01-12T09:00Z', 0],
    ['lunch left out', lunch, '2026-01-05T11:30Z', '2026-01-05T13:30Z', 60],
    ['backwards', office, '2026-01-06T09:30Z', '2026-01-05T16:30Z', -60],
    ['ten years', office, '2016-01-04T09:00Z', '2026-01-02T17:00Z', 480 * 5 * 522],
    ['a fraction', office, '2026-01-05T08:00Z', '2026-01-05T09:00:00.500Z', 0.5 / 60],
  ])('%s', (_, calendar, from, to, minutes) => {
    expect(between(calendar, from, to)).toBe(minutes);
  });
});

describe('hours (CAL-2, CAL-3)', () => {
  it('joins what ends at 24:00 with what starts at 00:00', () => {
    const calendar = utc({ hours: { mon: [['20:00', '24:00']], tue: [['00:00', '02:00']] } });
    expect(periods(calendar, '2026-01-05T00:00Z', '2026-01-07T00:00Z')).toEqual([
      ['2026-01-05T20:00Z', '2026-01-06T02:00Z'],
    ]);
  });

  it('runs past midnight, from the day it starts on', () => {
    const calendar = utc({ hours: { fri: [['22:00', '06:00']] } });
    expect(periods(calendar, '2026-01-05T00:00Z', '2026-01-12T00:00Z')).toEqual([
      ['2026-01-09T22:00Z', '2026-01-10T06:00Z'],
    ]);
    expect(around(calendar, '2026-01-10T03:00Z')).toEqual([
      true,
      '2026-01-10T03:00Z',
      '2026-01-10T06:00Z',
      '2026-01-10T03:00Z',
    ]);
  });

  it('takes 00:00 as an end for midnight', () => {
    expect(between(utc({ hours: { mon: [['22:00', '00:00']] } }), '2026-01-05T00:00Z', '2026-01-12T00:00Z')).toBe(120);
  });

  it('counts overlapping and unsorted intervals once', () => {
    const calendar = utc({
      hours: {
        mon: [
          ['13:00', '17:00'],
          ['09:00', '14:00'],
          ['10:00', '11:00'],
          ['17:00', '18:00'],
        ],
      },
    });
    expect(periods(calendar, '2026-01-05T00:00Z', '2026-01-06T00:00Z')).toEqual([
      ['2026-01-05T09:00Z', '2026-01-05T18:00Z'],
    ]);
  });

  it('joins a night with the hours of the next day', () => {
    const calendar = utc({ hours: { mon: [['22:00', '10:00']], tue: [['09:00', '12:00']] } });
    expect(between(calendar, '2026-01-05T00:00Z', '2026-01-07T00:00Z')).toBe(14 * 60);
  });

  it('carries a night over the turn of the year, whichever year is asked about first', () => {
    const hours: [string, string][] = [['22:00', '06:00']];
    const calendar = compileCalendar(utc({ hours: { ...weekdayHours(hours), sat: hours, sun: hours } }));
    expect(iso(calendarAt(calendar, ms('2026-01-01T03:00Z')).nextCloseAt)).toBe('2026-01-01T06:00Z');
    expect(openIntervals(calendar, ms('2025-12-31T12:00Z'), ms('2026-01-01T12:00Z')).map((s) => s.map(iso))).toEqual([
      ['2025-12-31T22:00Z', '2026-01-01T06:00Z'],
    ]);
  });
});

describe('days that differ (CAL-6 to CAL-9)', () => {
  const day = (calendar: Partial<Calendar>) =>
    periods(utc({ hours: weekdayHours(nineToFive), ...calendar }), '2026-01-05T00:00Z', '2026-01-06T00:00Z');
  const mon = '2026-01-05';

  it('an exception replaces the hours, and may empty them', () => {
    expect(day({ exceptions: [{ date: mon, hours: [['10:00', '11:00']] }] })).toEqual([
      ['2026-01-05T10:00Z', '2026-01-05T11:00Z'],
    ]);
    expect(day({ exceptions: [{ date: mon, hours: [] }] })).toEqual([]);
  });

  it('a closure is taken out of the hours', () => {
    expect(day({ closures: [{ date: mon, from: '11:00', to: '12:00' }] })).toEqual([
      ['2026-01-05T09:00Z', '2026-01-05T11:00Z'],
      ['2026-01-05T12:00Z', '2026-01-05T17:00Z'],
    ]);
    expect(day({ closures: [{ date: mon, from: '00:00', to: '24:00' }] })).toEqual([]);
    expect(day({ closures: [{ date: mon, from: '08:00', to: '10:00' }] })).toEqual([
      ['2026-01-05T10:00Z', '2026-01-05T17:00Z'],
    ]);
  });

  it('a closure is taken out of an exception too, and may overlap another', () => {
    expect(
      day({
        exceptions: [{ date: mon, hours: [['08:00', '20:00']] }],
        closures: [
          { date: mon, from: '12:00', to: '14:00' },
          { date: mon, from: '13:00', to: '15:00' },
          { date: mon, from: '19:00', to: '23:00' },
        ],
      }),
    ).toEqual([
      ['2026-01-05T08:00Z', '2026-01-05T12:00Z'],
      ['2026-01-05T15:00Z', '2026-01-05T19:00Z'],
    ]);
  });

  it('a holiday wins over an exception', () => {
    expect(day({ holidays: [mon], exceptions: [{ date: mon, hours: [['10:00', '11:00']] }] })).toEqual([]);
  });

  const nights: Partial<Calendar> = { hours: weekdayHours([['22:00', '06:00']]) };

  it('a holiday removes the shift that starts on it, not the one that runs into it', () => {
    expect(periods(utc({ ...nights, holidays: ['2026-01-06'] }), '2026-01-05T12:00Z', '2026-01-08T12:00Z')).toEqual([
      ['2026-01-05T22:00Z', '2026-01-06T06:00Z'],
      ['2026-01-07T22:00Z', '2026-01-08T06:00Z'],
    ]);
  });

  it('a closure of that morning ends the shift that runs into it', () => {
    const calendar = utc({
      ...nights,
      holidays: ['2026-01-06'],
      closures: [{ date: '2026-01-06', from: '00:00', to: '24:00' }],
    });
    expect(periods(calendar, '2026-01-05T12:00Z', '2026-01-07T12:00Z')).toEqual([
      ['2026-01-05T22:00Z', '2026-01-06T00:00Z'],
    ]);
  });

  it('a closure may pass midnight', () => {
    const calendar = utc({ ...nights, closures: [{ date: '2026-01-05', from: '23:00', to: '01:00' }] });
    expect(periods(calendar, '2026-01-05T12:00Z', '2026-01-06T12:00Z')).toEqual([
      ['2026-01-05T22:00Z', '2026-01-05T23:00Z'],
      ['2026-01-06T01:00Z', '2026-01-06T06:00Z'],
    ]);
  });

  it('always open still knows holidays, exceptions and closures', () => {
    const calendar = utc({
      alwaysOpen: true,
      hours: { mon: [['09:00', '10:00']] },
      holidays: ['2026-01-06'],
      exceptions: [{ date: '2026-01-07', hours: [['08:00', '12:00']] }],
      closures: [{ date: '2026-01-08', from: '02:00', to: '03:00' }],
    });
    expect(periods(calendar, '2026-01-05T00:00Z', '2026-01-09T00:00Z')).toEqual([
      ['2026-01-05T00:00Z', '2026-01-06T00:00Z'],
      ['2026-01-07T08:00Z', '2026-01-07T12:00Z'],
      ['2026-01-08T00:00Z', '2026-01-08T02:00Z'],
      ['2026-01-08T03:00Z', '2026-01-09T00:00Z'],
    ]);
  });
});

describe('edges around an instant (CAL-15)', () => {
  it.each([
    ['inside', '2026-01-05T10:00Z', true, '2026-01-05T10:00Z', '2026-01-05T17:00Z', '2026-01-05T10:00Z'],
    ['at opening', '2026-01-05T09:00Z', true, '2026-01-05T09:00Z', '2026-01-05T17:00Z', '2026-01-02T17:00Z'],
    ['at closing', '2026-01-05T17:00Z', false, '2026-01-06T09:00Z', '2026-01-06T17:00Z', '2026-01-05T17:00Z'],
    ['closed', '2026-01-04T12:00Z', false, '2026-01-05T09:00Z', '2026-01-05T17:00Z', '2026-01-02T17:00Z'],
    ['at new year', '2026-01-01T00:00Z', false, '2026-01-01T09:00Z', '2026-01-01T17:00Z', '2025-12-31T17:00Z'],
  ])('%s', (_, at, ...found) => {
    expect(around(office, at)).toEqual(found);
  });

  it('has no edges where there are none', () => {
    const at = '2026-01-05T10:00Z';
    expect(around(utc({ alwaysOpen: true }), at)).toEqual([true, at, null, at]);
    expect(around(utc({}), at)).toEqual([false, null, null, null]);
    const once = utc({ exceptions: [{ date: '2026-01-05', hours: nineToFive }] });
    expect(around(once, '2026-01-06T00:00Z')).toEqual([false, null, null, '2026-01-05T17:00Z']);
    expect(around(once, '2025-01-06T00:00Z')).toEqual([false, '2026-01-05T09:00Z', '2026-01-05T17:00Z', null]);
  });

  it('sees hours of 00:00 to 24:00 every day as one period', () => {
    const hours: [string, string][] = [['00:00', '24:00']];
    const calendar = { timeZone: 'Europe/Lisbon', hours: { ...weekdayHours(hours), sat: hours, sun: hours } };
    expect(periods(calendar, '2020-01-01T00:00Z', '2030-01-01T00:00Z')).toEqual([
      ['2020-01-01T00:00Z', '2030-01-01T00:00Z'],
    ]);
  });
});

describe('open periods between two instants (CAL-16)', () => {
  it('clips to what was asked, half-open', () => {
    expect(periods(office, '2026-01-05T10:00Z', '2026-01-06T10:00Z')).toEqual([
      ['2026-01-05T10:00Z', '2026-01-05T17:00Z'],
      ['2026-01-06T09:00Z', '2026-01-06T10:00Z'],
    ]);
    expect(periods(office, '2026-01-05T17:00Z', '2026-01-06T09:00Z')).toEqual([]);
    expect(periods(office, '2026-01-06T10:00Z', '2026-01-05T10:00Z')).toEqual([]);
    expect(periods(office, '2026-01-05T10:00Z', '2026-01-05T10:00Z')).toEqual([]);
  });

  it('refuses more periods than anyone can use', () => {
    const hours = Array.from({ length: 24 }, (_, h): [string, string] => {
      const hour = String(h).padStart(2, '0');
      return [`${hour}:00`, `${hour}:30`];
    });
    expect(
      refusal(() => periods(utc({ hours: weekdayHours(hours) }), '2000-01-01T00:00Z', '2030-01-01T00:00Z')),
    ).toMatch(/^INVALID: .*shorter/);
  });
});

describe('wall clocks that jump (CAL-4, CAL-5)', () => {
  const zone = (timeZone: string, hours: [string, string][]): Calendar => ({
    timeZone,
    hours: { ...weekdayHours(hours), sat: hours, sun: hours },
  });

  it.each([
    ['Lisbon, the short night', 'Europe/Lisbon', '22:00', '06:00', '2026-03-28T12:00Z', 420],
    ['Lisbon, the long night', 'Europe/Lisbon', '22:00', '06:00', '2026-10-24T12:00Z', 540],
    ['New York, the short day', 'America/New_York', '00:00', '24:00', '2026-03-08T05:00Z', 1440],
    ['New York, hours over the gap', 'America/New_York', '01:00', '04:00', '2026-03-08T05:00Z', 120],
    ['New York, hours over the repeated hour', 'America/New_York', '01:30', '03:00', '2026-11-01T04:00Z', 150],
    ['New York, up to the first 01:30', 'America/New_York', '00:30', '01:30', '2026-11-01T04:00Z', 60],
    ['Lord Howe, half an hour repeated', 'Australia/Lord_Howe', '01:00', '03:00', '2026-04-04T13:00Z', 150],
    ['Lord Howe, half an hour skipped', 'Australia/Lord_Howe', '01:00', '03:00', '2026-10-03T13:30Z', 90],
  ])('%s', (_, timeZone, from, to, start, minutes) => {
    const day = iso(ms(start) + 86_400_000) ?? '';
    expect(between(zone(timeZone, [[from, to]]), start, day)).toBe(minutes);
  });

  it('moves a skipped opening forward by what was skipped', () => {
    expect(periods(zone('America/New_York', [['02:30', '05:00']]), '2026-03-08T05:00Z', '2026-03-09T04:00Z')).toEqual([
      ['2026-03-08T07:30Z', '2026-03-08T09:00Z'],
    ]);
  });

  it('keeps nine to five at nine to five on both sides of the change', () => {
    expect(add({ timeZone: 'Europe/Lisbon', hours: weekdayHours(nineToFive) }, '2026-03-27T16:30Z', 60)).toBe(
      '2026-03-30T08:30Z',
    );
  });

  it('has no hours on a date the zone left out, and carries a night over it', () => {
    const days = { timeZone: 'Pacific/Apia', hours: weekdayHours(nineToFive) };
    expect(periods(days, '2011-12-29T10:00Z', '2012-01-02T12:00Z')).toEqual([
      ['2011-12-29T19:00Z', '2011-12-30T03:00Z'],
      ['2012-01-01T19:00Z', '2012-01-02T03:00Z'],
    ]);
    const night = { timeZone: 'Pacific/Apia', hours: { thu: [['22:00', '06:00']] as [string, string][] } };
    expect(periods(night, '2011-12-29T12:00Z', '2012-01-02T12:00Z')).toEqual([
      ['2011-12-30T08:00Z', '2011-12-30T16:00Z'],
    ]);
  });

  it('carries a night over a date left out at the turn of the year', () => {
    // Kiritimati went from Friday 30 December 1994 to Sunday 1 January 1995, from UTC-10 to UTC+14.
    const night: Calendar = { timeZone: 'Pacific/Kiritimati', hours: { fri: [['22:00', '06:00']] } };
    expect(periods(night, '1994-12-31T00:00Z', '1995-01-02T00:00Z')).toEqual([
      ['1994-12-31T08:00Z', '1994-12-31T16:00Z'],
    ]);
  });

  it('knows zones without a change, and fixed offsets', () => {
    expect(periods(zone('+05:30', nineToFive), '2026-01-05T00:00Z', '2026-01-06T00:00Z')).toEqual([
      ['2026-01-05T03:30Z', '2026-01-05T11:30Z'],
    ]);
  });
});

describe('what is refused (CAL-1, CAL-2, CAL-3, CAL-7)', () => {
  it.each([
    ['an unknown zone', utc({ timeZone: 'Mars/Olympus' }), 'Mars/Olympus'],
    ['an hour that is none', utc({ hours: { mon: [['9', '17:00']] } }), '"9" is not a time of day'],
    ['an hour past the day', utc({ hours: { mon: [['09:00', '24:30']] } }), '"24:30" is not a time of day'],
    ['hours without length', utc({ hours: { mon: [['09:00', '09:00']] } }), 'no length'],
    ['hours from 24:00', utc({ hours: { mon: [['24:00', '06:00']] } }), '24:00'],
    ['a date that does not exist', utc({ holidays: ['2026-02-30'] }), '2026-02-30'],
    ['a date that is none', utc({ closures: [{ date: 'today', from: '09:00', to: '10:00' }] }), 'today'],
    [
      'two exceptions for one date',
      utc({ exceptions: ['2026-01-05', '2026-01-05'].map((date) => ({ date, hours: [] })) }),
      'two exceptions',
    ],
  ])('%s', (_, calendar, words) => {
    const message = refusal(() => compileCalendar(calendar));
    expect(message).toMatch(/^INVALID/);
    expect(message).toContain(words);
  });
});

describe('around the calendar', () => {
  it('compiles calendars of the same content once', () => {
    expect(compiledFor({ ...office })).toBe(compiledFor({ ...office }));
    expect(compiledFor(lunch)).not.toBe(compiledFor(office));
  });

  it('takes instants as epoch ms or ISO 8601', () => {
    expect(toInstant(5)).toBe(5);
    expect(toInstant('2026-01-05T10:00:00+01:00')).toBe(ms('2026-01-05T09:00Z'));
    expect(refusal(() => toInstant('soon'))).toMatch(/^INVALID/);
  });

  it('is half-open', () => {
    const cal = compileCalendar(office);
    expect(isOpenAt(cal, ms('2026-01-05T09:00Z'))).toBe(true);
    expect(isOpenAt(cal, ms('2026-01-05T09:00Z') - 1)).toBe(false);
    expect(isOpenAt(cal, ms('2026-01-05T17:00Z') - 1)).toBe(true);
    expect(isOpenAt(cal, ms('2026-01-05T17:00Z'))).toBe(false);
  });

  it('says instants and minutes in words, to the nearest minute (SLA-21)', () => {
    const noon = ms('2026-06-01T11:00Z');
    expect(instantInWords('Europe/Lisbon', noon, noon)).toBe('12:00');
    expect(instantInWords('Europe/Lisbon', ms('2026-06-02T08:05Z'), noon)).toBe('Tue 2 Jun 09:05');
    expect(instantInWords('Europe/Lisbon', ms('2027-06-02T08:05Z'), noon)).toBe('Wed 2 Jun 2027 09:05');
    expect(instantInWords('UTC', noon)).toBe('Mon 1 Jun 2026 11:00');
    expect([0, 0.2, 0.5, 1, 45.4, 45.5, 119.4, 119.6, 200].map(minutesInWords)).toEqual([
      '0 minutes',
      'under a minute',
      '1 minute',
      '1 minute',
      '45 minutes',
      '46 minutes',
      '119 minutes',
      '2 h',
      '3 h 20 min',
    ]);
  });
});
