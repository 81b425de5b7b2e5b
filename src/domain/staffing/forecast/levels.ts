import type { DayAhead, History, HistoryDay, Predictor } from './model.ts';
import { profilesOf } from './profile.ts';
import type { Profiles, ProfileSettings } from './profile.ts';

/** A day's total, as if all of its weekday's intervals had been open; and its logarithm. */
export type Level = DayAhead & { readonly log: number };

/** Days by their totals, and how a total is spread over the day: what the top-down models start from. */
export type TopDown = { readonly levels: readonly Level[]; readonly profiles: Profiles };

/** Less of a day than this says too little about the whole of it. */
const leastSeen = 0.2;

/** A day without a contact has no logarithm; it is taken as this share of the mean day. */
const leastShare = 0.02;

const totalOf = ({ values }: HistoryDay, shares: Float64Array | null): number | null => {
  if (!shares) return null;
  let [sum, seen] = [0, 0];
  for (let slot = 0; slot < values.length; slot += 1) {
    const value = values[slot] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    sum += value;
    seen += shares[slot] ?? 0;
  }
  return seen < leastSeen ? null : sum / seen;
};

/** Splits a history into day levels and weekday profiles; null without a single contact. */
export const topDown = (history: History, settings: ProfileSettings): TopDown | null => {
  const profiles = profilesOf(history, settings);
  const totals = history.days.flatMap((day) => {
    const total = totalOf(day, profiles(day.weekday));
    return total === null ? [] : [{ day, total }];
  });
  const mean = totals.reduce((sum, { total }) => sum + total, 0) / totals.length;
  if (!(mean > 0)) return null;
  const levels = totals.map(({ day: { day, weekday, afterClosed }, total }) => {
    return { day, weekday, afterClosed, log: Math.log(Math.max(total, leastShare * mean)) };
  });
  return { levels, profiles };
};

/** The predictor of a day's total (its logarithm) and the weekday's profile. */
export const spread =
  ({ profiles }: TopDown, logOf: (target: DayAhead) => number): Predictor =>
  (target) => {
    const shares = profiles(target.weekday);
    if (!shares) return null;
    const total = Math.exp(logOf(target));
    return shares.map((share) => share * total);
  };
