import { z } from 'zod';
import type { Done, Survey, SurveyQuestion } from '../../../contract/index.ts';
import { uuidBytes, uuidText } from '../../../domain/desk/uuid.ts';
import { Fault } from '../../../domain/fault.ts';
import { row, rows, type ReadDb } from '../../store/db.ts';
import type { Core } from '../core.ts';
import { mustLead } from '../viewer.ts';

const textsSchema = z.array(z.tuple([z.string(), z.string(), z.boolean()]));
/** Question, words, and whether they are several with commas. */
export type SurveyText = z.infer<typeof textsSchema>[number];
export const textsOf = (json: string): SurveyText[] => textsSchema.parse(JSON.parse(json));

/** The row id of a survey; null for all of them. Faults NOT_FOUND where it is not here. */
export function surveyRow(core: Core, id: string | null): number | null {
  if (id === null) return null;
  const found = row<{ id: number }>(core.db, 'SELECT id FROM survey WHERE uid = ?', uuidBytes(id));
  if (found === undefined) throw new Fault('NOT_FOUND', 'That survey is not here any more.', { field: 'surveyId' });
  return found.id;
}

type QuestionRecord = {
  id: number;
  uid: Uint8Array;
  survey_id: number;
  title: string;
  kind: SurveyQuestion['kind'];
  most: number;
  top: number;
};
export type QuestionRow = { readonly id: number; readonly surveyId: number; readonly question: SurveyQuestion };

export const readQuestions = (db: ReadDb): QuestionRow[] =>
  rows<QuestionRecord>(
    db,
    "SELECT id, uid, survey_id, title, kind, most, top FROM survey_question ORDER BY survey_id, kind != 'nps', id",
  ).map(({ id, uid, survey_id: surveyId, ...question }) => ({
    id,
    surveyId,
    question: { id: uuidText(uid), ...question },
  }));

type SurveyRecord = {
  id: number;
  uid: Uint8Array;
  name: string;
  responses: number;
  first_at: number | null;
  last_at: number | null;
  with_words: number;
  unread: number;
};

/** The surveys, the one that was answered last first. */
export function overview(core: Core): Survey[] {
  mustLead(core);
  const questions = readQuestions(core.db);
  return rows<SurveyRecord>(
    core.db,
    `SELECT s.id, s.uid, s.name, count(r.id) AS responses, min(r.at) AS first_at, max(r.at) AS last_at,
       ifnull(sum(r.has_words), 0) AS with_words, ifnull(sum(r.has_words = 1 AND r.read_at IS NULL), 0) AS unread
     FROM survey s LEFT JOIN survey_response r ON r.survey_id = s.id GROUP BY s.id ORDER BY last_at DESC, s.id DESC`,
  ).map((record) => ({
    id: uuidText(record.uid),
    name: record.name,
    responses: record.responses,
    firstAt: record.first_at,
    lastAt: record.last_at,
    withWords: record.with_words,
    unread: record.unread,
    questions: questions.filter(({ surveyId }) => surveyId === record.id).map(({ question }) => question),
  }));
}

export function renameSurvey(core: Core, id: string, name: string): Done {
  mustLead(core);
  surveyRow(core, id);
  const label = `Survey called “${name}”`;
  const { changeSet } = core.write({ name: 'surveys.surveySave', label }, (write) => {
    write.update('survey', uuidBytes(id), { name });
  });
  return { changed: changeSet === null ? 0 : 1, label, changeSet };
}

const parts = [
  ['survey_coded', 'response_id IN (SELECT id FROM survey_response WHERE survey_id = ?)'],
  ['survey_answer', 'response_id IN (SELECT id FROM survey_response WHERE survey_id = ?)'],
  ['survey_response', 'survey_id = ?'],
  ['survey_question', 'survey_id = ?'],
] as const;

/** Takes a survey away with all that hangs on it, row by row: so that undo brings all of it back. */
export function removeSurvey(core: Core, id: string): Done {
  mustLead(core);
  const survey = surveyRow(core, id);
  const label = 'Survey taken away with its responses';
  const { changeSet } = core.write({ name: 'surveys.surveyRemove', label }, (write) => {
    for (const [table, where] of parts)
      for (const { uid } of rows<{ uid: Uint8Array }>(core.db, `SELECT uid FROM ${table} WHERE ${where}`, survey))
        write.remove(table, uid);
    write.remove('survey', uuidBytes(id));
  });
  return { changed: 1, label, changeSet };
}
