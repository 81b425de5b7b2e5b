import { expect, test } from 'vitest';
import {
  addDays,
  atOf,
  hourMs,
  hoursOf,
  hourTicks,
  instantOfTime,
  labelEvery,
  mondayOf,
  msOf,
  overlaps,
  quarterMs,
  snap,
  timeField,
  xOf,
  type Axis,
} from '../../../src/renderer/day/geometry.ts';
import { dayEnd, dayStart } from '../../../src/renderer/ui/days.ts';

const at = (iso: string): number => Date.parse(iso);
const lisbon = 'Europe/Lisbon';

test('a place on the axis is an instant, and back', () => {
  const axis: Axis = { startAt: at('2026-11-24T08:00Z'), endAt: at('2026-11-24T18:00Z'), widthPx: 1000 };
  expect(xOf(axis, at('2026-11-24T13:00Z'))).toBe(500);
  expect(atOf(axis, 500)).toBe(at('2026-11-24T13:00Z'));
  expect(atOf(axis, -100)).toBe(at('2026-11-24T07:00Z'));
  expect(msOf(axis, 25)).toBe(quarterMs);
  for (const px of [0, 1, 333, 999]) expect(xOf(axis, atOf(axis, px))).toBeCloseTo(px, 6);
});

test('snapping goes to the nearest quarter of an hour, also below nought', () => {
  expect(snap(at('2026-11-24T09:07Z'))).toBe(at('2026-11-24T09:00Z'));
  expect(snap(at('2026-11-24T09:08Z'))).toBe(at('2026-11-24T09:15Z'));
  expect(snap(-7 * 60_000)).toBe(-0);
  expect(snap(-8 * 60_000)).toBe(-quarterMs);
  // Zones are whole quarters away from UTC: a quarter there is a quarter here.
  const kathmandu = snap(at('2026-11-24T09:07+05:45'));
  expect(timeField(kathmandu, 'Asia/Kathmandu')).toBe('09:00');
});

test('what ends when another begins does not lie over it', () => {
  expect(overlaps({ startAt: 0, endAt: 10 }, { startAt: 10, endAt: 20 })).toBe(false);
  expect(overlaps({ startAt: 0, endAt: 11 }, { startAt: 10, endAt: 20 })).toBe(true);
  expect(overlaps({ startAt: 0, endAt: 30 }, { startAt: 10, endAt: 20 })).toBe(true);
});

test('a day is drawn from 08:00 to 18:00, and as far as shifts reach, by the clock on the wall', () => {
  expect(hoursOf('2026-11-24', lisbon, [])).toEqual({
    startAt: at('2026-11-24T08:00Z'),
    endAt: at('2026-11-24T18:00Z'),
  });
  const early = { startAt: at('2026-07-01T05:40Z'), endAt: at('2026-07-01T13:00Z') };
  const late = { startAt: at('2026-07-01T12:00Z'), endAt: at('2026-07-01T20:20Z') };
  expect(hoursOf('2026-07-01', lisbon, [early, late])).toEqual({
    startAt: at('2026-07-01T05:00Z'),
    endAt: at('2026-07-01T21:00Z'),
  });
});

test('what began the day before is cut at midnight, what ends after midnight is drawn to its end', () => {
  const before = { startAt: at('2026-11-23T22:00Z'), endAt: at('2026-11-24T06:00Z') };
  const after = { startAt: at('2026-11-24T22:00Z'), endAt: at('2026-11-25T06:00Z') };
  expect(hoursOf('2026-11-24', lisbon, [before, after])).toEqual({
    startAt: dayStart('2026-11-24', lisbon),
    endAt: at('2026-11-25T06:00Z'),
  });
});

test('a day of 23 hours has no 01:00, one of 25 hours has it twice, each hour as wide as any', () => {
  const labels = (day: string): readonly string[] => {
    const axis = { startAt: dayStart(day, lisbon), endAt: dayEnd(day, lisbon) + 1, widthPx: 2400 };
    expect(xOf(axis, axis.startAt + hourMs) - xOf(axis, axis.startAt)).toBeCloseTo(
      2400 / ((axis.endAt - axis.startAt) / hourMs),
    );
    return hourTicks(axis, lisbon).map((tick) => timeField(tick, lisbon));
  };
  const short = labels('2026-03-29');
  expect(short).toHaveLength(23);
  expect(short.slice(0, 3)).toEqual(['00:00', '02:00', '03:00']);
  const long = labels('2026-10-25');
  expect(long).toHaveLength(25);
  expect(long.slice(0, 4)).toEqual(['00:00', '01:00', '01:00', '02:00']);
});

test('in zones half an hour off, the hours are those of the clock on the wall', () => {
  const kolkata = 'Asia/Kolkata';
  const hours = hoursOf('2026-11-24', kolkata, []);
  expect(hourTicks(hours, kolkata).map((tick) => timeField(tick, kolkata))).toEqual(
    [8, 9, 10, 11, 12, 13, 14, 15, 16, 17].map((hour) => `${String(hour).padStart(2, '0')}:00`),
  );
});

test('labels are left out where they would touch', () => {
  expect([60, 46, 30, 20, 10, 4].map((px) => labelEvery(px))).toEqual([1, 1, 2, 3, 6, 12]);
});

test('days are stepped, weeks begin on Monday, times are read or refused', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(mondayOf('2026-11-29')).toBe('2026-11-23');
  expect(mondayOf('2026-11-23')).toBe('2026-11-23');
  expect(instantOfTime('2026-07-01', '09:30', lisbon)).toBe(at('2026-07-01T08:30Z'));
  // The clocks skip 01:30: as much later.
  expect(instantOfTime('2026-03-29', '01:30', lisbon)).toBe(at('2026-03-29T01:30Z'));
  expect(instantOfTime('2026-07-01', '9:3', lisbon)).toBeNull();
  expect(instantOfTime('2026-07-01', '24:00', lisbon)).toBeNull();
});
