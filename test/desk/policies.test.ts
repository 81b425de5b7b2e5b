import { afterEach, describe, expect, it } from 'vitest';
import type { PolicyIn } from '../../src/contract/index.ts';
import { dump } from '../support/dump.ts';
import { fakeClock, hour, minute, mondayTen } from '../support/fake-clock.ts';
import { newTicket, refusal, testDesk, type Client, type TestDesk } from '../support/test-desk.ts';
import { tempFolder } from '../support/temp.ts';

const folder = tempFolder();
const open = new Set<TestDesk>();
async function start(options: Parameters<typeof testDesk>[1] = {}): Promise<TestDesk> {
  const desk = await testDesk(folder, options);
  open.add(desk);
  return desk;
}
afterEach(async () => {
  for (const desk of open) await desk.close();
  open.clear();
});

const around = (minutes: number) => ({ minutes, time: 'calendar' as const });
/** Two hours around the clock for a first response, for tickets tagged vip. */
const gold = (over: Partial<PolicyIn> = {}): PolicyIn => ({
  name: 'Gold',
  calendar: 'business',
  targets: { firstResponse: { p1: around(30), p2: around(60), p3: around(120), p4: around(120) } },
  match: { all: [{ field: 'tag', op: 'is', values: ['vip'] }] },
  ...over,
});
const save = (client: Client, policy: PolicyIn, effective: 'now' | 'always' = 'now') =>
  client.sla.policySave({ policy, effective });
const theDefault = async (client: Client) => (await client.sla.policies()).policies.at(-1)!;
const first = async (client: Client, id: string) => (await client.tickets.get({ id })).clocks.firstResponse;
const policyEvents = async (client: Client, id: string) =>
  (await client.tickets.get({ id })).events.filter(({ type }) => type === 'policy').map(({ from, to }) => [from, to]);
const verified = async (client: Client) => (await client.desk.verify()).checks.filter(({ ok }) => !ok);

describe('policies of the desk', () => {
  it('take a ticket by the first that fits, when it is made and when it changes (SLA-41)', async () => {
    const { client } = await start();
    const { id: goldId, version } = await save(client, gold());
    expect(version).toBe(1);
    const vip = await newTicket(client, { tags: ['VIP'] });
    const plain = await newTicket(client);
    expect(await policyEvents(client, vip.id)).toEqual([['default', goldId]]);
    expect(await policyEvents(client, plain.id)).toEqual([]);
    expect((await first(client, vip.id)).targetMinutes).toBe(120);
    expect((await first(client, plain.id)).targetMinutes).toBe(240);
    await client.tickets.update({ selection: { ids: [plain.id] }, set: { addTags: ['vip'] } });
    await client.tickets.update({ selection: { ids: [vip.id] }, set: { removeTags: ['vip'] } });
    expect((await first(client, plain.id)).targetMinutes).toBe(120);
    expect((await first(client, vip.id)).targetMinutes).toBe(240);
    expect(await policyEvents(client, vip.id)).toEqual([
      ['default', goldId],
      [goldId, 'default'],
    ]);
    expect(await verified(client)).toEqual([]);
    await client.desk.undo({});
    expect((await first(client, vip.id)).targetMinutes).toBe(120);
    expect(await verified(client)).toEqual([]);
  });

  it('match open tickets anew in the commit that saves, orders or removes them; undo takes all of it back (SLA-43)', async () => {
    const { client, file, clock } = await start();
    const vip = await newTicket(client, { tags: ['vip'] });
    const solved = await newTicket(client, { tags: ['vip'] });
    await client.tickets.update({ selection: { ids: [solved.id] }, set: { status: 'solved' } });
    const before = dump(file, clock.now());
    const { id: goldId, recounted, changeSet } = await save(client, gold());
    expect([recounted, changeSet]).toEqual([1, expect.any(String)]);
    expect((await first(client, vip.id)).targetMinutes).toBe(120);
    expect(await policyEvents(client, solved.id)).toEqual([]);
    const { id: silver } = await save(
      client,
      gold({ name: 'Silver', targets: { firstResponse: { p3: around(200) } } }),
    );
    expect((await client.sla.policies()).policies.map(({ name }) => name)).toEqual(['Gold', 'Silver', 'Default']);
    expect((await first(client, vip.id)).targetMinutes).toBe(120);
    await client.sla.policyOrder({ ids: [silver, goldId, 'default'] });
    expect((await first(client, vip.id)).targetMinutes).toBe(200);
    await client.sla.policyRemove({ id: silver });
    expect((await first(client, vip.id)).targetMinutes).toBe(120);
    expect((await client.sla.policyHistory({ id: silver })).versions).toHaveLength(1);
    expect(await verified(client)).toEqual([]);
    for (let n = 0; n < 4; n++) await client.desk.undo({});
    expect(dump(file, clock.now())).toEqual(before);
    expect(await verified(client)).toEqual([]);
    for (let n = 0; n < 4; n++) await client.desk.redo();
    expect((await first(client, vip.id)).targetMinutes).toBe(120);
    expect((await client.sla.policies()).policies.map(({ name }) => name)).toEqual(['Gold', 'Default']);
    expect(await verified(client)).toEqual([]);
  });

  it('saved from now on leave what was counted and promise anew from here (SLA-42)', async () => {
    const { client, clock } = await start();
    const ticket = await newTicket(client, { priority: 'p1' });
    const done = await newTicket(client, { priority: 'p1' });
    clock.pass(20 * minute);
    await client.tickets.reply({ id: done.id, body: 'Here' });
    clock.pass(20 * minute);
    const policy = await theDefault(client);
    const answer = await save(client, {
      ...policy,
      targets: { ...policy.targets, firstResponse: { p1: around(30), p2: around(60), p3: around(60), p4: around(60) } },
    });
    expect(answer).toMatchObject({ id: 'default', version: 2 });
    clock.pass(minute);
    const clockNow = await first(client, ticket.id);
    // 40 minutes were spent of 60; of 30 they are more than all: late by the change, not before it.
    expect(clockNow).toMatchObject({ targetMinutes: 30, state: 'breached', breachedAt: mondayTen + 40 * minute });
    expect(clockNow.ledger.map(({ reason, targetMinutes }) => [reason, targetMinutes])).toEqual([
      ['created', 60],
      ['policy Default, version 2', 30],
    ]);
    expect(clockNow.why).toContain('when the policy became Default, version 2');
    expect(await first(client, done.id)).toMatchObject({ targetMinutes: 60, state: 'met' });
    expect(
      (await client.sla.policyHistory({ id: 'default' })).versions.map(({ version, since }) => [version, since]),
    ).toEqual([
      [2, mondayTen + 40 * minute],
      [1, null],
    ]);
    expect(await verified(client)).toEqual([]);
    await client.desk.undo({});
    expect(await first(client, ticket.id)).toMatchObject({ targetMinutes: 60, state: 'running' });
    expect(await verified(client)).toEqual([]);
  });

  it('saved as of always count everything anew, what is done too (SLA-42)', async () => {
    const { client, clock } = await start();
    const done = await newTicket(client, { priority: 'p1' });
    clock.pass(40 * minute);
    await client.tickets.reply({ id: done.id, body: 'Here', status: 'solved' });
    expect((await first(client, done.id)).state).toBe('met');
    const policy = await theDefault(client);
    const targets = { ...policy.targets, firstResponse: { ...policy.targets.firstResponse, p1: around(30) } };
    expect((await save(client, { ...policy, targets }, 'always')).recounted).toBe(1);
    expect(await first(client, done.id)).toMatchObject({ state: 'breached', breachedAt: mondayTen + 30 * minute });
    expect(await verified(client)).toEqual([]);
    await client.desk.undo({});
    expect((await first(client, done.id)).state).toBe('met');
    expect(await verified(client)).toEqual([]);
  });

  it('undone later, count anew what was done in between, too (SLA-43)', async () => {
    const { client, clock } = await start();
    const { id } = await newTicket(client, { priority: 'p1' });
    const policy = await theDefault(client);
    const targets = { ...policy.targets, firstResponse: { ...policy.targets.firstResponse, p1: around(10) } };
    const { changeSet } = await save(client, { ...policy, targets });
    clock.pass(20 * minute);
    await client.tickets.reply({ id, body: 'Here', status: 'solved' });
    expect((await first(client, id)).state).toBe('breached');
    await client.desk.undo({ changeSet: changeSet! });
    expect((await first(client, id)).state).toBe('met');
    expect(await verified(client)).toEqual([]);
  });

  it('that tickets were put under since are not undone, but can be removed (CHG-12)', async () => {
    const { client } = await start();
    const { id, changeSet } = await save(client, gold());
    const vip = await newTicket(client, { tags: ['vip'] });
    expect((await refusal(client.desk.undo({ changeSet: changeSet! }))).code).toBe('CONFLICT');
    await client.sla.policyRemove({ id });
    expect((await first(client, vip.id)).targetMinutes).toBe(240);
    expect(await verified(client)).toEqual([]);
  });

  it('change nothing when they say what is so already', async () => {
    const { client } = await start();
    const { version: _, since: __, ...policy } = await theDefault(client);
    expect(await save(client, policy)).toEqual({ id: 'default', version: 1, recounted: 0, changeSet: null });
    expect(await save(client, policy, 'always')).toMatchObject({ version: 1, changeSet: null });
  });

  it('say nothing of the clocks that a save makes late (SLA-31)', async () => {
    const { client, clock } = await start();
    await newTicket(client, { priority: 'p1' });
    clock.pass(30 * minute);
    const policy = await theDefault(client);
    await save(client, { ...policy, targets: { firstResponse: { p1: around(5) } } });
    expect((await client.sla.alerts({})).alerts).toEqual([]);
    // Late strictly after the save: not a millisecond later, either.
    clock.pass(minute);
    expect((await client.tickets.counts({ filter: { band: ['breached'] } })).total).toBe(1);
    expect((await client.sla.alerts({})).alerts).toEqual([]);
  });

  it('that could not be kept are refused with the reason, and nothing is left of them (SLA-44)', async () => {
    const { client, file, clock } = await start();
    await newTicket(client, { tags: ['vip'] });
    const before = dump(file, clock.now());
    const why = async (policy: PolicyIn) => (await refusal(save(client, policy))).message;
    const asks = (field: 'hoursSinceCreated' | 'waiting' | 'band') =>
      gold({
        match: {
          all: [
            {
              field,
              op: field === 'hoursSinceCreated' ? 'atLeast' : 'is',
              values: [field === 'hoursSinceCreated' ? 2 : field === 'band' ? 'breached' : 'yes'],
            },
          ],
        },
      });
    expect(await why(gold({ name: ' ' }))).toContain('needs a name');
    expect(await why(gold({ name: 'default' }))).toContain('“default” already');
    expect(await why(gold({ calendar: 'moon' }))).toContain('“moon” is not there');
    expect(await why(gold({ targets: {} }))).toContain('at least one target');
    expect(await why({ ...gold(), match: undefined })).toContain('it would take every ticket');
    expect(await why(gold({ match: { all: [{ field: 'priority', op: 'is', values: ['p9'] }] } }))).toContain(
      '“p9” is no priority',
    );
    for (const field of ['hoursSinceCreated', 'waiting', 'band'] as const)
      expect(await why(asks(field))).toContain(`“${field}” changes as time passes`);
    const { version: _, since: __, ...policy } = await theDefault(client);
    expect(await why({ ...policy, match: gold().match })).toContain('can have no conditions');
    expect((await refusal(client.sla.policyRemove({ id: 'default' }))).code).toBe('CONFLICT');
    const { id } = await save(client, gold());
    expect((await refusal(client.sla.policyOrder({ ids: ['default', id] }))).message).toContain('stays last');
    expect((await refusal(client.sla.policyOrder({ ids: ['default'] }))).code).toBe('INVALID');
    expect((await refusal(save(client, gold({ id: 'gone' })))).code).toBe('NOT_FOUND');
    await client.desk.undo({});
    expect(dump(file, clock.now())).toEqual(before);
  });

  it('count tickets of a sample and of an import from their creation on (SLA-41)', async () => {
    const { client } = await start({ clock: fakeClock(mondayTen + 200 * 24 * hour) });
    const { id } = await save(client, gold({ match: { all: [{ field: 'channel', op: 'is', values: ['phone'] }] } }));
    await client.desk.sample({ tickets: 200, seed: 3 });
    const tickets = (await client.tickets.window({ filter: { channel: ['phone'] }, sort: [], limit: 5 })).rows;
    expect(tickets.length).toBeGreaterThan(0);
    for (const { id: ticket, createdAt } of tickets) {
      const events = (await client.tickets.get({ id: ticket })).events.filter(({ type }) => type === 'policy');
      expect(events.map(({ at, to }) => [at, to])).toEqual([[createdAt, id]]);
    }
    expect(await verified(client)).toEqual([]);
  });

  it('are held by verify against how the open tickets stand (CHG-40)', async () => {
    const { client, db } = await start();
    await save(client, gold());
    const { number } = await newTicket(client, { tags: ['vip'] });
    db.prepare("UPDATE ticket SET tags = '[]' WHERE id = ?").run(number);
    expect((await verified(client)).map(({ name }) => name)).toContain('policies');
  });
});
