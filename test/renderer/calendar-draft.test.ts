import { describe, expect, it } from 'vitest';
import type { Calendar } from '../../src/contract/index.ts';
import {
  draftOf,
  fieldOf,
  freshDraft,
  isChanged,
  isHere,
  made,
  ruleOf,
  withoutRule,
  withRules,
} from '../../src/renderer/calendar/draft.ts';

const calendar: Calendar = {
  timeZone: 'Europe/Lisbon',
  hours: {
    mon: [
      ['09:00', '12:00'],
      ['22:00', '06:00'],
    ],
  },
  holidays: [{ date: '2026-05-01', name: 'Labour Day' }],
  exceptions: [{ date: '2026-12-24', hours: [['09:00', '12:00']], name: 'Christmas Eve' }],
  closures: [{ date: '2026-06-12', from: '15:00', to: '24:00' }],
  yearly: [
    { month: 12, day: 25, name: 'Christmas Day' },
    { month: 12, day: 31, hours: [['09:00', '12:00']] },
  ],
};

describe('a calendar while it is edited', () => {
  it('is given back as it was taken', () => {
    const draft = draftOf({ key: 'lisbon', name: 'Lisbon', calendar });
    expect(made(draft)).toMatchObject({ calendar, wrong: {} });
    expect(isChanged(draft, draftOf({ key: 'lisbon', name: 'Lisbon', calendar }))).toBe(false);
    expect(isChanged({ ...draft, name: 'Porto' }, draft)).toBe(true);
  });

  it('knows a day by the same id whenever it is read, so that it can be removed', () => {
    const [first, again] = [draftOf({ key: 'a', name: 'A', calendar }), draftOf({ key: 'a', name: 'A', calendar })];
    expect(again).toEqual(first);
    const id = first.days.find(({ name }) => name === 'Labour Day')?.id ?? '';
    expect(made(withoutRule(again, id)).calendar.holidays).toBeUndefined();
    expect(new Set(first.days.map((day) => day.id)).size).toBe(first.days.length);
  });

  it('says at which field a text cannot be read, and leads what the desk found back there', () => {
    const draft = withRules(freshDraft('New', 'UTC'), [
      { id: 'a', on: { date: '2026-05-02' }, kind: 'hours', hours: '9-9', name: '' },
      { id: 'b', on: { date: '2026-05-01' }, kind: 'hours', hours: 'some', name: '' },
    ]);
    const { wrong, owners } = made({ ...draft, hours: { ...draft.hours, tue: 'all day' } });
    expect(Object.keys(wrong).sort()).toEqual(['b', 'hours.tue']);
    expect(fieldOf('exceptions.1.hours.0', owners)).toBe('a');
    expect(fieldOf('calendar.hours.mon.1', owners)).toBe('hours.mon');
    expect(fieldOf('timeZone', owners)).toBe('timeZone');
  });

  it('has one rule for a date, but several parts of it closed', () => {
    const draft = freshDraft('New', 'UTC');
    const day = { date: '2026-12-24', name: 'Christmas Eve' };
    const once = withRules(draft, [ruleOf(day)]);
    expect(withRules(once, [ruleOf({ ...day, name: 'Eve' })]).days.map(({ name }) => name)).toEqual(['Eve']);
    const parts = withRules(once, [
      ruleOf({ ...day, from: '14:00', to: '15:00' }),
      ruleOf({ ...day, from: '16:00', to: '24:00' }),
    ]);
    expect(parts.days).toHaveLength(3);
    expect(isHere(once, day)).toBe(true);
    expect(isHere(once, { ...day, from: '14:00', to: '24:00' })).toBe(false);
    expect(isHere(draftOf({ key: null, name: '', calendar }), { date: '2031-12-25', name: 'Christmas' })).toBe(true);
  });
});
