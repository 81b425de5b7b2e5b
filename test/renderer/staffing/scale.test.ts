import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bandPath, labelEvery, linePath, scaleFor, stepPath } from '../../../src/renderer/ui/scale.ts';

test('a scale holds the largest figure in few round steps', () => {
  expect(scaleFor(150)).toEqual({ top: 150, ticks: [0, 50, 100, 150] });
  expect(scaleFor(7).ticks).toEqual([0, 2, 4, 6, 8]);
  expect(scaleFor(0)).toEqual({ top: 1, ticks: [0, 1] });
});

test('every figure fits under the top of its scale, in at most as many steps as asked', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1e7, noNaN: true }), fc.integer({ min: 1, max: 8 }), (largest, steps) => {
      const { top, ticks } = scaleFor(largest, steps);
      expect(top).toBeGreaterThanOrEqual(largest);
      expect(ticks.length - 1).toBeLessThanOrEqual(steps);
      expect(ticks.at(-1)).toBe(top);
    }),
  );
});

test('a line is parted where a point is missing, a band is closed, steps hold until the next', () => {
  expect(linePath([[0, 1], [1, 2], null, [3, 4]])).toBe('M0 1 L1 2 M3 4');
  expect(
    bandPath(
      [
        [0, 1],
        [1, 1],
      ],
      [
        [0, 5],
        [1, 5],
      ],
    ),
  ).toBe('M0 1 L1 1 L1 5 L0 5 Z');
  expect(bandPath([], [])).toBe('');
  expect(
    stepPath(
      [2, 3],
      (index) => index * 10,
      (value) => value,
    ),
  ).toBe('M0 2 L10 2 L10 3 L20 3');
});

test('labels stand as often as they have room', () => {
  expect(labelEvery(50, 46)).toBe(1);
  expect(labelEvery(10, 46)).toBe(5);
});
