import { ArrowDown, ArrowUp, ChartSpline } from 'lucide-react';
import { useRef } from 'react';
import type { Kpi, KpiDimension, KpiName } from '../../contract/index.ts';
import { kpiDimensions } from '../../contract/words.ts';
import { NotRead } from '../ui/not-read.tsx';
import { useFirstFocus } from '../app/use-focus.ts';
import { mw } from '../strings/en-metrics.ts';
import { cx } from '../ui/cx.ts';
import { Empty } from '../ui/empty.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { onTableKey } from '../ui/table-keys.ts';
import { Hints } from '../ui/hints.tsx';
import { nextSort, sortedRows } from './by-rows.ts';
import { TargetMark, VerdictMark } from './figure-marks.tsx';
import { askBehind, setMetrics, useMetrics } from './metrics-store.ts';
import { useTabActions } from './tab-actions.ts';
import { tileWords } from './tile-words.ts';
import { shownKpis, useFigures, useKpis, type FigureRow, type Looked } from './use-numbers.ts';

const w = mw.table;

/** What an agent may be told apart by: nobody stands beside them. */
export const dimensionsFor = (leads: boolean): readonly KpiDimension[] =>
  leads ? kpiDimensions : kpiDimensions.filter((by) => by !== 'agent' && by !== 'team');

/** The dimension that is shown; one that is not for the viewer is not. */
export function useDimension(leads: boolean): KpiDimension {
  const by = useMetrics((state) => state.by);
  const all = dimensionsFor(leads);
  return all.includes(by) ? by : 'queue';
}

function stepDimension(leads: boolean, by: KpiDimension, step: 1 | -1): void {
  const all = dimensionsFor(leads);
  const next = all[Math.min(Math.max(all.indexOf(by) + step, 0), all.length - 1)];
  if (next !== undefined) setMetrics({ by: next });
}

type CellProps = {
  readonly kpi: Kpi;
  readonly row: FigureRow;
  readonly by: KpiDimension;
  readonly looked: Looked;
  readonly first: boolean;
};

function Cell({ kpi, row, by, looked, first }: CellProps) {
  const against = useMetrics((state) => state.against);
  const told = row.figures.find(({ name }) => name === kpi.name);
  if (told === undefined) return <td className="px-2 text-right text-ink-2">{mw.missing}</td>;
  const words = tileWords(kpi, told, against, looked.range.days);
  const said = [words.value, words.of, words.spread, words.target, words.says];
  return (
    <td className="p-0">
      <button
        type="button"
        data-cell={kpi.name}
        data-first={first || undefined}
        tabIndex={first ? 0 : -1}
        aria-label={w.cell(row.label, kpi.title, said)}
        title={[words.spread, words.target, words.says].filter(Boolean).join('. ')}
        onClick={() => askBehind({ name: kpi.name, place: row.label, row: { by, key: row.key } })}
        className="flex min-h-[30px] w-full items-center justify-end gap-[6px] px-2 py-[3px] -outline-offset-2 hover:bg-canvas focus-visible:bg-accent-soft"
      >
        <TargetMark told={told} words={false} />
        <VerdictMark kpi={kpi} told={told} says={words.says} words={false} />
        <span className={cx('font-semibold whitespace-nowrap', told.value === null && 'font-normal text-ink-2')}>
          {words.value}
        </span>
        {kpi.kind !== 'count' && (
          <span className="min-w-[34px] text-left text-cap text-ink-2">{mw.value('count', told.n)}</span>
        )}
      </button>
    </td>
  );
}

function Heads({ kpis, by }: { readonly kpis: readonly Kpi[]; readonly by: KpiDimension }) {
  const sort = useMetrics((state) => state.sort);
  return (
    <thead>
      <tr className="text-small">
        <th
          scope="col"
          className="sticky top-0 left-0 z-20 border-b border-line bg-surface px-4 py-1 text-left font-medium text-ink-2"
        >
          {mw.by[by]}
        </th>
        {kpis.map(({ name, title }) => {
          const way = sort?.name === name ? (sort.descending ? 'descending' : 'ascending') : 'none';
          return (
            <th
              key={name}
              scope="col"
              aria-sort={way}
              className="sticky top-0 z-10 border-b border-line bg-surface p-0 align-bottom font-medium text-ink-2"
            >
              <button
                type="button"
                data-cell={name}
                tabIndex={-1}
                title={w.sort(title)}
                onClick={() => setMetrics({ sort: nextSort(sort, name) })}
                className="flex w-full items-end justify-end gap-1 px-2 py-1 text-right -outline-offset-2 hover:text-ink"
              >
                {way !== 'none' &&
                  (way === 'descending' ? <ArrowDown size={12} aria-hidden /> : <ArrowUp size={12} aria-hidden />)}
                {title}
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

type TableProps = {
  readonly rows: readonly FigureRow[];
  readonly kpis: readonly Kpi[];
  readonly by: KpiDimension;
  readonly looked: Looked;
};

function Table({ rows, kpis, by, looked }: TableProps) {
  return (
    <div className="min-h-0 flex-1 overflow-auto">
      <table
        aria-label={w.label(by)}
        onKeyDown={onTableKey}
        className="min-w-full border-separate border-spacing-0 tabular-nums [&_tbody_td]:border-b [&_tbody_td]:border-line"
      >
        <Heads kpis={kpis} by={by} />
        <tbody>
          {rows.map((row, index) => (
            <tr key={row.key}>
              <th
                scope="row"
                dir="auto"
                title={row.label}
                className="sticky left-0 z-10 max-w-[220px] truncate border-b border-line bg-surface px-4 text-left font-medium max-[640px]:max-w-[110px]"
              >
                {row.label}
              </th>
              {kpis.map((kpi, at) => (
                <Cell key={kpi.name} kpi={kpi} row={row} by={by} looked={looked} first={index === 0 && at === 0} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const columnAtFocus = (box: HTMLElement | null): KpiName | undefined => {
  const at = document.activeElement?.closest<HTMLElement>('[data-cell]');
  return at != null && box?.contains(at) === true ? (at.dataset['cell'] as KpiName | undefined) : undefined;
};

/** What is told of rows of a dimension: of what is narrowed already there is no backlog, and of hours there is none. */
export function columnsOf(
  kpis: readonly Kpi[],
  tiles: readonly KpiName[],
  rows: readonly FigureRow[],
  by: KpiDimension,
) {
  return shownKpis(tiles, kpis, rows[0], { by, key: '' }).map(({ kpi }) => kpi);
}

/** Figures told apart by one dimension; a cell opens its tickets. */
export function ByTab({ looked }: { readonly looked: Looked }) {
  const { tiles, sort } = useMetrics();
  const by = useDimension(looked.leads);
  const asked = useFigures(looked, by);
  const all = useKpis();
  const box = useRef<HTMLDivElement>(null);
  const rows = asked.data?.rows;
  const kpis = columnsOf(all, tiles, rows ?? [], by);
  const shown = sortedRows(rows ?? [], sort);
  const nothing = rows !== undefined && (rows.length === 0 || kpis.length === 0);
  useFirstFocus(box, rows === undefined || all.length === 0 ? null : nothing ? 'none' : `some ${by}`);
  useTabActions({
    dimBefore: () => stepDimension(looked.leads, by, -1),
    dimAfter: () => stepDimension(looked.leads, by, 1),
    sort: () => {
      const name = columnAtFocus(box.current);
      if (name !== undefined) setMetrics({ sort: nextSort(sort, name) });
    },
  });
  const segments = dimensionsFor(looked.leads).map((value) => ({ value, label: mw.by[value] }));
  return (
    <div ref={box} className="flex min-h-0 flex-1 flex-col">
      <div className="flex min-h-[38px] shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-4 py-[5px] text-small text-ink-2">
        <span className="max-[900px]:hidden">{w.by}</span>
        <div className="max-w-full overflow-x-auto">
          <Segmented label={w.by} segments={segments} value={by} onChange={(next) => setMetrics({ by: next })} />
        </div>
        <span className="flex gap-1 max-[900px]:hidden">
          <Kbd keys="[" />
          <Kbd keys="]" />
        </span>
        <span className="min-w-0 max-[900px]:hidden">{w.together}</span>
      </div>
      {rows === undefined && <NotRead asked={asked} words={mw.reading} />}
      {nothing && (
        <Empty title={w.none} icon={<ChartSpline size={28} strokeWidth={1.4} aria-hidden />}>
          {w.noneHow}
        </Empty>
      )}
      {rows !== undefined && !nothing && <Table rows={shown} kpis={kpis} by={by} looked={looked} />}
      <Hints
        yields
        hints={[
          ...(nothing
            ? []
            : ([
                ['arrowdown / arrowright', mw.hints.move],
                ['enter', mw.hints.behind],
                ['s', mw.hints.sort],
              ] as const)),
          ['[ / ]', mw.hints.dim],
          ['shift+e', mw.hints.save],
        ]}
      />
    </div>
  );
}
