import type { Forecast, ForecastInput } from '../../../contract/staffing.ts';
import { dateOf } from '../../calendar/wall-time.ts';
import { Fault } from '../../fault.ts';
import { backTest, tryAverage } from './back-test.ts';
import type { Tried } from './back-test.ts';
import { bandOf, dayBandOf } from './band.ts';
import type { Band } from './band.ts';
import { calendarEffects } from './calendar-effects.ts';
import { gridOf } from './grid.ts';
import type { Grid } from './grid.ts';
import { learn } from './history.ts';
import type { Learnt } from './history.ts';
import { instantsOfDay } from './instants.ts';
import { lowRank } from './low-rank.ts';
import { medianDay } from './median-day.ts';
import type { History, Model, Predictor } from './model.ts';
import { movingAverage } from './moving-average.ts';
import { seasonalNaive, weekdayMeans } from './seasonal-naive.ts';
import { exponentialSmoothing } from './smoothing.ts';

/** The simpler first: of equals the first is taken. */
const models: readonly Model[] = [
  seasonalNaive,
  movingAverage,
  medianDay,
  exponentialSmoothing,
  lowRank,
  calendarEffects,
];

const averageName = 'average of the best two';

const byError = (all: readonly Tried[]) => all.toSorted((one, other) => one.score.wape - other.score.wape);

/** The models tried, and the average of the best two. */
const tryAll = (history: History, horizonDays: number): Tried[] => {
  const single = backTest(models, history, horizonDays);
  const [best, second] = byError(single);
  const both = best && second ? tryAverage(averageName, best, second) : null;
  return both ? [...single, both] : single;
};

const fitNamed = (name: string, history: History): Predictor | null =>
  models.find((model) => model.name === name)?.prepare(history)(history) ?? null;

const averaged = (one: Predictor | null, other: Predictor | null): Predictor | null => {
  if (!one || !other) return one ?? other;
  return (target) => {
    const [first, second] = [one(target), other(target)];
    return first?.map((value, slot) => (value + (second?.[slot] ?? value)) / 2) ?? second;
  };
};

/** Open slots a model says nothing of, for it has seen them on broken days alone: the means of the last weeks. */
const filled = (predict: Predictor | null, history: History): Predictor => {
  const means = weekdayMeans(history, 8);
  return (target) => {
    const rest = means(target);
    return predict?.(target)?.map((value, slot) => (Number.isNaN(value) ? (rest?.[slot] ?? value) : value)) ?? rest;
  };
};

/** The model that erred least, learnt again from all there is. Nothing tried: the simplest. */
const chosen = (all: readonly Tried[], history: History) => {
  const name = byError(all)[0]?.name ?? seasonalNaive.name;
  const [best, second] = byError(all).filter((tried) => tried.name !== averageName);
  const predict =
    name === averageName && best && second
      ? averaged(fitNamed(best.name, history), fitNamed(second.name, history))
      : fitNamed(name, history);
  return { name, predict: filled(predict, history), judged: all.find((tried) => tried.name === name)?.judged ?? [] };
};

const tooLittle = (horizonDays: number) =>
  new Fault(
    'INVALID',
    `None of the weekdays in the series comes again within ${horizonDays} days, so there is nothing to forecast from. Give a whole week at least; from three weeks on the forecast is tested.`,
    { field: 'series' },
  );

const pointsOfDay = (grid: Grid, learnt: Learnt, predict: Predictor, band: Band, day: number): Forecast['forecast'] => {
  const target = learnt.ahead(day);
  const values = predict(target);
  const factor = learnt.factor(day);
  const instants = instantsOfDay(grid, day);
  return learnt.open(target.weekday).flatMap((slot) => {
    const normal = values?.[slot] ?? Number.NaN;
    if (Number.isNaN(normal)) return [];
    const { low, high } = band(normal);
    return instants(slot).map((at) => ({ at, value: normal * factor, low: low * factor, high: high * factor }));
  });
};

type DayAhead = { readonly day: number; readonly points: Forecast['forecast'] };

const daysAhead = (
  grid: Grid,
  horizonDays: number,
  pointsOf: (day: number) => Forecast['forecast'],
): readonly DayAhead[] => {
  const today = grid.days.at(-1)?.day ?? 0;
  return Array.from({ length: horizonDays + 1 }, (_, ahead) => today + ahead)
    .map((day) => ({ day, points: pointsOf(day).filter(({ at }) => at > grid.last) }))
    .filter(({ points }) => points.length > 0);
};

/** A day in one figure; of the last day of the series, what is left of it. */
const whole = (learnt: Learnt, band: Band, { day, points }: DayAhead): Forecast['days'][number] => {
  const value = points.reduce((sum, point) => sum + point.value, 0);
  const factor = learnt.factor(day);
  const { low, high } = band(factor > 0 ? value / factor : 0);
  return { date: dateOf(day), value, low: low * factor, high: high * factor };
};

/**
 * Contacts per interval to come: the rest of the last day of the series, and so many days after it, in the intervals of
 * the week that were open in its last eight weeks. All models are tried on the last days, the one that erred least per
 * interval forecasts; `low` and `high` hold what comes in 80 of 100 intervals, those of `days` in 80 of
 * 100 days. The same input gives the same forecast.
 * Faults INVALID on a series that cannot be put on a grid, and on one that says nothing about the days asked for.
 * SPEC STF-40 to STF-47.
 */
export const forecast = (input: ForecastInput): Forecast => {
  const grid = gridOf(input);
  const learnt = learn(grid, input.events);
  if (learnt.history.days.length === 0) throw allEvents(grid);
  const all = tryAll(learnt.history, input.horizonDays);
  const { name, predict, judged } = chosen(all, learnt.history);
  const [band, dayBand] = [bandOf(judged), dayBandOf(judged)];
  const ahead = daysAhead(grid, input.horizonDays, (day) => pointsOfDay(grid, learnt, predict, band, day));
  if (ahead.length === 0) throw tooLittle(input.horizonDays);
  return {
    model: name,
    forecast: ahead.flatMap(({ points }) => points).sort((one, other) => one.at - other.at),
    days: ahead.map((day) => whole(learnt, dayBand, day)),
    backtest: all.map(({ score }) => score),
  };
};

const allEvents = (grid: Grid) =>
  new Fault(
    'INVALID',
    `Every day from ${dateOf(grid.days[0]?.day ?? 0)} to ${dateOf(grid.days.at(-1)?.day ?? 0)} is an event, so there is no normal day to learn from. Give a week of normal days at least.`,
    { field: 'events' },
  );
