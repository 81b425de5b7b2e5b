import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { hour, minute, mondayTen } from '../support/fake-clock.ts';
import { newRule, when } from '../support/rules.ts';
import { newTicket, testDesk, type TestDesk } from '../support/test-desk.ts';
import { tempFolder } from '../support/temp.ts';

const folder = tempFolder();
const open = new Set<TestDesk>();
async function start(): Promise<TestDesk> {
  const desk = await testDesk(folder);
  open.add(desk);
  return desk;
}
afterEach(async () => {
  for (const desk of open) await desk.close();
  open.clear();
});

const acknowledges = {
  name: 'Thanks',
  actions: [{ type: 'reply', body: 'We have your message, {{requester.firstName}}.' }],
};

/** Where the clocks that wait for an agent stand, and whether the customer waits. */
async function standing({ client }: TestDesk, id: string) {
  const { events, waiting, clocks } = await client.tickets.get({ id });
  return {
    replies: events.filter(({ type }) => type === 'agentReply').map(({ author }) => author.kind),
    waiting,
    first: clocks.firstResponse.metAt,
    next: clocks.nextResponse.metAt,
  };
}

describe('an automatic reply (SLA-11, AUT-6)', () => {
  it('by a trigger ends no clock and no waiting; the reply of a person after it does', async () => {
    const desk = await start();
    const { client, clock } = desk;
    await newRule(client, { kind: 'trigger', on: ['created', 'customerMessage'], ...acknowledges });
    const { id } = await newTicket(client, { body: 'Where is it' });
    const none = { waiting: true, first: null, next: null };
    expect(await standing(desk, id)).toEqual({ ...none, replies: ['system'] });
    clock.pass(10 * minute);
    await client.tickets.reply({ id, body: 'Let me look' });
    const first = mondayTen + 10 * minute;
    expect(await standing(desk, id)).toEqual({ waiting: false, first, next: null, replies: ['system', 'agent'] });
    clock.pass(10 * minute);
    await client.tickets.receive({ id, body: 'And now' });
    expect(await standing(desk, id)).toMatchObject({
      waiting: true,
      next: null,
      replies: ['system', 'agent', 'system'],
    });
    clock.pass(10 * minute);
    await client.tickets.reply({ id, body: 'It comes today' });
    expect(await standing(desk, id)).toMatchObject({ waiting: false, first, next: mondayTen + 30 * minute });
    expect((await client.desk.verify()).checks.filter(({ ok }) => !ok)).toEqual([]);
  });

  it('by a timed automation is no word of an agent either; by a macro it is', async () => {
    const desk = await start();
    const { client, clock } = desk;
    await newRule(client, {
      kind: 'timed',
      ...acknowledges,
      conditions: when({ field: 'hoursSinceCustomer', op: 'atLeast', values: [1] }),
    });
    await newRule(client, {
      kind: 'timed',
      name: 'Silence',
      conditions: when({ field: 'hoursSinceAgent', op: 'atLeast', values: [1] }),
    });
    const { id } = await newTicket(client, { body: 'Where is it' });
    clock.pass(4 * hour);
    expect(await standing(desk, id)).toEqual({ waiting: true, first: null, next: null, replies: ['system'] });
    expect((await client.tickets.get({ id })).tags).toEqual([]);
    const macro = await newRule(client, { kind: 'macro', ...acknowledges });
    await client.automation.apply({ id: macro.id, ticketIds: [id] });
    expect(await standing(desk, id)).toMatchObject({ waiting: false, first: clock.now() });
    clock.pass(2 * hour);
    expect((await client.tickets.get({ id })).tags).toEqual(['seen']);
  });

  it('does not make another trigger believe that the customer was answered, on the desk or in the simulator', async () => {
    const desk = await start();
    const { client, clock } = desk;
    await newRule(client, { kind: 'trigger', on: ['created'], ...acknowledges });
    await newRule(client, {
      kind: 'timed',
      name: 'Nobody answered',
      conditions: when(
        { field: 'waiting', values: ['yes'] },
        { field: 'hoursSinceCustomer', op: 'atLeast', values: [1] },
      ),
    });
    await newTicket(client, { body: 'Where is it' });
    clock.pass(2 * hour);
    const names = (runs: readonly { ruleName: string }[]) => runs.map(({ ruleName }) => ruleName).sort();
    const really = names((await client.automation.runs({})).runs);
    expect(really).toEqual(['Nobody answered', 'Thanks']);
    expect(names((await client.automation.simulate({})).runs)).toEqual(really);
  });

  it('of Zendesk comes in as one; where a file does not say who wrote, somebody did (IMP-13)', async () => {
    const desk = await start();
    const comment = (id: number, at: string, author: object) => ({
      id,
      created_at: at,
      public: true,
      body: `c${id}`,
      ...author,
    });
    const rule = { author_id: -1, via: { channel: 'rule', source: { from: { title: 'Auto-reply' }, rel: 'trigger' } } };
    const ticket = (id: number, author: object) => ({
      id,
      subject: `T${id}`,
      status: 'open',
      requester_id: 11,
      created_at: '2026-03-02T08:00:00Z',
      updated_at: '2026-03-02T08:05:00Z',
      comments: [
        comment(10 * id, '2026-03-02T08:00:00Z', { author_id: 11 }),
        comment(10 * id + 1, '2026-03-02T08:05:00Z', author),
      ],
    });
    const path = join(folder, 'zendesk.json');
    const users = [
      { id: 11, name: 'Mia Berg', role: 'end-user' },
      { id: 21, name: 'Jonas Falk', role: 'agent' },
    ];
    const authors = [rule, { author_id: -1 }, { author_id: 21 }, {}];
    writeFileSync(path, JSON.stringify({ tickets: authors.map((author, n) => ticket(n + 1, author)), users }));
    expect(await desk.client.exchange.run({ source: { path }, mode: 'import' })).toMatchObject({ state: 'done' });
    const { rows } = await desk.client.tickets.window({ filter: {}, sort: [{ by: 'number' }], limit: 10 });
    const found = await Promise.all(rows.map(({ id }) => standing(desk, id)));
    const answeredAt = Date.UTC(2026, 2, 2, 8, 5);
    const unanswered = { replies: ['system'], waiting: true, first: null, next: null };
    const answered = { replies: ['agent'], waiting: false, first: answeredAt, next: null };
    const byNumber = new Map(rows.map(({ subject }, index) => [subject, found[index]]));
    expect(['T1', 'T2', 'T3', 'T4'].map((subject) => byNumber.get(subject))).toEqual([
      unanswered,
      unanswered,
      answered,
      answered,
    ]);
    expect((await desk.client.desk.verify()).checks.filter(({ ok }) => !ok)).toEqual([]);
  });
});
