import { covarianceOf, placed, usualEffects } from './covariance.ts';
import type { Effects, Placed } from './covariance.ts';
import { spread, topDown } from './levels.ts';
import type { Level } from './levels.ts';
import { backwards, cholesky, forwards, inverseDiagonal } from './linear.ts';
import { medianOf } from './model.ts';
import type { Model } from './model.ts';
import { chooseProfile } from './profile-settings.ts';

/** Days of history that are solved together, at most. */
const window = 160;

type Known = {
  readonly days: readonly Placed[];
  /** Logarithms off their median. */
  readonly off: Float64Array;
  readonly middle: number;
  /** How much noisier than others each day is taken to be; 1 for most. */
  readonly wildness: Float64Array;
};

const knownOf = (levels: readonly Level[]): Known => {
  const used = levels.slice(-window);
  const middle = medianOf(used.map(({ log }) => log));
  const off = Float64Array.from(used, ({ log }) => log - middle);
  return { days: used.map(placed), off, middle, wildness: new Float64Array(used.length).fill(1) };
};

type Solved = { readonly lower: Float64Array[]; readonly weights: Float64Array; readonly logLikelihood: number };

/** The weights K^-1 y of the days, and the log likelihood but for a constant. */
const solve = ({ days, off, wildness }: Known, effects: Effects): Solved | null => {
  const covariance = covarianceOf(effects);
  const matrix = days.map((one, i) => {
    const row = new Float64Array(i + 1);
    for (let j = 0; j <= i; j += 1) row[j] = covariance(one, days[j] ?? one);
    row[i] = (row[i] ?? 0) + effects.noise ** 2 * (wildness[i] ?? 1);
    return row;
  });
  const lower = cholesky(matrix);
  if (!lower) return null;
  const half = forwards(lower, off);
  let logLikelihood = 0;
  for (let i = 0; i < half.length; i += 1) {
    logLikelihood -= 0.5 * (half[i] ?? 0) ** 2 + Math.log(lower[i]?.[i] ?? 1);
  }
  return { lower, weights: backwards(lower, half), logLikelihood };
};

/** Each effect may be off what is usual by a factor e, more or less (one deviation of its logarithm). */
const scoreOf = (known: Known, effects: Effects): number => {
  const solved = solve(known, effects);
  if (!solved) return Number.NEGATIVE_INFINITY;
  let score = solved.logLikelihood;
  for (const key of keys) score -= 0.5 * Math.log(effects[key] / usualEffects[key]) ** 2;
  return score;
};

const keys = ['noise', 'weekday', 'drift', 'driftDays', 'month', 'afterClosed', 'level'] as const;
const sweeps = 2;
const step = 1.8;

/** Climbs one effect by factors while that explains the days better. */
const climb = (known: Known, from: { effects: Effects; score: number }, key: (typeof keys)[number]) => {
  let best = from;
  for (const factor of [step, 1 / step]) {
    for (;;) {
      const effects = { ...best.effects, [key]: best.effects[key] * factor };
      const score = scoreOf(known, effects);
      if (score <= best.score) break;
      best = { effects, score };
    }
    if (best !== from) break;
  }
  return best;
};

const chooseEffects = (known: Known): Effects => {
  let best = { effects: usualEffects, score: scoreOf(known, usualEffects) };
  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    for (const key of keys) best = climb(known, best, key);
  }
  return best.effects;
};

/** Beyond so many deviations a day is not like others. */
const wild = 3;

/**
 * How far each day is off what all others say of it, in deviations, and the noise of the wild ones raised to match.
 * Source: leave-one-out of Rasmussen & Williams 2006, 5.4.2; the weights are Huber's (1964, Annals of Mathematical Statistics 35).
 */
const withWild = (known: Known, effects: Effects): Known => {
  const solved = solve(known, effects);
  if (!solved) return known;
  const diagonal = inverseDiagonal(solved.lower);
  const wildness = diagonal.map((inverse, k) => {
    const deviations = Math.abs(solved.weights[k] ?? 0) / Math.sqrt(inverse);
    if (deviations <= wild) return 1;
    return 1 + ((deviations / wild) ** 2 - 1) / (inverse * effects.noise ** 2);
  });
  return { ...known, wildness };
};

/**
 * A day's logarithm as a sum of random effects - its weekday, a drift of days and one of months, its place in the month,
 * the day after a closed one, its own - and the best linear unbiased forecast from what was seen; spread by the
 * weekday's profile. How large the effects are is chosen by the likelihood, held near what is usual; a wild day weighs
 * less. What is not seen in the data comes out near nothing. Source: Rasmussen & Williams, Gaussian Processes for
 * Machine Learning, 2006, 2.2 and 5.4; effects of calls after Aldor-Noiman, Feigin & Mandelbaum 2009, Workload
 * forecasting for a call center, Annals of Applied Statistics 3.
 */
export const calendarEffects: Model = {
  name: 'calendar effects',
  prepare: (history) => {
    const profile = chooseProfile(history);
    const first = topDown(history, profile);
    const effects = first ? effectsOf(knownOf(first.levels)) : usualEffects;
    return (days) => {
      const parts = days.days.length > 10 ? topDown(days, profile) : null;
      if (!parts) return null;
      const known = withWild(knownOf(parts.levels), effects);
      const solved = solve(known, effects);
      if (!solved) return null;
      const covariance = covarianceOf(effects);
      return spread(parts, (target) => {
        const there = placed(target);
        return known.days.reduce(
          (sum, day, k) => sum + covariance(there, day) * (solved.weights[k] ?? 0),
          known.middle,
        );
      });
    };
  },
};

/** Twice, so that wild days do not pass for noise of all. */
const effectsOf = (known: Known): Effects => {
  const rough = chooseEffects(known);
  return chooseEffects(withWild(known, rough));
};
