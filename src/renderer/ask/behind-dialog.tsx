import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { messageOf } from '../app/errors.ts';
import { orpc } from '../client/client.ts';
import { aw } from '../strings/en-ask.ts';
import { Dialog } from '../ui/dialog.tsx';
import { setAsk, useAsk, type Behind } from './ask-store.ts';
import { ResultGrid } from './result-grid.tsx';

const most = 10_000;

function Rows({ behind: { source, spec, rows, columns, title } }: { readonly behind: Behind }) {
  const input = { source, ...spec, cell: { rows, columns }, limit: most };
  const { data, error } = useQuery(orpc.ask.behind.queryOptions({ input, gcTime: 10_000 }));
  const box = useRef<HTMLDivElement>(null);
  // The dialog is there before its rows are.
  useEffect(() => {
    if (data !== undefined) box.current?.querySelector<HTMLElement>('[role="grid"]')?.focus({ preventScroll: true });
  }, [data]);
  return (
    <div ref={box} className="flex h-[min(560px,70vh)] flex-col">
      <p role="status" className={error === null ? 'px-4 py-2 text-ink-2 tabular-nums' : 'px-4 py-2 text-late'}>
        {error !== null ? messageOf(error) : data === undefined ? aw.running : `${aw.read(data.rows.length, data.ms)}.`}
        {data?.cut != null && ` ${aw.cut[data.cut]}`}
      </p>
      {data !== undefined && data.rows.length > 0 && <ResultGrid label={aw.pivot.behind(title)} result={data} />}
      {data?.rows.length === 0 && <p className="px-4 text-ink-2">{aw.noRows}</p>}
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
