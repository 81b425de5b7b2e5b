import type { History, HistoryDay, Model, Predictor } from './model.ts';
import { sumOf } from './model.ts';
import { weekdayMeans } from './seasonal-naive.ts';

const lengths = [3, 4, 5, 6, 7, 8];

/** Days kept back to choose the length by. */
const keptBack = 10;

const errorOf = (predict: Predictor, day: HistoryDay): number => {
  const expected = predict(day);
  return sumOf(day.values.map((value, slot) => Math.abs(value - (expected?.[slot] ?? 0))));
};

/** The number of weeks that erred least on the last days, each forecast from those before it; of equals the shortest. */
const chooseWeeks = (history: History): number => {
  const { days } = history;
  const judged = Math.min(keptBack, Math.floor(days.length / 2));
  const errors = lengths.map((weeks) => {
    let error = 0;
    for (let k = days.length - judged; k < days.length; k += 1) {
      const day = days[k];
      if (day) error += errorOf(weekdayMeans({ ...history, days: days.slice(0, k) }, weeks), day);
    }
    return { weeks, error };
  });
  return errors.reduce((best, found) => (found.error < best.error ? found : best)).weeks;
};

/**
 * The mean of the last weeks by weekday and interval, 3 to 8 weeks. Source: Hyndman & Athanasopoulos, Forecasting:
 * principles and practice, 2021, 3.3, of the seasonal subseries.
 */
export const movingAverage: Model = {
  name: 'moving average',
  prepare: (known) => {
    const weeks = chooseWeeks(known);
    return (history) => (history.days.length > 7 ? weekdayMeans(history, weeks) : null);
  },
};
