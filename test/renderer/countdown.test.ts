import { expect, test } from 'vitest';
import { chipText, lateSpan, span, stateAt, type ChipState } from '../../src/renderer/tickets/countdown.ts';

const words = { paused: 'paused', met: 'met', late: 'late' };
const date = (at: number): string => `date ${at}`;
const clock = (state: ChipState, dueAt: number | null = 100_000, riskAt: number | null = 50_000) => ({
  state,
  dueAt,
  riskAt,
  metAt: null,
});

test('a span is minutes and seconds under an hour, hours and minutes under a day, and no span beyond', () => {
  expect(span(0)).toBe('00:00');
  expect(span(372_000)).toBe('06:12');
  expect(span(3_599_999)).toBe('59:59');
  expect(span(3_600_000)).toBe('1 h 00');
  expect(span(4_320_000)).toBe('1 h 12');
  expect(span(86_399_999)).toBe('23 h 59');
  expect(span(86_400_000)).toBeNull();
  expect(lateSpan(3 * 86_400_000 + 5)).toBe('3 d');
});

test('a chip counts down to 00:00 and turns late at its due time, not before', () => {
  expect(chipText(clock('running'), 40_000, words, date)).toBe('01:00');
  expect(chipText(clock('running'), 40_001, words, date)).toBe('01:00');
  expect(chipText(clock('running'), 99_999, words, date)).toBe('00:01');
  expect(chipText(clock('running'), 100_000, words, date)).toBe('−00:00');
  expect(chipText(clock('running'), 141_000, words, date)).toBe('−00:41');
});

test('the state moves with time where the clock runs, and stands where it does not', () => {
  expect(stateAt(clock('running'), 49_999)).toBe('running');
  expect(stateAt(clock('running'), 50_000)).toBe('atRisk');
  expect(stateAt(clock('atRisk'), 100_000)).toBe('breached');
  expect(stateAt(clock('paused'), 999_999)).toBe('paused');
  expect(stateAt(clock('met'), 999_999)).toBe('met');
});

test('beyond a day a chip shows a date, and words where no time helps', () => {
  expect(chipText(clock('running', 90_000_000, null), 0, words, date)).toBe('date 90000000');
  expect(chipText(clock('paused'), 0, words, date)).toBe('paused');
  expect(chipText(clock('met', null), 0, words, date)).toBe('met');
  expect(chipText(clock('breached', null), 0, words, date)).toBe('late');
});

test('what was done late stands still: how late it was when it was done, however long ago that is', () => {
  const done = { ...clock('breached', 100_000), metAt: 100_000 + 7_800_000 };
  expect(chipText(done, 900_000_000, words, date)).toBe('late 2 h 10');
  expect(stateAt({ ...clock('running', 100_000), metAt: 90_000 }, 200_000)).toBe('running');
});
