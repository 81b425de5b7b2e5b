import { describe, expect, it } from 'vitest';
import type { ReportTime } from '../../../src/contract/index.ts';
import { dayNumber, weekdayOf } from '../../../src/domain/calendar/wall-time.ts';
import { zoneOf } from '../../../src/domain/calendar/zone.ts';
import { builtIns } from '../../../src/domain/reports/built-in.ts';
import { duesBetween, nextDue, type DueBy } from '../../../src/domain/reports/due.ts';
import { againstOf, monthsTo, periodOf, yearBefore } from '../../../src/domain/reports/period.ts';

/** Monday to Friday, without some days. */
const days = (timeZone: string, holidays: readonly string[] = []): DueBy => ({
  zone: zoneOf(timeZone),
  isWorkday: (day) => weekdayOf(day) < 5 && !holidays.map(dayNumber).includes(day),
});
const time = (given: Partial<ReportTime>): ReportTime => ({
  every: 'day',
  at: '08:30',
  weekday: 0,
  nth: 1,
  workdays: true,
  ...given,
});
const iso = (all: readonly number[]): string[] => all.map((at) => new Date(at).toISOString().slice(0, 16));
const between = (given: Partial<ReportTime>, by: DueBy, from: string, to: string): string[] =>
  iso(duesBetween(time(given), by, Date.parse(`${from}Z`), Date.parse(`${to}Z`)));

describe('when a report is due (REP-10)', () => {
  it('daily on days that are worked, holidays left out', () => {
    const by = days('UTC', ['2026-03-04']);
    expect(between({}, by, '2026-03-02T08:30', '2026-03-09T08:29')).toEqual([
      '2026-03-03T08:30',
      '2026-03-05T08:30',
      '2026-03-06T08:30',
    ]);
    expect(between({ workdays: false }, by, '2026-03-03T08:30', '2026-03-08T09:00')).toHaveLength(5);
  });

  it('after one instant and up to another: neither twice nor never', () => {
    const by = days('UTC');
    expect(between({}, by, '2026-03-02T08:30', '2026-03-03T08:30')).toEqual(['2026-03-03T08:30']);
    expect(between({}, by, '2026-03-03T08:30', '2026-03-03T08:30')).toEqual([]);
  });

  it('weekly on Monday, a holiday or not', () => {
    const { time: weekly } = builtIns.weekly;
    const all = duesBetween(
      weekly!,
      days('Europe/Berlin', ['2026-03-09']),
      Date.parse('2026-03-02T07:59Z'),
      Date.parse('2026-03-17Z'),
    );
    expect(iso(all)).toEqual(['2026-03-02T08:00', '2026-03-09T08:00', '2026-03-16T08:00']);
  });

  it('by the third business day of a month whose 1st is a holiday', () => {
    const { time: monthly } = builtIns.monthly;
    // 1 January 2026 is a Thursday and a holiday: 2, 5 and 6 are worked. 1 May 2026 is a Friday and a holiday: 4, 5, 6.
    const by = days('UTC', ['2026-01-01', '2026-05-01']);
    const found = (month: string) =>
      iso(duesBetween(monthly!, by, Date.parse(`${month}-01Z`), Date.parse(`${month}-28Z`)));
    expect(found('2026-01')).toEqual(['2026-01-06T08:30']);
    expect(found('2026-05')).toEqual(['2026-05-06T08:30']);
    expect(found('2026-08')).toEqual(['2026-08-05T08:30']);
  });

  it('on the second Tuesday at 10:00, in months that begin on any day', () => {
    const { time: review } = builtIns.review;
    const all = duesBetween(review!, days('UTC'), Date.parse('2026-01-01Z'), Date.parse('2026-12-31Z'));
    expect(iso(all)).toEqual([
      '2026-01-13T10:00',
      '2026-02-10T10:00',
      '2026-03-10T10:00',
      '2026-04-14T10:00',
      '2026-05-12T10:00',
      '2026-06-09T10:00',
      '2026-07-14T10:00',
      '2026-08-11T10:00',
      '2026-09-08T10:00',
      '2026-10-13T10:00',
      '2026-11-10T10:00',
      '2026-12-08T10:00',
    ]);
  });

  it('once where the clock skips its time, and once where it shows it twice', () => {
    // Lisbon, 29 March 2026: 01:00 becomes 02:00, so 01:30 is 02:30 there. 25 October: 01:30 comes twice, the first counts.
    const by = days('Europe/Lisbon');
    const at = { at: '01:30', workdays: false };
    expect(between(at, by, '2026-03-28T12:00', '2026-03-30T12:00')).toEqual(['2026-03-29T01:30', '2026-03-30T00:30']);
    expect(between(at, by, '2026-10-24T12:00', '2026-10-26T12:00')).toEqual(['2026-10-25T00:30', '2026-10-26T01:30']);
  });

  it('on a day that a zone left out, never', () => {
    // Samoa went from Thursday 29 December 2011 to Saturday 31.
    const by = days('Pacific/Apia');
    const all = between({ at: '12:00', workdays: false }, by, '2011-12-29T00:00', '2012-01-01T00:00');
    expect(all).toEqual(['2011-12-29T22:00', '2011-12-30T22:00', '2011-12-31T22:00']);
  });

  it('next: the first after, and null where no month has such a day', () => {
    const by = days('UTC');
    const after = Date.parse('2026-03-06T08:30Z');
    expect(iso([nextDue(time({}), by, after) ?? 0])).toEqual(['2026-03-09T08:30']);
    expect(iso([nextDue(time({ every: 'weekday', weekday: 1, nth: 2 }), by, after) ?? 0])).toEqual([
      '2026-03-10T08:30',
    ]);
    expect(nextDue(time({}), { ...by, isWorkday: () => false }, after)).toBeNull();
  });
});

describe('what days a report is of (REP-3)', () => {
  const at = (text: string) => Date.parse(text);
  const by = days('Europe/Berlin', ['2026-03-09']);

  it('daily: the last day that was worked before, over weekends and holidays', () => {
    expect(periodOf('daily', by, at('2026-03-10T07:30Z'))).toEqual({ from: '2026-03-06', days: 1 });
    // By the desk's clock it is Thursday already.
    expect(periodOf('daily', by, at('2026-03-04T23:30Z'))).toEqual({ from: '2026-03-04', days: 1 });
    expect(periodOf('daily', { ...by, isWorkday: () => false }, at('2026-03-10T07:30Z'))).toEqual({
      from: '2026-03-09',
      days: 1,
    });
    expect(againstOf('daily', { from: '2026-03-06', days: 1 })).toEqual({ from: '2026-01-09', days: 56 });
  });

  it('weekly: Monday to Sunday before, from any day of the week', () => {
    for (const day of ['02', '03', '07', '08'])
      expect(periodOf('weekly', by, at(`2026-03-${day}T12:00Z`))).toEqual({ from: '2026-02-23', days: 7 });
    expect(againstOf('weekly', { from: '2026-02-23', days: 7 })).toEqual({ from: '2026-02-16', days: 7 });
  });

  it('monthly: the whole month before, the month before that, and a year before', () => {
    const march = periodOf('monthly', by, at('2028-03-31T21:59Z'));
    expect(march).toEqual({ from: '2028-02-01', days: 29 });
    // Midnight in Berlin.
    expect(periodOf('monthly', by, at('2028-03-31T22:00Z'))).toEqual({ from: '2028-03-01', days: 31 });
    expect(againstOf('monthly', march)).toEqual({ from: '2028-01-01', days: 31 });
    expect(yearBefore(march)).toEqual({ from: '2027-02-01', days: 28 });
    expect(monthsTo('2026-02-01', 3)).toEqual([
      { from: '2025-12-01', days: 31 },
      { from: '2026-01-01', days: 31 },
      { from: '2026-02-01', days: 28 },
    ]);
  });
});
