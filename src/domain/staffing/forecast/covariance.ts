import { monthDayOf } from '../../calendar/wall-time.ts';
import type { DayAhead } from './model.ts';

/** Deviations of a day's logarithm (0.05 is about 5 %), and how far each reaches. */
export type Effects = {
  readonly weekday: number;
  /** What lasts for days: deviation, and days after which e^-1 of it is left. */
  readonly drift: number;
  readonly driftDays: number;
  /** What lasts for months. */
  readonly level: number;
  /** Where the day lies in its month: pay days and bills. */
  readonly month: number;
  readonly afterClosed: number;
  /** What is a day's own. */
  readonly noise: number;
};

/** Where one starts from: what may move a desk, by how much. The likelihood moves them, this holds them back. */
export const usualEffects: Effects = {
  weekday: 0.1,
  drift: 0.045,
  driftDays: 7,
  level: 0.06,
  month: 0.04,
  afterClosed: 0.08,
  noise: 0.02,
};

const levelDays = 100;
const monthReach = 2.5;
/** The mean of all days is hardly known beforehand. */
const meanVariance = 0.3 ** 2;

/** Days from the nearer end of the month: 0 for the first, -1 for the last. */
const placeInMonth = (day: number): number => {
  const date = monthDayOf(day) % 100;
  if (date <= 15) return date - 1;
  const nextMonth = Array.from({ length: 17 }, (_, k) => k + 1).find((k) => monthDayOf(day + k) % 100 === 1);
  return -(nextMonth ?? 17);
};

export type Placed = DayAhead & { readonly place: number };

export const placed = (target: DayAhead): Placed => ({ ...target, place: placeInMonth(target.day) });

/** The covariance of two days' logarithms without the noise. Both exponentials are looked up: there are few distances. */
export const covarianceOf = (effects: Effects): ((one: Placed, other: Placed) => number) => {
  const byGap: number[] = [];
  const byPlace: number[] = [];
  const gapPart = (gap: number) =>
    effects.drift ** 2 * Math.exp(-gap / effects.driftDays) + effects.level ** 2 * Math.exp(-gap / levelDays);
  const placePart = (gap: number) => effects.month ** 2 * Math.exp(-0.5 * (gap / monthReach) ** 2);
  return (one, other) => {
    const gap = Math.abs(one.day - other.day);
    const place = Math.abs(one.place - other.place);
    let sum = meanVariance + (byGap[gap] ??= gapPart(gap)) + (byPlace[place] ??= placePart(place));
    if (one.weekday === other.weekday) sum += effects.weekday ** 2;
    if (one.afterClosed && other.afterClosed) sum += effects.afterClosed ** 2;
    return sum;
  };
};
