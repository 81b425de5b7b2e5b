import readWorkbook from 'read-excel-file/node';
import type { CsvRecord } from '../../../domain/exchange/csv-reader.ts';
import { Fault } from '../../../domain/fault.ts';
import { verifyWorkbook } from './source.ts';
import type { ReadOptions, Source } from './source.ts';

export type Sheet = { readonly records: readonly CsvRecord[]; readonly note: string | null };

/** The cells of the first sheet of a workbook that has any, as texts; times as `YYYY-MM-DD HH:mm:ss` without a zone. */
export async function readSheet(source: Source, options: ReadOptions = {}): Promise<Sheet> {
  await verifyWorkbook(source, options);
  const sheets = await readWorkbook(source.path, { trim: false }).catch(() => {
    throw new Fault(
      'INVALID',
      'This workbook could not be read. Open it in your spreadsheet program and save it as CSV.',
    );
  });
  const index = sheets.findIndex((sheet) => sheet.data.length > 1);
  const sheet = sheets[Math.max(index, 0)];
  if (sheet === undefined) throw new Fault('INVALID', 'This workbook has no sheet with rows in it.');
  const records = sheet.data.map((row, i) => ({ line: i + 1, cells: row.map(cellText), broken: null }));
  const others = sheets.filter((other) => other !== sheet && other.data.length > 1).map((other) => `"${other.sheet}"`);
  const note = others.length === 0 ? null : `Only the sheet "${sheet.sheet}" is read; not ${others.join(', ')}.`;
  return { records, note };
}

function cellText(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 19).replace('T', ' ');
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : '';
}
