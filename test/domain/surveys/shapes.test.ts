import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { propose } from '../../../src/domain/surveys/propose.ts';
import type { SurveySheet } from '../../../src/domain/surveys/shapes.ts';
import { sheetOf } from '../../support/survey-sheet.ts';

const shared = (name: string): string =>
  readFileSync(new URL(`../../fixtures/surveys/${name}`, import.meta.url), 'utf8');
const kinds = (sheet: SurveySheet): string[] => propose(sheet).map(({ title, kind }) => `${title}: ${kind}`);

describe('what wrote a survey (SUR-10)', () => {
  it('Qualtrics: names, questions and import ids in three rows, in the language of its user', () => {
    const sheet = sheetOf(shared('qualtrics.csv'));
    expect(sheet.shape).toBe('qualtrics');
    expect(sheet.rows.map(({ line, cells }) => [line, cells[8]])).toEqual([[4, 'R_2YPOQ602ER1jkf1']]);
    expect(kinds(sheet)).toEqual(
      expect.arrayContaining([
        'Erfassungsdatum: time',
        'Antwort-ID: responseId',
        'Anfangsdatum: ignore',
        'This is a multiple choice question.: csat',
        'This is a free text question.: verbatim',
      ]),
    );
  });

  it('Qualtrics as it was: V1 and so on above names of its own', () => {
    const sheet = sheetOf(shared('qualtrics-legacy.csv'));
    expect(sheet.shape).toBe('qualtrics');
    expect(sheet.rows).toHaveLength(1);
    expect(kinds(sheet)).toEqual(
      expect.arrayContaining(['ResponseID: responseId', 'EndDate: time', 'This is a free text question.: verbatim']),
    );
  });

  it('SurveyMonkey: the question over the first of its columns, and what each is of it below', () => {
    const sheet = sheetOf(shared('surveymonkey.csv'));
    expect(sheet.shape).toBe('surveyMonkey');
    expect(kinds(sheet)).toEqual([
      'Respondent ID: responseId',
      'Collector ID: ignore',
      'Start Date: ignore',
      'End Date: time',
      'IP Address: ignore',
      'Email Address: email',
      'First Name: ignore',
      'Last Name: ignore',
      'Custom Data 1: ignore',
      'How likely is it that you would recommend us to a friend or colleague?: nps',
      'How satisfied were you with... [Speed]: csatWords',
      'How satisfied were you with... [Friendliness]: csatWords',
      'What could we do better?: verbatim',
    ]);
    expect(sheet.rows.map(({ line }) => line)).toEqual([3, 4, 5]);
  });

  it('Typeform: its own columns around the questions', () => {
    const sheet = sheetOf(shared('typeform.csv'));
    expect(sheet.shape).toBe('typeform');
    expect(kinds(sheet)).toEqual([
      '#: responseId',
      'How likely are you to recommend us?: nps',
      'Was your problem solved?: csatWords',
      'Anything to add?: verbatim',
      'ticket: ticket',
      'Start Date (UTC): ignore',
      'Submit Date (UTC): time',
      'Network ID: ignore',
    ]);
  });

  it('Google Forms: a matrix is one column for each of its rows', () => {
    const sheet = sheetOf(shared('google-forms.csv'));
    expect(sheet.shape).toBe('googleForms');
    expect(kinds(sheet)).toEqual([
      'Timestamp: time',
      'Username: email',
      'How did we do? [Speed]: csat',
      'How did we do? [Friendliness]: csat',
      'Say it in three words: list',
      'Anything else?: verbatim',
    ]);
  });

  it('anything else by what it says and how it is answered; repeated questions are kept apart', () => {
    const sheet = sheetOf(
      'Date,Score,Comment,Comment\n2026-01-02,5,All good thanks,Nothing\n2026-01-03,4,Slow reply,A refund\n',
    );
    expect(sheet.shape).toBe('other');
    expect(kinds(sheet)).toEqual(['Date: time', 'Score: csat', 'Comment: verbatim', 'Comment (2): verbatim']);
  });

  it('markup in questions is text no more, and a hostile one is one line of 500', () => {
    const sheet = sheetOf(`Timestamp,"<b>How</b> was\nit?",${'x'.repeat(3000)}\n2026-01-02 10:00,4,y\n`);
    expect(sheet.columns[1]?.title).toBe('How was it?');
    expect(sheet.columns[2]?.title).toHaveLength(500);
  });
});
