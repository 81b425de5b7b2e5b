import { expect, test } from 'vitest';
import type { RosterRules } from '../../../src/contract/index.ts';
import { newCover, rulesDraftOf, rulesErrors, rulesOf, switched } from '../../../src/renderer/roster/rules-draft.ts';

const rules: RosterRules = {
  off: ['holiday'],
  minRestMinutes: 660,
  maxDaysInRow: 5,
  maxShiftMinutes: 600,
  minShiftMinutes: 240,
  breakAfterMinutes: 360,
  minBreakMinutes: 30,
  overContractMinutes: 0,
  cover: [{ kind: 'language', name: 'pt', minLevel: 1, people: 2, hours: { mon: [['08:00', '18:00']] } }],
};

test('rules go into the form and come back as they were', () => {
  const draft = rulesDraftOf(rules);
  expect(draft.figures.minRestMinutes).toBe('11h');
  expect(rulesErrors(draft)).toEqual({});
  expect(rulesOf(draft)).toEqual(rules);
  expect(switched(switched(draft, 'rest', false), 'holiday', true).off).toEqual(['rest']);
});

test('figures the desk would refuse are said at their field, cover without a name or hours too', () => {
  const draft = rulesDraftOf(rules);
  const bad = {
    ...draft,
    figures: { ...draft.figures, minRestMinutes: '3d', maxDaysInRow: '0', minBreakMinutes: 'x' },
  };
  expect(Object.keys(rulesErrors(bad)).sort()).toEqual(['maxDaysInRow', 'minBreakMinutes', 'minRestMinutes']);
  const cover = { ...newCover(), key: 'c', people: '0', hours: { ...newCover().hours, tue: 'x' } };
  expect(Object.keys(rulesErrors({ ...draft, cover: [cover] })).sort()).toEqual([
    'cover.c.name',
    'cover.c.people',
    'cover.c.tue',
  ]);
});

test('a level is asked of skills alone', () => {
  const draft = rulesDraftOf(rules);
  const cover = [{ ...newCover(), kind: 'language' as const, name: ' en ', minLevel: 4 }];
  expect(rulesOf({ ...draft, cover }).cover[0]).toMatchObject({ name: 'en', minLevel: 1, people: 1 });
});
