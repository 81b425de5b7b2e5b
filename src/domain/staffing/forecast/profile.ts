import { medianOf, sumOf } from './model.ts';
import type { History, HistoryDay } from './model.ts';

/** How a profile is smoothed. */
export type ProfileSettings = {
  /** Width of the bell over neighbouring intervals, in minutes; 0 leaves them as they are. */
  readonly bellMinutes: number;
  /** So many days of its own does a weekday need to count as much as all days together. */
  readonly shrink: number;
};

/** The share of a day's contacts in each slot, by weekday; null for a weekday never seen. NaN in slots never seen. */
export type Profiles = (weekday: number) => Float64Array | null;

/** A day further back counts half for every so many weeks: habits change slowly. */
const halfLifeWeeks = 12;

const cells = (day: HistoryDay) => day.values.reduce((count, value) => count + (Number.isNaN(value) ? 0 : 1), 0);

/** Days that are nearly whole; all of them where none is. Half a day would say that mornings are all there is. */
const wholeDays = (days: readonly HistoryDay[]): readonly HistoryDay[] => {
  const usual = Array.from({ length: 7 }, (_, weekday) =>
    medianOf(days.filter((day) => day.weekday === weekday).map(cells)),
  );
  const whole = days.filter((day) => sumOf(day.values) > 0 && cells(day) >= 0.9 * (usual[day.weekday] ?? 0));
  return whole.length > 0 ? whole : days;
};

type Sums = { readonly weighed: Float64Array; readonly weights: Float64Array };

const sharesOf = (days: readonly HistoryDay[], slots: number, last: number): Sums => {
  const [weighed, weights] = [new Float64Array(slots), new Float64Array(slots)];
  for (const { day, values } of days) {
    const total = sumOf(values) || 1;
    const weight = 0.5 ** ((last - day) / (7 * halfLifeWeeks));
    for (let slot = 0; slot < slots; slot += 1) {
      const value = values[slot] ?? Number.NaN;
      if (Number.isNaN(value)) continue;
      weighed[slot] = (weighed[slot] ?? 0) + (weight * value) / total;
      weights[slot] = (weights[slot] ?? 0) + weight;
    }
  }
  return { weighed, weights };
};

/** A Gaussian kernel over the slots that are there; nothing leaks out of the open hours, or into them. */
const bell = (values: Float64Array, width: number): Float64Array => {
  const reach = Math.floor(3 * width);
  if (reach < 1) return values;
  const kernel = Array.from({ length: reach + 1 }, (_, k) => Math.exp(-0.5 * (k / width) ** 2));
  return values.map((own, slot) => {
    if (Number.isNaN(own)) return own;
    let [sum, weights] = [0, 0];
    for (let k = Math.max(0, slot - reach); k <= Math.min(values.length - 1, slot + reach); k += 1) {
      const [value, weight] = [values[k] ?? Number.NaN, kernel[Math.abs(k - slot)] ?? 0];
      if (Number.isNaN(value)) continue;
      sum += weight * value;
      weights += weight;
    }
    return sum / weights;
  });
};

const mean = ({ weighed, weights }: Sums) => weighed.map((sum, slot) => sum / (weights[slot] ?? 0));

const normalised = (shares: Float64Array): Float64Array => {
  const open = shares.map((share) => Math.max(share, 0));
  const total = sumOf(open);
  const count = open.reduce((n, share) => n + (Number.isNaN(share) ? 0 : 1), 0);
  return open.map((share) => (total > 0 ? share / total : share + 1 / count));
};

const onSlotsOf = (values: Float64Array, own: Float64Array) =>
  values.map((value, slot) => (Number.isNaN(own[slot] ?? Number.NaN) ? Number.NaN : value));

/** The weekday's own shares, drawn towards those of all days by how few they are. */
const blended = (all: Float64Array, own: Sums, width: number, shrink: number): Float64Array => {
  const ownMean = mean(own);
  const base = normalised(bell(onSlotsOf(all, ownMean), width));
  const plain = normalised(onSlotsOf(all, ownMean));
  const off = bell(
    normalised(ownMean).map((share, slot) => share - (plain[slot] ?? 0)),
    2 * width,
  );
  return normalised(
    base.map((share, slot) => {
      const weight = own.weights[slot] ?? 0;
      return share + ((off[slot] ?? 0) * weight) / (weight + shrink);
    }),
  );
};

/** The smoothed profile of each weekday. Shares of a weekday sum up to 1. */
export const profilesOf = (history: History, settings: ProfileSettings): Profiles => {
  const days = wholeDays(history.days);
  const last = history.days.at(-1)?.day ?? 0;
  const all = mean(sharesOf(days, history.slots, last));
  const width = settings.bellMinutes / history.intervalMinutes;
  const found = Array.from({ length: 7 }, (_, weekday) => {
    // A weekday without a whole day still has its slots.
    const own = days.filter((day) => day.weekday === weekday);
    const some = own.length > 0 ? own : history.days.filter((day) => day.weekday === weekday);
    return some.length === 0 ? null : blended(all, sharesOf(some, history.slots, last), width, settings.shrink);
  });
  return (weekday) => found[weekday] ?? null;
};
