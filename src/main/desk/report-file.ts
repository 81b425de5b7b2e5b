import writeWorkbook from 'write-excel-file/node';
import type { ReportCell, ReportTable } from '../../contract/index.ts';
import { csvText } from '../../domain/exchange/csv-write.ts';
import { localIso } from '../../domain/exchange/zone-clock.ts';

type FileOptions = {
  readonly format: 'csv' | 'xlsx';
  /** Epoch ms: when the numbers were true. */
  readonly at: number;
  readonly timeZone: string;
};

export type ReportFile = { readonly fileName: string; readonly type: string; readonly base64: string };

const instant = (value: ReportCell['value'], timeZone: string): string =>
  typeof value === 'number' ? localIso(value, timeZone) : '';

const words = ({ value, kind }: ReportCell, timeZone: string): string =>
  kind === 'instant' ? instant(value, timeZone) : value === null ? '' : String(value);

/** Tables under each other, each below its title, a blank line between; formulas defused. */
const asCsv = (tables: readonly ReportTable[], timeZone: string): string =>
  csvText(
    tables.flatMap(({ title, columns, rows }, index) => [
      ...(index === 0 ? [] : [['']]),
      [title],
      columns,
      ...rows.map((cells) => cells.map((cell) => words(cell, timeZone))),
    ]),
  );

/** A text cell is of type String in the file: no spreadsheet runs it as a formula, whatever it begins with. */
const xlsxCell = (cell: ReportCell, timeZone: string) =>
  typeof cell.value === 'number' && cell.kind !== 'instant'
    ? { type: Number, value: cell.value }
    : { type: String, value: words(cell, timeZone) };

const longestName = 31;

/** What a spreadsheet takes as the name of a sheet: short, without its signs of reference, and no two alike. */
export function sheetNames(titles: readonly string[]): string[] {
  const taken = new Set<string>();
  return titles.map((title) => {
    const clean = title.replaceAll(/[[\]:*?/\\]/g, ' ').replaceAll(/\s+/g, ' ');
    for (let nth = 1; ; nth += 1) {
      const ending = nth === 1 ? '' : ` ${nth}`;
      const short = clean
        .trim()
        .slice(0, longestName - ending.length)
        .toWellFormed();
      const name = `${short.replaceAll(/^['\s]+|['\s]+$/g, '') || 'Sheet'}${ending}`;
      if (taken.has(name.toLowerCase())) continue;
      taken.add(name.toLowerCase());
      return name;
    }
  });
}

/** One sheet a table. */
async function asXlsx(tables: readonly ReportTable[], timeZone: string): Promise<Buffer> {
  const names = sheetNames(tables.map(({ title }) => title));
  const sheets = tables.map(({ columns, rows }, at) => ({
    sheet: names[at] ?? '',
    data: [
      columns.map((value) => ({ type: String, value, fontWeight: 'bold' as const })),
      ...rows.map((cells) => cells.map((cell) => xlsxCell(cell, timeZone))),
    ],
    stickyRowsCount: 1,
  }));
  return await writeWorkbook(sheets).toBuffer();
}

/** A report as a file named after its day: the numbers of its tables and no others. SPEC STU-21. */
export async function reportFile(
  name: string,
  tables: readonly ReportTable[],
  { format, at, timeZone }: FileOptions,
): Promise<ReportFile> {
  const fileName = `${name}-${localIso(at, timeZone).slice(0, 10)}.${format}`;
  if (format === 'csv')
    return {
      fileName,
      type: 'text/csv;charset=utf-8',
      base64: Buffer.from(asCsv(tables, timeZone)).toString('base64'),
    };
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return { fileName, type, base64: (await asXlsx(tables, timeZone)).toString('base64') };
}
