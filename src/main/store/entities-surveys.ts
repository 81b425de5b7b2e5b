import type { Entity } from './entity.ts';

/** The tables of surveys, as the change log knows them. SPEC SUR-1. */
export const surveyEntities = {
  survey: { table: 'survey', key: 'uid', columns: ['id', 'name', 'columns', 'made_at'], refs: {} },
  survey_question: {
    table: 'survey_question',
    key: 'uid',
    columns: ['id', 'survey_id', 'title', 'kind', 'most', 'top'],
    refs: { survey_id: 'survey' },
  },
  survey_response: {
    table: 'survey_response',
    key: 'uid',
    columns: [
      'id',
      'survey_id',
      'at',
      'mark',
      'email',
      'ticket_id',
      'customer_id',
      'matched_by',
      'low',
      'texts',
      'has_words',
      'read_at',
    ],
    refs: { survey_id: 'survey', ticket_id: 'ticket', customer_id: 'customer' },
  },
  survey_answer: {
    table: 'survey_answer',
    key: 'uid',
    columns: ['id', 'response_id', 'question_id', 'kind', 'score', 'most', 'top', 'at', 'ticket_id', 'customer_id'],
    refs: {
      response_id: 'survey_response',
      question_id: 'survey_question',
      ticket_id: 'ticket',
      customer_id: 'customer',
    },
  },
  survey_code: { table: 'survey_code', key: 'uid', columns: ['id', 'name', 'theme', 'words'], refs: {} },
  survey_coded: {
    table: 'survey_coded',
    key: 'uid',
    columns: ['id', 'response_id', 'code_id', 'is_one', 'by_rule'],
    refs: { response_id: 'survey_response', code_id: 'survey_code' },
  },
  survey_problem: {
    table: 'survey_problem',
    key: 'uid',
    columns: ['id', 'title', 'code_id', 'category', 'whys', 'action', 'owner_id', 'due_on', 'done_at', 'made_at'],
    refs: { code_id: 'survey_code', owner_id: 'person' },
  },
} as const satisfies Record<string, Entity>;
