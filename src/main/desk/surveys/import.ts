import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { surveyImportInSchema, SurveyColumn, SurveyImport, SurveyInspection } from '../../../contract/index.ts';
import { uuidBytes, uuidText } from '../../../domain/desk/uuid.ts';
import { isTimeZone } from '../../../domain/exchange/zone-clock.ts';
import { Fault } from '../../../domain/fault.ts';
import { readResponses, type AnswerDraft, type ResponseDraft } from '../../../domain/surveys/read.ts';
import { column, row } from '../../store/db.ts';
import type { Writer } from '../../store/writer.ts';
import type { Core } from '../core.ts';
import type { Session } from '../router-base.ts';
import { mustLead } from '../viewer.ts';
import {
  checkColumns,
  columnsSaid,
  knownSurveys,
  orderIn,
  proposedColumns,
  surveyOf,
  type KnownSurvey,
} from './columns.ts';
import { readSurveyFile, type SurveyFile } from './file.ts';
import { matchOf, type Match } from './match.ts';

type Input = z.infer<typeof surveyImportInSchema>;
type Coming = { readonly draft: ResponseDraft; readonly mark: string; readonly match: Match };

/** What the file would be called as a survey. */
const nameOf = (fileName: string): string =>
  fileName
    .replace(/\.(?:csv|tsv|txt|xlsx|zip|gz)$/i, '')
    .replace(/[_\s]+/g, ' ')
    .trim()
    .slice(0, 200) || 'Survey';

/** What a file is and how its questions would be read; nothing comes in. SPEC SUR-10, SUR-11. */
export async function inspectSurvey(core: Core, source: Input['source'], session: Session): Promise<SurveyInspection> {
  mustLead(core);
  const { fileName, sheet, notes } = await readSurveyFile(core, source, session);
  const known = surveyOf(knownSurveys(core), sheet);
  const columns = proposedColumns(sheet, known);
  const { order, questions } = orderIn(sheet, columns, undefined);
  return {
    fileName,
    shape: sheet.shape,
    rows: sheet.rows.length,
    columns,
    surveyId: known?.id ?? null,
    name: known?.name ?? nameOf(fileName),
    timeZone: core.facts.settings().timeZone,
    dateOrder: order,
    questions,
    notes: [...notes],
  };
}

function mustSurvey(core: Core, id: string): KnownSurvey {
  const found = knownSurveys(core).find((survey) => survey.id === id);
  if (found === undefined) throw new Fault('NOT_FOUND', 'That survey is not here any more.', { field: 'surveyId' });
  return found;
}

/** The survey a file goes into; null: a new one. */
const targetOf = (core: Core, input: Input, file: SurveyFile): KnownSurvey | null =>
  input.surveyId !== null
    ? mustSurvey(core, input.surveyId)
    : input.name === ''
      ? surveyOf(knownSurveys(core), file.sheet)
      : null;

const markOf = (key: string): string => createHash('sha256').update(key).digest('base64url');

/** What is not here yet: the same rows in another export bring nothing. SPEC SUR-14. */
function fresh(core: Core, survey: KnownSurvey | null, drafts: readonly ResponseDraft[]): Coming[] {
  const here = new Set(
    survey === null
      ? []
      : column<string>(
          core.db,
          'SELECT mark FROM survey_response WHERE survey_id = (SELECT id FROM survey WHERE uid = ?)',
          uuidBytes(survey.id),
        ),
  );
  return drafts
    .map((draft) => ({ draft, mark: markOf(draft.key) }))
    .filter(({ mark }) => !here.has(mark))
    .map((each) => ({ ...each, match: matchOf(core, each.draft) }));
}

function matchedOf(coming: readonly Coming[]): SurveyImport['matched'] {
  const matched = { ticket: 0, foreign: 0, solved: 0, customer: 0, none: 0 };
  for (const { match } of coming) matched[match.by ?? 'none'] += 1;
  return matched;
}

type Target = { readonly id: number; readonly uid: Uint8Array };

function saveSurvey(
  core: Core,
  write: Writer,
  known: KnownSurvey | null,
  name: string,
  columns: readonly SurveyColumn[],
): Target {
  const text = JSON.stringify(columns);
  if (known === null) {
    const uid = core.newId(core.ports.now());
    return { uid, id: write.insert('survey', uid, { name, columns: text, made_at: core.ports.now() }) };
  }
  const uid = uuidBytes(known.id);
  write.update('survey', uid, { columns: text });
  return { uid, id: row<{ id: number }>(core.db, 'SELECT id FROM survey WHERE uid = ?', uid)?.id ?? 0 };
}

/** Row ids of the questions of a survey, made where they are new. */
function questionsOf(core: Core, write: Writer, survey: Target): (answer: AnswerDraft) => number {
  const known = new Map<string, number>();
  return ({ title, kind, most, top }) => {
    const key = JSON.stringify([title, kind]);
    const before = known.get(key);
    if (before !== undefined) return before;
    const found = row<{ id: number; uid: Uint8Array }>(
      core.db,
      'SELECT id, uid FROM survey_question WHERE survey_id = ? AND title = ? AND kind = ?',
      survey.id,
      title,
      kind,
    );
    const uid = found?.uid ?? core.newId(core.ports.now());
    const id = found?.id ?? write.insert('survey_question', uid, { survey_id: survey.id, title, kind, most, top });
    if (found !== undefined) write.update('survey_question', uid, { most, top });
    known.set(key, id);
    return id;
  };
}

function insertResponses(core: Core, write: Writer, survey: Target, coming: readonly Coming[]): void {
  const questionOf = questionsOf(core, write, survey);
  const now = core.ports.now();
  for (const { draft, mark, match } of coming) {
    const about = { at: draft.at, ticket_id: match.ticketId, customer_id: match.customerId };
    const response = write.insert('survey_response', core.newId(now), {
      survey_id: survey.id,
      ...about,
      mark,
      email: draft.email,
      matched_by: match.by,
      low: draft.low ? 1 : 0,
      texts: JSON.stringify(draft.texts.map(({ title, text, list }) => [title, text, list])),
      has_words: draft.texts.length > 0 ? 1 : 0,
      read_at: null,
    });
    for (const answer of draft.answers) {
      const { kind, score, most, top } = answer;
      const values = { response_id: response, question_id: questionOf(answer), kind, score, most, top, ...about };
      write.insert('survey_answer', core.newId(now), values);
    }
  }
}

const counted = (n: number): string => (n === 1 ? '1 response' : `${n} responses`);

function bring(
  core: Core,
  known: KnownSurvey | null,
  name: string,
  columns: readonly SurveyColumn[],
  coming: readonly Coming[],
): Pick<SurveyImport, 'surveyId' | 'done'> {
  const label = `Survey import: ${counted(coming.length)} to “${name}”`;
  const { changeSet, result } = core.write({ name: 'surveys.importFile', label }, (write) => {
    const survey = saveSurvey(core, write, known, name, columns);
    insertResponses(core, write, survey, coming);
    return uuidText(survey.uid);
  });
  return { surveyId: result, done: { changed: coming.length, label, changeSet } };
}

const mostIssues = 1000;

/**
 * Reads the export of a survey: as a dry run that tells what would come in, what is here already and what cannot, with its
 * line; then for good, as one change that is undone whole. Faults INVALID where the columns do not fit or a question stands
 * open. SPEC SUR-10 to SUR-21.
 */
export async function importSurvey(core: Core, input: Input, session: Session): Promise<SurveyImport> {
  mustLead(core);
  const file = await readSurveyFile(core, input.source, session);
  const { sheet } = file;
  const known = targetOf(core, input, file);
  const name = known?.name ?? (input.name === '' ? nameOf(file.fileName) : input.name);
  const said = input.columns ?? proposedColumns(sheet, known);
  const columns = columnsSaid(
    sheet,
    said.map(({ title, kind, group, most, top, words }) => ({ title, kind, group, most, top, words })),
  );
  checkColumns(columns);
  const timeZone = input.timeZone ?? core.facts.settings().timeZone;
  if (!isTimeZone(timeZone)) throw new Fault('INVALID', `There is no time zone “${timeZone}”.`, { field: 'timeZone' });
  const { order, questions } = orderIn(sheet, columns, input.dateOrder);
  if (order === null && !input.dryRun)
    throw new Fault('INVALID', questions[0]?.text ?? 'Say in which order dates are.', { field: 'dateOrder' });
  const { drafts, issues } =
    order === null ? { drafts: [], issues: [] } : readResponses({ sheet, columns, dateOrder: order, timeZone });
  const coming = fresh(core, known, drafts);
  const isBringing = !input.dryRun && coming.length > 0;
  return {
    surveyId: known?.id ?? null,
    name,
    counts: {
      responses: coming.length,
      same: drafts.length - coming.length,
      rejected: issues.filter(({ severity }) => severity === 'reject').length,
    },
    matched: matchedOf(coming),
    issues: issues.slice(0, mostIssues),
    issuesTotal: issues.length,
    questions,
    done: null,
    ...(isBringing && bring(core, known, name, columns, coming)),
  };
}
