import type { Derived, Format, Inspection, Mapping } from '../../../contract/index.ts';
import { detectHeader, detectMapping, profileFor } from '../../../domain/exchange/detect.ts';
import type { SavedMapping } from '../../../domain/exchange/detect.ts';
import { createDeriver } from '../../../domain/exchange/derive.ts';
import { shown } from '../../../domain/exchange/item.ts';
import { asText } from '../../../domain/exchange/zendesk-shape.ts';
import { Fault } from '../../../domain/fault.ts';
import type { Encoding } from './encoding.ts';
import { isLines, openJson } from './json-records.ts';
import { openSource } from './source.ts';
import type { ReadOptions, Source } from './source.ts';
import { openTable } from './table.ts';
import type { Table } from './table.ts';

export type InspectOptions = {
  readonly format?: Format;
  readonly savedMappings: readonly SavedMapping[];
  /** Columns to make of others; goes before a saved mapping. */
  readonly derived?: readonly Derived[];
  /** Suggested where times name no zone. */
  readonly deskTimeZone: string;
  /** As the person knows it, where the path is of a copy. */
  readonly fileName?: string;
  readonly signal?: AbortSignal;
};

const sampleRows = 20;

/**
 * What a file is, how its columns would be mapped, and what must be confirmed before it is read in (SPEC IMP-1 to
 * IMP-8). Reads the file whole: date order and zone come from whole columns. Throws Fault NOT_FOUND, INVALID (with what
 * to do) or CANCELLED.
 */
export async function inspectFile(path: string, options: InspectOptions): Promise<Inspection> {
  const source = await openSource(path, options.fileName);
  const table = await openTable(source, { signal: options.signal });
  const about = { fileName: options.fileName ?? source.name, bytes: source.bytes };
  if (table.kind === 'json') {
    if (options.format !== undefined && options.format !== 'zendeskJson') throw notThis('JSON');
    return { ...about, ...(await inspectJson(source, table.encoding, { signal: options.signal })) };
  }
  if (options.format === 'zendeskJson') throw notThis('a table');
  return { ...about, ...(await inspectTable(table, { ...options, format: options.format })) };
}

const notThis = (what: string) =>
  new Fault(
    'INVALID',
    `This file is ${what}, which the chosen format does not read. Leave the format to Foredesk, or choose another.`,
  );

type Rest = Omit<Inspection, 'fileName' | 'bytes'>;
type TableOptions = Omit<InspectOptions, 'format'> & { readonly format: Exclude<Format, 'zendeskJson'> | undefined };

async function inspectTable(table: Table, options: TableOptions): Promise<Rest> {
  const found = detectHeader(table.header, options.savedMappings, options.format, options.derived);
  const deriver = createDeriver(found.derived, table.header);
  const profile = profileFor(found);
  const sample: string[][] = [];
  let rows = 0;
  for await (const batch of table.batches({ signal: options.signal })) {
    for (const record of batch) {
      rows += 1;
      const cells = deriver.cells(record.cells);
      if (sample.length < sampleRows) sample.push(deriver.header.map((_, i) => shown(cells[i] ?? '')));
      if (record.broken === null) profile.add(cells);
    }
  }
  if (rows === 0)
    throw new Fault('INVALID', 'This file has a header but no rows below it. Export it again with its tickets.');
  const detected = detectMapping(found, profile, options.deskTimeZone);
  return {
    container: table.container,
    encoding: table.encoding,
    delimiter: table.delimiter,
    mapping: detected.mapping,
    savedMapping: found.saved?.name ?? null,
    sample,
    questions: [...detected.questions],
    notes: [`${rows} ${rows === 1 ? 'row' : 'rows'}.`, ...table.notes, ...detected.notes],
  };
}

const jsonColumns: Mapping['columns'] = [
  { header: 'id', field: 'externalId' },
  { header: 'subject', field: 'subject' },
  { header: 'status', field: 'status' },
  { header: 'priority', field: 'priority' },
  { header: 'created_at', field: 'createdAt' },
  { header: 'updated_at', field: 'updatedAt' },
];

async function inspectJson(source: Source, encoding: Encoding, options: ReadOptions): Promise<Rest> {
  const byLine = await isLines(source, encoding, options);
  const records = await openJson(source, encoding, byLine, options);
  const counts = new Map<string, number>();
  const sample: string[][] = [];
  for await (const item of records(options)) {
    const kind = item.kind === 'broken' ? 'line that is no JSON' : item.found.kind;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    if (item.kind === 'broken' || item.found.kind !== 'ticket' || sample.length >= sampleRows) continue;
    const { value } = item.found;
    sample.push(jsonColumns.map(({ header }) => shown(asText(value[header]) ?? '')));
  }
  if (!counts.has('ticket') && !counts.has('audit')) {
    throw new Fault(
      'INVALID',
      'No Zendesk tickets were found in this JSON file. Export tickets, with comments if you can.',
    );
  }
  const found = [...counts].map(([kind, count]) => `${count} ${plural(kind, count)}`).join(', ');
  return {
    container: byLine ? 'ndjson' : 'json',
    encoding: encoding.label,
    delimiter: null,
    mapping: {
      format: 'zendeskJson',
      columns: jsonColumns,
      dateOrder: 'ymd',
      timeZone: 'UTC',
      values: { status: {}, priority: {}, channel: {} },
    },
    savedMapping: null,
    sample,
    questions: [],
    notes: [`Found: ${found}.`, ...(encoding.note === null ? [] : [encoding.note])],
  };
}

const words: Readonly<Record<string, readonly [string, string]>> = {
  ticketField: ['ticket field', 'ticket fields'],
  'line that is no JSON': ['line that is no JSON', 'lines that are no JSON'],
};

function plural(kind: string, count: number): string {
  const [one, many] = words[kind] ?? [kind, `${kind}s`];
  return count === 1 ? one : many;
}
