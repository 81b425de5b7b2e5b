import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../src/main/store/db.ts';
import type { Status } from '../../src/contract/index.ts';
import { dump } from '../support/dump.ts';
import { fakeClock, hour, mondayTen } from '../support/fake-clock.ts';
import { newTicket, refusal, testDesk, type TestDesk } from '../support/test-desk.ts';
import { tempFolder } from '../support/temp.ts';

const folder = tempFolder();
let desk: TestDesk;
beforeAll(async () => {
  desk = await testDesk(folder);
});
afterAll(() => desk.close());

const get = (id: string) => desk.client.tickets.get({ id });
const set = (id: string, patch: Parameters<TestDesk['client']['tickets']['update']>[0]['set']) =>
  desk.client.tickets.update({ selection: { ids: [id] }, set: patch });
const types = async (id: string) => (await get(id)).events.map(({ type }) => type);

async function inStatus(status: Status): Promise<string> {
  const { id } = await newTicket(desk.client);
  if (status !== 'new') await set(id, { status });
  return id;
}

describe('a ticket', () => {
  it('has a number that is never given again, also after undo (TIC-1)', async () => {
    const first = await newTicket(desk.client);
    await desk.client.desk.undo({});
    const second = await newTicket(desk.client);
    expect(second.number).toBe(first.number + 1);
    expect(await refusal(desk.client.tickets.get({ number: first.number }))).toMatchObject({
      code: 'NOT_FOUND',
      message: `There is no ticket #${first.number} on this desk.`,
    });
  });

  it('is the sum of its events: one for each thing that changed, none for what did not (TIC-2)', async () => {
    const queue = await desk.client.directory.queueCreate({ name: 'Returns' });
    const { id } = await newTicket(desk.client, { body: 'Where is it?', priority: 'p2' });
    desk.clock.pass(hour);
    await set(id, {
      status: 'new',
      priority: 'p1',
      queueId: queue.id,
      subject: 'Very late',
      category: 'Parcel',
      addTags: ['VIP', 'vip', 'late'],
    });
    const { events, tags, updatedAt } = await get(id);
    expect(events.map(({ type, from, to }) => [type, from, to])).toEqual([
      ['created', 'p2', 'new'],
      ['customerMessage', null, null],
      ['priority', 'p2', 'p1'],
      ['queue', null, 'Returns'],
      ['category', null, 'Parcel'],
      ['subject', 'Late delivery', 'Very late'],
      ['tags', '', 'VIP late'],
    ]);
    expect(tags).toEqual(['VIP', 'late']);
    expect(new Set(events.slice(2).map(({ at }) => at))).toEqual(new Set([updatedAt]));
    await set(id, { removeTags: ['Vip'] });
    expect((await get(id)).tags).toEqual(['late']);
    expect((await newTicket(desk.client, { tags: ['a', 'A', 'b'] }).then((made) => get(made.id))).tags).toEqual([
      'a',
      'b',
    ]);
  });

  it('never has an event before one it has, though the clock be set back (TIC-2)', async () => {
    const { id } = await newTicket(desk.client);
    desk.clock.sleep(-hour);
    await desk.client.tickets.note({ id, body: 'Set back' });
    const { events } = await get(id);
    expect(events.map(({ type }) => type)).toEqual(['created', 'internalNote']);
    expect(events[1]!.at).toBeGreaterThanOrEqual(events[0]!.at);
    desk.clock.sleep(hour);
  });

  it('is taken in hand by a reply, and left in the status asked for (TIC-3)', async () => {
    const first = await inStatus('new');
    await desk.client.tickets.reply({ id: first, body: 'Hello' });
    expect((await get(first)).status).toBe('open');
    const second = await inStatus('new');
    await desk.client.tickets.reply({ id: second, body: 'Hello', status: 'pending' });
    expect((await get(second)).status).toBe('pending');
    const third = await inStatus('hold');
    await desk.client.tickets.reply({ id: third, body: 'Hello' });
    expect((await get(third)).status).toBe('hold');
    expect(await types(first)).toEqual(['created', 'agentReply', 'status']);
  });

  it.each([
    ['new', 'new'],
    ['open', 'open'],
    ['pending', 'open'],
    ['hold', 'open'],
    ['solved', 'open'],
  ] as const)('%s, is %s after the requester wrote, and waits for an answer (TIC-4)', async (from, to) => {
    const id = await inStatus(from);
    await desk.client.tickets.receive({ id, body: 'And?' });
    expect(await get(id)).toMatchObject({ status: to, waiting: true, solvedAt: null });
    await desk.client.tickets.reply({ id, body: 'Soon' });
    expect((await get(id)).waiting).toBe(false);
  });

  it('closed, takes no more messages (TIC-4)', async () => {
    const id = await inStatus('closed');
    expect(await refusal(desk.client.tickets.receive({ id, body: 'And?' }))).toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('new ticket') as string,
    });
  });

  it('is solved when it was solved, also after closing, until it is opened (TIC-5)', async () => {
    const id = await inStatus('solved');
    const { solvedAt } = await get(id);
    expect(solvedAt).toBe(desk.clock.now());
    desk.clock.pass(hour);
    await set(id, { status: 'closed' });
    expect((await get(id)).solvedAt).toBe(solvedAt);
    await set(id, { status: 'open' });
    expect((await get(id)).solvedAt).toBeNull();
  });

  it('is of a requester known by address, else by name (TIC-6)', async () => {
    const of = async (name: string, email: string | null) =>
      (await get((await newTicket(desk.client, { requester: { name, email } })).id)).requesterId;
    const cora = await of('Cora', 'cora@example.org');
    expect(await of('C. Diaz', 'CORA@example.org')).toBe(cora);
    const nameless = await of('Cora', null);
    expect(nameless).not.toBe(cora);
    expect(await of('cora', null)).toBe(nameless);
  });
});

describe('a bulk change', () => {
  it('of none, or of more than 20,000, is refused before anything changes (TIC-7)', async () => {
    const other = await testDesk(folder);
    const selection = { filter: {}, except: [] };
    expect(await refusal(other.client.tickets.update({ selection, set: { status: 'open' } }))).toMatchObject({
      code: 'NOT_FOUND',
    });
    await newTicket(other.client);
    run(
      other.db,
      `INSERT INTO ticket (uid, subject, customer_id, requester, channel, status, priority, created_at, updated_at)
       WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
       SELECT randomblob(16), 'x', 1, 'Ann Lee', 0, 0, 2, 1, 1 FROM n`,
    );
    const before = await other.client.tickets.counts({ filter: {}, groupBy: 'status' });
    expect(await refusal(other.client.tickets.update({ selection, set: { status: 'open' } }))).toMatchObject({
      code: 'INVALID',
      message: expect.stringContaining('20000') as string,
    });
    expect(await other.client.tickets.counts({ filter: {}, groupBy: 'status' })).toEqual(before);
    await other.close();
  });

  it('leaves out the exceptions', async () => {
    const { id } = await newTicket(desk.client, { tags: ['batch'] });
    await newTicket(desk.client, { tags: ['batch'] });
    const { changed } = await desk.client.tickets.update({
      selection: { filter: { tag: ['BATCH'] }, except: [id] },
      set: { priority: 'p4' },
    });
    expect(changed).toBe(1);
    expect((await get(id)).priority).toBe('p3');
  });
});

describe('the desk', () => {
  it('in another zone has other due times, all of them, also where the change was cut off (CHG-6)', async () => {
    const first = await testDesk(folder, { clock: fakeClock(mondayTen) });
    const { id } = await newTicket(first.client);
    const due = async (on: TestDesk) => (await on.client.tickets.get({ id })).clock?.dueAt;
    expect(await due(first)).toBe(mondayTen + 4 * hour);
    await first.client.desk.settings({ timeZone: 'Asia/Tokyo' });
    // 19:00 in Tokyo: tomorrow 09:00 there is midnight UTC, and four hours on.
    expect(await due(first)).toBe(mondayTen + 18 * hour);
    expect((await first.client.desk.verify()).ok).toBe(true);
    // As a kill between the change and its consequences would leave it.
    run(first.db, "INSERT INTO meta VALUES ('rederive', 'true')");
    run(first.db, 'UPDATE sla_clock SET due_at = 1');
    run(first.db, 'UPDATE ticket SET clock_due = 1');
    await first.close();
    const again = await testDesk(folder, { file: first.file, clock: fakeClock(mondayTen) });
    expect(await due(again)).toBe(mondayTen + 18 * hour);
    expect((await again.client.desk.verify()).ok).toBe(true);
    await again.close();
  });

  it('refuses an unknown zone, and a stranger as "me"', async () => {
    const before = dump(desk.file, desk.clock.now());
    expect(await refusal(desk.client.desk.settings({ timeZone: 'Mars/Base' }))).toMatchObject({ code: 'INVALID' });
    expect(await refusal(desk.client.desk.settings({ me: '01a20278-66c5-7000-8762-0201db6ac0ad' }))).toMatchObject({
      code: 'NOT_FOUND',
      data: { field: 'me' },
    });
    expect(dump(desk.file, desk.clock.now())).toEqual(before);
  });

  it('whose sample is undone has nobody left at it', async () => {
    const made = await testDesk(folder);
    const { changeSet } = await made.client.desk.sample({ tickets: 50, seed: 1 });
    expect((await made.client.desk.info()).me).not.toBeNull();
    await made.client.desk.undo({ changeSet: changeSet! });
    expect(await made.client.desk.info()).toMatchObject({ me: null, tickets: 0 });
    expect((await newTicket(made.client)).number).toBe(51);
    await made.close();
  });

  it('closed in the middle of a job ends the job, and leaves nothing of it', async () => {
    const made = await testDesk(folder);
    const begun = new Promise<void>((resolve) => {
      made.desk.onLive((live) => {
        if (live.type === 'changed' && live.changes.some(({ domain }) => domain === 'exchange')) resolve();
      });
    });
    const running = refusal(made.client.desk.sample({ tickets: 20_000, seed: 1 }));
    await begun;
    await made.close();
    expect(await running).toMatchObject({ code: 'CANCELLED' });
    expect(made.clock.timers()).toBe(0);
    const again = await testDesk(folder, { file: made.file });
    expect((await again.client.desk.info()).tickets).toBe(0);
    await again.close();
  });
});
