import { expect, test } from 'vitest';
import { durationText, parseDuration, saysDays } from '../../../src/renderer/sla/duration-text.ts';

test('times are read as people write them, and nothing else is', () => {
  const read = ['4h', '30m', '2d', '1h 30m', '1:30', '90', '1,5 h', '2 hours'].map(parseDuration);
  expect(read).toEqual([240, 30, 2880, 90, 90, 90, 90, 120]);
  expect(['', 'soon', '4x', '1h soon', '-5'].map(parseDuration)).toEqual([null, null, null, null, null]);
  expect(saysDays('2d')).toBe(true);
});

test('what is written reads back as the same minutes', () => {
  for (const minutes of [1, 30, 60, 90, 240, 1440, 2880, 4321])
    for (const time of ['business', 'calendar'] as const)
      expect(parseDuration(durationText(minutes, time))).toBe(minutes);
  expect(durationText(2880, 'business')).toBe('48h');
});
