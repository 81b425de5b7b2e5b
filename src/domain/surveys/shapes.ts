import type { surveyShapes } from '../../contract/words.ts';
import { clip } from '../exchange/clip.ts';
import type { CsvRecord } from '../exchange/csv-reader.ts';
import { dateShape } from '../exchange/date-text.ts';
import { folded } from '../exchange/header-names.ts';
import { headerIndex } from '../exchange/sniff.ts';

export type SurveyShape = (typeof surveyShapes)[number];

/** A column as the system calls it, and the question it holds the answers of. */
export type SheetColumn = { readonly name: string; readonly title: string };
export type SurveySheet = {
  readonly shape: SurveyShape;
  readonly columns: readonly SheetColumn[];
  /** Responses, with the headers that stand above them taken away. */
  readonly rows: readonly CsvRecord[];
};

type Table = { readonly header: readonly string[]; readonly rows: readonly CsvRecord[] };

/** What Google Forms calls the time of a response, in the languages of SPEC IMP-3. */
const timestamps = new Set([
  'timestamp',
  'zeitstempel',
  'horodateur',
  'marca temporal',
  'carimbo de data hora',
  'informazioni cronologiche',
  'tijdstempel',
]);

const maxTitle = 500;

/** A question as it is shown: without the markup some systems leave in it, on one line. */
const plain = (text: string): string =>
  clip(
    text
      .slice(0, 4000)
      .replace(/<[^<>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
    maxTitle,
  );

/** Titles that stand twice are told apart by their place. */
function apart(columns: readonly SheetColumn[]): SheetColumn[] {
  const seen = new Map<string, number>();
  return columns.map(({ name, title }, at) => {
    const shown = title === '' ? `Column ${at + 1}` : title;
    const times = (seen.get(shown) ?? 0) + 1;
    seen.set(shown, times);
    return { name, title: times === 1 ? shown : `${shown} (${times})` };
  });
}

const columnsOf = (names: readonly string[], titles: readonly string[]): SheetColumn[] =>
  names.map((name, at) => ({ name: name.trim(), title: plain(titles[at] ?? '') || plain(name) }));

const isImportIds = (record: CsvRecord | undefined): boolean =>
  record !== undefined && record.cells.filter((cell) => /^\{"ImportId":/.test(cell.trim())).length > 2;

/** Three rows: names, questions, import ids. Older ones have two: V1 and so on, then names of their own, with questions as they are. */
function qualtrics({ header, rows }: Table): SurveySheet | null {
  const [first, second] = rows;
  const names = header.map(folded);
  if (names[0] === 'v1' && first?.cells.some((cell) => folded(cell) === 'responseid') === true) {
    const own = header.map((name, at) => (/^V\d+$/.test(name.trim()) ? (first.cells[at] ?? name) : name));
    return { shape: 'qualtrics', columns: columnsOf(own, first.cells), rows: rows.slice(1) };
  }
  if (!names.includes('responseid') || first === undefined) return null;
  if (isImportIds(second)) return { shape: 'qualtrics', columns: columnsOf(header, first.cells), rows: rows.slice(2) };
  const start = names.indexOf('startdate');
  const hasQuestions = start >= 0 && dateShape((first.cells[start] ?? '').trim()) === null;
  return {
    shape: 'qualtrics',
    columns: columnsOf(header, hasQuestions ? first.cells : header),
    rows: hasQuestions ? rows.slice(1) : rows,
  };
}

/** One open answer or one choice has no row of its own below the question. */
const noOption = new Set(['', 'response', 'open ended response']);

/** Two rows: the question over the first of its columns, and below it what each column is of it. */
function surveyMonkey({ header, rows }: Table): SurveySheet | null {
  const names = header.map(folded);
  if (!names.includes('respondent id') || !(names.includes('collector id') || names.includes('date created')))
    return null;
  const [first] = rows;
  const options = first !== undefined && (first.cells[names.indexOf('respondent id')] ?? '').trim() === '';
  if (!options) return { shape: 'surveyMonkey', columns: columnsOf(header, header), rows };
  let question = '';
  const titles = header.map((name, at) => {
    if (name.trim() !== '') question = name.trim();
    const option = (first.cells[at] ?? '').trim();
    return noOption.has(folded(option)) ? question : `${question} [${option}]`;
  });
  return { shape: 'surveyMonkey', columns: columnsOf(header, titles), rows: rows.slice(1) };
}

function oneRow({ header, rows }: Table): SurveySheet {
  const names = header.map(folded);
  const isTypeform = names.includes('submit date utc') || (names[0] === '#' && names.includes('network id'));
  const shape = isTypeform ? 'typeform' : timestamps.has(names[0] ?? '') ? 'googleForms' : 'other';
  return { shape, columns: columnsOf(header, header), rows };
}

/**
 * What wrote the export of a survey, the questions its columns hold (SurveyMonkey's two rows of headers and Qualtrics's three
 * put together), and the responses below. The matrix of Google Forms is `Question [Row]` as it comes. SPEC SUR-10.
 */
export function surveySheet(table: Table): SurveySheet {
  const sheet = qualtrics(table) ?? surveyMonkey(table) ?? oneRow(table);
  return { ...sheet, columns: apart(sheet.columns) };
}

/** Which of the first records is the header: SurveyMonkey's has gaps that look like a title's. */
export function surveyHeaderIndex(records: readonly CsvRecord[]): number {
  const known = records.findIndex(({ cells }) => cells.slice(0, 12).some((cell) => folded(cell) === 'respondent id'));
  return known < 0 ? headerIndex(records) : known;
}
