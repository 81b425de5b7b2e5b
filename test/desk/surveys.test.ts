import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SurveyImport, SurveyResponse } from '../../src/contract/index.ts';
import { csatCodes } from '../../src/main/store/codes.ts';
import { responsesText } from '../../src/main/desk/surveys/responses.ts';
import { row, rows } from '../../src/main/store/db.ts';
import { dump } from '../support/dump.ts';
import { hour, minute, mondayTen } from '../support/fake-clock.ts';
import { newTicket, refusal, testDesk, type TestDesk } from '../support/test-desk.ts';
import { tempFolder } from '../support/temp.ts';
import { upload } from '../support/upload.ts';

const folder = tempFolder();
const day = 24 * hour;
let desk: TestDesk;
let ada: string;
let ben: string;

beforeEach(async () => {
  desk = await testDesk(folder);
  ada = (await desk.client.people.create({ name: 'Ada Lund', role: 'Agent' })).id;
  ben = (await desk.client.people.create({ name: 'Ben Oyelaran', role: 'Agent' })).id;
});
afterEach(() => desk.close());

/** A ticket that somebody solved, of whoever has that address. */
async function solved(email: string, agent: string, subject = 'Late delivery'): Promise<string> {
  const { id } = await newTicket(desk.client, { subject, requester: { name: email.split('@')[0] ?? '', email } });
  await desk.client.tickets.update({ selection: { ids: [id] }, set: { assigneeId: agent } });
  await desk.client.tickets.reply({ id, body: 'Done.', status: 'solved' });
  desk.clock.pass(minute);
  return id;
}

const head = 'Timestamp,Email Address,Ticket,How likely are you to recommend us (0-10)?,How satisfied were you?,Why?\n';
const at = (days: number, hours = 0): string => new Date(desk.clock.now() + days * day + hours * hour).toISOString();

const bring = async (text: string, given: object = {}, name = 'after solving.csv'): Promise<SurveyImport> =>
  desk.client.surveys.importFile({ source: { uploadId: await upload(desk.client, name, text) }, ...given });
const list = async (filter: object = {}) => (await desk.client.surveys.responses({ filter })).responses;
/** Responses by what was said in them. */
const byText = async (): Promise<Readonly<Record<string, SurveyResponse>>> =>
  Object.fromEntries((await list()).map((each) => [each.texts[0]?.text ?? '', each]));
const asUser = (me: string | null) => desk.client.desk.settings({ me });

describe('an import (SUR-10 to SUR-14)', () => {
  it('tells in a dry run what would come in, then brings it as one change that is undone whole', async () => {
    await solved('ann@example.com', ada);
    const before = dump(desk.file, desk.clock.now());
    const more = Array.from({ length: 9 }, (_, n) => `${at(2, n)},,,3,1,Slow and late ${n}\n`).join('');
    const text = `${head}${at(1)},ann@example.com,,9,5,Quick\n${more}${at(2)},,,14,1,Odd\n`;
    const dry = await bring(text, { dryRun: true });
    expect(dry).toMatchObject({ counts: { responses: 10, same: 0, rejected: 1 }, done: null, name: 'after solving' });
    expect(dry.issues).toMatchObject([{ line: 12, severity: 'reject', value: '14' }]);
    expect(dump(desk.file, desk.clock.now())).toEqual(before);
    const { done, surveyId } = await bring(text);
    expect(done).toMatchObject({ changed: 10, label: 'Survey import: 10 responses to “after solving”' });
    const { surveys } = await desk.client.surveys.overview();
    expect(surveys).toMatchObject([{ id: surveyId, responses: 10, withWords: 10, unread: 10 }]);
    expect(surveys[0]?.questions.map(({ kind, most, top }) => [kind, most, top])).toEqual([
      ['nps', 10, 9],
      ['csat', 5, 4],
    ]);
    await desk.client.desk.undo({});
    expect(dump(desk.file, desk.clock.now())).toEqual(before);
  });

  it('refuses columns of different scales under one name, which would be a figure of none (SUR-12)', async () => {
    const text = `Timestamp,Speed,Quality\n${at(1)},4,9\n`;
    const base = { kind: 'csat' as const, group: 'Service' };
    const columns = [
      { title: 'Timestamp', kind: 'time' as const },
      { title: 'Speed', ...base, most: 5, top: 4 },
      { title: 'Quality', ...base, most: 10, top: 9 },
    ];
    expect(await refusal(bring(text, { columns }))).toMatchObject({ code: 'INVALID', data: { field: 'columns' } });
    const alike = columns.map((column) => (column.title === 'Quality' ? { ...column, most: 5, top: 4 } : column));
    await bring(`Timestamp,Speed,Quality\n${at(1)},4,5\n`, { columns: alike });
    expect(await list()).toHaveLength(1);
  });

  it('a response goes with its ticket where that is merged into another, and back by undo (SUR-20)', async () => {
    const [copy, kept] = [await solved('ann@example.com', ada), await solved('bo@example.com', ben)];
    await bring(`${head}${at(0)},,#1,9,5,Quick\n`);
    const seenBy = async (me: string) => {
      await asUser(me);
      const { length } = await list();
      await asUser(null);
      return length;
    };
    expect([await seenBy(ada), await seenBy(ben)]).toEqual([1, 0]);
    await desk.client.tickets.merge({ into: kept, from: [copy] });
    expect([await seenBy(ada), await seenBy(ben)]).toEqual([0, 1]);
    await desk.client.desk.undo({});
    expect([await seenBy(ada), await seenBy(ben)]).toEqual([1, 0]);
  });

  it('the same file twice brings nothing, a later export what is new; its columns are read as the last time', async () => {
    const text = `${head}${at(1)},,,9,5,Quick\n`;
    const columns = (
      await desk.client.surveys.inspect({ source: { uploadId: await upload(desk.client, 'a.csv', text) } })
    ).columns.map(({ why: _, sample: __, answers: ___, ...column }) =>
      column.title === 'How satisfied were you?' ? { ...column, top: 5 } : column,
    );
    await bring(text, { name: 'Solved', columns });
    expect(await bring(text)).toMatchObject({ name: 'Solved', counts: { responses: 0, same: 1 }, done: null });
    const more = await bring(`${text}${at(3)},,,2,4,Not again\n`);
    expect(more).toMatchObject({ name: 'Solved', counts: { responses: 1, same: 1 } });
    const { scored } = await desk.client.surveys.scores({});
    expect(scored.find(({ question }) => question.kind === 'csat')).toMatchObject({
      question: { top: 5 },
      total: { csat: { n: 2, satisfied: 1 } },
    });
    expect((await desk.client.surveys.overview()).surveys).toHaveLength(1);
  });

  it('asks in which order dates are where none shows it, and refuses what cannot be read, by the field', async () => {
    const text = 'When,Score\n03/04/2026 10:00,9\n05/04/2026 10:00,2\n';
    const dry = await bring(text, { dryRun: true });
    expect(dry.questions).toMatchObject([{ kind: 'dateOrder' }]);
    expect(await refusal(bring(text))).toMatchObject({ code: 'INVALID', data: { field: 'dateOrder' } });
    expect((await bring(text, { dateOrder: 'mdy' })).counts.responses).toBe(2);
    expect((await list())[0]?.at).toBe(Date.UTC(2026, 4, 4, 10));
    const said = (columns: object[]) => refusal(bring(text, { name: 'B', columns }));
    expect(await said([{ title: 'When', kind: 'time' }])).toMatchObject({
      code: 'INVALID',
      data: { field: 'columns' },
    });
    expect(await said([{ title: 'Score', kind: 'nps' }])).toMatchObject({
      message: expect.stringContaining('when') as string,
    });
    expect(await said([{ title: 'Nope', kind: 'nps' }])).toMatchObject({
      message: expect.stringContaining('Nope') as string,
    });
    expect(
      await said([
        { title: 'When', kind: 'time' },
        { title: 'Score', kind: 'csatWords' },
      ]),
    ).toMatchObject({ message: expect.stringContaining('count') as string });
    expect(await refusal(bring(text, { dateOrder: 'mdy', timeZone: 'Mars/Olympus', name: 'B' }))).toMatchObject({
      data: { field: 'timeZone' },
    });
    expect(await refusal(bring('{"a": 1}', {}, 'a.json'))).toMatchObject({ code: 'INVALID' });
    expect(await refusal(bring('When,Score\n'))).toMatchObject({ code: 'INVALID' });
  });

  it('a survey taken away comes back by undo with all that was coded', async () => {
    const { surveyId } = await bring(`${head}${at(1)},,,9,5,Quick\n`);
    const { id: code } = await desk.client.surveys.codeSave({ name: 'Speed', words: ['quick'] });
    const [first] = await list();
    await desk.client.surveys.code({ id: first?.id ?? '', add: [code] });
    const before = dump(desk.file, desk.clock.now());
    await desk.client.surveys.surveyRemove({ id: surveyId ?? '' });
    expect((await desk.client.surveys.overview()).surveys).toEqual([]);
    await desk.client.desk.undo({});
    expect(dump(desk.file, desk.clock.now())).toEqual(before);
  });
});

describe('matching (SUR-20, SUR-21)', () => {
  it('by the number of the ticket, else by address and the ticket solved last within 14 days; says by what', async () => {
    const one = await solved('ann@example.com', ada, 'First');
    const two = await solved('ann@example.com', ben, 'Second');
    const old = await solved('cy@example.com', ada, 'Long ago');
    const rows = [
      `${at(1)},ANN@example.com,#1,9,5,by number`,
      `${at(1, 1)},ann@example.com,,9,5,by address`,
      `${at(15)},ann@example.com,,9,5,too late`,
      `${at(1, 2)},nobody@example.com,,9,5,stranger`,
      `${at(-2)},,#1,9,5,before the ticket was made`,
      `${at(20)},,#3,9,5,by number whenever`,
    ];
    const { matched } = await bring(`${head}${rows.join('\n')}\n`);
    expect(matched).toEqual({ ticket: 2, foreign: 0, solved: 1, customer: 1, none: 2 });
    const said = await byText();
    expect(said['by number']?.ticket).toMatchObject({ id: one, number: 1, agentId: ada });
    expect(said['by address']).toMatchObject({ matchedBy: 'solved', ticket: { id: two, agentId: ben } });
    expect(said['too late']).toMatchObject({ matchedBy: 'customer', ticket: null, customer: 'ann' });
    expect(said['stranger']).toMatchObject({ matchedBy: null, ticket: null, customerId: null });
    expect(said['before the ticket was made']?.ticket).toBeNull();
    expect(said['by number whenever']?.ticket?.id).toBe(old);
    expect(await list({ only: 'unmatched' })).toHaveLength(3);
  });

  it('an id of the system a ticket came from goes before a number without a mark', async () => {
    await solved('ann@example.com', ada);
    const csv = 'Ticket ID,Subject,Created at,Status\n1,From elsewhere,2026-01-02 10:00,open\n';
    await desk.client.exchange.run({
      source: { uploadId: await upload(desk.client, 'tickets.csv', csv) },
      mode: 'import',
      format: 'generic',
      mapping: {
        format: 'generic',
        columns: [
          { header: 'Ticket ID', field: 'externalId' },
          { header: 'Subject', field: 'subject' },
          { header: 'Created at', field: 'createdAt' },
          { header: 'Status', field: 'status' },
        ],
        dateOrder: 'ymd',
        timeZone: 'UTC',
        values: { status: {}, priority: {}, channel: {} },
      },
    });
    await bring(`${head}${at(1)},,1,9,5,plain\n${at(1)},,#1,9,5,marked\n`);
    const said = await byText();
    expect(said['plain']).toMatchObject({ matchedBy: 'foreign', ticket: { subject: 'From elsewhere' } });
    expect(said['marked']).toMatchObject({ matchedBy: 'ticket', ticket: { subject: 'Late delivery' } });
  });

  it('leaves the rating of the ticket itself as it is', async () => {
    const id = await solved('ann@example.com', ada);
    desk.db.prepare('UPDATE ticket SET csat = ?').run(csatCodes.code('bad'));
    await bring(`${head}${at(1)},,#1,10,5,Lovely\n`);
    expect((await list())[0]?.ticket?.id).toBe(id);
    expect(row<{ csat: number }>(desk.db, 'SELECT csat FROM ticket')?.csat).toBe(csatCodes.code('bad'));
  });

  it('is one row for each answered question, with ticket and customer beside it, for whoever counts', async () => {
    await solved('ann@example.com', ada);
    await bring(`${head}${at(1)},ann@example.com,,9,,Quick\n`);
    expect(desk.db.prepare('SELECT kind, score, most, top, ticket_id, customer_id FROM survey_answer').all()).toEqual([
      { kind: 'nps', score: 9, most: 10, top: 9, ticket_id: 1, customer_id: 1 },
    ]);
  });
});

describe('scores (SUR-4)', () => {
  it('of each question: all, by month with its n, by queue and by agent where there is a ticket', async () => {
    await solved('ann@example.com', ada);
    await solved('bo@example.com', ben);
    const rows = [`${at(1)},,#1,9,5,a`, `${at(1)},,#1,2,4,b`, `${at(2)},,#2,10,1,c`, `${at(-40)},,,10,5,d`];
    await bring(`${head}${rows.join('\n')}\n`);
    desk.clock.pass(3 * day);
    const { scored } = await desk.client.surveys.scores({ days: 60 });
    const [nps, csat] = scored;
    expect(nps?.total.nps).toMatchObject({ n: 4, promoters: 3, detractors: 1, score: 50, few: true });
    expect(csat?.total.csat).toMatchObject({ n: 4, satisfied: 3, share: 0.75 });
    const months = nps?.months.map(({ month, figure }) => [month, figure.nps?.n]);
    const name = (days: number): string => new Date(mondayTen + days * day).toISOString().slice(0, 7);
    expect(months?.at(-1)?.[0]).toBe(name(3));
    expect(months?.reduce((sum, [, n]) => sum + Number(n), 0)).toBe(4);
    expect(months?.find(([month]) => month === name(-40))?.[1]).toBe(1);
    expect(nps?.agents.map(({ name: who, figure }) => [who, figure.nps?.score])).toEqual([
      ['Ada Lund', 0],
      ['Ben Oyelaran', 100],
    ]);
    expect(nps?.queues).toMatchObject([{ id: null, figure: { nps: { n: 3 } } }]);
  });

  it('NPS, CSAT and Pareto of figures alone need no desk of surveys', async () => {
    expect(await desk.client.surveys.nps({ scores: [10, 0] })).toMatchObject({ n: 2, score: 0 });
    expect(await desk.client.surveys.csat({ satisfied: 9, n: 10 })).toMatchObject({ share: 0.9, few: true });
    expect(await desk.client.surveys.pareto({ items: [{ name: 'a', count: 3 }] })).toMatchObject({
      rows: [{ name: 'a', cumulative: 1, vital: true }],
    });
    expect(await refusal(desk.client.surveys.nps({ scores: [11] }))).toMatchObject({ code: 'INVALID' });
  });
});

describe('codes (SUR-30, SUR-31)', () => {
  it('are suggested by words, taken, turned down and typed; what is turned down is not suggested again', async () => {
    await bring(`${head}${at(1)},,,2,1,Three weeks for a refund\n`);
    const { id: refund } = await desk.client.surveys.codeSave({ name: 'Refund', theme: 'Money', words: ['refund'] });
    const { id: late } = await desk.client.surveys.codeSave({ name: 'Late', words: ['weeks', 'late'] });
    const { id: rude } = await desk.client.surveys.codeSave({ name: 'Rude' });
    const one = async () => (await list())[0];
    const id = (await one())?.id ?? '';
    expect((await one())?.suggested).toEqual([
      { codeId: late, name: 'Late', found: ['weeks'] },
      { codeId: refund, name: 'Refund', found: ['refund'] },
    ]);
    expect(await list({ only: 'unread' })).toHaveLength(1);
    await desk.client.surveys.code({ id, add: [refund, rude], remove: [late] });
    expect(await one()).toMatchObject({
      codes: [
        { id: refund, name: 'Refund' },
        { id: rude, name: 'Rude' },
      ],
      suggested: [],
      readAt: desk.clock.now(),
    });
    expect(await list({ only: 'unread' })).toEqual([]);
    expect(await list({ codeId: rude })).toHaveLength(1);
    await desk.client.surveys.code({ id, remove: [rude] });
    expect((await one())?.codes.map(({ name }) => name)).toEqual(['Refund']);
    await desk.client.surveys.code({ id, unread: true });
    expect(await one()).toMatchObject({ codes: [], readAt: null });
    expect((await one())?.suggested).toHaveLength(2);
    for (let step = 0; step < 3; step += 1) await desk.client.desk.undo({});
    expect((await one())?.suggested).toHaveLength(2);
  });

  it('all that the rules suggest at once is one change; words without any are read as well', async () => {
    await bring(`${head}${at(1)},,,2,1,My refund\n${at(2)},,,9,5,Thanks\n${at(3)},,,9,5,\n`);
    await desk.client.surveys.codeSave({ name: 'Refund', words: ['refund'] });
    const before = dump(desk.file, desk.clock.now());
    expect(await desk.client.surveys.codeByRules({})).toMatchObject({ changed: 2 });
    expect((await list()).map(({ codes, readAt }) => [codes.length, readAt !== null])).toEqual([
      [0, false],
      [0, true],
      [1, true],
    ]);
    await desk.client.desk.undo({});
    expect(dump(desk.file, desk.clock.now())).toEqual(before);
  });

  it('a code taken out goes off responses and problems, and comes back; a name is taken once', async () => {
    await bring(`${head}${at(1)},,,2,1,My refund\n`);
    const { id } = await desk.client.surveys.codeSave({ name: 'Refund', words: ['refund'] });
    await desk.client.surveys.codeByRules({});
    await desk.client.surveys.problemSave({ title: 'Refunds take weeks', codeId: id });
    expect(await refusal(desk.client.surveys.codeSave({ name: 'refund' }))).toMatchObject({
      code: 'CONFLICT',
      data: { field: 'name' },
    });
    const before = dump(desk.file, desk.clock.now());
    await desk.client.surveys.codeRemove({ id });
    expect((await desk.client.surveys.causes({})).problems).toMatchObject([{ codeId: null }]);
    expect((await list())[0]?.codes).toEqual([]);
    await desk.client.desk.undo({});
    expect(dump(desk.file, desk.clock.now())).toEqual(before);
  });
});

describe('themes, causes and whether they come back (SUR-32, SUR-40 to SUR-42)', () => {
  const many = (count: number, days: number, score: number, text: string): string =>
    Array.from({ length: count }, (_, n) => `${at(days, n / 60)},,,${score - (n % 2)},,${text} ${n}\n`).join('');

  it('themes are of what was read, and say how much was not', async () => {
    await bring(`${head}${many(40, -3, 3, 'late')}${many(40, -2, 10, 'kind')}${at(-1)},,,5,,unread so far\n`);
    await desk.client.surveys.codeSave({ name: 'Late', words: ['late'] });
    await desk.client.surveys.codeSave({ name: 'Kind', words: ['kind'] });
    await desk.client.surveys.codeByRules({});
    const [last] = await list();
    await desk.client.surveys.code({ id: last?.id ?? '', unread: true });
    const { themes, withWords, read } = await desk.client.surveys.themes({});
    expect([withWords, read]).toEqual([81, 80]);
    expect(themes.map(({ name, mentions, verdict, cost }) => [name, mentions, verdict, cost])).toEqual([
      ['Late', 40, 'lower', 3.5],
      ['Kind', 40, 'higher', -3.5],
    ]);
    const { pareto, responses } = await desk.client.surveys.causes({});
    expect([responses, pareto.map(({ name, count, cumulative }) => [name, count, cumulative])]).toEqual([
      40,
      [['Late', 40, 1]],
    ]);
    expect((await desk.client.surveys.causes({ of: 'all' })).pareto).toHaveLength(2);
  });

  it('a problem has up to five whys, an action with owner and date, and is done; then its rate before and since', async () => {
    await bring(`${head}${many(40, -30, 3, 'late')}${many(40, -20, 10, 'fine')}`);
    const { id: codeId } = await desk.client.surveys.codeSave({ name: 'Late', words: ['late'] });
    await desk.client.surveys.codeByRules({});
    const problem = {
      title: 'Parcels come late',
      codeId,
      category: 'Delivery',
      whys: ['The depot is full', '', 'Nobody looked'],
      ownerId: ada,
      dueOn: '2026-12-01',
    };
    expect(await refusal(desk.client.surveys.problemSave({ ...problem, done: true }))).toMatchObject({
      data: { field: 'action' },
    });
    const { id } = await desk.client.surveys.problemSave(problem);
    const one = async () => (await desk.client.surveys.causes({})).problems[0];
    expect(await one()).toMatchObject({ whys: ['The depot is full', 'Nobody looked'], recurrence: null, doneAt: null });
    await desk.client.surveys.problemSave({ ...problem, id, action: 'A second depot', done: true });
    expect((await one())?.recurrence?.responses).toMatchObject({
      verdict: 'early',
      comparison: { a: { n: 80, value: 0.5 }, b: { n: 0 } },
    });
    expect((await one())?.recurrence?.tickets?.verdict).toBe('early');
    desk.clock.pass(20 * day);
    await bring(`${head}${many(40, -1, 10, 'fine again')}`);
    await desk.client.surveys.codeByRules({});
    expect((await one())?.recurrence?.responses).toMatchObject({
      verdict: 'less',
      comparison: { b: { n: 40, value: 0 } },
    });
    await desk.client.surveys.problemRemove({ id });
    expect(await one()).toBeUndefined();
  });
});

describe('who may see what (SUR-50)', () => {
  it('an agent sees the responses on their own tickets, without addresses, and nothing else', async () => {
    await solved('ann@example.com', ada);
    await solved('bo@example.com', ben);
    const text = `${head}${at(1)},ann@example.com,#1,9,5,For Ada\n${at(1)},bo@example.com,#2,2,1,For Ben\n${at(1)},x@example.com,,5,3,For nobody\n`;
    const { surveyId } = await bring(text);
    const { id: code } = await desk.client.surveys.codeSave({ name: 'Ben', words: ['for'] });
    expect((await list())[0]?.email).not.toBeNull();
    const [some] = await list({ text: 'for ben' });
    await asUser(ada);
    const { responses, total } = await desk.client.surveys.responses({});
    expect([responses.map(({ texts, email, suggested }) => [texts[0]?.text, email, suggested]), total]).toEqual([
      [['For Ada', null, []]],
      1,
    ]);
    const { csv, rows } = await desk.client.surveys.responsesCsv({});
    expect([rows, csv.includes('@example.com'), csv.includes('For Ben')]).toEqual([1, false, false]);
    const source = { uploadId: await upload(desk.client, 'a.csv', text) };
    const { surveys } = desk.client;
    for (const call of [
      surveys.overview(),
      surveys.scores({}),
      surveys.themes({}),
      surveys.causes({}),
      surveys.codes(),
      surveys.inspect({ source }),
      surveys.importFile({ source }),
      surveys.importFile({ source, dryRun: true }),
      surveys.surveySave({ id: surveyId ?? '', name: 'Mine' }),
      surveys.surveyRemove({ id: surveyId ?? '' }),
      surveys.codeSave({ name: 'Mine' }),
      surveys.codeRemove({ id: code }),
      surveys.code({ id: some?.id ?? '', add: [code] }),
      surveys.codeByRules({}),
      surveys.problemSave({ title: 'Mine' }),
      surveys.problemRemove({ id: code }),
    ])
      expect(await refusal(call)).toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('hostile text (SUR-51)', () => {
  it('formulas, markup, quotes and patterns are words; what goes out runs nowhere', async () => {
    const evil = '"=HYPERLINK(""http://x"")","<script>alert(1)</script>"';
    await bring(
      `When,Score,${evil.split(',')[1]},Said\n${at(1)},9,y,${evil.split(',')[0]}\n${at(1)},9,n,100% "" \\ _ ok\n`,
      {
        columns: undefined,
      },
    );
    const { csv } = await desk.client.surveys.responsesCsv({});
    expect(csv).toContain(`'=HYPERLINK`);
    expect(await list({ text: '%' })).toHaveLength(1);
    expect(await list({ text: '_' })).toHaveLength(1);
    expect(await list({ text: '\\' })).toHaveLength(1);
    expect(await list({ text: 'HYPERLINK("' })).toHaveLength(1);
    expect(await list({ text: "' OR 1=1 --" })).toEqual([]);
  });
});

describe('responses by the thousand', () => {
  it('are read in the order of an index, without a sort, whatever is asked for', () => {
    for (const where of [
      '1',
      'r.survey_id = 1',
      'r.low = 1',
      'r.has_words = 1 AND r.read_at IS NULL',
      't.assignee_id = 1',
    ]) {
      const plan = rows<{ detail: string }>(desk.db, `EXPLAIN QUERY PLAN ${responsesText(where)}`, 100, 0);
      const text = plan.map(({ detail }) => detail).join(' | ');
      expect(text).toMatch(/r USING INDEX survey_response_(at|survey|unread)/);
      expect(text).not.toContain('TEMP B-TREE');
    }
  });
});
