import { expect, test } from 'vitest';
import { formOf, readForm } from '../../../src/renderer/day/editor-form.ts';
import { laterTime, typedTime } from '../../../src/renderer/ui/typed-time.ts';
import { activity, at, shiftOf } from './build.ts';

const shift = shiftOf('09:00', '17:00', [activity('lunch', '12:00', '12:30')]);
const form = formOf(shift, 'UTC');

test('times are typed in any usual way', () => {
  expect(['9', '930', '9:30', '09.30', '1730', '24:00', 'noon', '9:75'].map(typedTime)).toEqual([
    '09:00',
    '09:30',
    '09:30',
    '09:30',
    '17:30',
    '24:00',
    'noon',
    '9:75',
  ]);
  expect([laterTime('9', 15), laterTime('23:50', 15), laterTime('00:00', -15), laterTime('x', 15)]).toEqual([
    '09:15',
    '00:05',
    '23:45',
    'x',
  ]);
});

test('a form that was not touched means the shift it shows', () => {
  expect(readForm(form, shift, 'UTC').shift).toEqual(shift);
});

test('an end before the start is on the day after, activities too', () => {
  const night = { ...form, start: '22', end: '6', parts: [{ kind: 'break' as const, start: '130', end: '145' }] };
  expect(readForm(night, shift, 'UTC').shift).toMatchObject({
    startAt: at('22:00'),
    endAt: at('30:00'),
    activities: [activity('break', '25:30', '25:45')],
  });
});

test('what is wrong is said where it is', () => {
  expect(readForm({ ...form, start: 'early' }, shift, 'UTC')).toMatchObject({
    shift: null,
    faults: { start: 'Give a time of day such as 09:00.' },
  });
  const parts = [
    { kind: 'lunch' as const, start: '12:00', end: '13:00' },
    { kind: 'break' as const, start: '12:30', end: '12:45' },
    { kind: 'qa' as const, start: '16:30', end: '17:30' },
  ];
  const { faults, shift: none } = readForm({ ...form, parts }, shift, 'UTC');
  expect(none).toBeNull();
  expect([...faults.parts]).toEqual([
    [1, 'Break lies over another activity. Move one of them.'],
    [2, 'QA lies outside of the shift. Move it inside.'],
  ]);
});

test('a shift keeps its times by the clock of the desk on days of 23 hours', () => {
  const lisbon = 'Europe/Lisbon';
  const spring = {
    ...shift,
    startAt: Date.parse('2026-03-28T22:00Z'),
    endAt: Date.parse('2026-03-29T06:00Z'),
    activities: [],
  };
  const shown = formOf(spring, lisbon);
  expect([shown.date, shown.start, shown.end]).toEqual(['2026-03-28', '22:00', '07:00']);
  expect(readForm(shown, spring, lisbon).shift).toEqual(spring);
});
