import { mostDetractor } from '../../../domain/surveys/scores.ts';
import { by, id, person, time, type ViewSql } from './sql-words.ts';

type SurveyView = 'survey_responses' | 'survey_answers' | 'survey_codes' | 'survey_problems';

const responseOf = (column: string, row: string): string => by('survey_response', column, row);
const codeOf = (column: string, row: string): string => by('survey_code', column, row);

/** 100, 0 and -100 of NPS, 100 and 0 of the others: the mean is what SPEC SUR-2 and SUR-3 say. */
const points = `CASE WHEN a.score >= a.top THEN 100 WHEN a.kind = 'nps' AND a.score <= ${mostDetractor} THEN -100 ELSE 0 END`;

export const surveySql: { readonly [Name in SurveyView]: ViewSql<Name> } = {
  survey_responses: {
    tables: ['survey_response', 'survey', 'customer'],
    from: 'survey_response r',
    columns: {
      id: id('r.uid'),
      survey: by('survey', 'name', 'r.survey_id'),
      ...time('at', 'r.at'),
      ticket: 'r.ticket_id',
      customer: by('customer', 'name', 'r.customer_id'),
      customer_id: id(by('customer', 'uid', 'r.customer_id')),
      matched_by: 'r.matched_by',
      low: 'r.low',
      text: "json_extract(r.texts, '$[0][1]')",
      texts: 'r.texts',
      has_words: 'r.has_words',
      ...time('read', 'r.read_at'),
    },
  },
  survey_answers: {
    tables: ['survey_answer', 'survey_response', 'survey_question', 'survey', 'customer'],
    from: 'survey_answer a',
    columns: {
      response_id: id(responseOf('uid', 'a.response_id')),
      survey: by('survey', 'name', by('survey_question', 'survey_id', 'a.question_id')),
      question: by('survey_question', 'title', 'a.question_id'),
      kind: 'a.kind',
      score: 'a.score',
      most: 'a.most',
      top: 'a.top',
      points,
      ...time('at', 'a.at'),
      ticket: 'a.ticket_id',
      customer_id: id(by('customer', 'uid', 'a.customer_id')),
    },
  },
  survey_codes: {
    tables: ['survey_coded', 'survey_response', 'survey_code', 'survey'],
    from: 'survey_coded k WHERE k.is_one = 1',
    columns: {
      response_id: id(responseOf('uid', 'k.response_id')),
      survey: by('survey', 'name', responseOf('survey_id', 'k.response_id')),
      code: codeOf('name', 'k.code_id'),
      theme: `nullif(${codeOf('theme', 'k.code_id')}, '')`,
      by_rule: 'k.by_rule',
      ...time('at', responseOf('at', 'k.response_id')),
      ticket: responseOf('ticket_id', 'k.response_id'),
      low: responseOf('low', 'k.response_id'),
    },
  },
  survey_problems: {
    tables: ['survey_problem', 'survey_code', 'person'],
    from: 'survey_problem q',
    columns: {
      title: 'q.title',
      code: codeOf('name', 'q.code_id'),
      category: 'q.category',
      action: 'q.action',
      ...person('owner', 'q.owner_id'),
      due_on: 'q.due_on',
      ...time('made', 'q.made_at'),
      ...time('done', 'q.done_at'),
    },
  },
};
