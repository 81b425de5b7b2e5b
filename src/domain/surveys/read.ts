import type { DateOrder, ImportIssue } from '../../contract/index.ts';
import type { SurveyColumn } from '../../contract/surveys-common.ts';
import { clip, limits } from '../exchange/clip.ts';
import { createDateReader, saysUtc } from '../exchange/date-reader.ts';
import { shown } from '../exchange/item.ts';
import { folded } from '../exchange/header-names.ts';
import { leastOf, leadingNumber, wordKey } from './scales.ts';
import { isDetractor, leastPromoter } from './scores.ts';
import type { SurveySheet } from './shapes.ts';
import { timeText } from './time-text.ts';

/** One score of a response: of one question, or the mean of those that are one figure together. */
export type AnswerDraft = {
  readonly title: string;
  readonly kind: 'nps' | 'csat';
  readonly score: number;
  readonly most: number;
  readonly top: number;
};
export type TextDraft = { readonly title: string; readonly text: string; readonly list: boolean };
export type ResponseDraft = {
  readonly line: number;
  readonly at: number;
  /** Of the same row in another export of the survey as well. */
  readonly key: string;
  readonly email: string | null;
  readonly ticket: string | null;
  readonly answers: readonly AnswerDraft[];
  readonly texts: readonly TextDraft[];
  readonly low: boolean;
};

export type ReadInput = {
  readonly sheet: SurveySheet;
  readonly columns: readonly SurveyColumn[];
  readonly dateOrder: DateOrder;
  readonly timeZone: string;
};
export type SurveyRead = { readonly drafts: readonly ResponseDraft[]; readonly issues: readonly ImportIssue[] };

const longest = 10_000;

type Row = SurveySheet['rows'][number];
/** A row that does not come in; thrown and caught in this file. */
type Refusal = { readonly refused: string; readonly column: string | null; readonly value: string | null };

const refusal = (refused: string, column: SurveyColumn | null = null, value: string | null = null): Refusal => ({
  refused,
  column: column?.title ?? null,
  value,
});

/** What Qualtrics calls responses that somebody made to look at the survey. */
const trials = new Set(['survey preview', 'survey test', '1', '2']);

function isTrial({ shape, columns }: SurveySheet): (row: Row) => boolean {
  const at = shape === 'qualtrics' ? columns.findIndex(({ name }) => folded(name) === 'status') : -1;
  return ({ cells }) => at >= 0 && trials.has(folded(cells[at] ?? ''));
}

/** The score an answer is; null: it is none of the answers that count. */
function scoreOf(column: SurveyColumn, cell: string): number | Refusal | null {
  if (column.kind === 'csatWords') return column.words[wordKey(cell)] ?? null;
  const score = leadingNumber(cell);
  const [least, most] = column.kind === 'nps' ? [0, 10] : [leastOf(column.most), column.most];
  const fits = score !== null && score >= least && score <= most && (column.kind === 'csat' || Number.isInteger(score));
  return fits ? score : refusal(`This is no score from ${least} to ${most}.`, column, cell);
}

const isScore = ({ kind }: SurveyColumn): boolean => kind === 'nps' || kind === 'csat' || kind === 'csatWords';

function settingsOf({ kind, most, top, words }: SurveyColumn): Pick<AnswerDraft, 'kind' | 'most' | 'top'> {
  if (kind === 'nps') return { kind: 'nps', most: 10, top: leastPromoter };
  return { kind: 'csat', top, most: kind === 'csatWords' ? Math.max(most, ...Object.values(words)) : most };
}

type Scored = { readonly column: SurveyColumn; readonly score: number };

const titleOf = ({ kind, group, title }: SurveyColumn): string => (kind === 'nps' ? title : (group ?? title));

/** Scores by question; those of one group are their mean. SPEC SUR-12. */
function answersOf(scored: readonly Scored[]): AnswerDraft[] {
  const found = new Map<string, { readonly column: SurveyColumn; readonly scores: number[] }>();
  for (const { column, score } of scored) {
    const key = JSON.stringify([settingsOf(column).kind, titleOf(column)]);
    const known = found.get(key);
    if (known === undefined) found.set(key, { column, scores: [score] });
    else known.scores.push(score);
  }
  return [...found.values()].map(({ column, scores }) => ({
    ...settingsOf(column),
    title: titleOf(column),
    score: scores.reduce((sum, score) => sum + score, 0) / scores.length,
  }));
}

const isLow = ({ kind, score, top }: AnswerDraft): boolean => (kind === 'nps' ? isDetractor(score) : score < top);

/** Where columns of each kind stand. */
function placesOf(columns: readonly SurveyColumn[]) {
  const first = (kind: SurveyColumn['kind']): number => columns.findIndex((column) => column.kind === kind);
  const all = (is: (column: SurveyColumn) => boolean) =>
    columns.flatMap((column, at) => (is(column) ? [{ column, at }] : []));
  return {
    time: first('time'),
    email: first('email'),
    ticket: first('ticket'),
    responseId: first('responseId'),
    scores: all(isScore),
    texts: all(({ kind }) => kind === 'verbatim' || kind === 'list'),
  };
}

type Warn = (column: SurveyColumn, value: string, reason: string) => void;
type Reading = ReturnType<typeof readingOf>;

/** What is known of a file while its rows are read one after the other. */
function readingOf({ sheet, columns, dateOrder, timeZone }: ReadInput) {
  const places = placesOf(columns);
  const time = columns[places.time] ?? null;
  return {
    columns,
    places,
    time,
    instant: createDateReader(dateOrder, time !== null && saysUtc(time.title) ? 'UTC' : timeZone),
    isTrial: isTrial(sheet),
    issues: [] as ImportIssue[],
    toldOf: new Set<string>(),
    seen: new Map<string, number>(),
  };
}

const cellOf = ({ cells }: Row, at: number): string => (at < 0 ? '' : (cells[at] ?? '').trim());

/** Says what came in otherwise than it stood; of an answer that is not counted once, not a thousand times. */
const warner =
  ({ issues, toldOf }: Reading, { line }: Row): Warn =>
  (column, value, reason) => {
    const key = JSON.stringify([column.title, reason, value.slice(0, 200)]);
    if (toldOf.has(key)) return;
    toldOf.add(key);
    issues.push({ line, severity: 'warning', column: column.title, value: shown(value), reason });
  };

function scoresOf({ places }: Reading, row: Row, warn: Warn): readonly Scored[] | Refusal {
  const found: Scored[] = [];
  for (const { column, at } of places.scores) {
    const cell = cellOf(row, at);
    const score = cell === '' ? null : scoreOf(column, cell);
    if (score !== null && typeof score === 'object') return score;
    if (score !== null) found.push({ column, score });
    else if (cell !== '') warn(column, cell, 'This answer counts nothing: it was not said how much it is.');
  }
  return found;
}

const textsOf = ({ places }: Reading, row: Row, warn: Warn): TextDraft[] =>
  places.texts.flatMap(({ column, at }) => {
    const cell = cellOf(row, at);
    if (cell === '') return [];
    if (cell.length > longest) warn(column, cell, `The text was cut to ${longest} characters.`);
    return [{ title: column.title, text: clip(cell, longest), list: column.kind === 'list' }];
  });

/** By what the response is known again: its id, else every cell; without an id two that are alike are two. */
function keyOf({ places, seen, columns }: Reading, row: Row): string | Refusal {
  const id = cellOf(row, places.responseId);
  const key = JSON.stringify(id === '' ? row.cells.map((cell) => cell.trim()).filter((cell) => cell !== '') : [id]);
  const times = (seen.get(key) ?? 0) + 1;
  if (id !== '' && times > 1)
    return refusal('This response stands in the file already.', columns[places.responseId] ?? null, id);
  seen.set(key, times);
  return times === 1 ? key : `${key} ${times}`;
}

function unfit({ columns, isTrial: isOne }: Reading, row: Row): string | null {
  if (row.broken !== null) return row.broken;
  if (row.cells.slice(columns.length).some((cell) => cell.trim() !== ''))
    return `The row has ${row.cells.length} cells where the header has ${columns.length}. A comma or quote in a text may be to blame.`;
  return isOne(row) ? 'A preview or test of the survey, not a response.' : null;
}

function readRow(reading: Reading, row: Row): ResponseDraft | Refusal {
  const { places, time, instant } = reading;
  const reason = unfit(reading, row);
  if (reason !== null) return refusal(reason);
  const when = instant(timeText(cellOf(row, places.time)));
  if (when.at === null) return refusal(when.reason, time, cellOf(row, places.time));
  const warn = warner(reading, row);
  const scored = scoresOf(reading, row, warn);
  if ('refused' in scored) return scored;
  const texts = textsOf(reading, row, warn);
  if (scored.length === 0 && texts.length === 0) return refusal('Nothing was answered that is read.');
  const key = keyOf(reading, row);
  if (typeof key !== 'string') return key;
  const answers = answersOf(scored);
  return {
    line: row.line,
    at: when.at,
    key,
    email: cellOf(row, places.email).slice(0, limits.email) || null,
    ticket: cellOf(row, places.ticket) || null,
    answers,
    texts,
    low: answers.some(isLow),
  };
}

/** Reads the rows of a survey; one that cannot come in is refused with its line and why, the others come. SPEC SUR-12, SUR-14. */
export function readResponses(input: ReadInput): SurveyRead {
  const reading = readingOf(input);
  const { issues } = reading;
  const drafts = input.sheet.rows.flatMap((row) => {
    const draft = readRow(reading, row);
    if (!('refused' in draft)) return [draft];
    const { refused: reason, column, value } = draft;
    issues.push({ line: row.line, severity: 'reject', column, value: value === null ? null : shown(value), reason });
    return [];
  });
  return { drafts, issues: issues.toSorted((a, b) => a.line - b.line) };
}
