import { dot, mainDirections } from './linear.ts';
import type { DayAhead, History, HistoryDay, Model, Predictor } from './model.ts';
import { weekdayMeans } from './seasonal-naive.ts';

/** Days the directions are learnt from, at most. */
const window = 84;
const directions = 4;
const rounds = 12;

const rootsOf = (day: HistoryDay, usual: Predictor): Float64Array => {
  const means = usual(day);
  return day.values.map((value, slot) => {
    const known = Number.isNaN(value) ? (means?.[slot] ?? 0) : value;
    return Math.sqrt(Number.isNaN(known) ? 0 : known);
  });
};

type Scores = { readonly days: readonly DayAhead[]; readonly values: readonly number[] };

/** What a direction's score is next: the weekday's mean, and what the last day was off it, fading away. */
const scoreModel = ({ days, values }: Scores): ((target: DayAhead, ahead: number) => number) => {
  const overall = values.reduce((sum, value) => sum + value, 0) / values.length;
  const means = Array.from({ length: 7 }, (_, weekday) => {
    const own = values.filter((_value, k) => days[k]?.weekday === weekday);
    return (own.reduce((sum, value) => sum + value, 0) + overall) / (own.length + 1);
  });
  const off = values.map((value, k) => value - (means[days[k]?.weekday ?? 0] ?? 0));
  let [both, squares] = [0, 0];
  for (let k = 1; k < off.length; k += 1) {
    both += (off[k] ?? 0) * (off[k - 1] ?? 0);
    squares += (off[k - 1] ?? 0) ** 2;
  }
  const fade = squares > 0 ? Math.min(0.95, Math.max(0, both / squares)) : 0;
  return (target, ahead) => (means[target.weekday] ?? overall) + fade ** ahead * (off.at(-1) ?? 0);
};

const fit = (history: History): Predictor | null => {
  const days = history.days.slice(-window);
  if (days.length <= 10) return null;
  const usual = weekdayMeans(history, 8);
  const rows = days.map((day) => rootsOf(day, usual));
  const found = mainDirections(rows, directions, rounds).map((direction) => ({
    direction,
    next: scoreModel({ days, values: rows.map((row) => dot(row, direction)) }),
  }));
  const last = days.at(-1)?.day ?? 0;
  const openADay = days.length / (last - (days[0]?.day ?? 0) + 1);
  return (target) => {
    const means = usual(target);
    if (!means) return null;
    const ahead = Math.max(1, Math.round((target.day - last) * openADay));
    const roots = new Float64Array(history.slots);
    for (const { direction, next } of found) {
      const score = next(target, ahead);
      for (let k = 0; k < roots.length; k += 1) roots[k] = (roots[k] ?? 0) + score * (direction[k] ?? 0);
    }
    return roots.map((root, slot) => (Number.isNaN(means[slot] ?? Number.NaN) ? Number.NaN : Math.max(0, root) ** 2));
  };
};

/**
 * Days as sums of a few profiles, found by a singular value decomposition of the square roots (which makes the noise of
 * counts even); the score of each is forecast by its weekday and an autoregression of one day. Source: Shen & Huang
 * 2008, Interday Forecasting and Intraday Updating of Call Center Arrivals, Manufacturing & Service Operations
 * Management 10. We leave the 1/4 out that they add under the root, so that ten times the calls is ten times the forecast.
 */
export const lowRank: Model = { name: 'few profiles (SVD)', prepare: () => fit };
