import { expect, test } from 'vitest';
import type { Clock, Segment } from '../../src/contract/index.ts';
import { clockBar } from '../../src/renderer/tickets/clock-bar.ts';

const minute = 60_000;
const segment = (kind: Segment['kind'], from: number, to: number): Segment => ({
  kind,
  from: from * minute,
  to: to * minute,
  reason: '',
  countedMinutes: kind === 'counting' ? to - from : 0,
  targetMinutes: 60,
});
const clock = (ledger: Segment[]): Clock => ({
  startedAt: 0,
  targetMinutes: 60,
  time: 'business',
  spentMinutes: ledger.reduce((sum, part) => sum + part.countedMinutes, 0),
  pausedMinutes: 0,
  dueAt: null,
  riskAt: null,
  metAt: null,
  breachedAt: null,
  state: 'running',
  ledger,
  why: '',
});

test('counted time is to scale, and what stood still is there but narrow', () => {
  const { stretches, targetAt } = clockBar(
    clock([segment('counting', 0, 30), segment('paused', 30, 1000), segment('counting', 1000, 1015)]),
  );
  expect(stretches.map((stretch) => stretch.kind)).toEqual(['counted', 'paused', 'counted', 'left']);
  const [first, pause, second, left] = stretches;
  expect(first!.share).toBeCloseTo(2 * second!.share);
  expect(left!.minutes).toBe(15);
  expect(pause!.share).toBeCloseTo(15 / 75);
  expect(stretches.reduce((sum, stretch) => sum + stretch.share, 0)).toBeCloseTo(1);
  expect(targetAt).toBeNull();
});

test('time over the target is parted off, with the mark of the target between', () => {
  const { stretches, targetAt } = clockBar(clock([segment('counting', 0, 90)]));
  expect(stretches.map(({ kind, minutes }) => [kind, minutes])).toEqual([
    ['counted', 60],
    ['over', 30],
  ]);
  expect(targetAt).toBeCloseTo(2 / 3);
});
