import type { StaffedInterval } from '../../contract/index.ts';

/** Less than this is no difference: people count by how much of a full agent they do, in parts. */
const slack = 0.05;

export type Bar = {
  readonly interval: StaffedInterval;
  /** Who counts: who is there where somebody is missing, else who is planned. */
  readonly there: number;
  /** People over what is required; below zero short. */
  readonly over: number;
  readonly short: boolean;
  /** Planned, but late, absent or gone. */
  readonly missing: number;
};

export function barOf(interval: StaffedInterval): Bar {
  const missing = Math.max(0, interval.scheduled - interval.present);
  const there = missing > slack ? interval.present : interval.scheduled;
  const over = there - interval.required;
  return { interval, there, over, short: over < -slack, missing: missing > slack ? missing : 0 };
}

/** `+1`, `0`, `-1`, `-0.5`: whole where it nearly is. */
export function signed(over: number): string {
  const whole = Math.round(over);
  const value = Math.abs(over - whole) < slack ? whole : Math.round(over * 10) / 10;
  if (value === 0) return '0';
  return value > 0 ? `+${value}` : String(value);
}

/** The height that the strip is drawn to, in people: a little over the most that is required or there. */
export const tallest = (bars: readonly Bar[]): number =>
  Math.max(1, ...bars.flatMap(({ interval }) => [interval.required, interval.scheduled, interval.present]));

/** An interval in which something happens: work is expected, or somebody is there. */
export const isBusy = ({ required, scheduled, present }: StaffedInterval): boolean =>
  required > 0 || scheduled > 0 || present > 0;

/** One figure for so many bars, the worst of each, where the bars are too narrow for one each. */
export function worstOf(bars: readonly Bar[], every: number): readonly Bar[] {
  const worst: Bar[] = [];
  for (let from = 0; from < bars.length; from += every) {
    const group = bars.slice(from, from + every);
    const first = group[0];
    if (first !== undefined) worst.push(group.reduce((low, bar) => (bar.over < low.over ? bar : low), first));
  }
  return worst;
}

/** Hours of work required and planned on a day. */
export function hoursOfDay(intervals: readonly StaffedInterval[], intervalMinutes: number) {
  const sum = (of: (interval: StaffedInterval) => number): number =>
    intervals.reduce((total, interval) => total + of(interval), 0) * (intervalMinutes / 60);
  return { required: sum(({ required }) => required), scheduled: sum(({ scheduled }) => scheduled) };
}
