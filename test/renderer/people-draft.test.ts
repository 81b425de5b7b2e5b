import { expect, test } from 'vitest';
import { weekHoursText, weekMinutes } from '../../src/renderer/people/contract-text.ts';
import { errorsOf, newPerson, ofStatus, setOf, statusOf } from '../../src/renderer/people/person-draft.ts';
import { minutesIn, readWeek, weekInShort, weekTextsOf } from '../../src/renderer/calendar/week-hours.ts';

test('contract hours are read as people write them, and written as they read back', () => {
  expect(['40', '37.5', '37,5 h', '37:30', '37 h 30', '37h30min'].map(weekMinutes)).toEqual([
    2400, 2250, 2250, 2250, 2250, 2250,
  ]);
  expect(['', '-1', '169', '12:75', 'many', '1 2'].map(weekMinutes)).toEqual([null, null, null, null, null, null]);
  for (const minutes of [0, 6, 2250, 2400, 2243, 10_080]) expect(weekMinutes(weekHoursText(minutes))).toBe(minutes);
  expect(weekHoursText(2240)).toBe('37:20');
});

test('availability is typed by weekday; what is wrong stands at its day', () => {
  const texts = { ...weekTextsOf({}), mon: '9-17', tue: '9-12, 11-14', wed: 'noon', thu: '09:00-09:00', fri: '22-6' };
  const { hours, errors } = readWeek(texts);
  expect(hours).toEqual({ mon: [['09:00', '17:00']], fri: [['22:00', '06:00']] });
  expect(Object.keys(errors)).toEqual(['tue', 'wed', 'thu']);
  expect(minutesIn(hours)).toBe(16 * 60);
});

test('a week in short says days that are alike once', () => {
  const day: [string, string][] = [['09:00', '17:00']];
  expect(weekInShort({ mon: day, tue: day, wed: day, fri: day, sat: [['10:00', '14:00']] })).toBe(
    'Mon to Wed 09:00-17:00, Fri 09:00-17:00, Sat 10:00-14:00',
  );
  expect(weekInShort({})).toBe('never');
});

test('a form refuses hours that are none, and forgets the levels of skills that went', () => {
  const never = { ...newPerson, name: 'Ann', anyTime: false };
  expect(Object.keys(errorsOf(never))).toEqual(['hours']);
  const wrong = { ...never, contract: '200', ramp: '120', hours: { ...never.hours, mon: 'x' } };
  expect(Object.keys(errorsOf(wrong)).sort()).toEqual(['contract', 'hours.mon', 'ramp']);
  const set = setOf({ ...newPerson, name: ' Ann ', skills: ['chat'], levels: { chat: 5, mail: 2 }, ramp: '60 %' });
  expect(set).toMatchObject({ name: 'Ann', skillLevels: { chat: 5 }, rampPercent: 60, availability: null });
});

test('a status is one of three, and comes back from what the desk keeps', () => {
  for (const status of ['active', 'away', 'left'] as const) expect(statusOf(ofStatus(status))).toBe(status);
  expect(statusOf({ active: false, away: true })).toBe('left');
});
