import { afterEach, describe, expect, it } from 'vitest';
import { column, row, run } from '../../src/main/store/db.ts';
import { hour, minute, mondayTen } from '../support/fake-clock.ts';
import { issuesOf, keptClock, keptDesk, made, until } from '../support/report-desk.ts';
import { newTicket, refusal, testDesk, type TestDesk } from '../support/test-desk.ts';
import { tempFolder } from '../support/temp.ts';

const folder = tempFolder();
const day = 24 * hour;
const open = new Set<TestDesk>();
async function start(...given: Parameters<typeof keptDesk> extends [string, ...infer Rest] ? Rest : never) {
  const desk = await keptDesk(folder, ...given);
  open.add(desk);
  return desk;
}
async function stop(desk: TestDesk): Promise<void> {
  open.delete(desk);
  await desk.close();
}
afterEach(async () => {
  for (const desk of open) await stop(desk);
});

const iso = (at: number | null): string => new Date(at ?? 0).toISOString().slice(0, 16);
const dues = async (desk: TestDesk, key: 'daily' | 'weekly' | 'monthly' | 'review') =>
  (await issuesOf(desk, key)).map(({ dueAt }) => iso(dueAt)).toSorted();
/** Tuesday 3 March, 08:30. */
const tuesday = 22.5 * hour;

describe('the scheduler of reports (REP-10 to REP-14)', () => {
  it('makes a report at its time, as a change of the desk by itself, and says so', async () => {
    const desk = await start();
    await newTicket(desk.client);
    desk.clock.pass(tuesday - 1);
    expect(await issuesOf(desk)).toEqual([]);
    expect((await desk.client.reports.list()).reports[0]?.nextAt).toBe(mondayTen + tuesday);
    desk.clock.pass(1);
    await made(desk, 1);
    const [issue] = await issuesOf(desk);
    expect(issue).toMatchObject({
      key: 'daily',
      kind: 'daily',
      title: 'Daily dashboard',
      period: { from: '2026-03-02', days: 1 },
      dueAt: mondayTen + tuesday,
      madeAt: mondayTen + tuesday,
      sentAt: null,
    });
    const { entries } = await desk.client.desk.history({ limit: 1 });
    expect(entries).toMatchObject([
      { actor: 'Foredesk', command: 'reports.due', label: 'Daily dashboard, Mon, 2 Mar 2026' },
    ]);
    const { content } = await desk.client.reports.issue({ issueId: issue!.id });
    expect(content).toMatchObject({ timeZone: 'UTC', madeAt: mondayTen + tuesday, state: { tickets: 1 }, notes: [] });
    expect((await desk.client.reports.list()).reports[0]).toMatchObject({
      nextAt: mondayTen + tuesday + day,
      last: { issueId: issue!.id },
      failed: null,
    });
    expect((await desk.client.desk.verify()).ok).toBe(true);
  });

  it('makes up for what was missed asleep: five of each at most, and says how many were left out', async () => {
    const desk = await start();
    desk.clock.sleep(20 * day);
    desk.desk.wake();
    await made(desk, 9);
    expect(await dues(desk, 'daily')).toEqual([
      '2026-03-16T08:30',
      '2026-03-17T08:30',
      '2026-03-18T08:30',
      '2026-03-19T08:30',
      '2026-03-20T08:30',
    ]);
    expect(await dues(desk, 'weekly')).toEqual(['2026-03-09T09:00', '2026-03-16T09:00']);
    expect(await dues(desk, 'monthly')).toEqual(['2026-03-04T08:30']);
    expect(await dues(desk, 'review')).toEqual(['2026-03-10T10:00']);
    const notes = await Promise.all(
      (await issuesOf(desk, 'daily'))
        .toReversed()
        .map(async ({ id }) => (await desk.client.reports.issue({ issueId: id })).content.notes),
    );
    expect(notes).toEqual([['9 earlier issues fell due while the desk was closed and were left out.'], [], [], [], []]);
    // Each is of its own day, whenever it was made.
    expect((await issuesOf(desk, 'daily')).map(({ period }) => period.from)).toEqual([
      '2026-03-19',
      '2026-03-18',
      '2026-03-17',
      '2026-03-16',
      '2026-03-13',
    ]);
  });

  it('makes up for days closed when the desk is opened again, and never a second one', async () => {
    const clock = keptClock();
    const first = await start(clock);
    await stop(first);
    clock.sleep(2 * day);
    const second = await start(clock, first.file);
    await made(second, 3);
    expect(await dues(second, 'daily')).toEqual(['2026-03-03T08:30', '2026-03-04T08:30']);
    await stop(second);
    const third = await start(clock, first.file);
    clock.pass(day);
    await made(third, 4);
    expect(await dues(third, 'daily')).toHaveLength(3);
    expect(await dues(third, 'monthly')).toHaveLength(1);
    expect(() =>
      run(third.db, "INSERT INTO report_content SELECT zeroblob(16), report, due_at, '{}' FROM report_content LIMIT 1"),
    ).toThrow('UNIQUE');
  });

  it('does not make again what was undone or taken away, and finds what it said where that is done again', async () => {
    const desk = await start();
    desk.clock.pass(tuesday);
    await made(desk, 1);
    const [issue] = await issuesOf(desk);
    const { content } = await desk.client.reports.issue({ issueId: issue!.id });
    const { entries } = await desk.client.desk.history({ limit: 1 });
    await desk.client.desk.undo({ changeSet: entries[0]!.id });
    expect(await issuesOf(desk)).toEqual([]);
    // The next wake makes what is due then, and not that one.
    desk.clock.pass(day);
    await made(desk, 2);
    expect(await dues(desk, 'daily')).toEqual(['2026-03-04T08:30']);
    await desk.client.reports.issueRemove({ issueId: (await issuesOf(desk, 'daily'))[0]!.id });
    desk.clock.pass(day);
    await made(desk, 2);
    expect(await dues(desk, 'daily')).toEqual(['2026-03-05T08:30']);
    await desk.client.desk.undo({});
    expect(await dues(desk, 'daily')).toEqual(['2026-03-04T08:30', '2026-03-05T08:30']);
    expect(row(desk.db, 'SELECT count(*) AS n FROM report_content')).toEqual({ n: 4 });
    expect(content.sections.length).toBeGreaterThan(3);
  });

  it('one that fails is told with words, does not stop the others and is tried again', async () => {
    const desk = await start();
    desk.db.exec(`CREATE TRIGGER refuse BEFORE INSERT ON report_content WHEN NEW.report = 'daily'
      BEGIN SELECT RAISE(ABORT, 'The disk is full'); END`);
    desk.clock.sleep(2 * day);
    desk.desk.wake();
    await made(desk, 1, 'monthly');
    const failed = async () => (await desk.client.reports.list()).reports[0]?.failed;
    await until(desk, async () => (await failed()) !== null);
    expect(await failed()).toEqual({ dueAt: mondayTen + tuesday, message: 'The disk is full' });
    expect(await issuesOf(desk, 'daily')).toEqual([]);
    // Nothing of it is half there.
    expect(column(desk.db, "SELECT report FROM report_content WHERE report = 'daily'")).toEqual([]);
    desk.db.exec('DROP TRIGGER refuse');
    desk.clock.pass(minute);
    await made(desk, 2, 'daily');
    expect(await failed()).toBeNull();
  });

  it('makes nothing of the time it was paused, nor of a time that was another before', async () => {
    const desk = await start();
    const { reports } = await desk.client.reports.list();
    const { key, builtIn: _, nextAt: __, last: ___, failed: ____, ...daily } = reports[0]!;
    await desk.client.reports.save({ ...daily, key, paused: true });
    expect((await desk.client.reports.list()).reports[0]?.nextAt).toBeNull();
    desk.clock.pass(7 * day);
    await made(desk, 2);
    expect(await dues(desk, 'daily')).toEqual([]);
    // Goes on, and at noon.
    await desk.client.reports.save({ ...daily, key, time: { ...daily.time!, at: '12:00' } });
    desk.clock.pass(3 * hour);
    await made(desk, 1, 'daily');
    expect(await dues(desk, 'daily')).toEqual(['2026-03-09T12:00']);
    // Back to how it came: 08:30 of today was not due then.
    await desk.client.reports.remove({ key });
    desk.clock.pass(day);
    await made(desk, 2, 'daily');
    expect(await dues(desk, 'daily')).toEqual(['2026-03-09T12:00', '2026-03-10T08:30']);
  });

  it('makes up for nothing where a pause is undone, and says nothing of what is not due any more', async () => {
    const desk = await start();
    const { reports } = await desk.client.reports.list();
    const { key, builtIn: _, nextAt: __, last: ___, failed: ____, ...daily } = reports[0]!;
    const { changeSet } = await desk.client.reports.save({ ...daily, key, paused: true });
    desk.clock.sleep(18 * day);
    desk.desk.wake();
    await made(desk, 4);
    await desk.client.desk.undo({ changeSet: changeSet! });
    desk.desk.wake();
    desk.clock.pass(hour);
    expect(await dues(desk, 'daily')).toEqual([]);
    // Done again and taken back once more nothing is made up for either.
    desk.clock.pass(2 * minute);
    await desk.client.desk.redo();
    desk.clock.pass(minute);
    await desk.client.desk.undo({});
    // To Monday.
    desk.clock.pass(3 * day);
    await made(desk, 1, 'daily');
    expect(await dues(desk, 'daily')).toEqual(['2026-03-23T08:30']);
  });

  it('a recipient more is no other time: what failed is still made', async () => {
    const desk = await start();
    desk.db.exec(
      `CREATE TRIGGER refuse BEFORE INSERT ON report_content BEGIN SELECT RAISE(ABORT, 'The disk is full'); END`,
    );
    desk.clock.pass(tuesday);
    const daily = async () => (await desk.client.reports.list()).reports[0]!;
    await until(desk, async () => (await daily()).failed !== null);
    const { key, builtIn: _, nextAt: __, last: ___, failed: ____, ...definition } = await daily();
    await desk.client.reports.save({ ...definition, key, recipients: ['ann@example.com'] });
    expect((await daily()).failed).not.toBeNull();
    // Nor is undo of it.
    await desk.client.desk.undo({});
    expect((await daily()).failed).not.toBeNull();
    desk.db.exec('DROP TRIGGER refuse');
    desk.clock.pass(minute);
    await made(desk, 1, 'daily');
    expect(await dues(desk, 'daily')).toEqual(['2026-03-03T08:30']);
  });

  it('while it is paused nothing of it has failed', async () => {
    const desk = await start();
    desk.db.exec(
      `CREATE TRIGGER refuse BEFORE INSERT ON report_content BEGIN SELECT RAISE(ABORT, 'The disk is full'); END`,
    );
    desk.clock.pass(tuesday);
    const daily = async () => (await desk.client.reports.list()).reports[0]!;
    await until(desk, async () => (await daily()).failed !== null);
    const { key, builtIn: _, nextAt: __, last: ___, failed: ____, ...definition } = await daily();
    await desk.client.reports.save({ ...definition, key, paused: true });
    expect((await daily()).failed).toBeNull();
  });

  it('tells all of the desk, whoever sits at it when a report is due', async () => {
    const desk = await start();
    const { id } = await desk.client.people.create({ name: 'Ada Lund', role: 'Agent' });
    await newTicket(desk.client);
    await desk.client.desk.settings({ me: id });
    desk.clock.pass(tuesday);
    await until(desk, () => Promise.resolve(row(desk.db, 'SELECT 1 FROM report_issue') !== undefined));
    expect(await refusal(desk.client.reports.issues({}))).toMatchObject({ code: 'FORBIDDEN' });
    await desk.client.desk.settings({ me: null });
    const [issue] = await issuesOf(desk);
    const { content } = await desk.client.reports.issue({ issueId: issue!.id });
    expect(content.sections[0]?.lines[2]).toContain('1 ticket came in');
  });

  it('keeps one that a clock set far ahead made, and goes on once it is set right', async () => {
    const desk = await start();
    desk.clock.sleep(400 * day);
    desk.desk.wake();
    await made(desk, 16);
    desk.clock.sleep(-400 * day + tuesday);
    desk.desk.wake();
    await until(desk, async () => (await dues(desk, 'daily')).includes('2026-03-03T08:30'));
    expect(await dues(desk, 'daily')).toHaveLength(6);
  });

  it('makes nothing where a desk is only asked', async () => {
    const desk = await testDesk(folder);
    open.add(desk);
    desk.clock.sleep(20 * day);
    desk.desk.wake();
    await newTicket(desk.client);
    expect(await issuesOf(desk)).toEqual([]);
    expect(column(desk.db, "SELECT value FROM meta WHERE key = 'reports.since'")).toEqual([]);
  });
});
