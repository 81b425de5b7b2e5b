import { createCsvReader } from '../../../domain/exchange/csv-reader.ts';
import type { CsvDialect, CsvRecord } from '../../../domain/exchange/csv-reader.ts';
import { rejectsMark, undefuse } from '../../../domain/exchange/csv-write.ts';
import { headerIndex, headerSearchRows, sniffText } from '../../../domain/exchange/sniff.ts';
import { Fault } from '../../../domain/fault.ts';
import { detectEncoding, readHead, readText } from './encoding.ts';
import type { Encoding } from './encoding.ts';
import { readSheet } from './workbook.ts';
import type { ReadOptions, Source } from './source.ts';
import { breathe } from '../breathe.ts';

export type TableOptions = ReadOptions & {
  /** Only the first cells of each row are wanted, which is faster; more may come. */
  readonly firstCells?: number;
};

export type Table = {
  readonly kind: 'table';
  readonly container: 'csv' | 'xlsx';
  readonly encoding: string;
  readonly delimiter: string | null;
  readonly header: readonly string[];
  readonly notes: readonly string[];
  /** The rows below the header, blank ones left out, in batches. May be read more than once. */
  readonly batches: (options?: TableOptions) => AsyncGenerator<readonly CsvRecord[]>;
};

export type JsonText = { readonly kind: 'json'; readonly encoding: Encoding };

/** Which of the first records names the columns. */
type PickHeader = (records: readonly CsvRecord[]) => number;

/** Opens a table, or says that the file is JSON. Throws Fault INVALID where there is no row in it. */
export async function openTable(
  source: Source,
  options: ReadOptions = {},
  pick: PickHeader = headerIndex,
): Promise<Table | JsonText> {
  if (source.packing === 'workbook') return openSheet(source, options, pick);
  const encoding = await detectEncoding(source, options);
  const head = await readHead(source, encoding, options);
  const shape = sniffText(head);
  if (shape.container === 'json') return { kind: 'json', encoding };
  const skipped = shape.hasSeparatorLine ? 1 : 0;
  const raw = (o: TableOptions = {}) => records(source, encoding, { ...shape.dialect, firstCells: o.firstCells }, o);
  const notes = encoding.note === null ? [] : [encoding.note];
  return tableOf(
    { container: 'csv', encoding: encoding.label, delimiter: shape.dialect.delimiter, notes },
    raw,
    skipped,
    pick,
  );
}

async function openSheet(source: Source, options: ReadOptions, pick: PickHeader): Promise<Table> {
  const sheet = await readSheet(source, options);
  const notes = sheet.note === null ? [] : [sheet.note];
  return tableOf(
    { container: 'xlsx', encoding: 'XLSX', delimiter: null, notes },
    (o) => inBatches(sheet.records, source, o),
    0,
    pick,
  );
}

async function* records(
  source: Source,
  encoding: Encoding,
  dialect: CsvDialect,
  options?: ReadOptions,
): AsyncGenerator<readonly CsvRecord[]> {
  const reader = createCsvReader(dialect);
  for await (const text of readText(source, encoding, options)) yield reader.push(text);
  yield reader.end();
}

const sheetBatch = 1000;

async function* inBatches(
  all: readonly CsvRecord[],
  source: Source,
  options: ReadOptions = {},
): AsyncGenerator<readonly CsvRecord[]> {
  for (let at = 0; at < all.length; at += sheetBatch) {
    if (options.signal?.aborted === true) throw new Fault('CANCELLED', 'The import was stopped.');
    // A turn of the event loop, so that a stop can be heard.
    await breathe();
    options.onBytes?.(Math.round((source.bytes * Math.min(all.length, at + sheetBatch)) / all.length));
    yield all.slice(at, at + sheetBatch);
  }
}

type Raw = (options?: TableOptions) => AsyncGenerator<readonly CsvRecord[]>;

async function tableOf(
  about: Pick<Table, 'container' | 'encoding' | 'delimiter' | 'notes'>,
  raw: Raw,
  skipped: number,
  pick: PickHeader,
): Promise<Table> {
  const first: CsvRecord[] = [];
  for await (const batch of raw()) {
    first.push(...batch.slice(0, headerSearchRows + skipped).filter(isFilled));
    if (first.length >= headerSearchRows + skipped) break;
  }
  const candidates = first.slice(skipped, headerSearchRows + skipped);
  const head = candidates[pick(candidates)];
  if (head === undefined || head.broken !== null) {
    throw new Fault('INVALID', 'No header row was found in this file. Its first row must name the columns.');
  }
  const isRejects = head.cells[0] === rejectsMark;
  const mend = isRejects ? unwrapReject : (record: CsvRecord) => record;
  return {
    kind: 'table',
    ...about,
    header: mend(head).cells.map((cell) => cell.trim()),
    batches: ({ firstCells, ...options } = {}) =>
      below(raw, head.line, mend, isRejects || firstCells === undefined ? options : { ...options, firstCells }),
  };
}

const isFilled = (record: CsvRecord) => record.cells.some((cell) => cell.trim() !== '');

async function* below(raw: Raw, headerLine: number, mend: (record: CsvRecord) => CsvRecord, options?: TableOptions) {
  for await (const batch of raw(options)) {
    const rows = batch.filter((record) => record.line > headerLine && isFilled(record));
    yield rows.map(mend);
  }
}

/** A row of a rejects file without the line and reason before it, and as it stood before it was defused. */
function unwrapReject(record: CsvRecord): CsvRecord {
  return { ...record, cells: record.cells.slice(2).map(undefuse) };
}
