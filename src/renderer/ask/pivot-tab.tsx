import { useQuery } from '@tanstack/react-query';
import { Table2 } from 'lucide-react';
import { useMemo, useRef } from 'react';
import type { AskPivot, AskPivotSpec } from '../../contract/index.ts';
import { messageOf } from '../app/errors.ts';
import { orpc, queryClient } from '../client/client.ts';
import { Hints } from '../ui/hints.tsx';
import { useFirstFocus } from '../app/use-focus.ts';
import { aw } from '../strings/en-ask.ts';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { Empty } from '../ui/empty.tsx';
import { setAsk, showTab, useAsk } from './ask-store.ts';
import { DataGrid } from './data-grid.tsx';
import { Files } from './files.tsx';
import { PivotBar } from './pivot-bar.tsx';
import { placesOf } from './places.ts';
import { pivotModel } from './pivot-model.ts';
import { useTabActions } from './tab-actions.ts';
import type { Answer } from './use-answer.ts';
import { fitting, useSource, type PivotSource } from './use-source.ts';

const w = aw.pivot;
const first = [
  ['1', aw.hints.question],
  ['b', aw.hints.source],
] as const;
const hints = [
  ['r', aw.hints.rows],
  ['c', aw.hints.columns],
  ['m', aw.hints.measure],
  ['b', aw.hints.source],
  ['enter', aw.hints.behind],
  ['s', aw.hints.save],
] as const;

const nowhere: PivotSource = { source: { sql: '' }, names: [], key: '' };

/** The table of a choice; asked anew with every change of it. `choice` null: nothing is chosen yet. */
function usePivot({ source, key }: PivotSource, choice: AskPivotSpec | null) {
  const input = { source, ...(choice ?? {}) };
  const options = orpc.ask.pivot.queryOptions({ input, enabled: choice !== null, gcTime: 10_000 });
  const queryKey = [...options.queryKey, key] as unknown as typeof options.queryKey;
  const asked = useQuery({ ...options, queryKey });
  useTabActions(asked.isFetching ? { stop: () => void queryClient.cancelQueries({ queryKey }) } : {});
  return asked;
}

function Grid({ pivot, source }: { readonly pivot: AskPivot; readonly source: PivotSource }) {
  const model = useMemo(() => pivotModel(pivot), [pivot]);
  const places = useMemo(() => placesOf(pivot.cells.flat().concat(pivot.rowTotals, pivot.columnTotals)), [pivot]);
  const spec: AskPivotSpec = { rows: pivot.rows, columns: pivot.columns, measure: pivot.measure, of: pivot.of };
  const isSome = (row: number, column: number): boolean => {
    const value = model.valueAt(row, column);
    // No rows are counted as 0; what is measured as 0 has rows behind it.
    return model.isFigure(column) && value !== null && (pivot.measure !== 'count' || value !== 0);
  };
  return (
    <DataGrid
      key={JSON.stringify([pivot.rows, pivot.columns])}
      label={w.table}
      columns={model.columns}
      count={model.count}
      hasTotal={model.hasTotal}
      text={(row, column) => {
        const value = model.valueAt(row, column);
        return typeof value === 'number' && model.isFigure(column) ? aw.figure(value, places) : String(value ?? '');
      }}
      whole={(row, column) => String(model.valueAt(row, column) ?? '')}
      opens={isSome}
      onOpen={(row, column) => {
        if (model.isFigure(column) && !isSome(row, column)) return;
        setAsk({ behind: { source: source.source, spec, ...model.leadsTo(row, column) } });
      }}
    />
  );
}

const AskFirst = () => (
  <Empty
    title={w.ask}
    icon={<Table2 size={28} strokeWidth={1.4} aria-hidden />}
    actions={
      <Button data-first onClick={() => showTab('question')}>
        {aw.tabs.question}
      </Button>
    }
  >
    {w.askMore}
  </Empty>
);

const stageOf = (hasSource: boolean, table: AskPivot | undefined): 'none' | 'choose' | 'nothing' | 'table' => {
  if (!hasSource) return 'none';
  if (table === undefined) return 'choose';
  return table.read === 0 ? 'nothing' : 'table';
};

/** A board has nothing to do with what became of the question. */
const aside = { problem: null, isRunning: false } as const;

/** What is read of a choice: nothing yet, a table, or why there is none. */
function usePivotState(given: Answer) {
  const found = useSource(given);
  const asking = useAsk(({ of }) => (of.kind === 'board' ? aside : given));
  const kept = useAsk((state) => state.spec);
  const source = found ?? nowhere;
  const fit = found === null ? kept : fitting(kept, source.names);
  // Until a column is chosen the measure stands in the bar, and nothing is asked.
  const needsColumn = kept.measure !== 'count' && kept.of === null;
  const isChosen = found !== null && fit.rows.length + fit.columns.length > 0;
  const asked = usePivot(source, isChosen && !needsColumn ? fit : null);
  const problem = asking.problem ?? (asked.error === null ? null : messageOf(asked.error));
  const isRunning = asking.isRunning || asked.isFetching;
  const table = isChosen && problem === null ? asked.data : undefined;
  const stage = isRunning ? 'running' : stageOf(found !== null, table);
  return { source, spec: needsColumn ? { ...fit, measure: kept.measure } : fit, table, problem, stage } as const;
}

type PivotState = ReturnType<typeof usePivotState>;

function Line({ state: { stage, problem, table, source, spec } }: { readonly state: PivotState }) {
  const words = table === undefined ? '' : `${aw.made(table.read, table.ms)}.`;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <p
        role="status"
        className={cx('min-w-[150px] flex-1', problem === null ? 'text-ink-2 tabular-nums' : 'text-late')}
      >
        {stage === 'running' ? aw.running : (problem ?? words)}
      </p>
      {table !== undefined && <Files source={source.source} pivot={spec} />}
    </div>
  );
}

function Body({ state: { stage, problem, table, source } }: { readonly state: PivotState }) {
  if (table?.read === 0) return <Empty title={w.nothing}>{aw.noRows}</Empty>;
  if (table !== undefined) return <Grid pivot={table} source={source} />;
  if (stage === 'running' || (problem !== null && stage !== 'none'))
    return <div aria-busy={stage === 'running'} className="flex-1" />;
  if (stage === 'none') return <AskFirst />;
  return (
    <Empty title={w.choose} icon={<Table2 size={28} strokeWidth={1.4} aria-hidden />}>
      {w.chooseMore}
    </Empty>
  );
}

/** Rows by columns, and what is measured where they meet; each cell leads to the rows behind it. */
export function PivotTab({ answer }: { readonly answer: Answer }) {
  const box = useRef<HTMLDivElement>(null);
  const state = usePivotState(answer);
  useFirstFocus(box, state.stage);
  return (
    <div ref={box} className="flex min-h-0 flex-1 flex-col overflow-y-auto">
      <div className="flex shrink-0 flex-col gap-2 border-b border-line px-4 py-2">
        <PivotBar names={state.source.names} spec={state.spec} />
        <Line state={state} />
      </div>
      <Body state={state} />
      <Hints hints={state.stage === 'none' ? first : hints} yields />
    </div>
  );
}
