import type { InstantIn } from '../../../contract/common.ts';
import { toInstant } from '../../calendar/instant.ts';
import { Fault } from '../../fault.ts';

type Given = readonly { readonly at: InstantIn; readonly value: number }[];
type Seen = { readonly planned: number; readonly actual: number };

export type Reforecast = {
  /** What the rest of the day's plan is multiplied by. */
  readonly factor: number;
  /** The intervals that were not over yet, the running one as a whole. */
  readonly forecast: readonly {
    readonly at: number;
    readonly value: number;
    readonly low: number;
    readonly high: number;
  }[];
};

/**
 * How far a day is usually off its plan, as a share: the deviation of the factor before anything is seen. Both this and
 * the next are what a bank's days showed, between plans of the evening before and of three weeks before.
 */
const dayDeviation = 0.06;
/** How far the mornings of equal days differ from their afternoons, as a share, when half of the day is over. */
const shapeDeviation = 0.04;
/** The tenth of a standard normal distribution, the other way round. */
const tenth = 1.2815515655446004;
/** So many intervals does the noise that is expected of counts weigh against the noise that was seen. */
const noiseIntervals = 10;

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

/** The shortest distance of two planned intervals, ms; 0 for one alone. */
const lengthOf = (planned: readonly { readonly at: number }[]): number =>
  planned.reduce((shortest, { at }, k) => Math.min(shortest, at - (planned[k - 1]?.at ?? -Infinity)), Infinity);

const sorted = (given: Given, field: string) => {
  const points = given.map(({ at, value }) => ({ at: toInstant(at), value })).sort((a, b) => a.at - b.at);
  const twice = points.find((point, k) => points[k - 1]?.at === point.at);
  if (!twice) return points;
  const text = `${new Date(twice.at).toISOString()} is given twice. Give each interval once.`;
  throw new Fault('INVALID', text, { field });
};

/**
 * How much of what was seen is believed, 0 to 1: the variance of whole days over itself plus that of the counts seen
 * (1 / planned so far) plus that of the day's shape, which fades as the day goes by.
 */
const credibility = (seen: number, share: number, noise: number): number => {
  if (seen <= 0) return 0;
  const shape = (shapeDeviation ** 2 * (1 - share)) / share;
  return dayDeviation ** 2 / (dayDeviation ** 2 + noise / seen + shape);
};

/** Variance over mean of what was seen around its plan, held near 1: that of counts that come by themselves. */
const noiseOf = (seen: readonly Seen[], ratio: number): number => {
  const terms = seen.flatMap(({ planned, actual }) =>
    planned * ratio > 0 ? [(actual - planned * ratio) ** 2 / (planned * ratio)] : [],
  );
  return Math.max(1, (sumOf(terms) + noiseIntervals) / (terms.length + noiseIntervals));
};

/**
 * The rest of a day from its plan and what came so far. The factor is 1 + c (seen / planned so far - 1); c, how much of
 * it is believed, is 0.06^2 / (0.06^2 + noise / planned so far + 0.04^2 (1 - s) / s) with s the share of the day's plan
 * that is over: little seen, little believed. Only intervals over by `now` and counted enter. The band holds 80 of 100:
 * noise of counts, and what is still unsure of the factor. Faults INVALID without a plan or with an interval given twice.
 * Source: the credibility of Buhlmann 1967, ASTIN Bulletin 4 (for counts alone it is the gamma-Poisson estimate); the
 * idea of shrinking the update after Shen & Huang 2008, Manufacturing & Service Operations Management 10, 3.2. SPEC STF-48.
 */
export const intradayReforecast = (given: {
  readonly planned: Given;
  readonly actual: Given;
  readonly now: InstantIn;
}): Reforecast => {
  const planned = sorted(given.planned, 'planned');
  if (planned.length === 0) {
    throw new Fault('INVALID', 'There is no plan of this day. Give its forecast first.', { field: 'planned' });
  }
  const now = toInstant(given.now);
  const counted = new Map(sorted(given.actual, 'actual').map(({ at, value }) => [at, value]));
  const length = planned.length > 1 ? lengthOf(planned) : 0;
  const isOver = (at: number) => at + length <= now;
  const seen = planned.flatMap(({ at, value }) => {
    const actual = isOver(at) ? counted.get(at) : undefined;
    return actual === undefined ? [] : [{ planned: value, actual }];
  });
  const sofar = sumOf(seen.map((interval) => interval.planned));
  const ratio = sofar > 0 ? sumOf(seen.map((interval) => interval.actual)) / sofar : 1;
  const noise = noiseOf(seen, ratio);
  const believed = credibility(sofar, sofar / sumOf(planned.map(({ value }) => value)), noise);
  const factor = 1 + believed * (ratio - 1);
  const unsure = dayDeviation ** 2 * (1 - believed);
  const forecast = planned
    .filter(({ at }) => !isOver(at))
    .map(({ at, value: plan }) => {
      const value = plan * factor;
      const half = tenth * Math.sqrt(noise * value + plan ** 2 * unsure);
      return { at, value, low: Math.max(0, value - half), high: value + half };
    });
  return { factor, forecast };
};
