import { expect, test } from 'vitest';
import { barOf, hoursOfDay, signed, tallest, worstOf } from '../../../src/renderer/day/strip-figures.ts';
import { skillStrip } from '../../../src/renderer/day/strips.ts';
import { barWords } from '../../../src/renderer/day/words.ts';
import { at, intervalOf, personOf, shiftOf } from './build.ts';

test('who is planned but not there does not count', () => {
  expect(barOf(intervalOf({ required: 3, scheduled: 3 }))).toMatchObject({ over: 0, short: false, missing: 0 });
  expect(barOf(intervalOf({ required: 3, scheduled: 3, present: 2 }))).toMatchObject({
    there: 2,
    over: -1,
    short: true,
    missing: 1,
  });
  expect(barOf(intervalOf({ required: 0, scheduled: 2 })).over).toBe(2);
  // A hundredth of a person is no shortage.
  expect(barOf(intervalOf({ required: 2, scheduled: 1.98 })).short).toBe(false);
});

test('figures are whole where they nearly are, and have a sign', () => {
  expect([1, -1, 0, 0.02, -0.02, 1.98, -0.5, 2.26].map(signed)).toEqual([
    '+1',
    '-1',
    '0',
    '0',
    '0',
    '+2',
    '-0.5',
    '+2.3',
  ]);
});

test('where bars are narrow, one figure stands for the worst of several', () => {
  const bars = [0, -2, 1, 3, -1].map((over) => barOf(intervalOf({ required: 5, scheduled: 5 + over })));
  expect(worstOf(bars, 2).map(({ over }) => over)).toEqual([-2, 1, -1]);
  expect(worstOf(bars, 1)).toHaveLength(5);
  expect(tallest(bars)).toBe(8);
  expect(tallest([])).toBe(1);
});

test('hours of a day are people by the length of the interval', () => {
  const intervals = [intervalOf({ required: 2, scheduled: 3 }), intervalOf({ required: 4, scheduled: 1 })];
  expect(hoursOfDay(intervals, 30)).toEqual({ required: 3, scheduled: 2 });
});

test('all figures of a bar are in its words', () => {
  const bar = barOf(
    intervalOf({ forecast: 12, low: 8, high: 16, actual: 14, required: 3, scheduled: 2, serviceLevel: 0.71 }),
  );
  expect(barWords('Calls', bar, 1_800_000, 'UTC', true, true)).toBe(
    'Calls, 09:00 to 09:30; 1 short; required 3, scheduled 2, there 2; forecast 12 (8 to 16), came 14; service level 71 %',
  );
});

test('a skill has a strip of who is planned with it, against the rules of the roster (LNT-10, COV-4)', () => {
  const strip = skillStrip(
    {
      date: '2026-11-24',
      zone: 'UTC',
      startAt: at('00:00'),
      endAt: at('24:00'),
      intervalMinutes: 60,
      people: [personOf('ada', { skills: ['Refunds'] }), personOf('ben')],
      shifts: [shiftOf('09:00', '12:00'), { ...shiftOf('09:00', '17:00'), id: 'b', personId: 'ben' }],
      rules: [{ kind: 'skill', name: 'refunds', minLevel: 1, people: 1, hours: { tue: [['09:00', '15:00']] } }],
    },
    'refunds',
  );
  const of = (hour: number) => strip.bars[hour];
  expect(of(8)).toMatchObject({ over: 0, short: false });
  expect(of(9)).toMatchObject({ over: 0, there: 1 });
  expect(of(13)).toMatchObject({ over: -1, short: true });
  expect(of(15)).toMatchObject({ over: 0 });
  expect(strip.error).toBe('');
});
