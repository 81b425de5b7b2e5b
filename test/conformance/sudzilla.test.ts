import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { SurveyColumn } from '../../src/contract/index.ts';
import { saidMost, splitList } from '../../src/domain/surveys/lists.ts';
import { hasShared, shared } from '../desk/import/support.ts';
import { sheetOf } from '../support/survey-sheet.ts';
import { tempFolder } from '../support/temp.ts';
import { testDesk } from '../support/test-desk.ts';
import { upload } from '../support/upload.ts';

const folder = tempFolder();
const worked = (name: string): string => `worked-cases/040/${name}`;
const unless = hasShared(worked('query.md')) ? '' : ' (not run: the data folder is not beside this checkout)';

const head = 'On a scale of 0-10, how would you rate ';
const words = {
  horrendous: 1,
  'just about edible but i was hungry': 2,
  'some good, some not so good': 3,
  'yum!': 4,
  'give the team a michelin star!!': 5,
};
const keynote = { kind: 'csat', group: 'Keynote', most: 10, top: 9 } as const;
const food = { kind: 'csatWords', group: 'Food', words } as const;

/** What somebody says of the questions once the file was looked at. */
const said: Readonly<Record<string, Partial<SurveyColumn>>> = {
  [`${head}the opening keynote?`]: keynote,
  [`${head}the closing keynote?`]: keynote,
  'How would you rate the food at Sudzilla (breakfast)?': food,
  'How would you rate the food at Sudzilla (lunch)?': food,
  'How would you rate the food at Sudzilla (dinner)?': food,
};

/** Rows of an expected file by their headers. */
function expected(name: string): Readonly<Record<string, string>>[] {
  const { columns, rows } = sheetOf(readFileSync(shared(worked(`expected/${name}`)), 'utf8').replaceAll('\r\n', '\n'));
  return rows.map(({ cells }) => Object.fromEntries(columns.map(({ title }, at) => [title, cells[at] ?? ''])));
}

/** `11/1/2019 2:30:36 PM`, month first, in UTC. */
const instant = (text: string): number => Date.parse(`${text} UTC`);

describe.runIf(unless === '')('the survey of a conference, worked out by hand elsewhere (PrepBench 040)', () => {
  it.each(['input_01.csv', 'input_02.csv'])(
    '%s: its NPS, and the food and keynote scores of each respondent',
    { timeout: 60_000 },
    async (name) => {
      const { client, close } = await testDesk(folder);
      const file = readFileSync(shared(worked(`inputs/${name}`)));
      const source = { uploadId: await upload(client, name, file) };
      const found = await client.surveys.inspect({ source });
      expect([found.shape, found.rows]).toEqual(['googleForms', 39]);
      expect(found.columns.map(({ kind }) => kind).slice(0, 6)).toEqual([
        'time',
        'nps',
        'verbatim',
        'csat',
        'csat',
        'list',
      ]);
      const columns = found.columns.map(({ why: _, sample: __, answers: ___, ...column }) => ({
        ...column,
        ...said[column.title],
      }));
      const { counts } = await client.surveys.importFile({
        source,
        name: 'Sudzilla',
        columns,
        ...(found.dateOrder === null && { dateOrder: 'mdy' }),
      });
      expect(counts).toEqual({ responses: 39, same: 0, rejected: 0 });

      const [row] = expected('output_01.csv');
      const { scored } = await client.surveys.scores({ days: 3660 });
      const nps = scored.find(({ question }) => question.kind === 'nps')?.total.nps;
      expect({
        'NPS Score': nps?.score?.toFixed(1),
        'Total Respondents': `${nps?.n}`,
        Promoter: `${nps?.promoters}`,
        Detractor: `${nps?.detractors}`,
      }).toEqual(row);

      const byTime = new Map(expected('output_02.csv').map((each) => [instant(each['Timestamp'] ?? ''), each]));
      const { responses } = await client.surveys.responses({ limit: 100 });
      // One file has milliseconds, what is expected has none.
      const asked = responses.map((each) => ({ each, row: byTime.get(Math.floor(each.at / 1000) * 1000) }));
      expect(new Set(asked.map(({ row: found1 }) => found1)).size).toBe(39);
      for (const { each, row: theirs } of asked) {
        const scoreOf = (title: string) => each.scores.find((score) => score.title === title)?.score;
        expect(scoreOf(`${head}Sudzilla?`)).toBe(Number(theirs?.[`${head}Sudzilla?`]));
        expect(scoreOf('Food')).toBeCloseTo(Number(theirs?.['Food Rating Score']), 8);
        expect(scoreOf('Keynote')).toBe(Number(theirs?.['Keynote Rating Score']));
      }
      await close();
    },
  );

  it('three words are split into as many as were found elsewhere, one said twice by the same person counted once', () => {
    const { columns, rows } = sheetOf(
      readFileSync(shared(worked('inputs/input_01.csv')), 'utf8').replaceAll('\r\n', '\n'),
    );
    const at = columns.findIndex(({ title }) => title.startsWith('Which three words'));
    const each = rows.map(({ cells }) => saidMost([splitList(cells[at] ?? '')]).length);
    expect(each.reduce((sum, count) => sum + count, 0)).toBe(expected('output_02.csv').length);
  });
});
