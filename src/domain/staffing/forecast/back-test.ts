import type { Forecast } from '../../../contract/staffing.ts';
import type { Fit, History, HistoryDay, Model } from './model.ts';

/** What was expected of a judged day's intervals, and what came. One for each origin and day. */
export type Judged = { readonly expected: Float64Array; readonly actual: Float64Array };

/** How a model did: `judged` in the same order for every model. */
export type Tried = {
  readonly name: string;
  readonly judged: readonly Judged[];
  readonly score: Forecast['backtest'][number];
};

const mostDays = 20;
/** Days ahead of an origin that are judged, at most. */
const mostAhead = 28;

/**
 * The days that are judged: the last 20, or the last half where there are fewer than 40. Those before them span a week
 * at least, or nothing is judged.
 */
const judgedFrom = ({ days }: History): number => {
  const count = Math.min(mostDays, Math.floor(days.length / 2));
  const first = days[0]?.day ?? 0;
  for (let from = days.length - count; from < days.length; from += 1) {
    if ((days[from]?.day ?? 0) - first >= 7) return from;
  }
  return days.length;
};

/** Of a day the slots that were open; what a model knows nothing of, it expects nothing in. */
const judge = (expected: Float64Array | null, day: HistoryDay): Judged => {
  const slots = [...day.values.keys()].filter((slot) => !Number.isNaN(day.values[slot] ?? Number.NaN));
  return {
    expected: Float64Array.from(slots, (slot) => expected?.[slot] || 0),
    actual: Float64Array.from(slots, (slot) => day.values[slot] ?? 0),
  };
};

const ofOrigin = (fit: Fit, history: History, at: number, horizonDays: number): Judged[] | null => {
  const predict = fit({ ...history, days: history.days.slice(0, at) });
  if (!predict) return null;
  const origin = history.days[at - 1]?.day ?? 0;
  return history.days
    .slice(at)
    .filter((day) => day.day - origin <= Math.max(horizonDays, (history.days[at]?.day ?? 0) - origin))
    .map((day) => judge(predict(day), day));
};

/** The sum of absolute errors over the sum of what was; of intervals, or of whole days. Null where nothing came. */
const wape = (judged: readonly Judged[], perDay: boolean): number | null => {
  let [errors, total] = [0, 0];
  for (const { expected, actual } of judged) {
    let off = 0;
    for (let k = 0; k < actual.length; k += 1) {
      const error = (actual[k] ?? 0) - (expected[k] ?? 0);
      off += perDay ? error : Math.abs(error);
      total += actual[k] ?? 0;
    }
    errors += Math.abs(off);
  }
  return total > 0 ? errors / total : null;
};

const tried = (name: string, judged: readonly Judged[], days: number): Tried | null => {
  const [perInterval, perDay] = [wape(judged, false), wape(judged, true)];
  if (perInterval === null || perDay === null) return null;
  return { name, judged, score: { model: name, wape: perInterval, wapePerDay: perDay, days } };
};

const tryModel = (model: Model, history: History, from: number, horizonDays: number): Tried | null => {
  const fit = model.prepare({ ...history, days: history.days.slice(0, from) });
  const judged: Judged[] = [];
  for (let at = from; at < history.days.length; at += 1) {
    const found = ofOrigin(fit, history, at, horizonDays);
    if (!found) return null;
    judged.push(...found);
  }
  return tried(model.name, judged, history.days.length - from);
};

/**
 * Each model forecasts the last days again, from the evening before each of them, up to the horizon (28 days at most)
 * and never with anything that came later: a rolling origin. A model for which the first origin knows too little is
 * left out. Source: Hyndman & Athanasopoulos, Forecasting: principles and practice, 2021, 5.10. SPEC STF-46.
 */
export const backTest = (models: readonly Model[], history: History, horizonDays: number): Tried[] => {
  const from = judgedFrom(history);
  if (from >= history.days.length) return [];
  return models.flatMap((model) => tryModel(model, history, from, Math.min(horizonDays, mostAhead)) ?? []);
};

/** As a model that expects the mean of what two expected. */
export const tryAverage = (name: string, one: Tried, other: Tried): Tried | null => {
  const judged = one.judged.map(({ expected, actual }, k) => {
    const second = other.judged[k]?.expected;
    return { actual, expected: expected.map((value, slot) => (value + (second?.[slot] ?? value)) / 2) };
  });
  return tried(name, judged, one.score.days);
};
