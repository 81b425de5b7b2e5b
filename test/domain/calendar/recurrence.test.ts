import { describe, expect, it } from 'vitest';
import { yearlyDays, yearlyRule } from '../../../src/domain/calendar/recurrence.ts';

const days = (parts: object, start: string, lastYear: number) => {
  const rule = yearlyRule({ freq: 'YEARLY', ...parts }, start);
  return typeof rule === 'string' ? rule : yearlyDays(rule, start, lastYear);
};

describe('days that come back every year (CAL-23)', () => {
  it.each<[string, object, string, number, string[]]>([
    ['the same date', {}, '2024-12-25', 2026, ['2024-12-25', '2025-12-25', '2026-12-25']],
    ['29 February, in leap years', {}, '2024-02-29', 2030, ['2024-02-29', '2028-02-29']],
    ['every other year', { interval: 2 }, '2024-05-01', 2028, ['2024-05-01', '2026-05-01', '2028-05-01']],
    ['three times', { count: 3 }, '2020-05-01', 2028, ['2020-05-01', '2021-05-01', '2022-05-01']],
    ['until a day', { until: '2022-04-30' }, '2020-05-01', 2028, ['2020-05-01', '2021-05-01']],
    [
      'a fourth Thursday',
      { bymonth: 11, byday: '4TH' },
      '2025-11-27',
      2027,
      ['2025-11-27', '2026-11-26', '2027-11-25'],
    ],
    [
      'a last Monday',
      { bymonth: [5], byday: ['-1MO'] },
      '2025-05-26',
      2027,
      ['2025-05-26', '2026-05-25', '2027-05-31'],
    ],
    ['a fifth Friday, where there is one', { bymonth: 1, byday: '5FR' }, '2027-01-29', 2029, ['2027-01-29']],
    [
      'a last day of a month',
      { bymonth: 2, bymonthday: -1 },
      '2026-02-28',
      2028,
      ['2026-02-28', '2027-02-28', '2028-02-29'],
    ],
  ])('%s', (_, parts, start, lastYear, expected) => {
    expect(days(parts, start, lastYear)).toEqual(expected);
  });

  it.each<[string, object]>([
    ['weekly', { freq: 'WEEKLY' }],
    ['every second', { freq: 'SECONDLY' }],
    ['several weekdays', { bymonth: 11, byday: ['1MO', '2MO'] }],
    ['every Monday', { bymonth: 11, byday: 'MO' }],
    ['a weekday of the year', { byday: '20MO' }],
    ['a weekday near a date', { bymonth: 11, byday: '1TU', bymonthday: [2, 3, 4] }],
    ['by the week', { byweekno: 20 }],
    ['months that are none', { bymonth: 13 }],
    ['no years between', { interval: 0 }],
  ])('is said where it cannot be: %s', (_, parts) => {
    expect(days(parts, '2026-11-02', 2030)).toMatch(/by hand\.$/);
  });
});
