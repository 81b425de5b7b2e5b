import type { Figure, KpiDimension, KpiName, Narrow } from '../../../contract/index.ts';
import { dateOf, dayNumber } from '../../../domain/calendar/wall-time.ts';
import { wallOf, zoneOf } from '../../../domain/calendar/zone.ts';
import { Fault } from '../../../domain/fault.ts';
import { compareFigure, type Side } from '../../../domain/metrics/judge.ts';
import { countFigure, figureOf, mergeTally } from '../../../domain/metrics/tally.ts';
import { together } from '../../../domain/metrics/together.ts';
import { row } from '../../store/db.ts';
import { addDay, backlogs, emptySum, sumDays, type Summed } from '../../store/kpi-days.ts';
import type { Dim } from '../../store/kpi-facts.ts';
import type { Core } from '../core.ts';
import { todayOf } from '../onboarding/days.ts';
import { exactSums } from './exact.ts';
import { everBefore, type FigureKeeper } from './keeper.ts';
import { categoryPlace, dimOf, narrowed, placesOf, teamLabel, teams } from './places.ts';
import { kpisOf } from './targets.ts';
import { mustAskFor } from './viewer.ts';

export type Range = { readonly from: string; readonly days: number; readonly within: Narrow | null };

/** First and last day, by number. */
export const daysOf = ({ from, days }: Pick<Range, 'from' | 'days'>): readonly [number, number] => {
  const first = dayNumber(from);
  return [first, first + days - 1];
};

/** The day of the first ticket there is; null: none. Days before it are none on which nothing came in. SPEC KPI-23. */
function firstDay(core: Core): number | null {
  const at = row<{ at: number | null }>(core.db, 'SELECT min(created_at) AS at FROM ticket')?.at ?? null;
  return at === null ? null : wallOf(zoneOf(core.facts.settings().timeZone), at).day;
}

/** First and last day of a stretch of which there is anything to tell: from the first ticket on, and up to today. */
export function toldDays(core: Core, range: Pick<Range, 'from' | 'days'>): readonly [first: number, last: number] {
  const [first, last] = daysOf(range);
  const began = firstDay(core);
  return began === null ? [first, first - 1] : [Math.max(first, began), Math.min(last, todayOf(core))];
}

/** Those of them that are over: today is no day to hold against others yet. SPEC KPI-21. */
function overDays(core: Core, range: Pick<Range, 'from' | 'days'>): number[] {
  const [first, last] = toldDays(core, range);
  const days = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
  return days.filter((day) => day < todayOf(core));
}

/** By key of a dimension. Narrowed and told apart at once, it is worked out from the tickets themselves. SPEC KPI-12. */
async function sumsBy(core: Core, range: Range, dim: Dim, isOpen: () => boolean): Promise<ReadonlyMap<string, Summed>> {
  const [first, last] = daysOf(range);
  if (range.within === null) return sumDays(core.db, dim, first, last);
  const narrow = narrowed(core, range.within);
  if (dim !== 'all') return exactSums(core, { first, last, dim, narrow }, isOpen);
  const sums = narrow.keys.flatMap((key) => [...sumDays(core.db, narrow.dim, first, last, key).values()]);
  return new Map([['', addUp(sums)]]);
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
function shownOf(core: Core, by: KpiDimension | null, found: ReadonlySet<string>): Shown[] {
  if (by === null) return [{ key: '', label: 'All', stored: [''] }];
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

/** A backlog is told of one dimension at a time, and of no hour: what came in at nine is not solved at nine. SPEC KPI-5. */
const hasBacklog = ({ within, by }: { readonly within: Narrow | null; readonly by: KpiDimension | null }): boolean =>
  (within === null || by === null) && by !== 'hour' && within?.by !== 'hour';

/** Faults INVALID on a backlog that is none. */
export function mustHaveBacklog(name: KpiName, within: Narrow | null): void {
  if (name === 'backlog' && !hasBacklog({ within, by: null }))
    throw new Fault('INVALID', 'A backlog of an hour is none: what came in at nine is not solved at nine.', {
      field: 'within',
    });
}

/** By keys of what is told, its backlog at the end of the last day. */
function backlogIn(core: Core, dim: Dim, range: Range): (keys: readonly string[]) => Figure {
  const narrow = range.within === null || dim !== 'all' ? null : narrowed(core, range.within);
  const counts = backlogs(core.db, narrow?.dim ?? dim, daysOf(range)[1]);
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
  const shown = shownOf(core, input.by, new Set([...now.keys(), ...(before?.keys() ?? [])]));
  const known = kpisOf(core);
  const isBacklogKnown = hasBacklog(input);
  const backlog = backlogIn(core, dim, input);
  const days = overDays(core, input);
  const pastDays = other === null ? [] : overDays(core, other);
  const rows = shown.map(({ key, label, stored }) => {
    const side = gather(now, stored, days);
    const past = before === null || other === null ? null : gather(before, stored, pastDays);
    const told = known
      .filter(({ name }) => name !== 'backlog' || isBacklogKnown)
      .map(({ name, better, target }) => {
        const figure = name === 'backlog' ? backlog(stored) : figureOf(name, side.tally);
        return {
          ...figure,
          comparison: past === null ? null : compareFigure(name, past, side),
          meetsTarget: meets(better, target, figure.value),
        };
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
