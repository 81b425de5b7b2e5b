import { z } from 'zod';
import { surveyColumnSchema, type Question, type SurveyColumn } from '../../../contract/index.ts';
import { createProfile, orderOf } from '../../../domain/exchange/profile.ts';
import { dateOrderQuestion, settleOrder } from '../../../domain/exchange/questions.ts';
import type { DateOrder } from '../../../contract/index.ts';
import { uuidText } from '../../../domain/desk/uuid.ts';
import { Fault } from '../../../domain/fault.ts';
import { propose } from '../../../domain/surveys/propose.ts';
import type { SurveySheet } from '../../../domain/surveys/shapes.ts';
import { timeText } from '../../../domain/surveys/time-text.ts';
import { rows } from '../../store/db.ts';
import type { Core } from '../core.ts';

const storedSchema = z.array(surveyColumnSchema);

export type KnownSurvey = { readonly id: string; readonly name: string; readonly columns: readonly SurveyColumn[] };

/** The surveys that are here, with how their files were read. */
export const knownSurveys = (core: Core): KnownSurvey[] =>
  rows<{ uid: Uint8Array; name: string; columns: string }>(
    core.db,
    'SELECT uid, name, columns FROM survey ORDER BY id DESC',
  ).map(({ uid, name, columns }) => ({
    id: uuidText(uid),
    name,
    columns: storedSchema.parse(JSON.parse(columns)),
  }));

/** So much of a file's questions has to be those of a survey for it to be that one. */
const likeness = 0.8;

/** The survey whose questions these are: most of them, and more of them than any other's. */
export function surveyOf(known: readonly KnownSurvey[], { columns }: SurveySheet): KnownSurvey | null {
  const titles = new Set(columns.map(({ title }) => title));
  const scored = known.map((survey) => {
    const shared = survey.columns.filter(({ title }) => titles.has(title)).length;
    return { survey, share: shared / Math.max(titles.size, survey.columns.length, 1) };
  });
  const [best] = scored.toSorted((a, b) => b.share - a.share);
  return best !== undefined && best.share >= likeness ? best.survey : null;
}

/** What each column is: as it was read the last time, else as proposed. SPEC SUR-11. */
export function proposedColumns(sheet: SurveySheet, known: KnownSurvey | null) {
  const stored = new Map(known?.columns.map((column) => [column.title, column]));
  return propose(sheet).map((proposal) => {
    const before = stored.get(proposal.title);
    return before === undefined ? proposal : { ...proposal, ...before, why: 'As it was read the last time.' };
  });
}

/** What was said of the columns of a file, by their titles; the others are not read. Faults INVALID where it does not fit. */
export function columnsSaid(sheet: SurveySheet, said: readonly SurveyColumn[]): SurveyColumn[] {
  const byTitle = new Map(said.map((column) => [column.title, column]));
  const titles = new Set(sheet.columns.map(({ title }) => title));
  const stranger = said.find(({ title }) => !titles.has(title));
  if (stranger !== undefined)
    throw new Fault('INVALID', `There is no column “${stranger.title}” in this file.`, { field: 'columns' });
  return sheet.columns.map(({ title }) => byTitle.get(title) ?? surveyColumnSchema.parse({ title, kind: 'ignore' }));
}

const wrong = (text: string): Fault => new Fault('INVALID', text, { field: 'columns' });

const groupScale = ({ kind, most, top }: SurveyColumn): string => `${kind} ${most} ${top}`;

/** Columns that are one figure are of one scale: a mean of others would be of none. SPEC SUR-12. */
function checkGroups(columns: readonly SurveyColumn[]): void {
  const scored = columns.filter(({ kind, group }) => group !== null && (kind === 'csat' || kind === 'csatWords'));
  for (const [group, own] of Map.groupBy(scored, ({ group: name }) => name))
    if (new Set(own.map(groupScale)).size > 1)
      throw wrong(
        `“${group ?? ''}”: its columns are of different scales. Give those of each scale a name of their own.`,
      );
}

/** Faults INVALID, saying what to do, where a file cannot be read that way. */
export function checkColumns(columns: readonly SurveyColumn[]): void {
  const of = (kind: SurveyColumn['kind']): readonly SurveyColumn[] => columns.filter((column) => column.kind === kind);
  const times = of('time').length;
  if (times !== 1)
    throw wrong(times === 0 ? 'Say which column tells when a response came.' : 'Only one column can be the time.');
  for (const kind of ['email', 'ticket', 'responseId'] as const)
    if (of(kind).length > 1) throw wrong(`“${of(kind)[1]?.title ?? ''}”: only one column can be that.`);
  if (!columns.some(({ kind }) => ['nps', 'csat', 'csatWords', 'verbatim', 'list'].includes(kind)))
    throw wrong('Say which column is a score or has words in it: there is nothing to read.');
  for (const { title, words, most, top } of of('csatWords')) {
    if (Object.keys(words).length === 0) throw wrong(`“${title}”: say what its answers count.`);
    if (top > Math.max(most, ...Object.values(words))) throw wrong(`“${title}”: nobody could be satisfied.`);
  }
  checkGroups(columns);
  const above = of('csat').find(({ top, most }) => top > most);
  if (above !== undefined) throw wrong(`“${above.title}”: nobody could be satisfied.`);
}

export type Order = { readonly order: DateOrder | null; readonly questions: Question[] };

/** In which order the dates of a file are; asked where it does not show. SPEC SUR-13. */
export function orderIn(sheet: SurveySheet, columns: readonly SurveyColumn[], said: DateOrder | undefined): Order {
  const at = columns.findIndex(({ kind }) => kind === 'time');
  if (at < 0) return { order: said ?? null, questions: [] };
  const profile = createProfile([columns[at]?.title ?? ''], [0], []);
  for (const { cells } of sheet.rows) profile.add([timeText(cells[at] ?? '')]);
  const evidence = profile.dates(0);
  const found = orderOf(evidence);
  const order = settleOrder(found, null) ?? said ?? null;
  if (order !== null) return { order, questions: [] };
  const question = dateOrderQuestion(found, evidence);
  // SurveyMonkey writes month first.
  const suggested = question.suggested ?? (sheet.shape === 'surveyMonkey' ? 'mdy' : null);
  return { order: null, questions: [{ ...question, suggested }] };
}
