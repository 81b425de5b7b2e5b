import type { ImportSource } from '../../../contract/index.ts';
import type { CsvRecord } from '../../../domain/exchange/csv-reader.ts';
import { Fault } from '../../../domain/fault.ts';
import { surveyHeaderIndex, surveySheet, type SurveySheet } from '../../../domain/surveys/shapes.ts';
import type { Core } from '../core.ts';
import { openSource } from '../import/source.ts';
import { openTable } from '../import/table.ts';
import type { Session } from '../router-base.ts';

export type SurveyFile = { readonly fileName: string; readonly sheet: SurveySheet; readonly notes: readonly string[] };

const mostRows = 20_000;

/** The export of a survey read whole, as every import reads a table (SPEC IMP-1 to IMP-4). Faults as those do. */
export async function readSurveyFile(core: Core, source: ImportSource, session: Session): Promise<SurveyFile> {
  const { path, fileName } = await core.uploads.resolve(source, session);
  const table = await openTable(await openSource(path, fileName), {}, surveyHeaderIndex);
  if (table.kind === 'json')
    throw new Fault('INVALID', 'This file is JSON. Export the responses of the survey as CSV or XLSX.');
  const rows: CsvRecord[] = [];
  for await (const batch of table.batches()) {
    for (const record of batch) rows.push(record);
    if (rows.length > mostRows)
      throw new Fault(
        'INVALID',
        `This file has more than ${mostRows} responses; so many come in at once. Export fewer months at a time.`,
        { field: 'source' },
      );
  }
  const sheet = surveySheet({ header: table.header, rows });
  if (sheet.rows.length === 0)
    throw new Fault('INVALID', 'This file has headers but no responses below them. Export it again.');
  return { fileName, sheet, notes: table.notes };
}
