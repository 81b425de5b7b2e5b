import type { Figure, KpiName } from '../../../contract/index.ts';
import { dateOf } from '../../../domain/calendar/wall-time.ts';
import { individualsChart, sharesChart } from '../../../domain/statistics/control-chart.ts';
import { ordered, quantileOf, sketchError, valueOfBin } from '../../../domain/statistics/sketch.ts';
import { boundsOf, isOfParts, partsFigure, type PartsName } from '../../../domain/metrics/parts.ts';
import {
  countFigure,
  emptyTally,
  figureOf,
  isShare,
  mergeTally,
  sketchIn,
  type MinutesName,
  type Tally,
} from '../../../domain/metrics/tally.ts';
import { backlogs, readDays } from '../../store/kpi-days.ts';
import { isKept } from '../../store/kpi-facts.ts';
import { breathe } from '../breathe.ts';
import type { Core } from '../core.ts';
import { todayOf } from '../onboarding/days.ts';
import { partsOf } from './beside.ts';
import { exactSums } from './exact.ts';
import { mustBeTold, sumsBy } from './figures.ts';
import { heldOf } from './held.ts';
import { everBefore, type FigureKeeper } from './keeper.ts';
import { narrowed } from './places.ts';
import { daysOf, toldDays, type Range } from './range.ts';
import { leads, mustAskFor } from './viewer.ts';

const narrowOf = (core: Core, { within }: Pick<Range, 'within'>) =>
  within === null ? { dim: 'all' as const, keys: [''] } : narrowed(core, within);

/** What is added up of each day asked for, in order; days without anything are empty. */
async function dayTallies(core: Core, range: Range, isOpen: () => boolean): Promise<Tally[]> {
  const [first, last] = daysOf(range);
  const narrow = narrowOf(core, range);
  const { dim, keys } = narrow;
  const days = Array.from({ length: range.days }, emptyTally);
  if (!isKept(dim)) {
    for (const [at, into] of days.entries()) {
      // A day by itself lets nobody in between.
      if (at % 4 === 3) await breathe();
      if (!isOpen()) break;
      const sums = await exactSums(core, { first: first + at, last: first + at, dim: 'all', narrow }, isOpen);
      for (const { tally } of sums.values()) mergeTally(into, tally);
    }
    return days;
  }
  for (const key of keys)
    for (const { day, tally } of readDays(core.db, dim, first, last, key)) {
      const into = days[day - first];
      if (into !== undefined) mergeTally(into, tally);
    }
  return days;
}

function backlogLine(core: Core, range: Range, days: readonly Tally[]): Figure[] {
  const [first] = daysOf(range);
  const { dim, keys } = narrowOf(core, range);
  const before = isKept(dim) ? backlogs(core.db, dim, first - 1) : new Map<string, number>();
  let open = keys.reduce((sum, key) => sum + (before.get(key) ?? 0), 0);
  return days.map(({ created, solved }) => countFigure('backlog', (open += created - solved)));
}

type Line = Pick<ReturnType<typeof individualsChart>, 'centre' | 'signals'> & {
  readonly limits: readonly ({ readonly low: number; readonly high: number } | null)[];
};

const isCount = (name: KpiName): boolean => name === 'created' || name === 'solved' || name === 'backlog';

/** Shares with limits by the size of each day; minutes and counts as individual values that are not below nothing. */
function chartOf(name: KpiName, told: readonly Figure[]): Line {
  if (isShare(name)) return sharesChart(told.map(({ n, hits }) => (n === 0 ? null : { n, hits: hits ?? 0 })));
  const { centre, low, high, signals } = individualsChart(
    told.map(({ n, value }) => (isCount(name) || n > 0 ? value : null)),
    ...(isOfParts(name) ? boundsOf(name) : ([0] as const)),
  );
  return {
    centre,
    signals,
    limits: told.map(({ value }) => (value === null || low === null || high === null ? null : { low, high })),
  };
}

/** A figure beside the tickets, day by day. */
function partsLine(core: Core, { from, days, within }: Range, name: PartsName): Figure[] {
  const [first, last] = daysOf({ from, days });
  const by = Map.groupBy(
    partsOf(core, name, { first, last, leads: leads(core) }, heldOf(core, within)),
    ({ day }) => day,
  );
  return Array.from({ length: days }, (_, at) => partsFigure(name, by.get(first + at) ?? []));
}

async function linesOf(core: Core, input: Range, name: KpiName, isOpen: () => boolean): Promise<Figure[]> {
  if (isOfParts(name)) return partsLine(core, input, name);
  const days = await dayTallies(core, input, isOpen);
  return name === 'backlog' ? backlogLine(core, input, days) : days.map((tally) => figureOf(name, tally));
}

/** One figure day by day with what is usual. SPEC KPI-30. */
export async function series(core: Core, keeper: FigureKeeper, input: Range & { readonly name: KpiName }) {
  mustAskFor(core, input);
  mustBeTold(core, input.name, input.within);
  const [first, last] = daysOf(input);
  const fresh = await keeper.fresh(input.name === 'backlog' ? everBefore : first, last);
  const { name } = input;
  const [begins, ends] = toldDays(core, input);
  const lines = await linesOf(core, input, name, keeper.isOpen);
  const told = lines.map((figure, at) =>
    !isOfParts(name) && (first + at < begins || first + at > ends) ? { ...figure, value: null } : figure,
  );
  // Today's count is not over: it is drawn, and judged tomorrow.
  const today = todayOf(core);
  const judged = told.map((figure, at) =>
    isCount(name) && name !== 'backlog' && first + at >= today ? { ...figure, value: null } : figure,
  );
  const { centre, limits, signals } = chartOf(name, judged);
  return {
    fresh,
    centre,
    days: told.map((figure, at) => ({
      date: dateOf(first + at),
      figure,
      low: limits[at]?.low ?? null,
      high: limits[at]?.high ?? null,
      signal: signals[at] ?? null,
    })),
  };
}

/** Minutes: a quarter of an hour, an hour, four hours, a day of work, a day, two, four, a week and beyond. */
const steps = [0, 15, 30, 60, 120, 240, 480, 1440, 2880, 5760, 10_080] as const;
const shares = [0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99] as const;

/** How minutes are spread. SPEC KPI-20. */
export async function distribution(core: Core, keeper: FigureKeeper, input: Range & { readonly name: MinutesName }) {
  mustAskFor(core, input);
  const fresh = await keeper.fresh(...daysOf(input));
  const sums = await sumsBy(core, input, 'all', keeper.isOpen);
  const sketch = sketchIn(input.name, sums.get('')?.tally ?? emptyTally());
  const inOrder = ordered(sketch);
  const counts = steps.map(() => 0);
  for (const [bin, count] of sketch) {
    const place = steps.findLastIndex((from) => valueOfBin(bin) >= from);
    counts[place] = (counts[place] ?? 0) + count;
  }
  return {
    fresh,
    n: counts.reduce((sum, count) => sum + count, 0),
    quantiles: shares.flatMap((share) => {
      const minutes = quantileOf(inOrder, share);
      return minutes === null ? [] : [{ share, minutes }];
    }),
    steps: steps.map((from, at) => ({ from, to: steps[at + 1] ?? null, n: counts[at] ?? 0 })),
    error: sketchError,
  };
}
