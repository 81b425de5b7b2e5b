import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { createDateReader } from '../../../src/domain/exchange/date-reader.ts';
import { dateShape, readDate } from '../../../src/domain/exchange/date-text.ts';
import { localIso, zoneClock } from '../../../src/domain/exchange/zone-clock.ts';

const instant = fc.integer({ min: 86_400_000, max: Date.UTC(2100, 11, 30) }).map((ms) => ms - (ms % 1000));
const zones = fc.constantFrom(
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Africa/Casablanca',
);
const two = (n: number) => String(n).padStart(2, '0');

const formats: readonly (readonly [string, 'dmy' | 'mdy' | 'ymd', (t: Temporal.PlainDateTime) => string])[] = [
  ['ISO', 'dmy', (t) => t.toString()],
  [
    'year first',
    'ymd',
    (t) => `${t.year}/${two(t.month)}/${two(t.day)} ${two(t.hour)}:${two(t.minute)}:${two(t.second)}`,
  ],
  ['day first', 'dmy', (t) => `${t.day}/${t.month}/${t.year} ${two(t.hour)}:${two(t.minute)}:${two(t.second)}`],
  ['dots', 'dmy', (t) => `${two(t.day)}.${two(t.month)}.${t.year}, ${two(t.hour)}:${two(t.minute)}:${two(t.second)}`],
  [
    'month first, 12 hours',
    'mdy',
    (t) =>
      `${two(t.month)}/${two(t.day)}/${t.year} ${two(t.hour % 12 || 12)}:${two(t.minute)}:${two(t.second)} ${t.hour < 12 ? 'AM' : 'PM'}`,
  ],
  [
    'month by name',
    'dmy',
    (t) =>
      `${t.day} ${t.toPlainDate().toLocaleString('en', { month: 'short' })} ${t.year} ${t.hour}:${two(t.minute)}:${two(t.second)}`,
  ],
];

describe('dates (IMP-6)', () => {
  test.each(formats)('any time written as %s reads back', (_name, order, write) => {
    fc.assert(
      fc.property(instant, (at) => {
        const plain = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('UTC').toPlainDateTime();
        expect(createDateReader(order, 'UTC')(write(plain))).toEqual({ at, warning: null });
      }),
    );
  });

  test('an instant written with its offset reads back in any zone', () => {
    fc.assert(
      fc.property(instant, zones, zones, (at, written, read) => {
        expect(createDateReader('dmy', read)(localIso(at, written))).toEqual({ at, warning: null });
      }),
    );
  });

  test('the clock of a zone agrees with Temporal, also on the days it changes', () => {
    const nearChange = fc.constantFrom(
      '2026-03-29',
      '2026-10-25',
      '2026-03-08',
      '2026-11-01',
      '2026-04-05',
      '2026-10-04',
      '2011-12-30',
      '2026-02-15',
    );
    const minute = fc.integer({ min: -2880, max: 2880 });
    fc.assert(
      fc.property(nearChange, minute, zones, (day, minutes, zone) => {
        const plain = Temporal.PlainDateTime.from(`${day}T00:00`).add({ minutes });
        const { year, month, day: d, hour, minute: m, second, millisecond } = plain;
        const clock = zoneClock(zone)({
          year,
          month,
          day: d,
          hour,
          minute: m,
          second,
          millisecond,
          offsetMinutes: null,
        });
        expect(clock.at).toBe(plain.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds);
        const shownAgain = Temporal.Instant.fromEpochMilliseconds(clock.at).toZonedDateTimeISO(zone).toPlainDateTime();
        expect(clock.oddity === 'skipped').toBe(!shownAgain.equals(plain));
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ['11/May/24 03:26 PM', '2024-05-11T15:26:00Z'],
    ['05 Mar 2024 03:26 PM', '2024-03-05T15:26:00Z'],
    ['March 5, 2024 12:00 AM', '2024-03-05T00:00:00Z'],
    ['Tue, 05 Mar 2024 10:00:00 +0100', '2024-03-05T09:00:00Z'],
    ['3. März 2024 14:05', '2024-03-03T14:05:00Z'],
    ['3 de outubro de 2024', '2024-10-03T00:00:00Z'],
    ['12 août 2024 9h30', '2024-08-12T09:30:00Z'],
    ['2010-01-13 08:40:25+00:00', '2010-01-13T08:40:25Z'],
    ['2020-03-20 02:32:49.426', '2020-03-20T02:32:49.426Z'],
    ['2024-03-05T10:00:00 UTC', '2024-03-05T10:00:00Z'],
    ['1709632800', '2024-03-05T10:00:00Z'],
    ['29/2/2016 01:16', '2016-02-29T01:16:00Z'],
    ['29/2/16 1:16 p.m.', '2016-02-29T13:16:00Z'],
  ])('%s', (text, iso) => {
    expect(createDateReader('dmy', 'UTC')(text)).toEqual({ at: Date.parse(iso), warning: null });
  });

  test.each([
    '',
    'n/a',
    '12',
    '2024',
    '5 stars 24',
    '99/99/9999',
    '2016-02-30',
    '31/04/2020',
    '1/1/2020 24:01',
    '13:00 PM',
    'x'.repeat(5000),
  ])('%s is no date', (text) => {
    expect(readDate(text, 'dmy').kind).toBe('bad');
  });

  test('without a known order, only dates that can be read one way are read', () => {
    expect(readDate('25/01/2026', 'ymd').kind).toBe('local');
    expect(readDate('01/25/2026', 'ymd').kind).toBe('local');
    expect(readDate('03/04/2026', 'ymd')).toMatchObject({ kind: 'bad' });
    expect(dateShape('03/04/2026')).toMatchObject({ kind: 'numeric', first: 3, second: 4, zoned: false });
  });
});
