import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { KpiDimension, KpiName } from '../../src/contract/index.ts';
import { dateOf } from '../../src/domain/calendar/wall-time.ts';
import { uuidBytes } from '../../src/domain/desk/uuid.ts';
import { row, rows, run } from '../../src/main/store/db.ts';
import { fakeClock, hour, minute } from '../support/fake-clock.ts';
import { answers, review } from '../support/survey-and-review.ts';
import { newTicket, refusal, testDesk, type Client, type TestDesk } from '../support/test-desk.ts';
import { tempFolder } from '../support/temp.ts';

const folder = tempFolder();
const day = 24 * hour;
/** A Wednesday at eleven. */
const now = Date.UTC(2026, 2, 4, 11);
const beside = ['nps', 'qaScore', 'adherence', 'ticketsPerAgent', 'costPerContact'] as const satisfies KpiName[];

type Figures = Awaited<ReturnType<Client['metrics']['figures']>>;
const one = (told: Figures, name: KpiName, key = '') =>
  told.rows.find((each) => each.key === key)?.figures.find((figure) => figure.name === name);
const uid = (): Uint8Array => uuidBytes(randomUUID());

const personRow = (desk: TestDesk, id: string): number =>
  row<{ id: number }>(desk.db, 'SELECT id FROM person WHERE uid = ?', uuidBytes(id))!.id;

/** A published shift of chat, and what its agent did in it. */
function shift(
  desk: TestDesk,
  person: string,
  from: number,
  to: number,
  lunch: readonly [number, number] | null = null,
) {
  const activities = JSON.stringify(lunch === null ? [] : [{ kind: 'lunch', startAt: lunch[0], endAt: lunch[1] }]);
  const id = personRow(desk, person);
  run(
    desk.db,
    `INSERT INTO shift (uid, person_id, start_at, end_at, work, activities, pub_person_id, pub_start_at, pub_end_at, pub_work, pub_activities)
     VALUES (?, ?, ?, ?, 'chat', ?, ?, ?, ?, 'chat', ?)`,
    uid(),
    id,
    from,
    to,
    activities,
    id,
    from,
    to,
    activities,
  );
}
const state = (desk: TestDesk, person: string, what: string, from: number, to: number | null): void =>
  void run(
    desk.db,
    'INSERT INTO agent_state (uid, person_id, state, start_at, end_at) VALUES (?, ?, ?, ?, ?)',
    uid(),
    personRow(desk, person),
    what,
    from,
    to,
  );

async function solved(desk: TestDesk, owner: string, subject = 'Hello'): Promise<{ id: string; number: number }> {
  const { id } = await newTicket(desk.client, { subject, body: 'Hello', assigneeId: owner });
  desk.clock.pass(minute);
  await desk.client.tickets.reply({ id, body: 'Done', status: 'solved' });
  return { id, number: row<{ id: number }>(desk.db, 'SELECT id FROM ticket WHERE uid = ?', uuidBytes(id))!.id };
}

describe('figures beside the tickets, of a sample desk, against SQL of their own (KPI-13 to KPI-18)', () => {
  let desk: TestDesk;
  let client: Client;
  const range = { from: '2026-02-19', days: 14 };
  const span = [Date.UTC(2026, 1, 19), Date.UTC(2026, 2, 5)] as const;
  const over = [span[0], Date.UTC(2026, 2, 4)] as const;
  beforeAll(async () => {
    desk = await testDesk(folder, { clock: fakeClock(now) });
    client = desk.client;
    await client.desk.sample({ tickets: 3000, seed: 5 });
    await client.desk.settings({ me: null });
    const all = rows<{ id: number; assignee: number }>(
      desk.db,
      'SELECT id, assignee_id AS assignee FROM ticket WHERE assignee_id IS NOT NULL AND solved_at IS NOT NULL ORDER BY id DESC LIMIT 200',
    );
    answers(
      desk,
      all.map(({ id }, at) => (at % 7 === 0 ? [at % 20, at % 11] : [at % 20, at % 11, id])),
    );
    for (const [at, { id, assignee }] of all.entries()) {
      const agent = row<{ uid: Uint8Array }>(desk.db, 'SELECT uid FROM person WHERE id = ?', assignee + (at % 2))?.uid;
      if (agent === undefined) continue;
      const kind = at % 5 === 0 ? 'risk' : 'random';
      const hex = Buffer.from(agent).toString('hex');
      const text = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
      review(desk, { ticket: id, agent: text, at: now - (at % 25) * day, percent: 60 + (at % 40), kind });
    }
    await client.metrics.costSave({ cost: { amount: 30, currency: 'EUR' } });
  }, 120_000);
  afterAll(() => desk.close());

  it('NPS is of all who answered in these days', async () => {
    const { n, good, bad } = row<{ n: number; good: number; bad: number }>(
      desk.db,
      "SELECT count(*) AS n, sum(score >= 9) AS good, sum(score <= 6) AS bad FROM survey_answer WHERE kind = 'nps' AND at >= ? AND at < ?",
      ...span,
    )!;
    const told = one(await client.metrics.figures(range), 'nps');
    expect(told).toMatchObject({ n, hits: null, meetsTarget: false });
    expect(told?.value).toBeCloseTo((100 * (good - bad)) / n, 9);
    expect(told?.interval?.low).toBeLessThan(told?.value ?? NaN);
    expect(told?.comparison).toMatchObject({ b: { n }, relativeChange: null });
    const byQueue = await client.metrics.figures({ ...range, by: 'queue', against: 'none' });
    const matched = row<{ n: number }>(
      desk.db,
      "SELECT count(*) AS n FROM survey_answer WHERE kind = 'nps' AND at >= ? AND at < ? AND ticket_id IS NOT NULL",
      ...span,
    )!.n;
    // Those of no ticket stand in the whole alone.
    expect(byQueue.rows.reduce((sum, { key }) => sum + (one(byQueue, 'nps', key)?.n ?? 0), 0)).toBe(matched);
    expect(matched).toBeLessThan(n);
  });

  it('opens promoters and detractors by their tickets, each ticket once', async () => {
    for (const [which, where] of [
      ['hits', 'score >= 9'],
      ['misses', 'score <= 6'],
      ['all', '1'],
    ] as const) {
      const found = row<{ of: number; total: number }>(
        desk.db,
        `SELECT count(*) AS of, count(DISTINCT ticket_id) AS total FROM survey_answer WHERE kind = 'nps' AND at >= ? AND at < ? AND ${where}`,
        ...span,
      );
      const { of, total, tickets } = await client.metrics.behind({ ...range, name: 'nps', which });
      expect({ of, total }).toEqual(found);
      expect(new Set(tickets.map(({ id }) => id)).size).toBe(total);
    }
  });

  it('the QA score is the mean of the random sample, of whoever did the work', async () => {
    const told = await client.metrics.figures({ ...range, by: 'agent', against: 'none' });
    const found = rows<{ uid: string; n: number; mean: number }>(
      desk.db,
      `SELECT lower(hex(p.uid)) AS uid, count(*) AS n, avg(percent) / 20 AS mean FROM review r JOIN person p ON p.id = r.agent_id
       WHERE r.kind = 'random' AND finished_at >= ? AND finished_at < ? GROUP BY 1`,
      ...span,
    );
    expect(found.length).toBeGreaterThan(3);
    for (const { uid: hex, n, mean } of found) {
      const figure = told.rows
        .find(({ key }) => key.replaceAll('-', '') === hex)
        ?.figures.find((each) => each.name === 'qaScore');
      expect(figure?.n).toBe(n);
      expect(figure?.value).toBeCloseTo(mean, 9);
    }
    const whole = one(await client.metrics.figures(range), 'qaScore');
    const dashboard = await client.quality.dashboard({ days: 14 });
    // As QA tells it, to the interval: QAD-1.
    expect(whole).toMatchObject({ n: dashboard.overall.n });
    expect([whole?.value, whole?.interval?.low, whole?.interval?.high]).toEqual([
      expect.closeTo(dashboard.overall.mean ?? NaN, 9),
      expect.closeTo(dashboard.overall.low ?? NaN, 9),
      expect.closeTo(dashboard.overall.high ?? NaN, 9),
    ]);
  });

  it('adherence is what the report of each day adds up to', async () => {
    let [scheduled, adherent] = [0, 0];
    for (let at = 0; at < 14; at += 1) {
      const { all } = await client.roster.adherenceReport({ from: dateOf(20_503 + at), days: 1 });
      const isKept = row(
        desk.db,
        'SELECT 1 FROM agent_state WHERE start_at >= ? AND start_at < ?',
        span[0] + at * day,
        Math.min(span[0] + (at + 1) * day, now),
      );
      if (isKept === undefined) continue;
      scheduled += all.scheduledMinutes;
      adherent += all.adherentMinutes;
    }
    expect(scheduled).toBeGreaterThan(1000);
    const told = one(await client.metrics.figures(range), 'adherence');
    expect(told?.value).toBeCloseTo(adherent / scheduled, 9);
    expect(told?.interval?.high).toBeLessThanOrEqual(1);
    expect(one(await client.metrics.figures({ ...range, by: 'queue' }), 'adherence')).toBeUndefined();
    const byAgent = await client.metrics.figures({ ...range, by: 'agent', against: 'none' });
    expect(byAgent.rows.reduce((sum, { key }) => sum + (one(byAgent, 'adherence', key)?.n ?? 0), 0)).toBe(told?.n);
  });

  it('tickets per agent and day are of every day on which somebody solved any or was to be there', async () => {
    const found = rows<{ n: number }>(
      desk.db,
      `WITH s AS (SELECT ? AS a, ? AS b), worked AS (
         SELECT assignee_id AS p, solved_at / 86400000 AS d FROM ticket, s WHERE solved_at >= a AND solved_at < b AND assignee_id IS NOT NULL AND drill = 0 AND merged_into IS NULL
         UNION SELECT pub_person_id, pub_start_at / 86400000 FROM shift h, s WHERE pub_start_at >= a AND pub_start_at < b AND pub_person_id IS NOT NULL
           AND NOT EXISTS (SELECT 1 FROM time_off o WHERE o.person_id = h.pub_person_id AND o.state = 'approved' AND o.start_at <= h.pub_start_at AND o.end_at >= h.pub_end_at)
           AND NOT EXISTS (SELECT 1 FROM attendance o WHERE o.person_id = h.pub_person_id AND o.start_at <= h.pub_start_at AND o.end_at >= h.pub_end_at))
       SELECT (SELECT count(*) FROM ticket WHERE assignee_id = p AND solved_at / 86400000 = d AND drill = 0 AND merged_into IS NULL) AS n FROM worked`,
      ...over,
    );
    const told = one(await client.metrics.figures(range), 'ticketsPerAgent');
    expect(told?.n).toBe(found.length);
    expect(told?.value).toBeCloseTo(found.reduce((sum, { n }) => sum + n, 0) / found.length, 9);
  });

  it('the cost per contact is what paid hours cost, by what came in', async () => {
    const began = row<{ at: number }>(desk.db, 'SELECT min(pub_start_at) AS at FROM shift')!.at;
    const from = Math.max(span[0], Math.floor(began / day) * day);
    const paid = row<{ ms: number }>(
      desk.db,
      `WITH s AS (SELECT ? AS a, ? AS b) SELECT sum(min(pub_end_at, b) - max(pub_start_at, a) - (SELECT ifnull(sum(max(0, min(json_extract(value, '$.endAt'), b) - max(json_extract(value, '$.startAt'), a))), 0)
         FROM json_each(pub_activities) WHERE json_extract(value, '$.kind') IN ('break', 'lunch'))) AS ms
       FROM shift, s WHERE pub_person_id IS NOT NULL AND pub_end_at > a AND pub_start_at < b`,
      from,
      over[1],
    )!.ms;
    const { n } = row<{ n: number }>(
      desk.db,
      'SELECT count(*) AS n FROM ticket WHERE created_at >= ? AND created_at < ? AND drill = 0 AND merged_into IS NULL',
      from,
      over[1],
    )!;
    const told = one(await client.metrics.figures(range), 'costPerContact');
    expect(told?.n).toBe((over[1] - from) / day);
    expect(told?.value).toBeCloseTo((30 * paid) / 3_600_000 / n, 6);
    const { kpis, cost } = await client.metrics.kpis();
    expect(kpis.find(({ name }) => name === 'costPerContact')).toMatchObject({ unit: 'EUR', lacks: null });
    expect(cost).toEqual({ amount: 30, currency: 'EUR' });
    expect((await client.metrics.behind({ ...range, name: 'costPerContact' })).total).toBe(n);
  });

  it('days add up to the range, and none is a NaN', async () => {
    const told = await client.metrics.figures({ ...range, against: 'none' });
    for (const name of beside) {
      const { days } = await client.metrics.series({ ...range, name });
      expect([name, days.reduce((sum, { figure }) => sum + figure.n, 0)]).toEqual([name, one(told, name)?.n]);
      expect(JSON.stringify(days)).not.toMatch(/NaN|Infinity/);
    }
  });

  it('is told apart by what it is of, and by nothing else (KPI-13)', async () => {
    const { kpis } = await client.metrics.kpis();
    const dims: KpiDimension[] = ['queue', 'channel', 'priority', 'agent', 'team', 'category', 'customer', 'hour'];
    for (const by of dims) {
      const told = await client.metrics.figures({ ...range, by, against: 'none' });
      for (const { name, apart } of kpis) {
        if (name === 'backlog') continue;
        const isTold = told.rows.some(({ figures }) => figures.some((each) => each.name === name));
        expect([by, name, isTold]).toEqual([by, name, apart.includes(by)]);
      }
    }
    const within = { by: 'channel' as const, key: 'email' };
    for (const asked of [
      client.metrics.series({ ...range, within, name: 'adherence' }),
      client.metrics.behind({ ...range, within, name: 'ticketsPerAgent' }),
      client.metrics.behind({ ...range, row: within, name: 'costPerContact' }),
    ])
      expect(await refusal(asked)).toMatchObject({ code: 'INVALID', data: { field: 'within' } });
  });

  it('by customer are the fifty with most tickets and all others, each opening as many as it says (KPI-9)', async () => {
    const found = rows<{ label: string; n: number }>(
      desk.db,
      `SELECT ifnull(o.name, c.name) AS label, count(*) AS n FROM ticket t LEFT JOIN customer c ON c.id = t.customer_id LEFT JOIN organisation o ON o.id = c.organisation_id
       WHERE t.created_at >= ? AND t.created_at < ? AND drill = 0 AND merged_into IS NULL GROUP BY ifnull('o' || o.id, 'c' || c.id) ORDER BY n DESC`,
      ...span,
    );
    expect(found.length).toBeGreaterThan(60);
    const told = await client.metrics.figures({ ...range, by: 'customer' });
    expect(told.rows.length).toBe(51);
    const counts = told.rows.map(({ key }) => one(told, 'created', key)?.n);
    expect(counts.slice(0, 50)).toEqual(found.slice(0, 50).map(({ n }) => n));
    const most = found.filter(({ n }) => n === found[0]?.n).map(({ label }) => label);
    expect(most).toContain(told.rows[0]?.label);
    for (const key of [told.rows[0]!.key, 'others'])
      for (const name of ['created', 'solved', 'csat', 'nps', 'qaScore'] as const) {
        const { of, total } = await client.metrics.behind({ ...range, row: { by: 'customer', key }, name });
        expect([key, name, of ?? total]).toEqual([key, name, one(told, name, key)?.n]);
      }
    const within = { by: 'customer' as const, key: told.rows[0]!.key };
    const whole = await client.metrics.figures({ ...range, within });
    const { days } = await client.metrics.series({ ...range, within, name: 'created' });
    expect(days.reduce((sum, { figure }) => sum + figure.n, 0)).toBe(counts[0]);
    expect(one(whole, 'created')?.n).toBe(counts[0]);
    expect(one(whole, 'backlog')).toBeUndefined();
    const gone = client.metrics.figures({ ...range, within: { by: 'customer', key: 'others' } });
    expect(await refusal(gone)).toMatchObject({ code: 'NOT_FOUND', data: { field: 'within.key' } });
  });

  it('narrowed by one and told apart by another, each part is where it is of', async () => {
    const within = { by: 'channel' as const, key: 'email' };
    const whole = await client.metrics.figures({ ...range, within, against: 'none' });
    const told = await client.metrics.figures({ ...range, within, by: 'priority', against: 'none' });
    for (const name of ['nps', 'qaScore'] as const) {
      expect(one(whole, name)?.n).toBeGreaterThan(0);
      expect(told.rows.reduce((sum, { key }) => sum + (one(told, name, key)?.n ?? 0), 0)).toBe(one(whole, name)?.n);
    }
  });
});

describe('figures beside the tickets, by hand', () => {
  const range = { from: '2026-03-01', days: 7 };

  it('of nothing they are null and say what is lacking', async () => {
    const desk = await testDesk(folder, { clock: fakeClock(now) });
    const { client } = desk;
    const told = await client.metrics.figures(range);
    for (const name of beside)
      expect(one(told, name)).toMatchObject({ n: 0, value: null, interval: null, meetsTarget: null });
    for (const name of beside)
      expect(one(told, name)?.comparison).toMatchObject({ verdict: 'notYet', difference: null });
    const lacks = new Map((await client.metrics.kpis()).kpis.map((each) => [each.name, each.lacks]));
    expect(beside.map((name) => lacks.get(name) === null)).toEqual([false, false, false, true, false]);
    expect(lacks.get('costPerContact')).toMatch(/No cost is entered/);
    expect((await client.metrics.behind({ ...range, name: 'costPerContact' })).total).toBe(0);
    await desk.close();
  });

  it('adherence: two agents, a day without a log, an excuse, and today so far', async () => {
    const desk = await testDesk(folder, { clock: fakeClock(now) });
    const { client } = desk;
    const [ada, ben] = [
      await client.people.create({ name: 'Ada', team: 'Blue' }),
      await client.people.create({ name: 'Ben' }),
    ];
    const monday = Date.UTC(2026, 2, 2, 9);
    // Monday: Ada is there for three of four hours, Ben for none. Tuesday nobody says anything. Wednesday until eleven.
    shift(desk, ada.id, monday, monday + 4 * hour);
    state(desk, ada.id, 'chat', monday, monday + 3 * hour);
    shift(desk, ben.id, monday, monday + 4 * hour);
    shift(desk, ada.id, monday + day, monday + day + 4 * hour);
    shift(desk, ada.id, monday + 2 * day, monday + 2 * day + 4 * hour);
    state(desk, ada.id, 'chat', monday + 2 * day, monday + 2 * day + hour);
    const told = await client.metrics.figures(range);
    expect(one(told, 'adherence')).toMatchObject({ n: 3, value: 4 / 10 });
    const byTeam = await client.metrics.figures({ ...range, by: 'team' });
    expect(one(byTeam, 'adherence', 'Blue')).toMatchObject({ n: 2, value: 4 / 6 });
    expect(one(byTeam, 'adherence', '')).toMatchObject({ n: 1, value: 0, interval: null });
    const { days } = await client.metrics.series({ ...range, name: 'adherence' });
    expect(days.map(({ figure }) => figure.value)).toEqual([null, 3 / 8, null, 0.5, null, null, null]);
    await client.roster.excuse({
      personId: ben.id,
      startAt: new Date(monday).toISOString(),
      endAt: new Date(monday + 4 * hour).toISOString(),
      reason: 'Fire drill',
    });
    expect(one(await client.metrics.figures(range), 'adherence')).toMatchObject({ n: 2, value: 4 / 6 });
    expect(await client.metrics.behind({ ...range, name: 'adherence' })).toEqual({ of: 2, total: 0, tickets: [] });
    await desk.close();
  });

  it('adherence: a state that nobody ended goes on past midnight (KPI-16)', async () => {
    const desk = await testDesk(folder, { clock: fakeClock(now) });
    const { id } = await desk.client.people.create({ name: 'Ada' });
    const night = Date.UTC(2026, 2, 2, 22);
    shift(desk, id, night, night + 8 * hour);
    state(desk, id, 'chat', night, null);
    // A word of somebody on the second day: it was kept.
    state(desk, (await desk.client.people.create({ name: 'Ben' })).id, 'chat', night + 3 * hour, night + 4 * hour);
    const { days } = await desk.client.metrics.series({ ...range, name: 'adherence' });
    expect(days.map(({ figure }) => figure.value)).toEqual([null, 1, 1, null, null, null, null]);
    await desk.close();
  });

  it('tickets per agent: who was there and solved none counts, who was away does not, and today is not over', async () => {
    const desk = await testDesk(folder, { clock: fakeClock(now - day) });
    const { client } = desk;
    const [ada, ben, cam] = [
      await client.people.create({ name: 'Ada' }),
      await client.people.create({ name: 'Ben' }),
      await client.people.create({ name: 'Cam' }),
    ];
    await solved(desk, ada.id);
    await solved(desk, ada.id);
    const morning = Date.UTC(2026, 2, 3, 9);
    shift(desk, ben.id, morning, morning + 4 * hour);
    shift(desk, cam.id, morning, morning + 4 * hour);
    run(
      desk.db,
      "INSERT INTO attendance (uid, person_id, kind, start_at, end_at, reason, at, by) VALUES (?, ?, 'absent', ?, ?, '', 1, 'x')",
      uid(),
      personRow(desk, cam.id),
      morning,
      morning + 4 * hour,
    );
    const absent = async (
      name: string,
      spans: readonly (readonly [number, number])[],
      from = morning,
      to = morning + 4 * hour,
    ) => {
      const { id } = await client.people.create({ name });
      shift(desk, id, from, to);
      for (const [startAt, endAt] of spans)
        run(
          desk.db,
          "INSERT INTO attendance (uid, person_id, kind, start_at, end_at, reason, at, by) VALUES (?, ?, 'absent', ?, ?, '', 1, 'x')",
          uid(),
          personRow(desk, id),
          startAt,
          endAt,
        );
      return id;
    };
    // Away for all of it in two pieces; away for a night that ends on the next day; there, and in training for all of it.
    await absent('Dan', [
      [morning, morning + hour],
      [morning + hour, morning + 5 * hour],
    ]);
    const night = morning + 13 * hour;
    await absent('Eve', [[night, night + 8 * hour]], night, night + 8 * hour);
    const fay = await absent('Fay', []);
    const trained = JSON.stringify([{ kind: 'training', startAt: morning, endAt: morning + 4 * hour }]);
    run(
      desk.db,
      'UPDATE shift SET activities = ?, pub_activities = ? WHERE person_id = ?',
      trained,
      trained,
      personRow(desk, fay),
    );
    // Nobody's work is nobody's day.
    const { id: unowned } = await newTicket(client, { subject: 'Nobody', body: 'Hello' });
    await client.tickets.reply({ id: unowned, body: 'Done', status: 'solved' });
    await client.tickets.update({ selection: { ids: [unowned] }, set: { assigneeId: null } });
    // A day before the first ticket is none on which Ben solved none: KPI-23.
    shift(desk, ben.id, morning - day, morning - day + 4 * hour);
    expect(one(await client.metrics.figures(range), 'ticketsPerAgent')).toMatchObject({ n: 0, value: null });
    desk.clock.pass(day);
    await solved(desk, ada.id);
    const told = one(await client.metrics.figures(range), 'ticketsPerAgent');
    expect(told).toMatchObject({ n: 2, value: 1, meetsTarget: null });
    expect((await client.metrics.behind({ ...range, name: 'ticketsPerAgent' })).total).toBe(2);
    await desk.close();
  });

  it('cost: paid hours of what was published, over days from the first shift on; undone as any change', async () => {
    const desk = await testDesk(folder, { clock: fakeClock(Date.UTC(2026, 2, 1, 11)) });
    const { client } = desk;
    const ada = await client.people.create({ name: 'Ada' });
    await newTicket(client, { subject: 'Before any shift', body: 'Hello' });
    const monday = Date.UTC(2026, 2, 2, 22);
    // Eight hours over midnight with an hour of lunch after it: two paid hours on Monday, five on Tuesday.
    shift(desk, ada.id, monday, monday + 8 * hour, [monday + 3 * hour, monday + 4 * hour]);
    desk.clock.pass(day);
    for (const subject of ['A', 'B']) await newTicket(client, { subject, body: 'Hello' });
    desk.clock.pass(day);
    for (const subject of ['C', 'D', 'E']) await newTicket(client, { subject, body: 'Hello' });
    desk.clock.pass(day);
    await newTicket(client, { subject: 'Today', body: 'Hello' });
    const read = async () => one(await client.metrics.figures(range), 'costPerContact');
    expect(await read()).toMatchObject({ n: 0, value: null });
    await client.metrics.costSave({ cost: { amount: 20.004, currency: 'USD' } });
    expect(await read()).toMatchObject({ n: 2, value: (7 * 20) / 5 });
    const { days } = await client.metrics.series({ ...range, name: 'costPerContact' });
    expect(days.map(({ figure }) => figure.value)).toEqual([null, 20, 100 / 3, null, null, null, null]);
    await client.desk.undo({});
    expect(await read()).toMatchObject({ n: 0, value: null });
    expect((await client.metrics.kpis()).cost).toBeNull();
    for (const amount of [0, 0.004])
      expect(await refusal(client.metrics.costSave({ cost: { amount, currency: 'USD' } }))).toMatchObject({
        code: 'INVALID',
      });
    await desk.close();
  });

  it('NPS has no answers of drills (KPI-2)', async () => {
    const desk = await testDesk(folder, { clock: fakeClock(now) });
    const { number } = await solved(desk, (await desk.client.people.create({ name: 'Ada' })).id);
    answers(desk, [[0, 10, number]]);
    expect(one(await desk.client.metrics.figures(range), 'nps')).toMatchObject({ n: 1 });
    run(desk.db, 'UPDATE ticket SET drill = 1');
    expect(one(await desk.client.metrics.figures(range), 'nps')).toMatchObject({ n: 0 });
    await desk.close();
  });

  it('days are those of the desk’s clock where it changes: 23 hours, and none is lost (KPI-14)', async () => {
    const desk = await testDesk(folder, { clock: fakeClock(Date.UTC(2026, 2, 30, 11)) });
    await desk.client.desk.settings({ timeZone: 'Europe/Lisbon' });
    // 28 March ends at midnight UTC, 29 March an hour early.
    const at = (text: string): number => (Date.UTC(2026, 2, 30, 11) - Date.parse(text)) / day;
    answers(desk, [
      [at('2026-03-28T23:59:59Z'), 10],
      [at('2026-03-29T00:00:00Z'), 0],
      [at('2026-03-29T22:59:59Z'), 10],
      [at('2026-03-29T23:00:00Z'), 10],
    ]);
    const { days } = await desk.client.metrics.series({ from: '2026-03-28', days: 3, name: 'nps' });
    expect(days.map(({ figure }) => [figure.n, figure.value])).toEqual([
      [1, 100],
      [2, 0],
      [1, 100],
    ]);
    await desk.close();
  });

  it('an agent is told of their own: what was released, no cost, and no day of anybody else (KPI-7)', async () => {
    const desk = await testDesk(folder, { clock: fakeClock(now - day) });
    const { client } = desk;
    const [ada, ben] = [await client.people.create({ name: 'Ada' }), await client.people.create({ name: 'Ben' })];
    const first = await solved(desk, ada.id);
    const second = await solved(desk, ben.id);
    desk.clock.pass(day);
    for (const [score, { number }] of [
      [10, first],
      [0, second],
    ] as const)
      answers(desk, [[0, score, number]]);
    review(desk, { ticket: first.number, agent: ada.id, at: now - hour, percent: 50 });
    review(desk, { ticket: first.number, agent: ada.id, at: now - hour, percent: 90, state: 'released' });
    review(desk, { ticket: second.number, agent: ben.id, at: now - hour, percent: 10, state: 'released' });
    await client.metrics.costSave({ cost: { amount: 20, currency: 'USD' } });
    expect(one(await client.metrics.figures(range), 'qaScore')).toMatchObject({ n: 3, value: 2.5 });
    await client.desk.settings({ me: ada.id });
    const within = { by: 'agent' as const, key: ada.id };
    const told = await client.metrics.figures({ ...range, within });
    expect(one(told, 'nps')).toMatchObject({ n: 1, value: 100 });
    expect(one(told, 'qaScore')).toMatchObject({ n: 1, value: 4.5 });
    // None of a session that still runs: it would tell who scored what.
    await client.desk.settings({ me: null });
    run(
      desk.db,
      "INSERT INTO calibration (uid, name, scorecard_id, version, body, created_at) VALUES (?, 'Blind', 1, 1, '{}', 1)",
      uid(),
    );
    run(desk.db, 'UPDATE review SET session_id = 1 WHERE percent = 90');
    expect(one(await client.metrics.figures(range), 'qaScore')).toMatchObject({ n: 2 });
    run(desk.db, 'UPDATE calibration SET closed_at = 2');
    expect(one(await client.metrics.figures(range), 'qaScore')).toMatchObject({ n: 3 });
    await client.desk.settings({ me: ada.id });
    expect(one(told, 'ticketsPerAgent')).toMatchObject({ n: 1, value: 1 });
    expect(one(told, 'costPerContact')).toBeUndefined();
    const known = await client.metrics.kpis();
    expect([known.cost, known.kpis.some(({ name }) => name === 'costPerContact')]).toEqual([null, false]);
    for (const asked of [
      client.metrics.series({ ...range, within, name: 'costPerContact' }),
      client.metrics.series({ ...range, name: 'nps' }),
      client.metrics.costSave({ cost: null }),
    ])
      expect(await refusal(asked)).toMatchObject({ code: 'FORBIDDEN' });
    await desk.close();
  });

  it('targets keep to their scale; that of QA is the plan’s until one is set; owners are the desk’s own', async () => {
    const desk = await testDesk(folder, { clock: fakeClock(now) });
    const { client } = desk;
    const read = async (name: KpiName) => (await client.metrics.kpis()).kpis.find((each) => each.name === name);
    expect(await read('nps')).toMatchObject({ target: 20, owner: 'Coordinator', kind: 'nps' });
    expect(await read('qaScore')).toMatchObject({ target: 4 });
    await client.quality.planSave({ ...(await client.quality.plan()), targetOutOfFive: 4.5 });
    expect(await read('qaScore')).toMatchObject({ target: 4.5 });
    await client.metrics.targetSave({ name: 'nps', target: -10, owner: 'Ada' });
    expect(await read('nps')).toMatchObject({ target: -10, owner: 'Ada' });
    await client.desk.undo({});
    expect(await read('nps')).toMatchObject({ target: 20, owner: 'Coordinator' });
    for (const [name, target] of [
      ['nps', 101],
      ['qaScore', 6],
      ['created', -1],
      ['adherence', 90],
    ] as const)
      expect(await refusal(client.metrics.targetSave({ name, target }))).toMatchObject({
        code: 'INVALID',
        data: { field: 'target' },
      });
    await desk.close();
  });
});

describe('what tickets keep beside their clocks', () => {
  const range = { from: '2026-03-01', days: 7 };

  it('handle time is of those of which it is known; changed on the ticket it is another, and undone it is as it was (KPI-19)', async () => {
    const desk = await testDesk(folder, { clock: fakeClock(now) });
    const { client } = desk;
    const read = async () => one(await client.metrics.figures(range), 'handleTime');
    const lacks = async () => (await client.metrics.kpis()).kpis.find(({ name }) => name === 'handleTime')?.lacks;
    const ada = await client.people.create({ name: 'Ada' });
    const [first, second] = [await solved(desk, ada.id), await solved(desk, ada.id)];
    await solved(desk, ada.id);
    expect(await read()).toMatchObject({ n: 0, value: null, mean: null });
    expect(await lacks()).toMatch(/No handle time is known/);
    const set = (id: string, text: string | null) =>
      client.tickets.update({ selection: { ids: [id] }, set: { fields: { 'Handle time (s)': text } } });
    await set(first.id, '600');
    await set(second.id, '1200');
    expect(await read()).toMatchObject({ n: 2, mean: 15 });
    expect(await lacks()).toBeNull();
    expect((await read())?.value).toBeCloseTo(10, 0);
    await set(second.id, 'a while');
    expect(await read()).toMatchObject({ n: 1, mean: 10 });
    await client.desk.undo({});
    expect(await read()).toMatchObject({ n: 2, mean: 15 });
    const behind = await client.metrics.behind({ ...range, name: 'handleTime' });
    expect(behind.tickets.map(({ minutes }) => minutes).sort()).toEqual([10, 20]);
    const spread = await client.metrics.distribution({ ...range, name: 'handleTime' });
    expect(spread.n).toBe(2);
    expect((await client.desk.verify()).checks.find(({ name }) => name === 'figures')).toMatchObject({ ok: true });
    await desk.close();
  });

  it('CSAT has one rating for each ticket: its own, else the last that a survey has of it (KPI-4)', async () => {
    const desk = await testDesk(folder, { clock: fakeClock(now) });
    const { client } = desk;
    const ada = await client.people.create({ name: 'Ada' });
    const [rated, said, both] = [await solved(desk, ada.id), await solved(desk, ada.id), await solved(desk, ada.id)];
    await solved(desk, ada.id);
    const read = async () => one(await client.metrics.figures(range), 'csat');
    run(desk.db, 'UPDATE ticket SET csat = 1 WHERE id IN (?, ?)', rated.number, both.number);
    expect(await read()).toMatchObject({ n: 2, hits: 2 });
    answers(desk, [[0, 5, said.number]], 'csat');
    answers(desk, [[0, 1, both.number]], 'csat');
    answers(desk, [[0, 1]], 'csat');
    expect(await read()).toMatchObject({ n: 3, hits: 3 });
    desk.clock.pass(minute);
    answers(desk, [[0, 2, said.number]], 'csat');
    expect(await read()).toMatchObject({ n: 3, hits: 2 });
    expect(
      (await client.metrics.behind({ ...range, name: 'csat', which: 'misses' })).tickets.map(({ id }) => id),
    ).toEqual([said.id]);
    expect((await client.desk.verify()).checks.find(({ name }) => name === 'figures')).toMatchObject({ ok: true });
    run(desk.db, 'DELETE FROM survey_answer');
    expect(await read()).toMatchObject({ n: 2, hits: 2 });
    await desk.close();
  });
});
