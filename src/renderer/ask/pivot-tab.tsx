import { useQuery } from '@tanstack/react-query';
import { Table2 } from 'lucide-react';
import { useMemo, useRef } from 'react';
import type { AskPivot, AskPivotSpec } from '../../contract/index.ts';
import { messageOf } from '../app/errors.ts';
import { orpc, queryClient } from '../client/client.ts';
import { Hints } from '../staffing/not-read.tsx';
import { useFirstFocus } from '../staffing/use-focus.ts';
import { aw } from '../strings/en-ask.ts';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { setAsk, showTab, useAsk } from './ask-store.ts';
import { DataGrid } from './data-grid.tsx';
import { Files } from './files.tsx';
import { PivotBar } from './pivot-bar.tsx';
import { pivotModel } from './pivot-model.ts';
import { useTabActions } from './tab-actions.ts';
import { useAnswer } from './use-answer.ts';
import { fitting, useSource, type PivotSource } from './use-source.ts';

const w = aw.pivot;
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
  const spec: AskPivotSpec = { rows: pivot.rows, columns: pivot.columns, measure: pivot.measure, of: pivot.of };
  const isSome = (row: number, column: number): boolean => {
    const value = model.valueAt(row, column);
    return model.isFigure(column) && value !== null && value !== 0;
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
        return typeof value === 'number' && model.isFigure(column) ? aw.figure(value) : String(value ?? '');
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

/** Rows by columns, and what is measured where they meet; each cell leads to the rows behind it. */
export function PivotTab() {
  const box = useRef<HTMLDivElement>(null);
  const answer = useAnswer();
  const found = useSource(answer);
  const kept = useAsk((state) => state.spec);
  const source = found ?? nowhere;
  const spec = found === null ? kept : fitting(kept, source.names);
  const isChosen = found !== null && spec.rows.length + spec.columns.length > 0;
  const needsColumn = kept.measure !== 'count' && kept.of === null;
  const pivot = usePivot(source, isChosen && !needsColumn ? spec : null);
  const problem = answer.problem ?? (pivot.error === null ? null : messageOf(pivot.error));
  const isRunning = answer.isRunning || pivot.isFetching;
  useFirstFocus(box, isRunning ? 'running' : found === null ? 'none' : pivot.data === undefined ? 'choose' : 'table');
  const shown = isChosen && problem === null ? pivot.data : undefined;
  return (
    <div ref={box} className="flex min-h-0 flex-1 flex-col overflow-y-auto">
      <div className="flex shrink-0 flex-col gap-2 border-b border-line px-4 py-2">
        <PivotBar
          names={source.names}
          spec={found === null ? spec : { ...spec, measure: needsColumn ? kept.measure : spec.measure }}
        />
        <div className="flex flex-wrap items-center gap-2">
          <p
            role="status"
            className={
              problem === null ? 'min-w-[150px] flex-1 text-ink-2 tabular-nums' : 'min-w-[150px] flex-1 text-late'
            }
          >
            {isRunning ? aw.running : (problem ?? (shown === undefined ? '' : `${aw.made(shown.read, shown.ms)}.`))}
          </p>
          {shown !== undefined && <Files source={source.source} pivot={spec} />}
        </div>
      </div>
      {shown !== undefined && <Grid pivot={shown} source={source} />}
      {shown === undefined && isRunning && <div aria-busy className="flex-1" />}
      {shown === undefined && !isRunning && found === null && <AskFirst />}
      {shown === undefined && !isRunning && found !== null && problem === null && (
        <Empty title={w.choose} icon={<Table2 size={28} strokeWidth={1.4} aria-hidden />}>
          {w.chooseMore}
        </Empty>
      )}
      {shown === undefined && !isRunning && found !== null && problem !== null && <div className="flex-1" />}
      <div className="[@media(max-height:480px)]:hidden">
        <Hints hints={hints} />
      </div>
    </div>
  );
}
