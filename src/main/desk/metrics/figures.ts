import type { Figure, KpiDimension, KpiName, Narrow } from '../../../contract/index.ts';
import { dateOf, dayNumber } from '../../../domain/calendar/wall-time.ts';
import { Fault } from '../../../domain/fault.ts';
import { compareFigure, type Side } from '../../../domain/metrics/judge.ts';
import { isApartBy, kpiOf } from '../../../domain/metrics/kpis.ts';
import { compareParts, isOfParts, partsFigure } from '../../../domain/metrics/parts.ts';
import { countFigure, figureOf, mergeTally } from '../../../domain/metrics/tally.ts';
import { together } from '../../../domain/metrics/together.ts';
import { addDay, backlogs, emptySum, sumDays, type Summed } from '../../store/kpi-days.ts';
import { isKept, type Dim } from '../../store/kpi-facts.ts';
import type { Core } from '../core.ts';
import { partsBy, type PartsBy } from './beside.ts';
import { customersShown, topCustomers } from './customers.ts';
import { exactSums } from './exact.ts';
import { everBefore, type FigureKeeper } from './keeper.ts';
import { categoryPlace, dimOf, narrowed, placesOf, teamLabel, teams } from './places.ts';
import { daysOf, overDays, type Range } from './range.ts';
import { kpisOf } from './targets.ts';
import { isFor, leads, mustAskFor } from './viewer.ts';

/** Everything there is, as what is narrowed to. */
const everything = { dim: 'all', keys: [''] } as const;

/**
 * By key of a dimension. Narrowed and told apart at once, and by customers, of whom there are too many to add up by day, it is
 * worked out from the tickets themselves. SPEC KPI-12.
 */
export async function sumsBy(
  core: Core,
  range: Range,
  dim: Dim,
  isOpen: () => boolean,
): Promise<ReadonlyMap<string, Summed>> {
  const [first, last] = daysOf(range);
  if (range.within === null && isKept(dim)) return sumDays(core.db, dim, first, last);
  const narrow = range.within === null ? everything : narrowed(core, range.within);
  const { dim: own, keys } = narrow;
  if (dim !== 'all' || !isKept(own)) return exactSums(core, { first, last, dim, narrow }, isOpen);
  return new Map([['', addUp(keys.flatMap((key) => [...sumDays(core.db, own, first, last, key).values()]))]]);
}

function addUp(sums: readonly Summed[]): Summed {
  const [only] = sums;
  if (only !== undefined && sums.length === 1) return only;
  const all = emptySum();
  for (const { tally, daily } of sums) {
    mergeTally(all.tally, tally);
    for (const [day, counts] of daily) addDay(all, day, counts);
  }
  return all;
}

type Shown = { readonly key: string; readonly label: string; readonly stored: readonly string[] };

/** What a table has rows of. */
function shownOf(
  core: Core,
  by: KpiDimension | null,
  found: ReadonlySet<string>,
  sums: ReadonlyMap<string, Summed>,
): Shown[] {
  if (by === null) return [{ key: '', label: 'All', stored: [''] }];
  if (by === 'customer') return customersShown(core, found, topCustomers(sums));
  if (by === 'team')
    return [...teams(core)]
      .map(([team, stored]) => ({ key: team, label: teamLabel(team), stored }))
      .sort((a, b) => a.label.localeCompare(b.label));
  if (by === 'category')
    return [...found]
      .sort((a, b) => a.localeCompare(b))
      .map((stored) => ({ ...categoryPlace(stored), stored: [stored] }));
  const places = placesOf(core, by).filter(({ stored }) => found.has(stored));
  return places.map(({ stored, ...place }) => ({ ...place, stored: [stored] }));
}

/** Days on which nothing happened count as well. */
function gather(sums: ReadonlyMap<string, Summed>, keys: readonly string[], days: readonly number[]): Side {
  const { tally, daily } = addUp(keys.flatMap((key) => sums.get(key) ?? []));
  return { tally, daily: days.map((day) => daily.get(day) ?? { created: 0, solved: 0 }) };
}

/** How the days before lie, or those of a year ago on the same weekdays: 52 weeks. SPEC KPI-6. */
export function againstOf({ from, days }: Pick<Range, 'from' | 'days'>, against: 'before' | 'lastYear' | 'none') {
  if (against === 'none') return null;
  const first = dayNumber(from) - (against === 'before' ? days : 364);
  return { from: dateOf(first), days };
}

type ToldBy = { readonly within: Narrow | null; readonly by: KpiDimension | null };

/** Whether a figure is told of what is narrowed to, and apart by a dimension. What is not is no zero. SPEC KPI-13. */
const isTold = (name: KpiName, { within, by }: ToldBy): boolean =>
  isApartBy(name, by) &&
  isApartBy(name, within?.by ?? null) &&
  // A backlog is told of one dimension at a time: SPEC KPI-5.
  (name !== 'backlog' || within === null || by === null);

/** Faults INVALID on what is not told of what is narrowed to, FORBIDDEN on what is not for whoever asks. */
export function mustBeTold(core: Core, name: KpiName, ...narrows: readonly (Narrow | null)[]): void {
  const { title } = kpiOf(name);
  if (!isFor(core, name)) throw new Fault('FORBIDDEN', `${title} is for whoever leads the desk.`, { field: 'name' });
  const off = narrows.find((each) => each !== null && !isApartBy(name, each.by));
  if (off != null)
    throw new Fault('INVALID', `${title} is not told apart by ${off.by}: what it is of has none.`, { field: 'within' });
  if (name === 'backlog' && narrows.filter((each) => each !== null).length > 1)
    throw new Fault('INVALID', 'A backlog is told of one thing at a time: narrow it, or ask for a row.', {
      field: 'row',
    });
}

/** By keys of what is told, its backlog at the end of the last day. */
function backlogIn(core: Core, dim: Dim, range: Range): (keys: readonly string[]) => Figure {
  const narrow = range.within === null || dim !== 'all' ? null : narrowed(core, range.within);
  const own = narrow?.dim ?? dim;
  // Of customers none is told.
  const counts = isKept(own) ? backlogs(core.db, own, daysOf(range)[1]) : new Map<string, number>();
  return (keys) =>
    countFigure(
      'backlog',
      (narrow?.keys ?? keys).reduce((sum, key) => sum + (counts.get(key) ?? 0), 0),
    );
}

const meets = (better: 'more' | 'less' | 'neither', target: number | null, value: number | null): boolean | null =>
  target === null || value === null || better === 'neither'
    ? null
    : better === 'more'
      ? value >= target
      : value <= target;

/** What figures beside the tickets are made of, in these days and in those that they are held against. */
function partsIn(
  core: Core,
  { within, ...range }: Range,
  dim: Dim,
  other: Pick<Range, 'from' | 'days'> | null,
  known: readonly { readonly name: KpiName }[],
): { readonly parts: PartsBy; readonly pastParts: PartsBy | null } {
  const names = known.map(({ name }) => name);
  const read = (of: Pick<Range, 'from' | 'days'>): PartsBy => {
    const [first, last] = daysOf(of);
    return partsBy(core, names, { first, last, within, leads: leads(core) }, dim);
  };
  return { parts: read(range), pastParts: other === null ? null : read(other) };
}

const keysOf = (parts: PartsBy | null): readonly string[] =>
  [...(parts?.values() ?? [])].flatMap((by) => [...by.keys()]);

export async function figures(
  core: Core,
  keeper: FigureKeeper,
  input: Range & {
    readonly by: KpiDimension | null;
    readonly against: 'before' | 'lastYear' | 'none';
    /** Other days to be held against, as many as there are: a month and the month before. */
    readonly other?: Pick<Range, 'from' | 'days'>;
  },
) {
  mustAskFor(core, input);
  const [, last] = daysOf(input);
  const other = input.other ?? againstOf(input, input.against);
  // All days up to the last: a backlog is of all that came before.
  const fresh = await keeper.fresh(everBefore, last);
  const dim: Dim = input.by === null ? 'all' : dimOf(input.by);
  const isOpen = keeper.isOpen;
  const now = await sumsBy(core, input, dim, isOpen);
  const before = other === null ? null : await sumsBy(core, { ...input, ...other }, dim, isOpen);
  const known = kpisOf(core).filter(({ name }) => isFor(core, name) && isTold(name, input));
  const { parts, pastParts } = partsIn(core, input, dim, other, known);
  const found = new Set([...now.keys(), ...(before?.keys() ?? []), ...keysOf(parts), ...keysOf(pastParts)]);
  const shown = shownOf(core, input.by, found, now);
  const backlog = backlogIn(core, dim, input);
  const days = overDays(core, input);
  const pastDays = other === null ? [] : overDays(core, other);
  const rows = shown.map(({ key, label, stored }) => {
    const side = gather(now, stored, days);
    const past = before === null || other === null ? null : gather(before, stored, pastDays);
    const told = known.map(({ name, better, target }) => {
      if (isOfParts(name)) {
        const own = (from: PartsBy) => stored.flatMap((each) => from.get(name)?.get(each) ?? []);
        const figure = partsFigure(name, own(parts));
        const comparison = pastParts === null ? null : compareParts(name, own(pastParts), own(parts));
        return { ...figure, comparison, meetsTarget: meets(better, target, figure.value) };
      }
      const figure = name === 'backlog' ? backlog(stored) : figureOf(name, side.tally);
      const comparison = past === null ? null : compareFigure(name, past, side);
      return { ...figure, comparison, meetsTarget: meets(better, target, figure.value) };
    });
    return { key, label, figures: told };
  });
  return { fresh, against: other, rows: raised(rows) };
}

type Row = {
  key: string;
  label: string;
  figures: (Figure & { comparison: ReturnType<typeof compareFigure>; meetsTarget: boolean | null })[];
};

/** What stands side by side is looked at together. SPEC KPI-22. */
function raised(rows: readonly Row[]): Row[] {
  const all = together(rows.flatMap(({ figures: told }) => told.map(({ comparison }) => comparison)));
  let at = 0;
  return rows.map((each) => ({
    ...each,
    figures: each.figures.map((figure) => ({ ...figure, comparison: all[at++] ?? null })),
  }));
}
