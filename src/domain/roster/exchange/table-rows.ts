import type { ImportIssue } from '../../../contract/index.ts';
import { placeColumns } from './columns.ts';
import type { Columns } from './columns.ts';
import { detectRosterFile } from './detect.ts';
import type { RosterFileKind } from './detect.ts';
import { cellReader, fitRecord, isHeaderAgain, rosterRow } from './rows.ts';
import type { IsName, RosterRow, RosterSheet } from './rows.ts';

const headerSearch = 5;

/** The sheet below the row that really names its columns: a row of titles may stand above it. SPEC RIO-3. */
export function withHeader(sheet: RosterSheet, kind: RosterFileKind | undefined): RosterSheet {
  if (kind !== undefined || detectRosterFile(sheet.header) !== null) return sheet;
  const index = sheet.rows
    .slice(0, headerSearch)
    .findIndex((row) => row.broken === null && detectRosterFile(row.cells) !== null);
  const found = sheet.rows[index];
  return found === undefined ? sheet : { ...sheet, header: found.cells, rows: sheet.rows.slice(index + 1) };
}

type Options = {
  /** Of the columns without pay. */
  readonly columns: Columns;
  /** A row of cells without the cells of pay. */
  readonly kept: (cells: readonly string[]) => readonly string[];
  readonly isName: IsName;
  readonly own: boolean;
  readonly issues: ImportIssue[];
  readonly notes: string[];
};

/** The rows that can be used, as wide as the header and without pay; what is wrong with the others is said. */
export function rowsOf(sheet: RosterSheet, { columns, kept, isName, own, issues, notes }: Options): RosterRow[] {
  const { header, container } = sheet;
  const read = cellReader(container, own);
  const whole = placeColumns(header);
  const filled = sheet.rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const below = filled.filter(({ cells }) => !isHeaderAgain(cells, header));
  const again = filled.length - below.length;
  if (again > 0) notes.push(`The header stands ${again} more ${again === 1 ? 'time' : 'times'} between the rows.`);
  return below.flatMap((record) => {
    const fitted = fitRecord(record, whole, isName);
    // What is said here shows no cell: in a row of another width pay may stand anywhere.
    const issue = { line: record.line, column: null, value: null } as const;
    if (fitted.cells === null) {
      issues.push({ ...issue, severity: 'reject', reason: fitted.reason });
      return [];
    }
    if (fitted.warning !== null) issues.push({ ...issue, severity: 'warning', reason: fitted.warning });
    return [rosterRow(record.line, kept(fitted.cells).map(read), columns, issues)];
  });
}
