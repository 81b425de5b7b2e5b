import type { ReportTable } from '../../../contract/index.ts';
import type { PivotSpec, Value } from '../../../domain/ask/pivot.ts';
import { csvText } from '../../../domain/exchange/csv-write.ts';
import type { PivotRead, Rows } from '../../store/ask/answer.ts';
import { reportFile } from '../report-file.ts';
import type { AskRequest, MadeFile } from './messages.ts';

/** Names and rows, as they go into a file. */
export type FlatTable = { readonly names: readonly string[]; readonly rows: readonly (readonly Value[])[] };

export const flatRows = ({ columns, rows }: Rows): FlatTable => ({ names: columns.map(({ name }) => name), rows });

const shown = (value: Value): Value => (value === null || value === '' ? '(none)' : value);
const written = (key: readonly Value[]): string => key.map(shown).join(' / ');

/** A pivot as it stands on screen: its row keys, a column for each column key, the totals. SPEC ASK-50. */
export function flatPivot(spec: PivotSpec, pivot: PivotRead): FlatTable {
  const measure = spec.of === null ? spec.measure : `${spec.measure} of ${spec.of}`;
  const wide = spec.columns.length > 0;
  const names = [...spec.rows, ...(wide ? [...pivot.columnKeys.map(written), 'Total'] : [measure])];
  const rows = pivot.rowKeys.map((key, row) => [
    ...key.map(shown),
    ...(pivot.cells[row] ?? []),
    ...(wide ? [pivot.rowTotals[row] ?? null] : []),
  ]);
  const total = [
    ...spec.rows.map((_, place) => (place === 0 ? 'Total' : null)),
    ...pivot.columnTotals,
    ...(wide ? [pivot.grandTotal] : []),
  ];
  return { names, rows: spec.rows.length === 0 ? rows : [...rows, total] };
}

const cellOf = (value: Value): ReportTable['rows'][number][number] => ({
  value,
  kind: typeof value === 'number' ? 'count' : 'text',
});

/** A table as a file of its format, texts defused so that no spreadsheet runs them. SPEC IMP-20. */
export async function tableFile(
  { names, rows }: FlatTable,
  { format, name }: NonNullable<AskRequest['export']>,
  at: { readonly now: number; readonly timeZone: string },
): Promise<Omit<MadeFile, 'rows' | 'cut' | 'clipped'>> {
  const options = { at: at.now, timeZone: at.timeZone };
  if (format === 'xlsx') {
    const cells = rows.map((row) => row.map(cellOf));
    const table: ReportTable = { key: 'ask', title: 'Ask', columns: [...names], rows: cells, total: rows.length };
    return reportFile(name, [table], { ...options, format });
  }
  const { fileName } = await reportFile(name, [], { ...options, format: 'csv' });
  if (format === 'csv') {
    const text = csvText([names, ...rows.map((row) => row.map((value) => (value === null ? '' : String(value))))]);
    return { fileName, type: 'text/csv;charset=utf-8', base64: Buffer.from(text).toString('base64') };
  }
  const records = rows.map((row) => Object.fromEntries(names.map((each, place) => [each, row[place] ?? null])));
  return {
    fileName: fileName.replace(/csv$/, 'json'),
    type: 'application/json',
    base64: Buffer.from(`${JSON.stringify(records, null, 1)}\n`).toString('base64'),
  };
}
