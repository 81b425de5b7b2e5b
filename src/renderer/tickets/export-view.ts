import type { View } from '../../contract/index.ts';
import { sayError } from '../app/errors.ts';
import { whileSaving } from '../app/saving.ts';
import { fileWord, saveFile } from '../app/save-file.ts';
import { say } from '../app/toasts.tsx';
import { client } from '../client/client.ts';
import { t } from '../strings/en.ts';

/** The view's name as a file name. */
export const fileNameOf = (name: string): string => `${fileWord(name, 'tickets')}.csv`;

/** Saves what a view shows, filtered and sorted as on screen, as CSV; says when it was too much for one file. */
export async function exportView({ name, filter, sort }: View): Promise<void> {
  try {
    const { csv, rows, total } = await whileSaving(client.exchange.exportCsv({ filter, sort: [...sort] }));
    saveFile(fileNameOf(name), csv, 'text/csv;charset=utf-8');
    if (rows < total) say({ title: t.toasts.exportedCut(rows, total), body: t.toasts.exportedCutHow, tone: 'risk' });
    else say({ title: t.toasts.exported(rows) });
  } catch (error) {
    sayError(error);
  }
}
