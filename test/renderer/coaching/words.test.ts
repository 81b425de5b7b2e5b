import { describe, expect, test } from 'vitest';
import type { ChangeOf, Comparison } from '../../../src/contract/index.ts';
import { compare } from '../../../src/domain/metrics/compare.ts';
import { isLate, nextQuarter, standingOf } from '../../../src/renderer/coaching/due.ts';
import { worstFirst } from '../../../src/renderer/coaching/figures.ts';
import { withoutKept } from '../../../src/renderer/coaching/session/said.ts';
import { cw } from '../../../src/renderer/strings/en-coaching.ts';
import { saidOf, whysOf } from '../../../src/renderer/ui/verdict.ts';

const change = (comparison: Comparison, part: Partial<ChangeOf> = {}): ChangeOf => ({
  metric: { kind: 'csat', scorecardId: null, criterion: null },
  name: 'CSAT',
  unit: 'share',
  better: 'more',
  comparison,
  ...part,
});
const shares = (a: number, b: number, n = 1000): Comparison =>
  compare({ a: { n, successes: a }, b: { n, successes: b }, measure: 'mean' });
const says = (each: ChangeOf): string => cw.saysOf(saidOf(each), whysOf(each.comparison));

describe('what a change says', () => {
  test('more than noise is better or worse by which way is better', () => {
    expect(says(change(shares(500, 700)))).toBe('More than noise: better');
    expect(says(change(shares(700, 500)))).toBe('More than noise: worse');
    expect(says(change(shares(500, 700), { better: 'less' }))).toBe('More than noise: worse');
    expect(says(change(shares(700, 500), { better: 'less' }))).toBe('More than noise: better');
  });
  test('steady, or not to react yet, with every reason that holds', () => {
    expect(says(change(shares(90_000, 90_100, 100_000)))).toBe('Steady');
    expect(says(change(shares(5, 9, 10)))).toBe('Do not react yet: fewer than 30');
    expect(says(change(shares(5, 5, 10)))).toBe('Do not react yet: fewer than 30, below 7 %');
    expect(says(change(shares(20, 25, 40)))).toBe('Do not react yet: may be chance');
    expect(says(change(shares(500, 520)))).toBe('Do not react yet: below 7 %');
    expect(says(change(shares(0, 0, 0)))).toBe('Do not react yet: nothing on one side');
  });
});

describe('figures as text', () => {
  const some = { low: -0.031, high: 0.072 };
  test('each in its unit', () => {
    expect(cw.value('share', 0.854)).toBe('85.4 %');
    expect(cw.value('percent', 91.26)).toBe('91.3 %');
    expect(cw.value('score', 4.2)).toBe('4.20 of 5');
    expect(cw.value('minutes', 2.46)).toBe('2.5 min');
    expect(cw.value('minutes', 59.6)).toBe('60 min');
    expect(cw.value('minutes', 125)).toBe('2 h 05');
    expect(cw.valueOf('share', { n: 1234, value: 0.5 })).toBe('50 % (1,234)');
  });
  test('what is missing is a dash, never NaN', () => {
    expect(cw.value('share', null)).toBe('–');
    expect(cw.value('minutes', Number.NaN)).toBe('–');
    expect(cw.valueOf('score', { n: 0, value: null })).toBe('– (0)');
    expect(cw.difference('share', { difference: null, interval: null })).toBe('–');
    expect(cw.chance(null)).toBe('');
  });
  test('differences have a sign, and an interval where there is one', () => {
    expect(cw.difference('share', { difference: 0.02, interval: some })).toBe('+2 points (−3.1 to +7.2)');
    expect(cw.difference('score', { difference: -0.4, interval: null })).toBe('−0.40');
    expect(cw.difference('minutes', { difference: -75.5, interval: { low: -100, high: 0.001 } })).toBe(
      'typically −76 min (−1 h 40 to 0 min)',
    );
    expect(cw.difference('score', { difference: 0.001, interval: null })).toBe('0.00');
  });
  test('chance in words, with p', () => {
    expect(cw.chance(0.0004)).toBe('chance alone hardly ever does as much (p below 0.001)');
    expect(cw.chance(0.03)).toBe('chance alone seldom does as much (p 0.03)');
    expect(cw.chance(0.1)).toBe('chance alone may do as much (p 0.10)');
    expect(cw.chance(1)).toBe('chance alone easily does as much (p 1.00)');
  });
});

test('criteria have the worst first, those without a score last', () => {
  const of = (name: string, before: number | null, now: number | null): ChangeOf => {
    const side = (value: number | null) => ({ n: value === null ? 0 : 10, value });
    return change({ ...shares(1, 1), a: side(before), b: side(now) }, { name, unit: 'score' });
  };
  const all = [
    of('none', null, null),
    of('good', 4, 5),
    of('bad', 4, 2),
    of('gone', 1, null),
    of('none too', null, null),
  ];
  expect(worstFirst(all).map(({ name }) => name)).toEqual(['gone', 'bad', 'good', 'none', 'none too']);
});

test('how it stands with the next session, in words', () => {
  const dayMs = 86_400_000;
  const said = (dueAt: number | null, overdueDays: number): string =>
    cw.standing(standingOf({ dueAt, overdueDays }, 10 * dayMs));
  expect(said(null, 0)).toBe('never');
  expect(said(5 * dayMs, 5)).toBe('overdue 5 days');
  expect(said(9 * dayMs, 1)).toBe('overdue 1 day');
  expect(said(9.5 * dayMs, 0)).toBe('due today');
  expect(said(10.9 * dayMs, 0)).toBe('due today');
  expect(said(13.2 * dayMs, 0)).toBe('due in 3 days');
});

test('an action is late from the day after', () => {
  expect(isLate('2026-11-26', false, '2026-11-27')).toBe(true);
  expect(isLate('2026-11-27', false, '2026-11-27')).toBe(false);
  expect(isLate('2026-11-26', true, '2026-11-27')).toBe(false);
  expect(isLate(null, false, '2026-11-27')).toBe(false);
});

test('a session begins at a quarter of an hour', () => {
  expect(nextQuarter(900_001)).toBe(1_800_000);
  expect(nextQuarter(900_000)).toBe(900_000);
});

test('what was said anew while the desk kept the old stays to be kept', () => {
  expect(withoutKept({ notes: 'ab', minutes: 30 }, { notes: 'a' })).toEqual({ notes: 'ab', minutes: 30 });
  expect(withoutKept({ notes: 'ab', minutes: 30 }, { notes: 'ab' })).toEqual({ minutes: 30 });
});
