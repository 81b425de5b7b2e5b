import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What one pivot of a CSV is made of, as LibreOffice Calc does it. */
export type CalcPivot = {
  readonly rows: string;
  readonly columns: string;
  readonly of: string;
  readonly how: 'COUNT' | 'MAX';
};
/** ms to read the file, and to make all of the tables; `totals`: the last cell of each. */
export type CalcTimes = { readonly loadMs: number; readonly pivotMs: number; readonly totals: readonly number[] };

const has = (program: string): boolean => spawnSync('which', [program]).status === 0;

const one = ({ rows, columns, of, how }: CalcPivot, at: number): string =>
  `  t(${at}) = One(doc, r, "P${at}", "${rows}", "${columns}", "${of}", com.sun.star.sheet.GeneralFunction.${how})`;

/** A macro in LibreOffice's own Basic: there is no other way in that its package brings along. */
const macro = (pivots: readonly CalcPivot[]): string => `
Sub Pivots(csv As String, answer As String)
  Dim p(2) As New com.sun.star.beans.PropertyValue
  Dim t(${pivots.length - 1}) As String
  p(0).Name = "FilterName"
  p(0).Value = "Text - txt - csv (StarCalc)"
  p(1).Name = "FilterOptions"
  p(1).Value = "44,34,76,1"
  p(2).Name = "Hidden"
  p(2).Value = True
  t0 = GetSystemTicks()
  doc = StarDesktop.loadComponentFromURL(ConvertToURL(csv), "_blank", 0, p())
  t1 = GetSystemTicks()
  src = doc.Sheets.getByIndex(0)
  c = src.createCursor()
  c.gotoEndOfUsedArea(False)
  r = src.getCellRangeByPosition(0, 0, c.RangeAddress.EndColumn, c.RangeAddress.EndRow)
${pivots.map(one).join('\n')}
  t2 = GetSystemTicks()
  f = FreeFile()
  Open answer For Output As #f
  Print #f, (t1 - t0) & " " & (t2 - t1) & " " & Join(t, " ")
  Close #f
  doc.close(True)
  StarDesktop.terminate()
End Sub

Function One(doc, r, sheetName As String, down As String, across As String, measured As String, how) As String
  doc.Sheets.insertNewByName(sheetName, 1)
  sheet = doc.Sheets.getByName(sheetName)
  tables = sheet.DataPilotTables
  d = tables.createDataPilotDescriptor()
  d.setSourceRange(r.RangeAddress)
  x = d.DataPilotFields.getByName(down)
  x.Orientation = com.sun.star.sheet.DataPilotFieldOrientation.ROW
  x = d.DataPilotFields.getByName(across)
  x.Orientation = com.sun.star.sheet.DataPilotFieldOrientation.COLUMN
  x = d.DataPilotFields.getByName(measured)
  x.Orientation = com.sun.star.sheet.DataPilotFieldOrientation.DATA
  x.Function = how
  tables.insertNewByName(sheetName, sheet.getCellByPosition(0, 0).CellAddress, d)
  c = sheet.createCursor()
  c.gotoEndOfUsedArea(False)
  One = Str(sheet.getCellByPosition(c.RangeAddress.EndColumn, c.RangeAddress.EndRow).Value)
End Function
`;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
const module = (text: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">${escaped(text)}</script:module>
`;

/** The pivots of a CSV in LibreOffice Calc without a window; null where it is not on this machine, or says nothing. */
export function calcPivots(csv: string, pivots: readonly CalcPivot[]): CalcTimes | null {
  if (!has('soffice')) return null;
  const home = mkdtempSync(join(tmpdir(), 'foredesk-calc-'));
  const answer = join(home, 'answer.txt');
  const run = (...args: readonly string[]) =>
    spawnSync('soffice', ['--headless', '--norestore', `-env:UserInstallation=file://${home}/profile`, ...args], {
      timeout: 180_000,
      stdio: 'ignore',
    });
  try {
    // The first start makes a profile, macros and all; ours takes the place of its empty one.
    run('--terminate_after_init');
    writeFileSync(join(home, 'profile/user/basic/Standard/Module1.xba'), module(macro(pivots)));
    run(`macro:///Standard.Module1.Pivots("${csv}","${answer}")`);
    const [loadMs = NaN, pivotMs = NaN, ...totals] = readFileSync(answer, 'utf8').trim().split(/\s+/).map(Number);
    return { loadMs, pivotMs, totals };
  } catch {
    return null;
  } finally {
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
}
