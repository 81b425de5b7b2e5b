import type { ActionItem } from '../../../contract/index.ts';
import { csvText } from '../../../domain/exchange/csv-write.ts';
import { command } from '../../app/actions.ts';
import { saveFile } from '../../app/save-file.ts';
import { say } from '../../app/toasts.tsx';
import { client } from '../../client/client.ts';
import { rw } from '../../strings/en-reports-issues.ts';
import { dayOf } from '../../ui/days.ts';

const w = rw.items;

/** Done now, or not after all. */
export const tickItem = ({ id, doneAt }: ActionItem): void =>
  void command(client.reports.itemDone({ id, done: doneAt === null }));

export const removeItem = (id: string): void => void command(client.reports.itemRemove({ id }));

/** As they are listed: days as `YYYY-MM-DD`, owners by name. */
export const itemRows = (
  items: readonly ActionItem[],
  nameOf: (id: string | null) => string,
  zone: string,
): readonly (readonly string[])[] => [
  w.columns,
  ...items.map(({ text, ownerId, dueOn, late, carried, madeAt, doneAt }) => [
    text,
    nameOf(ownerId),
    dueOn ?? '',
    late ? w.yes : '',
    String(carried),
    dayOf(madeAt, zone),
    doneAt === null ? '' : dayOf(doneAt, zone),
  ]),
];

/** Saves what is listed. `today`: `YYYY-MM-DD`. */
export function saveItems(rows: readonly (readonly string[])[], today: string): void {
  const name = w.fileName(today);
  saveFile(name, csvText(rows), 'text/csv;charset=utf-8');
  say({ title: rw.issues.saved(name) });
}
