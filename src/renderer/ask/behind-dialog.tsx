import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { orpc } from '../client/client.ts';
import { aw } from '../strings/en-ask.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Hints } from '../ui/hints.tsx';
import { NotRead } from '../ui/not-read.tsx';
import { setAsk, useAsk, type Behind } from './ask-store.ts';
import { ResultGrid } from './result-grid.tsx';

const most = 10_000;
const hints = [
  ['j / k', aw.hints.move],
  ['enter', aw.hints.open],
] as const;

function Rows({ behind: { source, spec, rows, columns, title } }: { readonly behind: Behind }) {
  const input = { source, ...spec, cell: { rows, columns }, limit: most };
  const asked = useQuery(orpc.ask.behind.queryOptions({ input, gcTime: 10_000 }));
  const { data } = asked;
  const box = useRef<HTMLDivElement>(null);
  // The dialog is there before its rows are.
  useEffect(() => {
    if (data !== undefined) box.current?.querySelector<HTMLElement>('[role="grid"]')?.focus({ preventScroll: true });
  }, [data]);
  return (
    <div ref={box} className="flex h-[min(560px,70vh)] flex-col">
      {data === undefined && <NotRead asked={asked} />}
      {data !== undefined && (
        <p role="status" className="px-4 py-2 text-ink-2 tabular-nums">
          {`${aw.read(data.rows.length, data.ms)}.`}
          {data.cut !== null && ` ${aw.pivot.behindCut[data.cut]}`}
        </p>
      )}
      {data !== undefined && data.rows.length > 0 && <ResultGrid label={aw.pivot.behind(title)} result={data} />}
      {data?.rows.length === 0 && <p className="flex-1 px-4 text-ink-2">{aw.noRows}</p>}
      <Hints hints={hints} yields />
    </div>
  );
}

/** The rows behind a cell of the table; a ticket is opened from there. */
export function BehindDialog() {
  const behind = useAsk((state) => state.behind);
  return (
    <Dialog
      title={aw.pivot.behind(behind?.title ?? '')}
      open={behind !== null}
      onClose={() => setAsk({ behind: null })}
      width={920}
    >
      {behind !== null && <Rows behind={behind} />}
    </Dialog>
  );
}
