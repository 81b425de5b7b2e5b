import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  numberIn,
  numberOf,
  secondsOf,
  secondsText,
  signedText,
  stepped,
} from '../../../src/renderer/ui/read-number.ts';

test('numbers are read as people type them, with a comma, a sign or a real minus', () => {
  expect(['1', '+5', ' 2,5 ', '-3', '−3', '.5'].map(numberOf)).toEqual([1, 5, 2.5, -3, -3, 0.5]);
  expect(['', '5 %', '1e3', 'ten', '1,000.5', '--1', '.'].map(numberOf)).toEqual(Array(7).fill(null));
});

test('a number has to lie between its ends, and be whole where it must', () => {
  expect(numberIn('50', -50, 50)).toBe(50);
  expect(numberIn('51', -50, 50)).toBeNull();
  expect(numberIn('1.5', 0, 5)).toBe(1.5);
  expect(numberIn('1.5', 0, 5, true)).toBeNull();
});

test('a step goes on from what is typed and stops at the ends', () => {
  expect(stepped('+10', 5, -90, 500)).toBe(15);
  expect(stepped('', -1, -50, 50)).toBe(-1);
  expect(stepped('500', 5, -90, 500)).toBe(500);
  expect([3, 0, -2].map(signedText)).toEqual(['+3', '0', '-2']);
});

test('times are read in seconds, minutes and hours', () => {
  expect(['20', '20 s', '5 min', '5m', '1:30', '4 h', '1 h 30', '1 h 30 min', '1,5 h'].map(secondsOf)).toEqual([
    20, 20, 300, 300, 90, 14_400, 3630, 5400, 5400,
  ]);
  expect(['', 'soon', '1 day', '5 min 5 min', '-3'].map(secondsOf)).toEqual(Array(5).fill(null));
});

test('a time that is shown reads back as the same', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 864_000 }), (seconds) => secondsOf(secondsText(seconds)) === seconds),
  );
});
