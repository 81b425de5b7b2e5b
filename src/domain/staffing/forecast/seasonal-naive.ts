import type { History, HistoryDay, Model, Predictor } from './model.ts';

/** The last `weeks` values of each slot of the weekday, averaged; NaN in slots never seen. */
const meanOfLast = (days: readonly HistoryDay[], weekday: number, weeks: number, slots: number) => {
  const [sums, counts] = [new Float64Array(slots), new Float64Array(slots)];
  const own = days.filter((day) => day.weekday === weekday);
  if (own.length === 0) return null;
  for (const { values } of own.toReversed()) {
    for (let slot = 0; slot < slots; slot += 1) {
      const value = values[slot] ?? Number.NaN;
      if (Number.isNaN(value) || (counts[slot] ?? 0) >= weeks) continue;
      sums[slot] = (sums[slot] ?? 0) + value;
      counts[slot] = (counts[slot] ?? 0) + 1;
    }
  }
  return sums.map((sum, slot) => sum / (counts[slot] ?? 0));
};

/** Means of the last weeks by weekday, each worked out once, when it is asked for. */
export const weekdayMeans = ({ days, slots }: History, weeks: number): Predictor => {
  const found = new Map<number, Float64Array | null>();
  return ({ weekday }) => {
    const known = found.get(weekday);
    if (known !== undefined) return known;
    const means = meanOfLast(days, weekday, weeks, slots);
    found.set(weekday, means);
    return means;
  };
};

/**
 * As the same weekday last week; where that interval was closed, the week before. The yardstick of all others.
 * Source: Hyndman & Athanasopoulos, Forecasting: principles and practice, 3rd edition, 2021, 5.2.
 */
export const seasonalNaive: Model = {
  name: 'seasonal naive',
  prepare: () => (history) => (history.days.length > 0 ? weekdayMeans(history, 1) : null),
};
