import { expect, test } from 'vitest';
import type { Finding } from '../../../src/contract/index.ts';
import { daysAround, split } from '../../../src/renderer/roster/new-findings.ts';

const finding = (rule: Finding['rule'], startAt: number): Finding => ({
  rule,
  severity: 'error',
  personId: 'ada',
  shiftIds: ['s'],
  startAt,
  endAt: startAt + 1,
  text: `${rule} at ${startAt}`,
  fix: '',
  remedies: [],
});

test('what stands already is not laid to a request', () => {
  const rest = finding('rest', 1);
  const { fresh, standing } = split([rest, finding('rest', 2)], [{ ...rest, text: 'the same in other words' }]);
  expect(fresh.map(({ startAt }) => startAt)).toEqual([2]);
  expect(standing).toBe(1);
  expect(split([rest], [{ ...rest, shiftIds: ['t'] }]).standing).toBe(0);
});

test('the days looked at reach a week to either side, as far as the desk can be asked', () => {
  const at = (date: string) => ({ startAt: Date.parse(`${date}T09:00Z`), endAt: Date.parse(`${date}T17:00Z`) });
  const dayOf = (instant: number) => new Date(instant).toISOString().slice(0, 10);
  expect(daysAround([at('2026-11-24'), at('2026-11-27')], dayOf)).toEqual({ from: '2026-11-17', days: 18 });
  expect(daysAround([at('2026-11-24'), at('2027-03-01')], dayOf)?.days).toBe(62);
  expect(daysAround([], dayOf)).toBeNull();
});
