import { spread, topDown } from './levels.ts';
import type { Level } from './levels.ts';
import { medianOf } from './model.ts';
import type { Model } from './model.ts';
import { chooseProfile } from './profile-settings.ts';

/** Open days the level and the trend are read from: six weeks of seven days, about two months of five. */
const window = 42;
/** Open days that say where the level is now. */
const recent = 10;

/** What each weekday adds to a day's logarithm: the median of its days off the median of their week. */
const weekdayEffects = (levels: readonly Level[]): readonly number[] => {
  const off = Array.from({ length: 7 }, (): number[] => []);
  for (const level of levels) {
    const week = levels.filter((other) => Math.abs(other.day - level.day) <= 3).map(({ log }) => log);
    off[level.weekday]?.push(level.log - medianOf(week));
  }
  return off.map((values) => medianOf(values.slice(-12)));
};

type Points = readonly { readonly day: number; readonly log: number }[];

/** The median of the slopes between days at least a week apart. Source: Sen 1968, JASA 63; Theil 1950. */
const medianSlope = (points: Points): number => {
  const slopes: number[] = [];
  for (const [k, one] of points.entries()) {
    for (const other of points.slice(k + 1)) {
      if (other.day - one.day >= 7) slopes.push((other.log - one.log) / (other.day - one.day));
    }
  }
  return medianOf(slopes);
};

/** The trend that both halves show, the gentler of the two; none where they disagree: that was a wave. */
const slopeOf = (points: Points): number => {
  const half = points.length >> 1;
  return medianOf([medianSlope(points.slice(0, half)), medianSlope(points.slice(half)), 0]);
};

/** How much of the trend is left after another week: none goes on for ever. */
const damping = 0.5;

const damped = (days: number) => (7 * (1 - damping ** (days / 7))) / (1 - damping);

/**
 * Level, trend and weekday of whole days, each by medians, spread by the weekday's profile: one wild day moves nothing.
 * The trend is Theil and Sen's, halved each week; damping as in Gardner & McKenzie 1985, Management Science 31.
 */
export const medianDay: Model = {
  name: 'median level and trend',
  prepare: (known) => {
    const settings = chooseProfile(known);
    return (history) => {
      const parts = history.days.length > 10 ? topDown(history, settings) : null;
      if (!parts) return null;
      const effects = weekdayEffects(parts.levels);
      const points = parts.levels
        .slice(-window)
        .map(({ day, weekday, log }) => ({ day, log: log - (effects[weekday] ?? 0) }));
      const last = points.slice(-recent);
      const slope = slopeOf(points);
      const level = medianOf(last.map(({ log }) => log));
      const middle = medianOf(last.map(({ day }) => day));
      return spread(parts, ({ day, weekday }) => level + slope * damped(day - middle) + (effects[weekday] ?? 0));
    };
  },
};
