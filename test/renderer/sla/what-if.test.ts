import { expect, test } from 'vitest';
import type { Calendar, DeskPolicy } from '../../../src/contract/index.ts';
import { draftToTry, isFew, rowsOf, shareMet, type WhatIf } from '../../../src/renderer/sla/what-if.ts';

const policy: DeskPolicy = {
  id: 'rest',
  version: 1,
  since: null,
  name: 'Rest',
  calendar: 'business',
  targets: { firstResponse: { p1: { minutes: 1, time: 'calendar' }, p3: { minutes: 245, time: 'business' } } },
  pauses: {},
  reopen: 'resume',
  atRiskPercent: 75,
};
const asSaved: WhatIf = { policies: null, factor: 1, calendar: null, tried: null };
const count = (met: number, breached: number, open = 0) => ({ met, breached, open });

test('nothing chosen replays the rules as saved', () => {
  expect(draftToTry([policy], asSaved)).toEqual({ policies: [policy] });
});

test('a factor scales every target in whole minutes and none below one', () => {
  const { policies } = draftToTry([policy], { ...asSaved, factor: 0.5 });
  expect(policies?.[0]?.targets).toEqual({
    firstResponse: { p1: { minutes: 1, time: 'calendar' }, p3: { minutes: 123, time: 'business' } },
  });
});

test('a policy as edited, another calendar for all, or a calendar as edited in its place', () => {
  const edited = { ...policy, name: 'As edited' };
  expect(draftToTry([policy], { ...asSaved, policies: [edited] }).policies).toEqual([edited]);
  const all = draftToTry([policy, edited], { ...asSaved, calendar: 'night' }).policies;
  expect(all?.map(({ calendar }) => calendar)).toEqual(['night', 'night']);
  const calendar: Calendar = { timeZone: 'UTC', hours: { mon: [['00:00', '24:00']] }, holidays: [], exceptions: [] };
  const tried = draftToTry([policy], { ...asSaved, tried: { key: 'business', calendar } });
  expect(tried).toEqual({ policies: [policy], calendars: { business: calendar } });
});

test('a share is of what is decided, and few cases are said to be few', () => {
  expect(shareMet(count(3, 1, 40))).toBe(0.75);
  expect(shareMet(count(0, 0, 40))).toBeNull();
  expect([isFew(count(20, 9, 90)), isFew(count(20, 10))]).toEqual([true, false]);
});

test('rows of a metric stand in the order of priorities and add up', () => {
  const row = (metric: 'firstResponse' | 'resolution', priority: 'p1' | 'p3', met: number) =>
    ({ metric, priority, before: count(met, 1, 2), after: count(met, 0, 1) }) as const;
  const rows = [row('firstResponse', 'p3', 5), row('resolution', 'p1', 9), row('firstResponse', 'p1', 4)];
  const { all, each } = rowsOf(rows, 'firstResponse');
  expect(each.map(({ priority }) => priority)).toEqual(['p1', 'p3']);
  expect(all).toEqual({ before: count(9, 2, 4), after: count(9, 0, 2) });
  expect(rowsOf(rows, 'nextResponse').each).toEqual([]);
});
