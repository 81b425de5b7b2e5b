import { expect, test } from 'vitest';
import { lettersFor } from '../../../src/renderer/day/key-menu.tsx';
import { movedPauses } from '../../../src/renderer/day/breaks-dialog.tsx';
import { copiedTo, datesFrom, weekRows } from '../../../src/renderer/day/week-cells.ts';
import { activity, at, personOf, shiftOf } from './build.ts';

const dates = datesFrom('2026-11-23', 7);
const people = [personOf('ada', { contractMinutes: 2400 }), personOf('ben')];
const ada = shiftOf('09:00', '17:00', [activity('lunch', '12:00', '12:30')]);

test('a shift stands on the day it begins, open ones in a row of their own on top', () => {
  const night = { ...shiftOf('22:00', '30:00'), personId: 'ben' };
  const open = { ...shiftOf('10:00', '14:00'), personId: null };
  const rows = weekRows(people, { shifts: [ada, night, open], timeOff: [] }, dates, 'UTC');
  expect(rows.map(({ id }) => id)).toEqual(['open', 'ada', 'ben']);
  expect(rows.map(({ cells }) => cells.map(({ shifts }) => shifts.length).join(''))).toEqual([
    '0100000',
    '0100000',
    '0100000',
  ]);
  expect(rows[1]?.minutes).toEqual([450]);
  // Where the desk's clock shows another day, it is another day.
  expect(weekRows(people, { shifts: [night], timeOff: [] }, dates, 'Asia/Tokyo')[1]?.cells[2]?.shifts).toHaveLength(1);
});

test('what was taken out of the plan does not count as hours', () => {
  const rows = weekRows(people, { shifts: [{ ...ada, removed: true }], timeOff: [] }, dates, 'UTC');
  expect(rows[0]?.minutes).toEqual([0]);
});

test('a copy is at the same times of day, also over a change of the clocks, for whom it is put', () => {
  const lisbon = 'Europe/Lisbon';
  const friday = {
    ...ada,
    startAt: Date.parse('2026-03-27T09:00Z'),
    endAt: Date.parse('2026-03-27T17:00Z'),
    activities: [],
  };
  const monday = copiedTo(friday, '2026-03-30', 'ben', lisbon);
  expect(monday).toMatchObject({
    personId: 'ben',
    startAt: Date.parse('2026-03-30T08:00Z'),
    endAt: Date.parse('2026-03-30T16:00Z'),
  });
  // A new shift: nothing of it is the one it was copied from.
  const { startAt, endAt, work, activities } = ada;
  expect(copiedTo(ada, '2026-11-24', null, 'UTC')).toEqual({ personId: null, startAt, endAt, work, activities });
});

test('each entry of a menu has a letter of its own, and none that moves', () => {
  const letters = lettersFor([
    'Break',
    'Lunch',
    'Coaching',
    'QA',
    'Meeting',
    'Training',
    'Off queue',
    'Calls',
    'Chat',
    'Mail',
  ]);
  expect(letters).toEqual(['b', 'l', 'c', 'q', 'm', 't', 'o', 'a', 'h', 'i']);
  expect(new Set(letters).size).toBe(letters.length);
});

test('a proposal of breaks says what moves from when to when', () => {
  const after = { activities: [activity('lunch', '13:00', '13:30'), activity('break', '15:00', '15:15')] };
  expect(movedPauses(ada, after)).toEqual([
    { kind: 'break', from: null, to: at('15:00') },
    { kind: 'lunch', from: at('12:00'), to: at('13:00') },
  ]);
  expect(movedPauses(ada, ada)).toEqual([]);
});
