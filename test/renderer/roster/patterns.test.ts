import { expect, test } from 'vitest';
import { clockSpan, spanText } from '../../../src/renderer/roster/clock-span.ts';
import { datesOn, daysBetween, nextMonday } from '../../../src/renderer/roster/dates.ts';
import {
  mondayOf,
  newRotation,
  rotationErrors,
  rotationOf,
  weekOn,
  withCell,
  withoutWeek,
  withWeek,
} from '../../../src/renderer/roster/rotation-draft.ts';
import {
  newTemplate,
  paidMinutes,
  templateDraftOf,
  templateErrors,
  templateOf,
  tilesOf,
  withActivity,
} from '../../../src/renderer/roster/template-draft.ts';

const night = {
  id: 'n',
  name: 'Night',
  start: '22:00',
  minutes: 480,
  work: 'chat' as const,
  activities: [{ kind: 'lunch' as const, offset: 180, minutes: 30 }],
};

test('a stretch is read as people write it, past midnight too, and a whole day', () => {
  expect(clockSpan('9 to 17:30')).toEqual({ start: 540, minutes: 510 });
  expect(clockSpan('22-6')).toEqual({ start: 1320, minutes: 480 });
  expect(clockSpan('06:00-06:00')).toEqual({ start: 360, minutes: 1440 });
  for (const typed of ['', '9', '9-12, 13-17', '24-25', '24:00-06:00']) expect(clockSpan(typed)).toBeNull();
  for (const typed of ['09:00-17:30', '22:00-06:00', '16:00-24:00']) expect(spanText(clockSpan(typed)!)).toBe(typed);
});

test('a template goes into its form by the clock and comes back as it was, also over midnight', () => {
  const draft = templateDraftOf(night);
  expect(draft.span).toBe('22:00-06:00');
  expect(draft.activities.map(({ span }) => span)).toEqual(['01:00-01:30']);
  const { id: _, ...body } = night;
  expect(templateOf(draft)).toEqual(body);
  expect(templateErrors(draft)).toEqual({});
  expect(templateErrors({ ...newTemplate, name: 'Usual' })).toEqual({});
});

test('what lies outside of a shift or over something else is said where it is typed', () => {
  const lunch = { key: 'l', kind: 'lunch' as const, span: '12:00-12:30' };
  const wrong = (span: string) =>
    Object.keys(templateErrors({ ...newTemplate, name: 'A', activities: [lunch, { key: 'b', kind: 'break', span }] }));
  expect(wrong('12:15-12:45')).toEqual(['activity.b']);
  expect(wrong('17:20-17:45')).toEqual(['activity.b']);
  expect(wrong('noon')).toEqual(['activity.b']);
  expect(wrong('14:00-14:02')).toEqual(['activity.b']);
  expect(wrong('12:30-12:45')).toEqual([]);
  expect(Object.keys(templateErrors({ ...newTemplate, span: '9' })).sort()).toContain('span');
  const more = withActivity({ ...newTemplate, activities: [lunch] });
  expect(more.activities.map(({ span }) => span)).toEqual(['12:00-12:30', '13:30-13:45']);
});

test('the preview tiles the shift from end to end, and breaks are not worked', () => {
  expect(tilesOf(night)).toEqual([
    { kind: 'chat', offset: 0, minutes: 180 },
    { kind: 'lunch', offset: 180, minutes: 30 },
    { kind: 'chat', offset: 210, minutes: 270 },
  ]);
  expect(paidMinutes(night)).toBe(450);
});

test('a rotation begins on the Monday of its week, and comes round both ways (PAT-3)', () => {
  const draft = withWeek(withCell({ ...newRotation('2026-11-26'), name: 'Two' }, 0, 4, 'n'));
  expect(draft.anchor).toBe('2026-11-23');
  expect(rotationOf({ ...draft, anchor: '2026-11-29' }).anchor).toBe('2026-11-23');
  expect([0, 1].map((offset) => weekOn(draft, offset, '2026-11-30'))).toEqual([1, 0]);
  expect(weekOn(draft, 0, '2026-11-16')).toBe(1);
  expect(draft.weeks.map((week) => week[4])).toEqual(['n', 'n']);
  const people = [{ personId: 'a', offset: 1 }];
  expect(withoutWeek({ ...draft, people }, 1).people).toEqual([{ personId: 'a', offset: 0 }]);
  expect(rotationErrors(draft)).toEqual({});
  expect(Object.keys(rotationErrors({ ...newRotation('2026-11-26'), anchor: 'x' })).sort()).toEqual([
    'anchor',
    'name',
    'weeks',
  ]);
  expect(mondayOf('2026-13-01')).toBeNull();
});

test('days are those between two dates that fall on the weekdays chosen', () => {
  expect(datesOn('2026-11-26', '2026-12-01', ['thu', 'mon'])).toEqual(['2026-11-26', '2026-11-30']);
  expect(daysBetween('2026-12-01', '2026-11-30')).toBeNull();
  expect(datesOn('2026-12-01', '2026-11-30', ['mon'])).toEqual([]);
  expect(nextMonday('2026-11-23')).toBe('2026-11-30');
  expect(nextMonday('2026-11-29')).toBe('2026-11-30');
});
