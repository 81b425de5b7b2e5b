import type { CsvRecord } from '../../../domain/exchange/csv-reader.ts';
import type { ImportItem, RejectItem } from '../../../domain/exchange/item.ts';
import type { Plan } from '../../../domain/exchange/plan.ts';
import { createCells, createSnapshotReader, rejectOf, warner } from '../../../domain/exchange/snapshot.ts';
import type { Row, Sink } from '../../../domain/exchange/snapshot.ts';
import { snapshotDraft, systemOf } from '../../../domain/exchange/snapshot-draft.ts';
import type { Batch } from './batch.ts';
import type { ReadOptions } from './source.ts';
import type { Table } from './table.ts';

/** A string of its own: a slice would keep the whole chunk it was cut from in memory for as long as it is remembered. */
export const ownCopy = (text: string) => Buffer.from(text).toString();

/**
 * A row as wide as the header, or null where it cannot be used: missing cells at the end are blank and said so, more
 * cells than headers are refused unless they are blank (SPEC IMP-4).
 */
export function fitRow(record: CsvRecord, width: number, sink: Sink): Row | null {
  const { line, cells, broken } = record;
  if (broken !== null) {
    sink(rejectOf(record, broken));
    return null;
  }
  if (cells.length === width) return record;
  if (cells.length < width) {
    warner(
      record,
      null,
      sink,
    )(`The row has ${cells.length} cells where the header has ${width}; the missing ones are blank.`);
    return record;
  }
  if (cells.slice(width).every((cell) => cell.trim() === '')) return { line, cells: cells.slice(0, width) };
  const reason = `The row has ${cells.length} cells where the header has ${width}. A comma or quote in a text may be to blame.`;
  sink(rejectOf(record, reason));
  return null;
}

const asItStood = (reject: RejectItem, width: number): RejectItem => ({ ...reject, row: reject.row.slice(0, width) });

function derivedRow({ deriver }: Plan, row: Row | null, sink: Sink): Row | null {
  if (row === null) return null;
  const warn = warner(row, null, sink);
  return { line: row.line, cells: deriver.cells(row.cells, warn) };
}

/** Tickets of a table with one row each. The second row of an id is refused. */
export async function* readRows(table: Table, plan: Plan, options: ReadOptions): AsyncGenerator<Batch> {
  const readSnapshot = createSnapshotReader(plan, createCells(plan));
  const system = systemOf(plan.mapping.format);
  const seen = new Map<string, number>();
  const width = table.header.length;
  for await (const records of table.batches(options)) {
    const items: ImportItem[] = [];
    // A rejected row is kept as it stood, without what was made of it.
    const sink: Sink = (issue) => items.push(issue.kind === 'warning' ? issue : asItStood(issue, width));
    const rawSink: Sink = (issue) => items.push(issue);
    for (const record of records) {
      const row = derivedRow(plan, fitRow(record, width, rawSink), sink);
      const snapshot = row === null ? null : readSnapshot(row, sink);
      if (row === null || snapshot === null) continue;
      const { externalId } = snapshot;
      const before = seen.get(externalId);
      if (before !== undefined) {
        const column = plan.header[plan.places('externalId')[0] ?? -1] ?? null;
        sink(rejectOf(row, `Ticket ${externalId} stands in line ${before} already.`, column, externalId));
        continue;
      }
      seen.set(ownCopy(externalId), row.line);
      const draft = snapshotDraft(snapshot, system, warner(row, externalId, sink));
      items.push({ kind: 'draft', draft, rows: 1 });
    }
    yield { items, rows: records.length };
  }
}
