import { flag, id, number, person, text, ticket, time, type ViewDoc } from './view-columns.ts';

const ofTicket = ticket('ticket', 'The ticket it is of, or nothing.');
const survey = text('survey', 'The survey it came with.');
const ofResponse = id('response_id', 'Joins survey_responses.id.');

/** What customers said. Addresses of those who answered are not told: customer_id leads to who it is, where that is known. */
export const surveyViews = [
  {
    name: 'survey_responses',
    about: 'Each response to a survey, one row.',
    columns: [
      id('id', 'Joins response_id of survey_answers and survey_codes.'),
      survey,
      ...time('at', 'When it was given.'),
      ofTicket,
      text('customer', 'The customer it is of, or nothing.'),
      id('customer_id', 'Joins customers.id.'),
      text('matched_by', 'ticket, foreign, solved or customer: by what it was matched; nothing where it was not.'),
      flag('low', '1 where a score is that of a detractor, or of somebody not satisfied.'),
      text('text', 'What was said first in their own words, or nothing.'),
      text('texts', "All that was said, as JSON of question and text: json_extract(texts, '$[1][1]') is the second."),
      flag('has_words', '1 where something was said in words.'),
      ...time('read', 'When its words were read and coded, or nothing.'),
    ],
  },
  {
    name: 'survey_answers',
    about: 'Each score of each response, one row. The mean of points is the NPS, or the percentage who is satisfied.',
    columns: [
      ofResponse,
      survey,
      text('question', 'What was asked.'),
      text('kind', 'nps or csat.'),
      number('score', 'What was answered.'),
      number('most', 'The greatest score there is.'),
      number('top', 'The least score of who promotes, or is satisfied.'),
      number(
        'points',
        '100 for who promotes or is satisfied, -100 for a detractor of NPS (0 to 6), 0 for everybody else.',
      ),
      ...time('at', 'When it was given.'),
      ofTicket,
      id('customer_id', 'Joins customers.id.'),
    ],
  },
  {
    name: 'survey_codes',
    about: 'Each code that was put on a response, one row.',
    columns: [
      ofResponse,
      survey,
      text('code', 'What it was said to be about.'),
      text('theme', 'The theme above the code, or nothing.'),
      flag('by_rule', '1 where rules took it and nobody has looked.'),
      ...time('at', 'When the response was given.'),
      ofTicket,
      flag('low', '1 where the response is low.'),
    ],
  },
  {
    name: 'survey_problems',
    about: 'Problems behind what was said, and what is done about them.',
    columns: [
      text('title', 'What is wrong.'),
      text('code', 'The code it is about, or nothing.'),
      text('category', 'The category of tickets it is about, or nothing.'),
      text('action', 'What is done about it.'),
      ...person('owner', 'Who does it, or nothing.'),
      text('due_on', 'Until when, YYYY-MM-DD, or nothing.'),
      ...time('made', 'When it was written down.'),
      ...time('done', 'When it was done, or nothing.'),
    ],
  },
] as const satisfies readonly ViewDoc[];
