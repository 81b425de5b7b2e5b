import { expect, test } from 'vitest';
import { prng } from '../../src/domain/prng.ts';

test('a seed gives one stream, and other seeds others', () => {
  const take = (...seeds: number[]) => {
    const rng = prng(...seeds);
    return Array.from({ length: 5 }, () => rng.next());
  };
  expect(take(1, 2)).toEqual(take(1, 2));
  expect(new Set([take(1), take(2), take(1, 1), take(1, 2), take(2 ** 32 - 1)].map(String)).size).toBe(5);
});

test('the shares are as asked', () => {
  const rng = prng(42);
  const counts = [0, 0, 0];
  let sum = 0;
  let squares = 0;
  const runs = 50_000;
  for (let run = 0; run < runs; run += 1) {
    const at = rng.weighted([1, 0, 3]);
    counts[at] = (counts[at] ?? 0) + 1;
    const x = rng.normal();
    sum += x;
    squares += x * x;
    const whole = rng.int(3, 5);
    expect(whole >= 3 && whole <= 5).toBe(true);
  }
  expect(counts[1]).toBe(0);
  expect(counts[0]! / runs).toBeCloseTo(0.25, 1);
  expect(sum / runs).toBeCloseTo(0, 1);
  expect(squares / runs).toBeCloseTo(1, 1);
});
