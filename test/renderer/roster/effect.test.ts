import { expect, test } from 'vitest';
import { intervalMs, shortOf, stretchesOf, stripsOf } from '../../../src/renderer/roster/effect.ts';

const start = Date.UTC(2026, 10, 24, 9);
const half = 30 * 60_000;
const at = (place: number, after: number, work: 'calls' | 'mail' = 'calls', before = 4) => ({
  at: start + place * half,
  work,
  required: 4,
  before,
  after,
});

test('intervals that touch are one stretch, as short as its worst, with what was short before', () => {
  const stretches = stretchesOf([at(3, 3), at(0, 3), at(1, 2, 'calls', 3.5), at(1, 3, 'mail')], half);
  expect(stretches.map(({ intervals, ...rest }) => ({ ...rest, n: intervals.length }))).toEqual([
    { work: 'calls', startAt: start, endAt: start + 2 * half, short: 2, already: 0.5, n: 2 },
    { work: 'mail', startAt: start + half, endAt: start + 2 * half, short: 1, already: 0, n: 1 },
    { work: 'calls', startAt: start + 3 * half, endAt: start + 4 * half, short: 1, already: 0, n: 1 },
  ]);
  expect(stretchesOf([], half)).toEqual([]);
});

test('how long an interval is shows in two that follow each other; alone it is half an hour', () => {
  expect(intervalMs([at(0, 3), { ...at(0, 3), at: start + half / 2 }])).toBe(half / 2);
  expect(intervalMs([at(0, 3), at(1, 3, 'mail')])).toBe(half);
  expect(intervalMs([at(0, 3), at(7, 3)])).toBe(half);
  expect(shortOf({ required: 4.25, after: 3 })).toBe(1.3);
});

test('strips are one for each day and work', () => {
  const next = { ...at(0, 3), at: start + 86_400_000 };
  const strips = stripsOf([at(1, 3), next, at(0, 3), at(0, 3, 'mail')], (instant) =>
    new Date(instant).toISOString().slice(0, 10),
  );
  expect(strips.map(({ day, work, intervals }) => [day, work, intervals.length])).toEqual([
    ['2026-11-24', 'calls', 2],
    ['2026-11-24', 'mail', 1],
    ['2026-11-25', 'calls', 1],
  ]);
});
