import readWorkbook from 'read-excel-file/node';
import writeWorkbook from 'write-excel-file/node';
import type { CsvRecord } from '../../../domain/exchange/csv-reader.ts';
import { headerIndex, headerSearchRows } from '../../../domain/exchange/sniff.ts';
import { Fault } from '../../../domain/fault.ts';
import { detectRosterFile } from '../../../domain/roster/exchange/detect.ts';
import type { RosterSheet } from '../../../domain/roster/exchange/rows.ts';
import type { RosterTable } from '../../../domain/roster/exchange/write.ts';
import { openSource, verifyWorkbook } from './source.ts';
import type { ReadOptions, Source } from './source.ts';
import { openTable } from './table.ts';

export type RosterFile = RosterSheet & { readonly notes: readonly string[] };

const mostRows = 500_000;

/**
 * A roster file read whole: its header, the rows below it with their lines, and what is to be said of the file. CSV of
 * any delimiter and encoding as every import reads it (SPEC IMP-1 to IMP-3); of a workbook the first sheet whose header
 * is that of a roster (When I Work puts others beside `Schedules - X`), else the first with rows. SPEC RIO-3. Throws
 * Fault NOT_FOUND, INVALID with what to do, or CANCELLED.
 */
export async function readRosterTable(path: string, fileName?: string, options: ReadOptions = {}): Promise<RosterFile> {
  const source = await openSource(path, fileName);
  const file = source.packing === 'workbook' ? await fromWorkbook(source, options) : await fromText(source, options);
  if (file.rows.length === 0)
    throw new Fault('INVALID', 'This file has a header but no rows below it. Export it again.');
  return file;
}

async function fromText(source: Source, options: ReadOptions): Promise<RosterFile> {
  const table = await openTable(source, options);
  if (table.kind === 'json') throw new Fault('INVALID', 'This file is JSON. Rosters are read from CSV or XLSX.');
  const rows: CsvRecord[] = [];
  for await (const batch of table.batches(options)) {
    for (const record of batch) rows.push(record);
    if (rows.length > mostRows) throw tooMany();
  }
  return { header: table.header, rows, container: 'csv', notes: table.notes };
}

const tooMany = () =>
  new Fault('INVALID', `This file has more than ${mostRows} rows. Export fewer days at a time.`, { field: 'source' });

type Sheet = { readonly name: string; readonly header: readonly string[]; readonly rows: readonly CsvRecord[] };

async function fromWorkbook(source: Source, options: ReadOptions): Promise<RosterFile> {
  await verifyWorkbook(source, options);
  const workbook = await readWorkbook(source.path, { trim: false }).catch(() => {
    throw new Fault(
      'INVALID',
      'This workbook could not be read. Open it in your spreadsheet program and save it as CSV.',
    );
  });
  const sheets = workbook.map(({ sheet, data }) => sheetOf(sheet, data)).filter(({ rows }) => rows.length > 0);
  const chosen = sheets.find(isRoster) ?? sheets[0];
  if (chosen === undefined) throw new Fault('INVALID', 'This workbook has no sheet with rows in it.');
  if (chosen.rows.length > mostRows) throw tooMany();
  const others = sheets.filter((sheet) => sheet !== chosen).map(({ name }) => `"${name}"`);
  const notes = others.length === 0 ? [] : [`Only the sheet "${chosen.name}" is read; not ${others.join(', ')}.`];
  return { header: chosen.header, rows: chosen.rows, container: 'xlsx', notes };
}

/** Whether the header, or a row close below it, is that of a roster. */
const isRoster = ({ header, rows }: Sheet): boolean =>
  [header, ...rows.slice(0, 5).map((row) => row.cells)].some((cells) => detectRosterFile(cells) !== null);

function sheetOf(name: string, data: readonly (readonly unknown[])[]): Sheet {
  const filled = data
    .map((row, index) => ({ line: index + 1, cells: row.map(cellText), broken: null }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const head = headerIndex(filled.slice(0, headerSearchRows));
  const header = (filled[head]?.cells ?? []).map((cell) => cell.trim());
  return { name, header, rows: filled.slice(head + 1) };
}

/** Day 0 of a spreadsheet, and a day that no roster reaches back to: what lies between is a time or a length. */
const dayZero = Date.UTC(1899, 11, 30);
const firstDay = Date.UTC(1900, 2, 1);

/** Times as `YYYY-MM-DD HH:mm:ss`, times of day and lengths as `H:MM:SS`; parts of days are never whole seconds off. */
function cellText(cell: unknown): string {
  if (cell instanceof Date) return timeText(Math.round(cell.getTime() / 1000) * 1000);
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : '';
}

function timeText(at: number): string {
  if (at >= firstDay) return new Date(at).toISOString().slice(0, 19).replace('T', ' ');
  const seconds = Math.max(0, (at - dayZero) / 1000);
  const parts = [Math.floor(seconds / 60) % 60, seconds % 60].map((part) => String(part).padStart(2, '0'));
  return [Math.floor(seconds / 3600), ...parts].join(':');
}

/** Tables as a workbook, one sheet each; a text cell is of type String, so no spreadsheet runs it as a formula. */
export async function writeRosterXlsx(tables: readonly RosterTable[]): Promise<Buffer> {
  const sheets = tables.map(({ title, header, rows }) => ({
    sheet: title.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31),
    data: [
      header.map((value) => ({ type: String, value, fontWeight: 'bold' as const })),
      ...rows.map((cells) =>
        cells.map((value) => (typeof value === 'number' ? { type: Number, value } : { type: String, value })),
      ),
    ],
    stickyRowsCount: 1,
  }));
  return await writeWorkbook(sheets).toBuffer();
}

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
