import { spread, topDown } from './levels.ts';
import type { Level } from './levels.ts';
import type { Model } from './model.ts';
import { chooseProfile } from './profile-settings.ts';

/** Smoothing of the level, the trend and the weekdays; `phi` damps the trend, per open day. */
type Settings = { readonly alpha: number; readonly beta: number; readonly gamma: number; readonly phi: number };

type State = { level: number; trend: number; readonly season: number[]; error: number; last: number };

/** So many days show whether a trend lasts; with fewer it is never taken to go on for long. */
const enoughForTrend = 60;

const damping = (days: number) => (days < enoughForTrend ? [0.8, 0.95] : [0.8, 0.95, 0.98]);

const settingsFor = (days: number): readonly Settings[] =>
  [0.02, 0.05, 0.1, 0.2, 0.35, 0.5].flatMap((alpha) =>
    [0, 0.02, 0.1].flatMap((beta) =>
      [0.02, 0.1, 0.2, 0.35].flatMap((gamma) =>
        (beta === 0 ? [0.9] : damping(days)).map((phi) => ({ alpha, beta, gamma, phi })),
      ),
    ),
  );

/** Days that only warm the states up; their errors say nothing of the settings. */
const warmUp = 14;

const started = (levels: readonly Level[]): State => {
  const first = levels.slice(0, warmUp);
  const mean = (of: readonly Level[]) => of.reduce((sum, { log }) => sum + log, 0) / of.length;
  const level = mean(first);
  const season = Array.from({ length: 7 }, (_, weekday) => {
    const own = first.filter((day) => day.weekday === weekday);
    return own.length > 0 ? mean(own) - level : Number.NaN;
  });
  return { level, trend: 0, season, error: 0, last: (first[0]?.day ?? 0) - 1 };
};

/** One pass over the days, each forecast from those before it. */
const run = (levels: readonly Level[], { alpha, beta, gamma, phi }: Settings): State => {
  const state = started(levels);
  for (const [k, { weekday, log, day }] of levels.entries()) {
    const base = state.level + phi * state.trend;
    const season = state.season[weekday] ?? 0;
    const error = Number.isNaN(season) ? 0 : log - base - season;
    if (k >= warmUp) state.error += Math.abs(error);
    state.trend = phi * state.trend + alpha * beta * error;
    state.level = base + alpha * error;
    state.season[weekday] = Number.isNaN(season) ? log - base : season + gamma * error;
    state.last = day;
  }
  return state;
};

const chooseSettings = (levels: readonly Level[]): Settings =>
  settingsFor(levels.length)
    .map((settings) => ({ settings, error: run(levels, settings).error }))
    .reduce((best, found) => (found.error < best.error ? found : best)).settings;

const usual: Settings = { alpha: 0.2, beta: 0, gamma: 0.1, phi: 0.9 };

/**
 * Exponential smoothing with a damped trend and a weekly season on the logarithm of whole days (so both multiply), and
 * the season within the day as a profile of each weekday that forgets by and by. The settings are those of a grid with
 * the least sum of absolute one-day errors. Source: Taylor 2003, Journal of the Operational Research Society 54
 * (two seasons, one within the other), in the error-correction form of Hyndman & Athanasopoulos 2021, 8.5.
 */
export const exponentialSmoothing: Model = {
  name: 'exponential smoothing',
  prepare: (known) => {
    const profile = chooseProfile(known);
    const levels = topDown(known, profile)?.levels ?? [];
    const settings = levels.length > 2 * warmUp ? chooseSettings(levels) : usual;
    return (history) => {
      const parts = history.days.length > 10 ? topDown(history, profile) : null;
      if (!parts) return null;
      const state = run(parts.levels, settings);
      const openADay = parts.levels.length / (state.last - (parts.levels[0]?.day ?? 0) + 1);
      return spread(parts, ({ day, weekday }) => {
        const steps = Math.max(1, Math.round((day - state.last) * openADay));
        const trend = (state.trend * settings.phi * (1 - settings.phi ** steps)) / (1 - settings.phi);
        return state.level + trend + (state.season[weekday] ?? 0);
      });
    };
  },
};
