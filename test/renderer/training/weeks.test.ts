import { describe, expect, it } from 'vitest';
import type { Refresher } from '../../../src/contract/index.ts';
import { tw } from '../../../src/renderer/strings/en-training.ts';
import { isOver, weekStarts, weeksWithout } from '../../../src/renderer/training/weeks.ts';

const hour = 3_600_000;
const at = (text: string): number => Date.parse(text);
const refresher = (startAt: number | null, state: Refresher['state'] = 'planned') => ({ startAt, state });

describe('weeks without a refresher (TRN-15)', () => {
  // Wednesday 4 March 2026 in New York.
  const now = at('2026-03-04T15:00:00Z');
  const zone = 'America/New_York';

  it('begin on Monday by the clock of the zone, also where it changes', () => {
    const [first, second, third] = weekStarts(now, zone);
    expect(new Date(first).toISOString()).toBe('2026-03-02T05:00:00.000Z');
    // The clocks go forward on Sunday 8 March.
    expect((second - first) / hour).toBe(167);
    expect((third - second) / hour).toBe(168);
    // Still Sunday there, though Monday already by UTC.
    expect(weekStarts(at('2026-03-02T04:59:00Z'), zone)[0]).toBe(at('2026-02-23T05:00:00Z'));
  });

  it('are those in which none is planned or was held', () => {
    expect(weeksWithout([], now, zone)).toEqual({ now: true, next: true });
    expect(weeksWithout([refresher(null), refresher(now, 'cancelled')], now, zone)).toEqual({ now: true, next: true });
    expect(weeksWithout([refresher(at('2026-03-02T05:00:00Z'), 'held')], now, zone)).toEqual({
      now: false,
      next: true,
    });
    expect(weeksWithout([refresher(at('2026-03-09T03:59:00Z'))], now, zone)).toEqual({ now: false, next: true });
    expect(weeksWithout([refresher(at('2026-03-09T04:00:00Z'))], now, zone)).toEqual({ now: true, next: false });
  });

  it('a planned one is over once its minutes are', () => {
    const one = { ...refresher(now), minutes: 60 };
    expect(isOver(one, now + hour)).toBe(false);
    expect(isOver(one, now + hour + 1)).toBe(true);
    expect(isOver({ ...one, state: 'held' }, now + 2 * hour)).toBe(false);
    expect(isOver({ ...one, startAt: null }, now + 2 * hour)).toBe(false);
  });
});

describe('how short a time leaves the queues, in words (TRN-10)', () => {
  it('says what it adds, and what was short without it', () => {
    const said = (shortBefore: number, shortAfter: number): string =>
      tw.slots.shortage({ startAt: 0, endAt: 1, personIds: [], shortBefore, shortAfter });
    expect(said(0, 0.2)).toBe('the queues stay covered');
    expect(said(0, 1)).toBe('leaves the queues 1 person-minute short');
    expect(said(15, 1218)).toBe('leaves the queues 1,203 person-minutes shorter, 1,218 in all');
    expect(said(45, 45)).toBe('no shorter than the queues are already (45 person-minutes)');
  });

  it('money has cents only where there are some', () => {
    expect([tw.money(1000, 'USD'), tw.money(0.5, 'EUR'), tw.money(-200.5, 'USD')]).toEqual([
      '$1,000',
      '€0.50',
      '-$200.50',
    ]);
  });
});
