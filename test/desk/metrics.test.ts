import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { KpiDimension, KpiName } from '../../src/contract/index.ts';
import { kpiNames } from '../../src/contract/words.ts';
import { dateOf } from '../../src/domain/calendar/wall-time.ts';
import { column, row, rows, run } from '../../src/main/store/db.ts';
import { backlogText, daysText } from '../../src/main/store/kpi-days.ts';
import { fakeClock, hour, minute } from '../support/fake-clock.ts';
import { newTicket, refusal, testDesk, type Client, type TestDesk } from '../support/test-desk.ts';
import { tempFolder } from '../support/temp.ts';

const folder = tempFolder();
const day = 24 * hour;
/** A Wednesday at eleven, in Lisbon as in London. */
const now = Date.UTC(2026, 2, 4, 11);

type Figures = Awaited<ReturnType<Client['metrics']['figures']>>;
const one = (told: Figures, name: KpiName, key = '') =>
  told.rows.find((each) => each.key === key)?.figures.find((figure) => figure.name === name);

describe('figures of a sample desk (KPI-1 to KPI-12)', () => {
  let desk: TestDesk;
  let client: Client;
  const range = { from: '2026-02-19', days: 14 };
  const span = { from: Date.UTC(2026, 1, 19), to: Date.UTC(2026, 2, 5) };
  beforeAll(async () => {
    desk = await testDesk(folder, { clock: fakeClock(now) });
    client = desk.client;
    await client.desk.settings({ timeZone: 'Europe/Lisbon' });
    await client.desk.sample({ tickets: 3000, seed: 5 });
    await client.desk.settings({ me: null });
  }, 120_000);
  afterAll(() => desk.close());

  it('are what SQL over the tickets says, written apart from ours', async () => {
    const told = await client.metrics.figures(range);
    const count = (text: string) => row<{ n: number }>(desk.db, text, span.from, span.to)!.n;
    const plain = 'drill = 0 AND merged_into IS NULL';
    const created = `FROM ticket t WHERE created_at >= ? AND created_at < ? AND ${plain}`;
    const solved = `FROM ticket t WHERE solved_at >= ? AND solved_at < ? AND ${plain}`;
    expect(one(told, 'created')?.n).toBe(count(`SELECT count(*) AS n ${created}`));
    expect(one(told, 'solved')?.n).toBe(count(`SELECT count(*) AS n ${solved}`));
    const good = count(`SELECT count(*) AS n ${solved} AND csat = 1`);
    const rated = count(`SELECT count(*) AS n ${solved} AND csat IS NOT NULL`);
    expect(one(told, 'csat')).toMatchObject({ n: rated, hits: good, value: good / rated });
    const minutes = column<number>(
      desk.db,
      `SELECT spent_ms / 60000.0 FROM ticket t JOIN sla_clock c ON c.ticket_id = t.id AND c.metric = 0
       WHERE created_at >= ? AND created_at < ? AND met_at IS NOT NULL AND ${plain} ORDER BY 1`,
      span.from,
      span.to,
    );
    const first = one(told, 'firstResponse');
    expect(first?.n).toBe(minutes.length);
    for (const [told1, share] of [
      [first?.value, 0.5],
      [first?.p90, 0.9],
    ] as const) {
      const exact = minutes[Math.floor(share * (minutes.length - 1))] ?? NaN;
      expect(Math.abs((told1 ?? NaN) - exact)).toBeLessThanOrEqual(Math.max(1 / 60, 0.01 * exact));
    }
    expect(first?.mean).toBeCloseTo(minutes.reduce((sum, value) => sum + value, 0) / minutes.length, 6);
    const back = count(
      `SELECT count(*) AS n ${solved} AND id IN (SELECT ticket_id FROM event WHERE type = 4 AND from_value IN ('solved', 'closed') AND to_value NOT IN ('solved', 'closed'))`,
    );
    expect(one(told, 'reopened')).toMatchObject({ hits: back, n: one(told, 'solved')?.n });
    expect(back).toBeGreaterThan(0);
    const kept = `FROM ticket t JOIN sla_clock c ON c.ticket_id = t.id AND c.metric = 0 AND c.target_minutes IS NOT NULL
      WHERE created_at >= ? AND created_at < ? AND ${plain} AND (met_at IS NOT NULL OR breached_at IS NOT NULL)`;
    expect(one(told, 'firstResponseMet')).toMatchObject({
      n: count(`SELECT count(*) AS n ${kept}`),
      hits: count(`SELECT count(*) AS n ${kept} AND breached_at IS NULL`),
    });
    const open = row<{ n: number }>(
      desk.db,
      `SELECT count(*) AS n FROM ticket WHERE created_at < ? AND (solved_at IS NULL OR solved_at >= ?) AND ${plain}`,
      span.to,
      span.to,
    )!.n;
    expect(one(told, 'backlog')?.n).toBe(open);
  });

  it('add up: rows of each dimension to the whole, days to the range', async () => {
    const whole = await client.metrics.figures({ ...range, against: 'none' });
    const dims: KpiDimension[] = ['queue', 'channel', 'priority', 'agent', 'team', 'category', 'customer', 'hour'];
    for (const by of dims) {
      const told = await client.metrics.figures({ ...range, by, against: 'none' });
      expect(told.rows.length).toBeGreaterThan(1);
      for (const name of ['created', 'solved', 'csat', 'firstResponse', 'slaMet', 'resolution'] as const) {
        const sum = told.rows.reduce(
          (all, { figures }) => all + (figures.find((each) => each.name === name)?.n ?? 0),
          0,
        );
        expect([by, name, sum]).toEqual([by, name, one(whole, name)?.n]);
      }
    }
    const { days } = await client.metrics.series({ ...range, name: 'created' });
    expect(days.reduce((all, { figure }) => all + figure.n, 0)).toBe(one(whole, 'created')?.n);
    expect(days.map(({ date }) => date)).toEqual(Array.from({ length: 14 }, (_, at) => dateOf(20_503 + at)));
    const { cells } = await client.metrics.heat(range);
    expect(cells.reduce((all, { n }) => all + n, 0)).toBe(one(whole, 'created')?.n);
    const spread = await client.metrics.distribution({ ...range, name: 'resolution' });
    expect(spread.steps.reduce((all, { n }) => all + n, 0)).toBe(one(whole, 'resolution')?.n);
  });

  it('every figure opens as many tickets as it says it is of, hits and misses too, narrowed or not', async () => {
    const { queues } = await client.directory.queues();
    const within = { by: 'queue' as const, key: queues[0]?.id ?? '' };
    for (const narrow of [null, within]) {
      const told = await client.metrics.figures({ ...range, within: narrow, against: 'none' });
      for (const name of kpiNames) {
        const figure = one(told, name);
        // Not told of a queue, and not to be asked of one: KPI-13.
        if (narrow !== null && figure === undefined) continue;
        const behind = await client.metrics.behind({ ...range, within: narrow, name, limit: 5000 });
        expect([name, behind.of ?? behind.total]).toEqual([name, figure?.n]);
        expect([name, behind.tickets.length]).toEqual([name, behind.total]);
        if (figure?.hits === null || figure === undefined) continue;
        const hits = await client.metrics.behind({ ...range, within: narrow, name, which: 'hits' });
        const misses = await client.metrics.behind({ ...range, within: narrow, name, which: 'misses' });
        expect([name, hits.total, misses.total]).toEqual([name, figure.hits, figure.n - figure.hits]);
      }
    }
    const few = await client.metrics.behind({ ...range, name: 'created', limit: 7 });
    expect([few.tickets.length, few.total > 7]).toEqual([7, true]);
  });

  it('a cell opens as many as it says: of a row that is narrowed, and of a weekday and hour', async () => {
    const within = { by: 'channel' as const, key: 'email' };
    const told = await client.metrics.figures({ ...range, within, by: 'priority', against: 'none' });
    for (const { key, figures } of told.rows)
      for (const { name, n } of figures) {
        const { of, total } = await client.metrics.behind({ ...range, within, row: { by: 'priority', key }, name });
        expect([key, name, of ?? total]).toEqual([key, name, n]);
      }
    const { cells } = await client.metrics.heat(range);
    for (const { weekday, hour, n } of cells.filter((_, at) => at % 19 === 0)) {
      const row = { by: 'hour' as const, key: String(hour) };
      const { total } = await client.metrics.behind({ ...range, name: 'created', row, weekday });
      expect([weekday, hour, total]).toEqual([weekday, hour, n]);
    }
  });

  it('days before the first ticket are none on which nothing came in (KPI-23)', async () => {
    const whole = { from: '2026-01-04', days: 60 };
    const told = await client.metrics.figures(whole);
    const began = column<number>(desk.db, 'SELECT min(created_at) FROM ticket')[0]!;
    const lived = Math.floor((Date.UTC(2026, 2, 5) - began) / day);
    // Today is not over.
    const overdays = one(await client.metrics.figures({ from: '2026-01-04', days: 59 }), 'created')?.n ?? 0;
    expect(lived).toBeLessThan(30);
    expect(one(told, 'created')?.comparison).toMatchObject({
      verdict: 'notYet',
      a: { n: 0, value: null },
      b: { n: lived, value: overdays / lived },
    });
    const { days, centre } = await client.metrics.series({ ...whole, name: 'created' });
    expect(days.slice(0, 59 - lived).every(({ signal }) => signal === null)).toBe(true);
    expect(centre).toBeCloseTo(overdays / lived, 9);
  });

  it('a backlog is told of no hour: what came in at nine is not solved at nine (KPI-5)', async () => {
    const byHour = await client.metrics.figures({ ...range, by: 'hour', against: 'none' });
    expect(byHour.rows.flatMap(({ figures }) => figures).some(({ name }) => name === 'backlog')).toBe(false);
    const within = { by: 'hour' as const, key: '9' };
    expect(one(await client.metrics.figures({ ...range, within, against: 'none' }), 'backlog')).toBeUndefined();
    for (const asked of [
      client.metrics.behind({ ...range, within, name: 'backlog' }),
      client.metrics.series({ ...range, within, name: 'backlog' }),
    ])
      expect(await refusal(asked)).toMatchObject({ code: 'INVALID', data: { field: 'within' } });
  });

  it('narrowed and told apart at once is worked out from the tickets, and adds up as well', async () => {
    const within = { by: 'channel' as const, key: 'email' };
    const whole = await client.metrics.figures({ ...range, within, against: 'none' });
    const told = await client.metrics.figures({ ...range, within, by: 'priority', against: 'none' });
    for (const name of ['created', 'solved', 'csat', 'firstResponse'] as const)
      expect(
        told.rows.reduce((all, { figures }) => all + (figures.find((each) => each.name === name)?.n ?? 0), 0),
      ).toBe(one(whole, name)?.n);
  });

  it('a comparison says whether to react; side by side each p is raised, and nothing is said of few', async () => {
    const told = await client.metrics.figures({ from: '2026-02-25', days: 7, by: 'agent' });
    expect(told.against).toEqual({ from: '2026-02-18', days: 7 });
    const all = told.rows.flatMap(({ figures }) => figures.flatMap(({ comparison }) => comparison ?? []));
    expect(all.length).toBeGreaterThan(50);
    expect(all.filter(({ enoughSample }) => !enoughSample).length).toBeGreaterThan(0);
    for (const each of all) {
      if (each.verdict === 'react')
        expect([each.enoughSample, each.bigEnough, (each.p ?? 1) < 0.05]).toEqual([true, true, true]);
      if (!each.enoughSample) expect(each.verdict).toBe('notYet');
    }
    const alone = await client.metrics.figures({ from: '2026-02-25', days: 7, against: 'lastYear' });
    expect(alone.against).toEqual({ from: '2025-02-26', days: 7 });
    expect(one(alone, 'csat')?.comparison).toMatchObject({
      verdict: 'notYet',
      a: { n: 0, value: null },
      difference: null,
    });
  });

  it('a reply, an undo and a sample taken away change figures at the next look; verify holds them to the tickets', async () => {
    const read = async () =>
      one(await client.metrics.figures({ from: '2026-03-04', days: 1, against: 'none' }), 'firstResponse')?.n;
    const before = await read();
    const { id } = await newTicket(client, { subject: 'New', body: 'Hello' });
    desk.clock.pass(minute);
    await client.tickets.reply({ id, body: 'There you are' });
    expect(await read()).toBe((before ?? 0) + 1);
    await client.desk.undo({});
    expect(await read()).toBe(before);
    const checks = async () => (await client.desk.verify()).checks.find(({ name }) => name === 'figures');
    expect(await checks()).toMatchObject({ ok: true });
    run(desk.db, 'UPDATE kpi_day SET created = created + 1 WHERE dim = 0 AND day = 20510');
    expect(await checks()).toMatchObject({ ok: false });
    run(desk.db, 'UPDATE kpi_day SET created = created - 1 WHERE dim = 0 AND day = 20510');
  });

  it('in another zone the days are others, and still add up', async () => {
    const lisbon = one(await client.metrics.figures({ from: '2026-01-01', days: 90, against: 'none' }), 'created')?.n;
    await client.desk.settings({ timeZone: 'Australia/Adelaide' });
    const adelaide = await client.metrics.figures({ from: '2026-01-01', days: 90, against: 'none' });
    expect(one(adelaide, 'created')?.n).toBe(lisbon);
    expect((await client.desk.verify()).checks.find(({ name }) => name === 'figures')).toMatchObject({ ok: true });
    expect(rows(desk.db, 'SELECT * FROM kpi_dirty')).toEqual([]);
    await client.desk.settings({ timeZone: 'Europe/Lisbon' });
  });

  it('a zone that is chosen while days are worked out is the zone of all of them (KPI-10)', async () => {
    const asked = { from: '2026-01-01', days: 90, against: 'none' as const };
    const before = one(await client.metrics.figures(asked), 'created')?.n;
    run(desk.db, 'INSERT OR IGNORE INTO kpi_dirty SELECT created_at / 900000 FROM ticket');
    const first = client.metrics.figures(asked);
    // It has begun, and breathes between two days.
    await new Promise((resolve) => setImmediate(resolve));
    await client.desk.settings({ timeZone: 'Pacific/Auckland' });
    const [, second] = await Promise.all([first, client.metrics.figures(asked)]);
    expect(one(second, 'created')?.n).toBe(before);
    expect((await client.desk.verify()).checks.find(({ name }) => name === 'figures')).toMatchObject({ ok: true });
    await client.desk.settings({ timeZone: 'Europe/Lisbon' });
  });

  it('a backlog is told of one thing at a time, and of no weekday (KPI-5)', async () => {
    const asked = { from: '2026-01-01', days: 30, name: 'backlog' as const };
    const [channel, priority] = [
      { by: 'channel' as const, key: 'email' },
      { by: 'priority' as const, key: 'p1' },
    ];
    for (const [more, field] of [
      [{ within: channel, row: priority }, 'row'],
      [{ weekday: 1 }, 'weekday'],
      [{ within: { by: 'hour' as const, key: '9' } }, 'within'],
    ] as const)
      expect(await refusal(client.metrics.behind({ ...asked, ...more }))).toMatchObject({
        code: 'INVALID',
        data: { field },
      });
  });

  it('are read from sums by an index, not from the tickets', () => {
    for (const text of [daysText(false), daysText(true), backlogText]) {
      const plan = rows<{ detail: string }>(
        desk.db,
        `EXPLAIN QUERY PLAN ${text}`,
        ...text
          .split('?')
          .slice(1)
          .map(() => 1),
      );
      const told = plan.map(({ detail }) => detail).join();
      expect(told).toMatch(/SEARCH kpi_day USING (PRIMARY KEY|INDEX)/);
      expect(told).not.toMatch(/SCAN/);
    }
  });

  it('days to come are none, and today is held against nothing yet (KPI-21, KPI-23)', async () => {
    const from = '2026-02-23';
    const ended = one(await client.metrics.figures({ from, days: 9 }), 'created')?.comparison;
    const ahead = one(await client.metrics.figures({ from, days: 20 }), 'created')?.comparison;
    expect([ended?.b.n, ahead?.b.n]).toEqual([9, 9]);
    const { days } = await client.metrics.series({ from, days: 20, name: 'created' });
    expect(days.slice(10).every(({ figure, signal }) => figure.value === null && signal === null)).toBe(true);
    expect([days[9]?.figure.n, days[9]?.signal]).toEqual([expect.any(Number), null]);
    const { cells } = await client.metrics.heat({ from, days: 20 });
    // 23 February to 4 March: ten days, of which three weekdays came twice.
    expect(cells.filter(({ hour: clock }) => clock === 0).map(({ days: count }) => count)).toEqual([
      2, 2, 2, 1, 1, 1, 1,
    ]);
  });

  it('a backlog of a row opens as many as the row says (KPI-8)', async () => {
    const { rows: told } = await client.metrics.figures({ ...range, by: 'channel', against: 'none' });
    for (const { key, figures } of told) {
      const row = { by: 'channel' as const, key };
      const { total } = await client.metrics.behind({ ...range, name: 'backlog', row });
      expect([key, total]).toEqual([key, figures.find(({ name }) => name === 'backlog')?.n]);
    }
  });
});

describe('what counts (KPI-2, KPI-4, KPI-10)', () => {
  const range = { from: '2026-03-01', days: 7, against: 'none' as const };
  it('no drill and no merged copy; an automatic answer is none, two are one too many; escalated without a level too', async () => {
    const desk = await testDesk(folder, { clock: fakeClock(now) });
    const { client } = desk;
    const make = async (subject: string, answers: number): Promise<string> => {
      const { id } = await newTicket(client, { subject, body: 'Hello' });
      for (let at = 0; at < answers; at += 1) {
        desk.clock.pass(minute);
        await client.tickets.reply({
          id,
          body: `Answer ${at}`,
          ...(at === answers - 1 && { status: 'solved' as const }),
        });
      }
      return id;
    };
    await make('Once', 1);
    await make('Twice', 2);
    await make('Drill', 1);
    await make('Gone up', 1);
    const [into, from] = [await make('Into', 1), await make('Copy', 1)];
    await client.tickets.merge({ into, from: [from] });
    run(desk.db, "UPDATE ticket SET drill = 1 WHERE subject = 'Drill'");
    run(
      desk.db,
      "UPDATE event SET author_kind = 2 WHERE body = 'Answer 0' AND ticket_id = (SELECT id FROM ticket WHERE subject = 'Twice')",
    );
    run(
      desk.db,
      `INSERT INTO escalation (uid, ticket_id, level, owner_reason, cause, reason, automatic, minutes, time, opened_at, ended_at, ended)
       SELECT randomblob(16), id, 2, '', 'other', '', 0, 480, 'calendar', 1, 2, 'resolved' FROM ticket WHERE subject = 'Gone up'`,
    );
    const told = await client.metrics.figures(range);
    expect([one(told, 'created')?.n, one(told, 'solved')?.n]).toEqual([4, 4]);
    expect(one(told, 'escalated')).toMatchObject({ hits: 1, n: 4 });
    // Once, Into, and the one whose first answer nobody wrote; not the one that went up.
    expect(one(told, 'firstContactResolution')).toMatchObject({ hits: 3, n: 4 });
    await desk.close();
  });

  it('a ticket that comes back leaves the day it was solved on as well as the one it is on', async () => {
    const desk = await testDesk(folder, { clock: fakeClock(now) });
    const { client } = desk;
    const { id } = await newTicket(client, { subject: 'Back', body: 'Hello' });
    await client.tickets.reply({ id, body: 'Done', status: 'solved' });
    const solved = async () =>
      (await client.metrics.series({ from: '2026-03-04', days: 2, name: 'solved' })).days.map(({ figure }) => figure.n);
    expect(await solved()).toEqual([1, 0]);
    desk.clock.pass(day);
    await client.tickets.update({ selection: { ids: [id] }, set: { status: 'open' } });
    expect(await solved()).toEqual([0, 0]);
    await client.tickets.update({ selection: { ids: [id] }, set: { status: 'solved' } });
    expect(await solved()).toEqual([0, 1]);
    expect((await client.desk.verify()).checks.find(({ name }) => name === 'figures')).toMatchObject({ ok: true });
    await desk.close();
  });
});

describe('figures of little and of nothing', () => {
  it('an empty desk, one ticket, all late, nobody asked: words and nulls, and nothing that is no number', async () => {
    const desk = await testDesk(folder, { clock: fakeClock(now) });
    const { client } = desk;
    const range = { from: '2026-03-01', days: 7 };
    const text = async () =>
      JSON.stringify([
        await client.metrics.figures(range),
        await Promise.all(kpiNames.map((name) => client.metrics.series({ ...range, name }))),
        await client.metrics.distribution({ ...range, name: 'firstResponse' }),
        await client.metrics.heat(range),
        await client.metrics.ageing(),
      ]);
    expect(await text()).not.toMatch(/NaN|Infinity/);
    const empty = await client.metrics.figures(range);
    expect(one(empty, 'csat')).toMatchObject({ n: 0, hits: 0, value: null, interval: null, meetsTarget: null });
    expect(one(empty, 'firstResponse')).toMatchObject({ n: 0, value: null, p90: null, mean: null });
    const { id } = await newTicket(client, { subject: 'Only', body: 'Hello', priority: 'p1' });
    desk.clock.pass(3 * day);
    await client.tickets.reply({ id, body: 'Late', status: 'solved' });
    const told = await client.metrics.figures(range);
    expect(one(told, 'firstResponseMet')).toMatchObject({ n: 1, hits: 0, value: 0, meetsTarget: false });
    expect(one(told, 'slaMet')).toMatchObject({ n: 1, value: 0 });
    expect(one(told, 'backlog')?.n).toBe(0);
    expect(await text()).not.toMatch(/NaN|Infinity/);
    await desk.close();
  });

  it('the day on which clocks change has 23 hours and loses no ticket', async () => {
    const desk = await testDesk(folder, { clock: fakeClock(Date.UTC(2026, 2, 28, 22)) });
    await desk.client.desk.settings({ timeZone: 'Europe/Lisbon' });
    for (let at = 0; at < 27; at += 1) {
      await newTicket(desk.client, { subject: `Ticket ${at}`, body: 'Hello' });
      desk.clock.pass(hour);
    }
    const { days } = await desk.client.metrics.series({ from: '2026-03-28', days: 3, name: 'created' });
    expect(days.map(({ figure }) => figure.n)).toEqual([2, 23, 2]);
    await desk.close();
  });

  it('targets are the desk’s own; agents see their own figures alone', async () => {
    const desk = await testDesk(folder, { clock: fakeClock(now) });
    const { client } = desk;
    const [ada, ben] = [await client.people.create({ name: 'Ada' }), await client.people.create({ name: 'Ben' })];
    await client.metrics.targetSave({ name: 'csat', target: 0.9 });
    expect((await client.metrics.kpis()).kpis.find(({ name }) => name === 'csat')?.target).toBe(0.9);
    expect(await refusal(client.metrics.targetSave({ name: 'csat', target: 90 }))).toMatchObject({ code: 'INVALID' });
    await client.desk.settings({ me: ada.id });
    const range = { from: '2026-03-01', days: 7 };
    const own = { by: 'agent' as const, key: ada.id };
    await client.metrics.figures({ ...range, within: own });
    await client.metrics.behind({ ...range, within: own, name: 'created' });
    for (const asked of [
      client.metrics.figures(range),
      client.metrics.figures({ ...range, within: { by: 'agent', key: ben.id } }),
      client.metrics.figures({ ...range, within: own, by: 'agent' }),
      client.metrics.figures({ ...range, within: own, by: 'team' }),
      client.metrics.series({ ...range, name: 'csat' }),
      client.metrics.behind({ ...range, name: 'csat' }),
      client.metrics.heat(range),
      client.metrics.ageing(),
      client.metrics.targetSave({ name: 'csat', target: null }),
    ])
      expect(await refusal(asked)).toMatchObject({ code: 'FORBIDDEN' });
    await desk.close();
  });
});
