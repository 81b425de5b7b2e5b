import type { Figure, KpiDimension, Narrow } from '../../../contract/index.ts';
import { wallOf, zoneOf } from '../../../domain/calendar/zone.ts';
import { dateOf, dayNumber } from '../../../domain/calendar/wall-time.ts';
import { compareFigure, together, type Side } from '../../../domain/metrics/judge.ts';
import { emptyTally, figureOf, countFigure, mergeTally, type Tally } from '../../../domain/metrics/tally.ts';
import { backlogs, readDays, type DayTally } from '../../store/kpi-days.ts';
import { row } from '../../store/db.ts';
import type { Dim } from '../../store/kpi-facts.ts';
import type { Core } from '../core.ts';
import { exactTallies } from './exact.ts';
import type { FigureKeeper } from './keeper.ts';
import { categoryPlace, dimOf, narrowed, placesOf, teamLabel, teams } from './places.ts';
import { kpisOf } from './targets.ts';
import { mustAskFor } from './viewer.ts';

export type Range = { readonly from: string; readonly days: number; readonly within: Narrow | null };

/** First and last day, by number. */
export const daysOf = ({ from, days }: Pick<Range, 'from' | 'days'>): readonly [number, number] => {
  const first = dayNumber(from);
  return [first, first + days - 1];
};

/** Of each day what is added up, days without anything included. */
function sideOf(found: readonly Tally[], count: number): Side {
  const tally = emptyTally();
  for (const each of found) mergeTally(tally, each);
  const missing = Array.from({ length: Math.max(0, count - found.length) }, emptyTally);
  return { tally, daily: [...found, ...missing] };
}

/** The day of the first ticket there is; null: none. Days before it are none on which nothing came in. SPEC KPI-23. */
export function firstDay(core: Core): number | null {
  const at = row<{ at: number | null }>(core.db, 'SELECT min(created_at) AS at FROM ticket')?.at ?? null;
  return at === null ? null : wallOf(zoneOf(core.facts.settings().timeZone), at).day;
}

const daysSince = (began: number | null, range: Pick<Range, 'from' | 'days'>): number => {
  const [first, last] = daysOf(range);
  return began === null ? 0 : Math.max(0, last - Math.max(first, began) + 1);
};

/** By key of a dimension, day by day. Narrowed and told apart at once, it is worked out from the tickets themselves. SPEC KPI-12. */
export async function talliesBy(
  core: Core,
  range: Range,
  dim: Dim,
  isOpen: () => boolean,
): Promise<ReadonlyMap<string, readonly Tally[]>> {
  const [first, last] = daysOf(range);
  const narrow = range.within === null ? null : narrowed(core, range.within);
  let found: readonly DayTally[];
  if (narrow === null) found = readDays(core.db, dim, first, last);
  else if (dim === 'all')
    found = narrow.keys
      .flatMap((key) => readDays(core.db, narrow.dim, first, last, key))
      .map((each) => ({ ...each, key: '' }));
  else found = await exactTallies(core, { first, last, dim, narrow }, isOpen);
  const byKey = Map.groupBy(found, ({ key }) => key);
  return new Map([...byKey].map(([key, all]) => [key, dayByDay(all)]));
}

/** One tally a day: a narrowing to several keys has several. */
function dayByDay(all: readonly DayTally[]): Tally[] {
  const byDay = new Map<number, Tally>();
  for (const { day, tally } of all) {
    const known = byDay.get(day);
    if (known === undefined) byDay.set(day, tally);
    else mergeTally(known, tally);
  }
  return [...byDay.entries()].sort(([a], [b]) => a - b).map(([, tally]) => tally);
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

const gather = (tallies: ReadonlyMap<string, readonly Tally[]>, keys: readonly string[], days: number): Side =>
  sideOf(
    keys.flatMap((key) => tallies.get(key) ?? []),
    days,
  );

/** How the days before lie, or those of a year ago on the same weekdays: 52 weeks. SPEC KPI-6. */
export function againstOf({ from, days }: Pick<Range, 'from' | 'days'>, against: 'before' | 'lastYear' | 'none') {
  if (against === 'none') return null;
  const first = dayNumber(from) - (against === 'before' ? days : 364);
  return { from: dateOf(first), days };
}

function backlogOf(core: Core, dim: Dim, range: Range, keys: readonly string[]): Figure {
  const narrow = range.within === null ? null : narrowed(core, range.within);
  const [, last] = daysOf(range);
  const counts = backlogs(core.db, narrow === null || dim !== 'all' ? dim : narrow.dim, last);
  const wanted = narrow !== null && dim === 'all' ? narrow.keys : keys;
  return countFigure(
    'backlog',
    wanted.reduce((sum, key) => sum + (counts.get(key) ?? 0), 0),
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
  input: Range & { readonly by: KpiDimension | null; readonly against: 'before' | 'lastYear' | 'none' },
) {
  mustAskFor(core, input);
  const [first, last] = daysOf(input);
  const other = againstOf(input, input.against);
  const earliest = other === null ? first : Math.min(first, dayNumber(other.from));
  // A backlog is of all that came before.
  await keeper.fresh(-100_000, last);
  const fresh = await keeper.fresh(earliest, last);
  const dim: Dim = input.by === null ? 'all' : dimOf(input.by);
  const isOpen = keeper.isOpen;
  const now = await talliesBy(core, input, dim, isOpen);
  const before = other === null ? null : await talliesBy(core, { ...input, ...other }, dim, isOpen);
  const shown = shownOf(core, input.by, new Set([...now.keys(), ...(before?.keys() ?? [])]));
  const known = kpisOf(core);
  const isBacklogKnown = input.within === null || input.by === null;
  const began = firstDay(core);
  const rows = shown.map(({ key, label, stored }) => {
    const side = gather(now, stored, daysSince(began, input));
    const past = before === null || other === null ? null : gather(before, stored, daysSince(began, other));
    const told = known
      .filter(({ name }) => name !== 'backlog' || isBacklogKnown)
      .map(({ name, better, target }) => {
        const figure = name === 'backlog' ? backlogOf(core, dim, input, stored) : figureOf(name, side.tally);
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
