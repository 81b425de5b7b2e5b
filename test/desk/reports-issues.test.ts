import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import PostalMime from 'postal-mime';
import type { ReportContent, ReportSection } from '../../src/contract/index.ts';
import { dateOf } from '../../src/domain/calendar/wall-time.ts';
import { column, row } from '../../src/main/store/db.ts';
import { hour, minute, mondayTen } from '../support/fake-clock.ts';
import { pdfText } from '../support/pdf-text.ts';
import { answers, review } from '../support/survey-and-review.ts';
import { newTicket, refusal, testDesk, type TestDesk } from '../support/test-desk.ts';
import { tempFolder } from '../support/temp.ts';

const folder = tempFolder();
const day = 24 * hour;
let desk: TestDesk;

beforeEach(async () => {
  desk = await testDesk(folder);
});
afterEach(() => desk.close());

const bytesOf = ({ base64 }: { readonly base64: string }) => new Uint8Array(Buffer.from(base64, 'base64'));
const textOf = (file: { readonly base64: string }): string => Buffer.from(file.base64, 'base64').toString();
const section = ({ sections }: ReportContent, kind: ReportSection['kind']): ReportSection =>
  sections.find((each) => each.kind === kind) ?? expect.fail(`no ${kind}`);
const cells = ({ tables }: ReportSection, key: string) =>
  (tables.find((each) => each.key === key) ?? expect.fail(`no table ${key}`)).rows.map((cell) =>
    cell.map(({ value }) => value),
  );
const own = {
  kind: 'weekly' as const,
  title: 'For Rosa',
  sections: ['note' as const, 'actions' as const],
  note: 'One\nTwo',
};
const ownReport = { ...own, time: null, recipients: [], paused: false };

/** A week of tickets, each solved an hour after it came in. */
async function work(count: number, agent?: string): Promise<void> {
  for (let n = 0; n < count; n += 1) {
    const { id } = await newTicket(desk.client, { subject: `Parcel ${n}`, priority: n % 2 === 0 ? 'p2' : 'p3' });
    if (agent !== undefined) await desk.client.tickets.update({ selection: { ids: [id] }, set: { assigneeId: agent } });
    desk.clock.pass(10 * minute);
    await desk.client.tickets.reply({ id, body: 'Done.', status: 'solved' });
  }
}

describe('reports (REP-1, REP-2)', () => {
  it('are the four of the seeds, at their times', async () => {
    const { reports } = await desk.client.reports.list();
    expect(reports.map(({ key, builtIn, time }) => [key, builtIn, time?.every, time?.at])).toEqual([
      ['daily', true, 'day', '08:30'],
      ['weekly', true, 'week', '09:00'],
      ['monthly', true, 'workday', '08:30'],
      ['review', true, 'weekday', '10:00'],
    ]);
    expect(reports.map(({ nextAt }) => new Date(nextAt ?? 0).toISOString().slice(0, 16))).toEqual([
      '2026-03-03T08:30',
      '2026-03-09T09:00',
      '2026-03-04T08:30',
      '2026-03-10T10:00',
    ]);
    expect(reports.find(({ key }) => key === 'weekly')?.sections).toEqual([
      'summary',
      'incidents',
      'sla',
      'agents',
      'actions',
    ]);
  });

  it('of one’s own have any sections in any order, go away and come back, and leave their issues', async () => {
    const { key, changeSet } = await desk.client.reports.save(ownReport);
    const { issueId } = await desk.client.reports.make({ key });
    const { content, before } = await desk.client.reports.issue({ issueId });
    expect(content.sections.map(({ kind }) => kind)).toEqual(['note', 'actions']);
    expect(section(content, 'note').lines).toEqual(['One', 'Two']);
    expect(before).toBeNull();
    const again = await desk.client.reports.make({ key });
    expect((await desk.client.reports.issue({ issueId: again.issueId })).before).toBe(issueId);
    await desk.client.reports.remove({ key });
    expect(await refusal(desk.client.reports.make({ key }))).toMatchObject({ code: 'NOT_FOUND' });
    expect((await desk.client.reports.issues({ key })).total).toBe(2);
    expect((await desk.client.reports.issueFile({ issueId, format: 'csv' })).fileName).toBe('For Rosa 2026-02-23.csv');
    await desk.client.desk.undo({});
    expect((await desk.client.reports.list()).reports.at(-1)).toMatchObject({
      key,
      title: 'For Rosa',
      builtIn: false,
      nextAt: null,
    });
    expect(changeSet).not.toBeNull();
  });

  it('are refused with what is wrong', async () => {
    const twice = desk.client.reports.save({ ...ownReport, sections: ['note', 'note'] });
    expect(await refusal(twice)).toMatchObject({ code: 'INVALID', data: { field: 'sections' } });
    const fifth = desk.client.reports.save({
      ...ownReport,
      time: { every: 'weekday', at: '09:00', weekday: 1, nth: 5, workdays: true },
    });
    expect(await refusal(fifth)).toMatchObject({ code: 'INVALID', data: { field: 'time.nth' } });
    const gone = '01a21ce5-894e-7000-9471-933f41d38bfc';
    for (const call of [
      desk.client.reports.preview({ report: gone }),
      desk.client.reports.make({ key: gone }),
      desk.client.reports.remove({ key: gone }),
      desk.client.reports.issue({ issueId: gone }),
      desk.client.reports.itemDone({ id: gone, done: true }),
      desk.client.reports.commentRemove({ id: gone }),
    ])
      expect(await refusal(call)).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('are for whoever leads', async () => {
    const { key } = await desk.client.reports.save(ownReport);
    const { issueId } = await desk.client.reports.make({ key });
    const { id } = await desk.client.reports.itemSave({ text: 'Call Ann' });
    // What was taken back and done again is as much of it.
    await desk.client.desk.undo({});
    await desk.client.desk.redo();
    const { id: me } = await desk.client.people.create({ name: 'Ada Lund', role: 'Agent' });
    await desk.client.desk.settings({ me });
    const { reports } = desk.client;
    for (const call of [
      reports.list(),
      reports.save(ownReport),
      reports.remove({ key }),
      reports.preview({ report: 'daily' }),
      reports.previewFile({ report: 'daily', format: 'csv' }),
      reports.make({ key: 'daily' }),
      reports.issues({}),
      reports.issue({ issueId }),
      reports.issueFile({ issueId, format: 'csv' }),
      reports.issueRemove({ issueId }),
      reports.sent({ issueId }),
      reports.comment({ issueId, text: 'Hm' }),
      reports.items({}),
      reports.itemSave({ text: 'x' }),
      reports.itemDone({ id, done: true }),
      reports.itemRemove({ id }),
    ])
      expect(await refusal(call)).toMatchObject({ code: 'FORBIDDEN' });
    expect(
      (await desk.client.desk.history({})).entries.filter(
        ({ command, label }) => command.startsWith('reports.') || label.includes('Call Ann'),
      ),
    ).toEqual([]);
  });

  it('of years that no calendar reaches are refused at once', async () => {
    expect(await refusal(desk.client.reports.preview({ report: 'daily', at: 8_640_000_000_000_000 }))).toMatchObject({
      code: 'INVALID',
      data: { field: 'at' },
    });
  });

  it('are not undone from under what came up in them', async () => {
    const { issueId, changeSet } = await desk.client.reports.make({ key: 'daily' });
    const item = await desk.client.reports.itemSave({ text: 'Call Ann', issueId });
    expect(await refusal(desk.client.desk.undo({ changeSet: changeSet! }))).toMatchObject({ code: 'CONFLICT' });
    await desk.client.reports.issueRemove({ issueId });
    const { items } = await desk.client.reports.items({});
    expect(items.find(({ id }) => id === item.id)?.issueId).toBeNull();
  });

  it('have names that files and mails take, wherever a title is cut', async () => {
    const title = `${'a'.repeat(99)}😀 pack`;
    const { key } = await desk.client.reports.save({ ...ownReport, title });
    const { issueId } = await desk.client.reports.make({ key });
    for (const format of ['eml', 'xlsx'] as const)
      expect((await desk.client.reports.issueFile({ issueId, format })).fileName).toContain('a😀 2026');
  });
});

describe('what an issue says (REP-4, REP-20 to REP-29)', () => {
  it('is the figures of the Numbers screen, with n, by metric and priority', async () => {
    await work(8);
    desk.clock.pass(7 * day);
    const content = await desk.client.reports.preview({ report: 'weekly' });
    expect(content.period).toEqual({ from: '2026-03-02', days: 7 });
    const by = await desk.client.metrics.figures({ ...content.period, by: 'priority', against: 'none' });
    const all = await desk.client.metrics.figures({ ...content.period, against: 'none' });
    const { kpis } = await desk.client.metrics.kpis();
    const expected = kpis
      .filter(({ name }) => name.endsWith('Met'))
      .flatMap(({ name, title }) =>
        [...by.rows, ...all.rows].flatMap(({ label, figures }) => {
          const { n, hits, value } = figures.find((each) => each.name === name)!;
          return n === 0 && label !== 'All' ? [] : [[title, label, hits, n, value]];
        }),
      );
    expect(expected.length).toBeGreaterThan(8);
    expect(cells(section(content, 'sla'), 'sla').map((each) => each.slice(0, 5))).toEqual(expected);
    expect(section(content, 'summary').lines).toHaveLength(3);
    expect(section(content, 'summary').lines[1]).toContain('do not react yet');
    expect(section(content, 'agents').lines[1]).toMatch(/^Too few to tell agents apart/);
    expect(section(content, 'agents').tables).toEqual([]);
  });

  it('is told of nothing in sentences: every section of an empty desk, without a NaN', async () => {
    for (const report of ['daily', 'weekly', 'monthly', 'review'] as const) {
      const content = await desk.client.reports.preview({ report });
      expect(content.sections.every(({ lines }) => lines.length > 0)).toBe(true);
      expect(JSON.stringify(content)).not.toMatch(/NaN|Infinity|undefined/);
      const { base64 } = await desk.client.reports.previewFile({ report, format: 'html' });
      expect(Buffer.from(base64, 'base64').toString()).not.toMatch(/NaN|Infinity|undefined|null/);
    }
    const { sections } = await desk.client.reports.preview({ report: 'weekly' });
    expect(sections.map(({ lines }) => lines[0])).toEqual([
      'No SLA compliance to tell; no CSAT to tell.',
      'No incident ran: 23 Feb to 1 Mar 2026. Drills are not counted.',
      '23 Feb to 1 Mar 2026. No ticket that had a target was solved in these days.',
      expect.stringContaining('of 0 agents with tickets'),
      'No action item is open.',
    ]);
  });

  it('ranks incidents by the tickets they touched, without drills, and fills up with the worst breaches', async () => {
    const late = await newTicket(desk.client, { subject: 'Late one', priority: 'p1' });
    const [a, b, c] = await Promise.all(
      ['a', 'b', 'c'].map((subject) => newTicket(desk.client, { subject, priority: 'p4' })),
    );
    await desk.client.escalation.declare({ title: 'Small', impact: '', linkedIds: [a!.id] });
    await desk.client.escalation.declare({ title: 'Large', impact: '', linkedIds: [b!.id, c!.id] });
    const [drill] = (await desk.client.escalation.scenarios()).scenarios;
    await desk.client.escalation.drillStart({ scenario: drill!.key });
    desk.clock.pass(7 * day);
    const content = await desk.client.reports.preview({ report: 'weekly' });
    const { lines } = section(content, 'incidents');
    expect(lines[0]).toBe('2 incidents ran: 2 to 8 Mar 2026. Impact is how many tickets each touched.');
    expect(cells(section(content, 'incidents'), 'incidents').map((each) => [each[0], each[4], each[5]])).toEqual([
      ['Large', 3, 'still running'],
      ['Small', 2, 'still running'],
    ]);
    const breaches = cells(section(content, 'incidents'), 'breaches');
    expect(breaches.length).toBeLessThanOrEqual(3);
    const told = breaches.find((each) => String(each[0]).startsWith(`#${late.number} `));
    // What ran is told by how long it ran within the days, up to their end.
    expect(cells(section(content, 'incidents'), 'incidents').every((each) => Number(each[3]) > 6 * 24 * 60)).toBe(true);
    // A P1 counts four times: its minutes over, as the desk's own clock has them.
    const clock = (await desk.client.tickets.get({ id: late.id })).clocks.firstResponse;
    expect(told?.[1]).toBe('P1');
    expect(told?.[5]).toBe(Math.round(4 * Number(told?.[3])));
    expect(clock.state).toBe('breached');
    const over = [clock, (await desk.client.tickets.get({ id: late.id })).clocks.resolution].map(
      ({ spentMinutes, targetMinutes }) => spentMinutes - (targetMinutes ?? 0),
    );
    expect(Number(told?.[3])).toBeCloseTo(Math.max(...over), 0);
    const impacts = breaches.map((each) => Number(each[5]));
    expect(impacts).toEqual(impacts.toSorted((x, y) => y - x));
  });

  it('tells surveys, quality, causes and the agenda as their screens do, by the same rules', async () => {
    const { id: ada } = await desk.client.people.create({ name: 'Ada', role: 'Agent' });
    for (let week = 0; week < 8; week += 1) {
      await work(6, ada);
      desk.clock.pass(7 * day);
    }
    // From 2 March on: at the end of April, when most were happy in March and hardly any in April.
    const first = (await desk.client.tickets.search({ query: 'Parcel' })).hits[0]?.ticket;
    answers(desk, [
      ...Array.from({ length: 40 }, (_, n) => [30 + (n % 20), 10] as const),
      ...Array.from({ length: 40 }, (_, n) => [1 + (n % 20), 2] as const),
    ]);
    review(desk, { ticket: first!.number, agent: ada, at: desk.clock.now() - 5 * day, percent: 80 });
    const at = '2026-05-06T08:30:00Z';
    const content = await desk.client.reports.preview({ report: 'monthly', at });
    const period = content.period;
    expect(period).toEqual({ from: '2026-04-01', days: 30 });
    const [, , score, n, , , before, past, reading] = cells(section(content, 'surveys'), 'surveys')[0]!;
    expect([score, before, reading]).toEqual([-100, 100, 'worse: react']);
    const { rows } = await desk.client.metrics.figures({ ...period, against: 'none' });
    const nps = rows[0]!.figures.find(({ name }) => name === 'nps')!;
    expect([score, n]).toEqual([nps.value, nps.n]);
    expect(Number(past)).toBeGreaterThan(0);
    expect(section(content, 'quality').lines[0]).toMatch(/^1 review of the random sample: 4 of 5 \(n 1/);
    expect(section(content, 'causes').lines[0]).toMatch(/tickets came in.*Before it were \d+\.$/);
    const review_ = await desk.client.reports.preview({ report: 'review', at });
    const agenda = cells(section(review_, 'agenda'), 'agenda');
    expect(agenda[0]?.[2]).toContain('NPS -100');
  });

  it('says where the desk was changed while it was made, and that three times were tried', async () => {
    await work(2);
    const done = new AbortController();
    const writes = (async () => {
      for (let n = 0; !done.signal.aborted; n += 1) {
        await newTicket(desk.client, { subject: `Meanwhile ${n}` });
        await new Promise((resolve) => setImmediate(resolve));
      }
    })();
    const { notes } = await desk.client.reports.preview({ report: 'monthly' });
    done.abort();
    await writes;
    expect(notes).toEqual([expect.stringContaining('moments apart')]);
    expect((await desk.client.reports.preview({ report: 'monthly' })).notes).toEqual([]);
  });

  it('are told page by page, none twice and none left out', async () => {
    for (let n = 0; n < 5; n += 1) {
      await desk.client.reports.make({ key: 'daily' });
      desk.clock.pass(minute);
    }
    const told: string[] = [];
    let before: number | undefined;
    do {
      const { issues, total } = await desk.client.reports.issues({ limit: 2, ...(before !== undefined && { before }) });
      expect(total).toBe(5);
      told.push(...issues.map(({ id }) => id));
      before = issues.length < 2 ? undefined : issues.at(-1)?.madeAt;
    } while (before !== undefined);
    expect(told).toEqual((await desk.client.reports.issues({})).issues.map(({ id }) => id));
  });

  it('tells of agents what is beyond noise, and makes no ranking', async () => {
    const agents = await Promise.all(['Ada', 'Ben'].map((name) => desk.client.people.create({ name, role: 'Agent' })));
    for (const [at, { id }] of agents.entries())
      for (let n = 0; n < 40; n += 1) {
        const ticket = await newTicket(desk.client, { subject: `${n}`, priority: 'p3' });
        await desk.client.tickets.update({ selection: { ids: [ticket.id] }, set: { assigneeId: id } });
        await desk.client.tickets.reply({ id: ticket.id, body: 'Done.', status: 'solved' });
        // All that Ben solves comes back.
        if (at === 1) {
          await desk.client.tickets.update({ selection: { ids: [ticket.id] }, set: { status: 'open' } });
          await desk.client.tickets.update({ selection: { ids: [ticket.id] }, set: { status: 'solved' } });
        }
      }
    desk.clock.pass(7 * day);
    const told = section(await desk.client.reports.preview({ report: 'weekly' }), 'agents');
    expect(told.lines[0]).toContain('of 2 agents with tickets, 2 have 30 or more of a figure');
    const rows = cells(told, 'agents').filter((each) => each[1] === 'Reopen rate');
    expect(rows).toEqual([
      ['Ada', 'Reopen rate', 0, 40, 1, 40, 'better, beyond noise'],
      ['Ben', 'Reopen rate', 1, 40, 0, 40, 'to look at together'],
    ]);
    // What is the same is not told.
    expect(cells(told, 'agents').some((each) => each[1] === 'SLA compliance')).toBe(false);
  });

  it('never changes: later work, other names and another zone leave its numbers as they were', async () => {
    await work(4);
    desk.clock.pass(7 * day);
    const { issueId, changeSet, label } = await desk.client.reports.make({ key: 'weekly' });
    expect(label).toBe('Weekly operational pack, 2 to 8 Mar 2026');
    const first = (await desk.client.reports.issue({ issueId })).content;
    const csv = await desk.client.reports.issueFile({ issueId, format: 'csv' });
    expect(first).toMatchObject({
      against: { from: '2026-02-23', days: 7 },
      timeZone: 'UTC',
      madeAt: desk.clock.now(),
      state: {
        tickets: 4,
        schema: (await desk.client.desk.info()).schemaVersion,
        changeSet: expect.any(String) as string,
      },
    });
    await desk.client.tickets.update({
      selection: { ids: [(await newTicket(desk.client)).id] },
      set: { status: 'solved' },
    });
    await desk.client.desk.settings({ timeZone: 'Asia/Tokyo' });
    const { reports } = await desk.client.reports.list();
    const weekly = reports.find(({ key }) => key === 'weekly')!;
    const { builtIn: _, nextAt: __, last: ___, failed: ____, ...given } = weekly;
    await desk.client.reports.save({ ...given, title: 'Other', sections: ['note'] });
    expect((await desk.client.reports.issue({ issueId })).content).toEqual(first);
    expect(await desk.client.reports.issueFile({ issueId, format: 'csv' })).toEqual(csv);
    // Kept once: the log says that it was made, not what it says.
    const logged = column<string>(desk.db, "SELECT after FROM change WHERE entity = 'report_issue'");
    expect(logged).toHaveLength(1);
    expect(logged[0]).not.toContain('sections');
    expect(row(desk.db, 'SELECT count(*) AS n FROM report_content')).toEqual({ n: 1 });
    await desk.client.desk.undo({ changeSet: changeSet! });
    expect(await refusal(desk.client.reports.issue({ issueId }))).toMatchObject({ code: 'NOT_FOUND' });
    await desk.client.desk.redo();
    expect((await desk.client.reports.issue({ issueId })).content).toEqual(first);
    expect((await desk.client.desk.verify()).ok).toBe(true);
  });

  it('is of the month before in a monthly report, by the months of a year, from the first with anything', async () => {
    await work(3);
    desk.clock.pass(35 * day);
    await work(2);
    const content = await desk.client.reports.preview({ report: 'monthly', at: '2026-05-06T08:30:00Z' });
    expect([content.period, content.against]).toEqual([
      { from: '2026-04-01', days: 30 },
      { from: '2026-03-01', days: 31 },
    ]);
    const counts = section(content, 'trend').tables.find(({ key }) => key === 'trend-count-1')!;
    expect(counts.columns.slice(0, 3)).toEqual(['Month', 'Tickets in', 'Tickets solved']);
    expect(counts.rows.map((each) => each.slice(0, 3).map(({ value }) => value))).toEqual([
      ['March 2026', 3, 3],
      ['April 2026', 2, 2],
    ]);
    expect(section(content, 'trend').lines[0]).toContain('There is nothing before March 2026.');
    expect(section(content, 'figures').lines).toContain('There is nothing of April 2025.');
  });
});

describe('action items (REP-25)', () => {
  it('stand in each pack until they are done, with owner, due, late and how often', async () => {
    const { id: rosa } = await desk.client.people.create({ name: 'Rosa', role: 'Coordinator' });
    const yesterday = dateOf(Math.floor(mondayTen / day) - 1);
    const { id } = await desk.client.reports.itemSave({ text: 'Call Ann', ownerId: rosa, dueOn: yesterday });
    await desk.client.reports.itemSave({ text: 'Some day' });
    const shown = async () =>
      cells(section(await desk.client.reports.preview({ report: 'weekly' }), 'actions'), 'actions');
    expect(await shown()).toEqual([
      ['Call Ann', 'Rosa', yesterday, '1 day late', 1],
      ['Some day', 'nobody yet', null, '', 1],
    ]);
    const { issueId } = await desk.client.reports.make({ key: 'weekly' });
    await desk.client.reports.make({ key: 'daily' });
    expect((await shown()).map((each) => each[4])).toEqual([2, 2]);
    expect(await desk.client.reports.items({})).toMatchObject({
      open: 2,
      late: 1,
      items: [{ id, late: true, carried: 1 }, { carried: 1 }],
    });
    await desk.client.reports.issueRemove({ issueId });
    expect((await desk.client.reports.items({})).items[0]?.carried).toBe(0);
    await desk.client.desk.undo({});
    desk.clock.pass(hour);
    await desk.client.reports.itemDone({ id, done: true });
    desk.clock.pass(hour);
    await desk.client.reports.make({ key: 'weekly' });
    expect((await shown()).map((each) => [each[0], each[4]])).toEqual([['Some day', 3]]);
    const all = (await desk.client.reports.items({ done: true })).items;
    expect(all.map(({ text, carried, late }) => [text, carried, late])).toEqual([
      ['Some day', 2, false],
      ['Call Ann', 1, false],
    ]);
    // A daily tells only what is due.
    const daily = section(await desk.client.reports.preview({ report: 'daily' }), 'actions');
    expect(daily.lines).toEqual(['No action item is due; 1 is open.']);
    await desk.client.reports.itemDone({ id, done: false });
    await desk.client.reports.itemRemove({ id });
    expect((await desk.client.reports.items({ done: true })).items).toHaveLength(1);
  });

  it('come up in an issue, and outlive it', async () => {
    const made = await desk.client.reports.make({ key: 'daily' });
    const { id } = await desk.client.reports.itemSave({ text: 'Look into it', issueId: made.issueId });
    expect((await desk.client.reports.items({})).items[0]).toMatchObject({ id, issueId: made.issueId });
    const { id: comment } = await desk.client.reports.comment({ issueId: made.issueId, text: 'Odd day' });
    const told = await desk.client.reports.issue({ issueId: made.issueId });
    expect(told.comments).toMatchObject([{ id: comment, text: 'Odd day', byId: null }]);
    expect(told.row.comments).toBe(1);
    await desk.client.reports.commentRemove({ id: comment });
    await desk.client.reports.issueRemove({ issueId: made.issueId });
    expect((await desk.client.reports.items({})).items).toHaveLength(1);
  });
});

describe('giving an issue out (REP-15, REP-30 to REP-32)', () => {
  it('is marked once, and a second time only where that is meant', async () => {
    const { issueId } = await desk.client.reports.make({ key: 'daily' });
    await desk.client.reports.sent({ issueId });
    desk.clock.pass(day);
    const twice = await refusal(desk.client.reports.sent({ issueId }));
    expect(twice).toMatchObject({ code: 'CONFLICT' });
    expect(twice.message).toContain('Mon, 2 Mar 2026, 10:00');
    expect((await desk.client.reports.issues({})).issues[0]?.sentAt).toBe(mondayTen);
    await desk.client.reports.sent({ issueId, again: true });
    expect((await desk.client.reports.issues({})).issues[0]?.sentAt).toBe(mondayTen + day);
  });

  it('as a file says what the issue says, and runs nothing', async () => {
    const title = "=cmd|' /C calc'!A0 <script>alert(1)</script>";
    await desk.client.reports.itemSave({ text: '=1+1 <b>bold</b>' });
    const { key } = await desk.client.reports.save({
      ...ownReport,
      title,
      note: '<img src=x onerror=alert(1)>\n=HYPERLINK("x")',
    });
    const { issueId } = await desk.client.reports.make({ key });
    const file = (format: 'pdf' | 'csv' | 'html' | 'xlsx') => desk.client.reports.issueFile({ issueId, format });
    const [pdf, csv, html, xlsx] = [await file('pdf'), await file('csv'), await file('html'), await file('xlsx')];
    expect(pdf.fileName).toBe("=cmd ' C calc'!A0 script alert(1) script 2026-02-23.pdf");
    const { pages, title: named } = await pdfText(bytesOf(pdf));
    expect(named).toBe(`${title}, 23 Feb to 1 Mar 2026`);
    for (const words of [
      '=1+1 <b>bold</b>',
      'nobody yet',
      '<img src=x onerror=alert(1)>',
      'Made Mon, 2 Mar 2026, 10:00',
    ])
      expect(pages.join(' ')).toContain(words);
    expect(textOf(html)).not.toMatch(/<script>|<img|<b>/);
    for (const line of textOf(csv).replace('\ufeff', '').split('\r\n'))
      expect(line).not.toMatch(/(^|,)"?[=+@-][A-Za-z0-9]/);
    expect(Buffer.from(xlsx.base64, 'base64').subarray(0, 2).toString()).toBe('PK');
  });

  it('as the draft of a mail reads back whole, with no header but its own', async () => {
    const title =
      'Übersicht für alle – ein recht langer Titel, der über eine Zeile geht\r\nBcc: evil@example.com\r\n\r\nBody';
    const recipients = ['rosa@example.com', 'joao@example.com'];
    const { id: me } = await desk.client.people.create({ name: 'Rosa', role: 'Coordinator', email: 'me@example.com' });
    await desk.client.desk.settings({ me });
    const { key } = await desk.client.reports.save({ ...ownReport, title, recipients });
    const { issueId } = await desk.client.reports.make({ key });
    const eml = await desk.client.reports.issueFile({ issueId, format: 'eml' });
    expect(eml).toMatchObject({
      type: 'message/rfc822',
      fileName: expect.stringMatching(/2026-02-23\.eml$/) as string,
    });
    const raw = textOf(eml);
    expect(raw.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(raw.split('\r\n').every((line) => line.length <= 78)).toBe(true);
    expect(raw).toMatch(/^[\x20-\x7e\r\n]*$/);
    const mail = await PostalMime.parse(raw);
    expect(mail.headers.map((each) => each.key)).toEqual([
      'from',
      'to',
      'subject',
      'date',
      'x-unsent',
      'mime-version',
      'content-type',
    ]);
    expect(mail.subject).toBe(`${title.replaceAll(/[\r\n]+/g, ' ')}, 23 Feb to 1 Mar 2026`);
    expect(mail.to?.map(({ address }) => address)).toEqual(recipients);
    expect(mail.from?.address).toBe('me@example.com');
    expect(mail.bcc ?? []).toEqual([]);
    expect(new Date(mail.date ?? '').getTime()).toBe(mondayTen);
    expect(mail.text).toContain('NOTE');
    expect(mail.html).toContain('<h2 dir="auto">Note</h2>');
    const [attached] = mail.attachments;
    expect(attached).toMatchObject({ mimeType: 'application/pdf', disposition: 'attachment' });
    expect(attached?.filename).toContain('Übersicht für alle');
    const { pages } = await pdfText(new Uint8Array(attached?.content as ArrayBuffer));
    expect(pages[0]).toContain('Übersicht für alle');
  });

  it('of a report without a recipient or a sender is still a draft', async () => {
    const raw = textOf(await desk.client.reports.previewFile({ report: 'daily', format: 'eml' }));
    const { headers, from, to } = await PostalMime.parse(raw);
    expect(headers.map((each) => each.key)).toEqual(['subject', 'date', 'x-unsent', 'mime-version', 'content-type']);
    expect([from, to]).toEqual([undefined, undefined]);
    // A title that was never saved is one line all the same.
    const odd = { ...own, title: 'Pack\r\nBcc: evil@example.com\r\n\r\nBody' };
    const draft = await desk.client.reports.previewFile({ report: odd, format: 'eml' });
    const mail = await PostalMime.parse(textOf(draft));
    expect(mail.headers).toHaveLength(5);
    expect(mail.subject).toContain('Pack Bcc: evil@example.com Body');
  });
});

describe('a look (CLI-4)', () => {
  it('keeps nothing', async () => {
    const { entries } = await desk.client.desk.history({});
    await desk.client.reports.preview({ report: 'weekly' });
    await desk.client.reports.previewFile({ report: own, format: 'pdf' });
    expect((await desk.client.desk.history({})).entries).toEqual(entries);
    expect((await desk.client.reports.issues({})).total).toBe(0);
  });

  it('of another time is of the days before that', async () => {
    const { period } = await desk.client.reports.preview({ report: 'weekly', at: '2026-02-11T12:00:00+01:00' });
    expect(period).toEqual({ from: '2026-02-02', days: 7 });
  });
});
