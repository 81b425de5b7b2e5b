import fc from 'fast-check';
import { expect, test } from 'vitest';
import { follow, tallestPx, tallOf, toScroll, toVirtual } from '../../src/renderer/ui/tall.ts';

const viewport = 700;
const million = tallOf(1_000_000 * 34, viewport);

test('a board that the browser can lay out is left as it is', () => {
  const small = tallOf(10_000 * 34, viewport);
  expect(toVirtual(123_456, small)).toBe(123_456);
  expect(toScroll(123_456, small)).toBe(123_456);
});

test('the ends of the two spaces are the same ends', () => {
  expect(million.max + viewport).toBe(tallestPx);
  expect(toVirtual(0, million)).toBe(0);
  expect(toVirtual(million.max, million)).toBe(million.total);
  expect(toScroll(million.total, million)).toBe(million.max);
});

test('there and back is the same place, and further is never nearer', () => {
  const place = fc.integer({ min: 0, max: million.total });
  fc.assert(
    fc.property(place, place, (a, b) => {
      expect(toVirtual(toScroll(a, million), million)).toBeCloseTo(a, 3);
      if (a <= b) expect(toScroll(a, million)).toBeLessThanOrEqual(toScroll(b, million));
    }),
  );
});

test('small moves are exact, a dragged thumb is mapped, and nothing leaves the board', () => {
  expect(follow(20_000_000, 9_000_000, 9_000_034, viewport, million)).toBe(20_000_034);
  expect(follow(20_000_000, 9_000_000, million.max, viewport, million)).toBe(million.total);
  expect(follow(10, 500, 0, viewport, million)).toBe(0);
});
