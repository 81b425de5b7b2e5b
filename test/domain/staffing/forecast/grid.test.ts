import { describe, expect, it } from 'vitest';
import { forecast } from '../../../../src/domain/staffing/forecast/forecast.ts';
import { gridOf } from '../../../../src/domain/staffing/forecast/grid.ts';
import { inputOf, iso, seriesOf } from './support.ts';
import type { Shape } from './support.ts';

const byHour: Shape = (_day, weekday, minutes) => 1000 * weekday + Math.floor(minutes / 60);
const hour = 3_600_000;

describe('days on which the clocks change (STF-42)', () => {
  it.each([
    ['Europe/Lisbon', '2026-03-29', '2026-03-29T01:00'],
    ['America/New_York', '2026-03-08', '2026-03-08T07:00'],
  ])('%s: the skipped hour of %s has no intervals', (timeZone, date, change) => {
    const before = new Date(Date.parse(date) - 21 * 24 * hour).toISOString().slice(0, 10);
    const series = seriesOf(before, `${date}T00:00Z`, 30, timeZone, byHour);
    const found = forecast(inputOf(series, { timeZone, horizonDays: 2 })).forecast;
    const truth = seriesOf(date, new Date(found.at(-1)!.at + 1).toISOString(), 30, timeZone, byHour);
    expect(found.map(({ at, value }) => [iso(at), value])).toEqual(truth.map(({ at, value }) => [iso(at), value]));
    const atChange = found.find(({ at }) => iso(at) === change);
    expect(atChange?.value).toBe(6000 + (timeZone === 'Europe/Lisbon' ? 2 : 3));
    const sunday = found.filter(({ value }) => value >= 6000);
    expect(sunday).toHaveLength(46);
  });

  it.each([
    ['Europe/Lisbon', '2026-10-24T23:00Z', ['2026-10-25T00:00', '2026-10-25T01:00']],
    ['America/New_York', '2026-11-01T04:00Z', ['2026-11-01T05:00', '2026-11-01T06:00']],
  ])(
    '%s: the repeated hour of the day from %s has its intervals twice, each with its whole value',
    (timeZone, midnight, twice) => {
      const before = new Date(Date.parse(midnight) - 21 * 24 * hour).toISOString().slice(0, 10);
      const series = seriesOf(before, midnight, 60, timeZone, byHour);
      const found = forecast(inputOf(series, { timeZone, horizonDays: 2, intervalMinutes: 60 })).forecast;
      const repeated = found.filter((point) => point.value === 6001);
      expect(repeated.map(({ at }) => iso(at))).toEqual(twice);
      expect(found.filter((point) => point.value >= 6000)).toHaveLength(25);
    },
  );

  it.each(['Europe/Lisbon', 'America/New_York'])('%s: both changes in the history move nothing', (timeZone) => {
    const series = seriesOf('2026-02-16', '2026-11-23', 60, timeZone, byHour);
    const found = forecast(inputOf(series, { timeZone, intervalMinutes: 60 })).forecast;
    const truth = seriesOf('2026-11-23', '2026-12-01', 60, timeZone, byHour).slice(0, found.length);
    expect(found.map(({ at, value }) => [iso(at), value])).toEqual(truth.map(({ at, value }) => [iso(at), value]));
  });

  it('a repeated interval of the history is the mean of both', () => {
    const series = [
      { at: Date.parse('2026-11-01T05:00Z'), value: 10 },
      { at: Date.parse('2026-11-01T06:00Z'), value: 20 },
    ];
    const grid = gridOf({ series, intervalMinutes: 60, timeZone: 'America/New_York' });
    expect(grid.days).toHaveLength(1);
    expect(grid.days[0]?.values[1]).toBe(15);
  });

  it('whole days counted from midnight UTC fall on the date of most of their hours', () => {
    const series = seriesOf('2026-02-02', '2026-04-06', 1440, 'UTC', (_day, weekday) => 100 + weekday);
    const found = forecast(inputOf(series, { timeZone: 'America/New_York', intervalMinutes: 1440 })).forecast;
    expect(found.map(({ value }) => value)).toEqual([100, 101, 102, 103, 104, 105, 106]);
  });

  it('whole days keep coming where midnight is skipped', () => {
    const timeZone = 'America/Santiago';
    const midnights = seriesOf('2026-08-02', '2026-09-05', 60, timeZone, (_day, _weekday, minutes) =>
      minutes === 0 ? 7 : null,
    );
    const found = forecast(inputOf(midnights, { timeZone, intervalMinutes: 1440, horizonDays: 3 })).forecast;
    expect(found.map(({ at }) => iso(at))).toEqual(['2026-09-05T04:00', '2026-09-06T04:00', '2026-09-07T03:00']);
  });
});

describe('what a series may not be (STF-41)', () => {
  const at = '2026-03-02T09:00:00Z';

  it.each([
    ['an interval twice', [at, '2026-03-02T10:00:00+01:00'], 60, /2026-03-02T09:00:00.000Z is in the series twice/],
    ['two in one', [at, '2026-03-02T09:15:00Z'], 60, /lie in the same interval of 60 minutes/],
    ['intervals that do not fill a day', [at], 50, /does not hold a whole number of intervals of 50/],
  ])('%s', (_what, instants, intervalMinutes, message) => {
    const series = instants.map((instant) => ({ at: instant, value: 1 }));
    expect(() => forecast(inputOf(series, { intervalMinutes }))).toThrow(message);
  });
});
