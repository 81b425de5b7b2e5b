import { expect, test } from 'vitest';
import { tomorrowAt } from '../../../src/renderer/ui/days.ts';

test('tomorrow at nine is nine by the wall, on the days the clocks change too', () => {
  const nine = (now: string, zone: string): string => new Date(tomorrowAt(now, '09:00', zone)).toISOString();
  expect(nine('2026-11-24T12:00:00Z', 'Europe/Berlin')).toBe('2026-11-25T08:00:00.000Z');
  // The night loses an hour, and in autumn gains one.
  expect(nine('2026-03-28T12:00:00Z', 'Europe/Berlin')).toBe('2026-03-29T07:00:00.000Z');
  expect(nine('2026-10-24T12:00:00Z', 'Europe/Berlin')).toBe('2026-10-25T08:00:00.000Z');
  // The day is that of the zone, not of UTC.
  expect(nine('2026-11-24T23:30:00Z', 'Asia/Tokyo')).toBe('2026-11-26T00:00:00.000Z');
  // A day that has no midnight.
  expect(nine('2018-11-03T12:00:00Z', 'America/Sao_Paulo')).toBe('2018-11-04T11:00:00.000Z');
});
