import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hoursAsText, hoursFromText } from '../../../src/domain/calendar/hours-text.ts';
import { timeOf } from '../../../src/domain/calendar/wall-time.ts';

describe('hours as people type them (CAL-25)', () => {
  it.each([
    ['09:00-12:00, 13:00-17:00', '09:00-12:00, 13:00-17:00'],
    ['9-12 13-17:30', '09:00-12:00, 13:00-17:30'],
    ['9.15 – 0945; 22:00 to 6', '09:15-09:45, 22:00-06:00'],
    ['00:00—24:00', '00:00-24:00'],
    ['  ', ''],
  ])('%s', (typed, read) => {
    const found = hoursFromText(typed);
    expect('hours' in found && hoursAsText(found.hours)).toBe(read);
  });

  it.each(['9', '9-', 'nine-five', '25:00-26:00', '09:00-24:30', '9-12-17', '09:60-10:00'])(
    '%s is refused',
    (typed) => {
      expect(hoursFromText(typed)).toMatchObject({ error: expect.stringContaining('is not a time') as string });
    },
  );

  it('reads what it writes', () => {
    const time = fc.integer({ min: 0, max: 1440 }).map(timeOf);
    fc.assert(
      fc.property(fc.array(fc.tuple(time, time), { maxLength: 5 }), (hours) => {
        expect(hoursFromText(hoursAsText(hours))).toEqual({ hours });
      }),
    );
  });
});
