import type { Mapping } from '../../../contract/index.ts';
import type { ImportItem } from '../../../domain/exchange/item.ts';
import { compilePlan, isEventLog } from '../../../domain/exchange/plan.ts';
import { Fault } from '../../../domain/fault.ts';
import type { Batch } from './batch.ts';
import { readJsonTickets } from './read-json.ts';
import { readLog } from './read-log.ts';
import { readRows } from './read-rows.ts';
import { openSource } from './source.ts';
import type { Source } from './source.ts';
import { openTable } from './table.ts';

export type Progress = { readonly rowsRead: number; readonly bytesRead: number; readonly bytesTotal: number };

export type ReadDraftsOptions = {
  readonly signal?: AbortSignal;
  /** Called now and then, and at the end. */
  readonly onProgress?: (progress: Progress) => void;
};

/**
 * Reads a file through a mapping into drafts, rejects and warnings, in the order of the file (SPEC IMP-4 to IMP-16).
 * CSV is streamed. Throws Fault INVALID before the first item where the mapping cannot work or the file cannot be
 * read, NOT_FOUND where there is no file, and CANCELLED when `signal` aborts.
 */
export async function* readDrafts(
  path: string,
  mapping: Mapping,
  options: ReadDraftsOptions = {},
): AsyncGenerator<ImportItem> {
  const source = await openSource(path);
  let rowsRead = 0;
  let bytesRead = 0;
  const report = () => options.onProgress?.({ rowsRead, bytesRead, bytesTotal: source.bytes });
  const read = { signal: options.signal, onBytes: (bytes: number) => (bytesRead = bytes) };
  for await (const batch of batchesOf(source, mapping, read)) {
    if (options.signal?.aborted === true) throw new Fault('CANCELLED', 'The import was stopped.');
    rowsRead += batch.rows;
    report();
    yield* batch.items;
  }
  bytesRead = source.bytes;
  report();
}

type Read = { readonly signal: AbortSignal | undefined; readonly onBytes: (bytes: number) => void };

async function* batchesOf(source: Source, mapping: Mapping, read: Read): AsyncGenerator<Batch> {
  const table = await openTable(source, { signal: read.signal });
  const wantsJson = mapping.format === 'zendeskJson';
  if (wantsJson !== (table.kind === 'json')) {
    const reason = wantsJson ? 'This file is not JSON.' : 'This file is JSON, and the mapping is for a table.';
    throw new Fault('INVALID', `${reason} Choose another format or another file.`);
  }
  if (table.kind === 'json') {
    yield* readJsonTickets(source, table.encoding, read);
    return;
  }
  const plan = compilePlan(mapping, table.header);
  yield* isEventLog(plan) ? readLog(table, plan, read) : readRows(table, plan, read);
}
