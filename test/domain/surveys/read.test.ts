import { describe, expect, it } from 'vitest';
import { surveyColumnSchema, type SurveyColumn } from '../../../src/contract/index.ts';
import { readResponses, type SurveyRead } from '../../../src/domain/surveys/read.ts';
import { knownScale, leadingNumber } from '../../../src/domain/surveys/scales.ts';
import { timeText } from '../../../src/domain/surveys/time-text.ts';
import { sheetOf } from '../../support/survey-sheet.ts';

type Given = Partial<SurveyColumn> & Pick<SurveyColumn, 'kind'>;

function read(text: string, given: readonly Given[], timeZone = 'UTC'): SurveyRead {
  const sheet = sheetOf(text);
  const columns = sheet.columns.map(({ title }, at) =>
    surveyColumnSchema.parse({ title, ...(given[at] ?? { kind: 'ignore' }) }),
  );
  return readResponses({ sheet, columns, dateOrder: 'dmy', timeZone });
}

describe('rows of a survey (SUR-12 to SUR-14)', () => {
  it('a bad row is refused with its line, column, value and reason; the rest goes in', () => {
    const { drafts, issues } = read(
      'When,Score,Said\n2026-01-02,9,Fine\n2026-01-03,12,Too much\nsoon,5,When\n2026-01-04,7.5,Half\n2026-01-05,,\n2026-01-06,0,Bad,extra\n2026-01-07,0,Last\n',
      [{ kind: 'time' }, { kind: 'nps' }, { kind: 'verbatim' }],
    );
    expect(drafts.map(({ line, low }) => [line, low])).toEqual([
      [2, false],
      [8, true],
    ]);
    expect(issues.map(({ line, severity, column, value }) => [line, severity, column, value])).toEqual([
      [3, 'reject', 'Score', '12'],
      [4, 'reject', 'When', 'soon'],
      [5, 'reject', 'Score', '7.5'],
      [6, 'reject', null, null],
      [7, 'reject', null, null],
    ]);
  });

  it('columns of one group are their mean; what is blank or counts nothing is left out, and told of once', () => {
    const words = { awful: 1, 'so so': 3, great: 5 };
    const food = { kind: 'csatWords' as const, group: 'Food', words };
    const { drafts, issues } = read(
      'When,Breakfast,Lunch,Dinner\n2026-01-02,Great,so so,AWFUL\n2026-01-03,,Great,Great\n2026-01-04,Was out,Great,so so\n2026-01-05,Was out,,so so\n',
      [{ kind: 'time' }, food, food, food],
    );
    expect(drafts.map(({ answers }) => answers.map(({ title, score, most }) => [title, score, most]))).toEqual([
      [['Food', 3, 5]],
      [['Food', 5, 5]],
      [['Food', 4, 5]],
      [['Food', 3, 5]],
    ]);
    expect(issues).toMatchObject([{ line: 4, severity: 'warning', column: 'Breakfast', value: 'Was out' }]);
  });

  it('the same row has the same key in another file, two alike in one file have two, an id stands once', () => {
    const head = 'When,Id,Score\n';
    const given: Given[] = [{ kind: 'time' }, { kind: 'responseId' }, { kind: 'nps' }];
    const keys = (text: string) => read(head + text, given).drafts.map(({ key }) => key);
    expect(keys('2026-01-02,a,9\n')).toEqual(keys('2026-05-05,a,2\n'));
    const { drafts, issues } = read(`${head}2026-01-02,a,9\n2026-01-02,a,9\n2026-01-02,,9\n2026-01-02,,9\n`, given);
    expect(new Set(drafts.map(({ key }) => key)).size).toBe(3);
    expect(issues).toMatchObject([{ line: 3, severity: 'reject', value: 'a' }]);
  });

  it('previews of Qualtrics are no responses', () => {
    const head = 'StartDate,EndDate,Status,ResponseId,Q1\nStart,End,Type,Id,Would you recommend us?\n';
    const { drafts, issues } = read(
      `${head}2026-01-02 10:00,2026-01-02 10:01,Survey Preview,R_1,9\n2026-01-02 10:00,2026-01-02 10:01,IP Address,R_2,9\n`,
      [{ kind: 'ignore' }, { kind: 'time' }, { kind: 'ignore' }, { kind: 'responseId' }, { kind: 'nps' }],
    );
    expect([drafts.length, issues[0]?.line]).toEqual([1, 3]);
  });

  it('times are in the zone given, in UTC where the header says so, and in the zone Google Forms writes behind them', () => {
    const at = (header: string, cell: string): string =>
      new Date(
        read(`${header},Score\n${cell},9\n`, [{ kind: 'time' }, { kind: 'nps' }], 'Europe/Berlin').drafts[0]?.at ?? 0,
      ).toISOString();
    expect(at('When', '02/01/2026 10:00')).toBe('2026-01-02T09:00:00.000Z');
    expect(at('Submit Date (UTC)', '2026-01-02 10:00:00')).toBe('2026-01-02T10:00:00.000Z');
    expect(at('Timestamp', '2026/11/20 9:51:12 am GMT+1')).toBe('2026-11-20T08:51:12.000Z');
    expect(at('Timestamp', '2026/11/21 3:10:00 pm MDT')).toBe('2026-11-21T21:10:00.000Z');
    expect(timeText('2026/11/22 8:00:00 PM GMT+5:30')).toBe('2026/11/22 8:00:00 PM GMT+05:30');
    expect(timeText('2026-01-02 10:00 PM')).toBe('2026-01-02 10:00 PM');
  });

  it('a text longer than 10,000 characters is cut, and it is said', () => {
    const { drafts, issues } = read(`When,Said\n2026-01-02,"${'<b>'.repeat(20_000)}"\n`, [
      { kind: 'time' },
      { kind: 'verbatim' },
    ]);
    expect(drafts[0]?.texts[0]?.text).toHaveLength(10_000);
    expect(issues).toMatchObject([{ line: 2, severity: 'warning' }]);
  });
});

describe('scales (SUR-11)', () => {
  it('words are those of one scale, or none', () => {
    expect(knownScale(['Very satisfied', 'dissatisfied'])).toMatchObject({
      words: { 'very satisfied': 5, dissatisfied: 2 },
      most: 5,
      top: 4,
    });
    expect(knownScale(['Fair', 'Very good', 'Excellent', 'Poor'])?.words).toEqual({
      fair: 2,
      'very good': 4,
      excellent: 5,
      poor: 1,
    });
    expect(knownScale(['Oui', 'Non'])).toEqual({ words: { oui: 1, non: 0 }, most: 1, top: 1 });
    expect(knownScale(['Très satisfait', 'Neutre'])?.words['très satisfait']).toBe(5);
    expect(knownScale(['Satisfied', 'Yum!'])).toBeNull();
    expect(knownScale([])).toBeNull();
  });

  it('an answer may begin with its number', () => {
    expect(
      ['10 - Extremely likely', '0 (not at all)', '4/5', '3 stars', '4,5', 'nine', '9 lives', '2026-01-02'].map(
        leadingNumber,
      ),
    ).toEqual([10, 0, 4, 3, 4.5, null, null, null]);
  });
});
