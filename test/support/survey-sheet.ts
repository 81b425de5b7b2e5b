import { createCsvReader } from '../../src/domain/exchange/csv-reader.ts';
import { surveyHeaderIndex, surveySheet, type SurveySheet } from '../../src/domain/surveys/shapes.ts';

/** The export of a survey as text, read as the desk reads it. */
export function sheetOf(text: string): SurveySheet {
  const reader = createCsvReader({ delimiter: ',', newline: '\n' });
  const records = [...reader.push(text.replace(/^\uFEFF/, '')), ...reader.end()].filter(({ cells }) =>
    cells.some((cell) => cell.trim() !== ''),
  );
  const at = surveyHeaderIndex(records.slice(0, 20));
  return surveySheet({ header: records[at]?.cells ?? [], rows: records.slice(at + 1) });
}
