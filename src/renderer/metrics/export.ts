import { csvText } from '../../domain/exchange/csv-write.ts';
import { sayError } from '../app/errors.ts';
import { saveFile } from '../app/save-file.ts';
import { say } from '../app/toasts.tsx';
import { orpc, queryClient } from '../client/client.ts';
import { mw } from '../strings/en-metrics.ts';
import { sortedRows } from './by-rows.ts';
import { columnsOf } from './by-tab.tsx';
import { causesOf } from './causes.ts';
import { figureRows } from './export-rows.ts';
import { useMetrics } from './metrics-store.ts';
import type { Looked } from './use-numbers.ts';
import { shownKpis } from './use-numbers.ts';
import { whenRows } from './when-rows.ts';

type Rows = readonly (readonly string[])[];
async function figuresFile(looked: Looked, by: Parameters<typeof columnsOf>[3] | null): Promise<Rows> {
  const { against, tiles, sort } = useMetrics.getState();
  const { kpis } = await queryClient.query(orpc.metrics.kpis.queryOptions());
  const told = await queryClient.query(orpc.metrics.figures.queryOptions({ input: { ...looked.input, by, against } }));
  const shown =
    by === null
      ? shownKpis(tiles, kpis, told.rows[0], looked.input.within).map(({ kpi }) => kpi)
      : columnsOf(kpis, tiles, told.rows, by);
  const { from, days } = looked.input;
  return figureRows(by === null ? told.rows : sortedRows(told.rows, sort), shown, {
    from,
    days,
    place: looked.place,
    against,
    compared: told.against,
  });
}

async function whenFile({ input, leads }: Looked): Promise<Rows> {
  const { cause, against } = useMetrics.getState();
  const { from, days } = input;
  const told = await queryClient.query(
    orpc.metrics.figures.queryOptions({ input: { ...input, by: 'category', against } }),
  );
  const heat = leads ? await queryClient.query(orpc.metrics.heat.queryOptions({ input: { from, days } })) : null;
  const ageing = leads ? await queryClient.query(orpc.metrics.ageing.queryOptions()) : null;
  return whenRows(heat, ageing, causesOf(told.rows, cause), cause);
}

/** Saves what the tab shows. */
export async function exportShown(looked: Looked, by: Parameters<typeof columnsOf>[3]): Promise<void> {
  const { tab } = useMetrics.getState();
  try {
    const rows = tab === 'when' ? await whenFile(looked) : await figuresFile(looked, tab === 'by' ? by : null);
    const name = mw.file.name(tab === 'by' ? `by-${by}` : tab, looked.input.from, looked.input.days);
    saveFile(name, csvText(rows), 'text/csv;charset=utf-8');
    say({ title: mw.file.saved(name) });
  } catch (error) {
    sayError(error);
  }
}
