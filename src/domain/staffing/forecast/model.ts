/** A day that was worked, by the wall clock. `values[slot]` is NaN where the series has no such interval. */
export type HistoryDay = DayAhead & { readonly values: Float64Array };

/** A day to say something about. `day` counts from 1970-01-01; weekday 0 is Monday. */
export type DayAhead = {
  readonly day: number;
  readonly weekday: number;
  /** The last day that is usually open before this one was closed: what was not asked then is asked now. */
  readonly afterClosed: boolean;
};

/** What a model learns from: days in order of time, without events. Slots are intervals of the wall clock's day. */
export type History = {
  readonly slots: number;
  readonly intervalMinutes: number;
  readonly days: readonly HistoryDay[];
};

/** Contacts per slot of a normal day; NaN where nothing is known of a slot. Null: nothing is known of such a day. */
export type Predictor = (target: DayAhead) => Float64Array | null;

/** What a model knows after learning; null where the history is too short for it. */
export type Fit = (history: History) => Predictor | null;

/**
 * A model in two steps, so that a back-test stays quick and honest: `prepare` chooses the settings once, on days before
 * the first that is judged; the fit is then repeated at each origin.
 */
export type Model = { readonly name: string; readonly prepare: (history: History) => Fit };

export const sumOf = (values: Iterable<number>): number => {
  let sum = 0;
  for (const value of values) if (!Number.isNaN(value)) sum += value;
  return sum;
};

/** The middle one; of an even number, halfway between the middle two. 0 of none. */
export const medianOf = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? upper) + upper) / 2;
};
