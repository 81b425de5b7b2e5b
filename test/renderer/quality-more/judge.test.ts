import { expect, it } from 'vitest';
import { enough, judge } from '../../../src/renderer/quality/dashboard/judge.ts';

it('above or below the target is said only where the whole interval is, and nothing of fewer than five (QAD-5)', () => {
  const by = (n: number, mean: number, low: number | null, high: number | null) => judge({ n, mean, low, high }, 4);
  expect(by(8, 4.5, 4, 5)).toBe('above');
  expect(by(8, 4.5, 3.99, 5)).toBe('unsure');
  expect(by(8, 3.5, 3, 4)).toBe('unsure');
  expect(by(8, 3.5, 3, 3.99)).toBe('below');
  expect(by(5, 4.5, 4, 5)).toBe('above');
  expect(by(4, 4.5, 4, 5)).toBe('tooFew');
  expect(by(1, 4.5, null, null)).toBe('tooFew');
  expect(judge({ n: 0, mean: null, low: null, high: null }, 4)).toBe('none');
  expect(enough).toBe(30);
});
