import type { ImportItem } from '../../../domain/exchange/item.ts';
import type { Plan } from '../../../domain/exchange/plan.ts';
import { createLogReader } from '../../../domain/exchange/servicenow.ts';
import { createCells, rejectOf } from '../../../domain/exchange/snapshot.ts';
import type { Row, Sink } from '../../../domain/exchange/snapshot.ts';
import { fitRow, ownCopy } from './read-rows.ts';
import type { Batch } from './batch.ts';
import type { ReadOptions } from './source.ts';
import type { Table } from './table.ts';

/** The rows of an incident that have come so far. */
type Group = { readonly rows: Row[]; seen: number };

/**
 * Incidents of an audit log (SPEC IMP-12). A first pass counts the rows of each; in the second an incident is made
 * when its last row has come, so that rows that stand apart find together, and where they stand together no more than
 * one incident is held.
 */
export async function* readLog(table: Table, plan: Plan, options: ReadOptions): AsyncGenerator<Batch> {
  const place = plan.places('externalId')[0] ?? 0;
  const idOf = (cells: readonly string[]) => (cells[place] ?? '').trim();
  const counts = await countRows(table, place, idOf, options.signal);
  const cells = createCells(plan);
  const makeDraft = createLogReader(plan, cells);
  const groups = new Map<string, Group>();
  for await (const records of table.batches(options)) {
    const items: ImportItem[] = [];
    const sink: Sink = (issue) => items.push(issue);
    for (const record of records) {
      const id = idOf(record.cells);
      const row = fitRow(record, table.header.length, sink);
      if (cells.missing(id)) {
        if (row !== null) items.push(rejectOf(row, 'The row has no incident number.', plan.header[place] ?? null));
        continue;
      }
      const group = groups.get(id) ?? { rows: [], seen: 0 };
      if (group.seen === 0) groups.set(id, group);
      if (row !== null) group.rows.push(row);
      group.seen += 1;
      if (group.seen < (counts.get(id) ?? 0)) continue;
      groups.delete(id);
      const draft = makeDraft(group.rows, sink);
      if (draft !== null) items.push({ kind: 'draft', draft, rows: group.rows.length });
    }
    yield { items, rows: records.length };
  }
}

async function countRows(
  table: Table,
  place: number,
  idOf: (cells: readonly string[]) => string,
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for await (const records of table.batches({ signal, firstCells: place + 1 })) {
    for (const record of records) {
      const id = idOf(record.cells);
      const count = counts.get(id);
      counts.set(count === undefined ? ownCopy(id) : id, (count ?? 0) + 1);
    }
  }
  return counts;
}
