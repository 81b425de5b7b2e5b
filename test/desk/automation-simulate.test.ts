import { afterEach, describe, expect, it } from 'vitest';
import { dump } from '../support/dump.ts';
import { hour, minute } from '../support/fake-clock.ts';
import { newRule, when } from '../support/rules.ts';
import { newTicket, refusal, testDesk, type TestDesk } from '../support/test-desk.ts';
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

const draft = (given: Readonly<Record<string, unknown>> & { kind: 'trigger' | 'timed' }) => ({
  name: 'Draft',
  ...(given.kind === 'trigger' && { on: ['created'] }),
  actions: [{ type: 'addTags', tags: ['seen'] }],
  ...given,
});

describe('the simulator (AUT-24 to AUT-28)', () => {
  it('says what would have fired, in what order and why, and touches nothing', async () => {
    const desk = await start();
    const { client, clock } = desk;
    const { id } = await newTicket(client, { subject: 'Refund' });
    clock.pass(minute);
    await client.tickets.update({ selection: { ids: [id] }, set: { priority: 'p1' } });
    clock.pass(minute);
    await client.tickets.update({ selection: { ids: [id] }, set: { priority: 'p2', subject: 'Other' } });
    clock.pass(30 * hour);
    const before = dump(desk.file, clock.now());
    const answer = await client.automation.simulate({
      rules: [
        draft({ kind: 'trigger', name: 'Refunds', conditions: when({ field: 'subject', values: ['refund'] }) }),
        draft({
          kind: 'trigger',
          name: 'Rise',
          on: ['updated'],
          conditions: when({ field: 'priority', op: 'changedTo', values: ['p1'] }, { field: 'tag', values: ['seen'] }),
          actions: [{ type: 'note', body: '{{ticket.number}} rose' }],
        }),
        draft({
          kind: 'timed',
          name: 'Still new',
          conditions: when({ field: 'hoursSinceCreated', op: 'atLeast', values: [24] }),
          actions: [{ type: 'status', to: 'open' }],
        }),
      ],
    });
    expect(answer.runs.map((run) => [run.ruleName, run.cause, run.changes, run.at - before_(clock)])).toEqual([
      ['Refunds', 'created', ['Tag + seen'], 0],
      ['Rise', 'updated', ['Note “#1 rose”'], minute],
      ['Still new', 'time', ['Status new → open'], 24 * hour],
    ]);
    expect(answer.runs[1]?.why.map(({ passed, found }) => [passed, found])).toEqual([
      [true, 'p1'],
      [true, 'seen'],
    ]);
    expect(answer).toMatchObject({ tickets: 1, total: 3, loops: [] });
    expect(answer.rules.map(({ fired, tickets }) => [fired, tickets])).toEqual([
      [1, 1],
      [1, 1],
      [1, 1],
    ]);
    expect(dump(desk.file, clock.now())).toEqual(before);
    expect((await client.automation.runs({})).runs).toEqual([]);
  });
  const before_ = (clock: { now: () => number }): number => clock.now() - 30 * hour - 2 * minute;

  it('gives what the desk itself did with the same rules', async () => {
    const desk = await start();
    const { client, clock } = desk;
    await newRule(client, {
      kind: 'trigger',
      name: 'A',
      on: ['created', 'internalNote'],
      actions: [{ type: 'note', body: 'Hello' }],
    });
    await newRule(client, {
      kind: 'trigger',
      name: 'B',
      on: ['updated'],
      conditions: when({ field: 'status', op: 'changedTo', values: ['open'] }),
    });
    await newRule(client, {
      kind: 'timed',
      name: 'C',
      conditions: when(
        { field: 'status', values: ['open'] },
        { field: 'hoursSinceStatus', op: 'atLeast', values: [2] },
      ),
      actions: [{ type: 'status', to: 'hold' }],
    });
    clock.pass(2 * minute);
    for (let n = 0; n < 3; n++) {
      const { id } = await newTicket(client);
      clock.pass(7 * minute);
      await client.tickets.update({ selection: { ids: [id] }, set: { status: 'open' } });
      clock.pass((n + 1) * hour);
      await client.tickets.note({ id, body: 'Look' });
    }
    clock.pass(5 * hour);
    const short = (runs: readonly { ruleName: string; ticketNumber: number; at: number; changes: string[] }[]) =>
      runs
        .map(({ ruleName, ticketNumber, at, changes }) => `${at} #${ticketNumber} ${ruleName} ${changes.join()}`)
        .sort();
    const really = await client.automation.runs({});
    const simulated = await client.automation.simulate({});
    expect(short(really.runs).length).toBe(12);
    expect(short(simulated.runs)).toEqual(short(really.runs));
  });

  it('finds loops, and refuses drafts with the place', async () => {
    const desk = await start();
    const { client } = desk;
    const { id } = await newTicket(client);
    await client.tickets.update({ selection: { ids: [id] }, set: { status: 'open' } });
    const flip = (name: string, from: string, to: string) =>
      draft({
        kind: 'trigger',
        name,
        on: ['updated'],
        conditions: when({ field: 'status', op: 'changedTo', values: [from] }),
        actions: [{ type: 'status', to }],
      });
    const rules = [flip('Hold', 'open', 'hold'), flip('Open', 'hold', 'open')];
    expect((await client.automation.simulate({ rules, ticketId: id })).loops).toEqual([
      { ticketNumber: 1, rules: ['Hold', 'Open'] },
    ]);
    expect(await refusal(client.automation.simulate({ rules: [...rules, draft({ kind: 'timed' })] }))).toMatchObject({
      code: 'INVALID',
    });
  });
});

describe('rules as JSON (AUT-30, AUT-31)', () => {
  it('go to another desk by names, and twice change nothing', async () => {
    const one = await start();
    const two = await start();
    const queue = await one.client.directory.queueCreate({ name: 'Billing' });
    const ann = await one.client.people.create({ name: 'Ann' });
    await newRule(one.client, {
      kind: 'trigger',
      conditions: when({ field: 'queue', values: [queue.id, null] }),
      actions: [
        { type: 'assignee', to: ann.id },
        { type: 'route', by: 'roundRobin', among: [ann.id] },
        { type: 'queue', to: queue.id },
      ],
    });
    await newRule(one.client, { kind: 'macro', actions: [{ type: 'assignee', to: 'me' }] });
    const { json } = await one.client.automation.exportJson();
    expect(json).not.toContain(queue.id);
    expect(await refusal(two.client.automation.importJson({ json }))).toMatchObject({ code: 'INVALID' });
    expect((await two.client.automation.list({})).rules).toEqual([]);
    const there = await two.client.directory.queueCreate({ name: 'billing' });
    await two.client.people.create({ name: 'Ann' });
    expect(await two.client.automation.importJson({ json, dryRun: true })).toMatchObject({ added: 2, changeSet: null });
    expect(await two.client.automation.importJson({ json })).toMatchObject({ added: 2, changed: 0, same: 0 });
    const rule = (await two.client.automation.list({ kind: 'trigger' })).rules[0]?.rule;
    expect(rule?.conditions.all[0]?.values).toEqual([there.id, null]);
    expect(await two.client.automation.importJson({ json })).toMatchObject({
      added: 0,
      changed: 0,
      same: 2,
      changeSet: null,
    });
    await two.client.desk.undo({});
    expect((await two.client.automation.list({})).rules).toEqual([]);
  });

  it.each([
    ['', 'json'],
    ['[1]', 'json'],
    ['{"foredesk":"rules","version":2,"rules":[]}', 'json.version'],
    ['{"foredesk":"rules","version":1,"rules":[null]}', 'rules.0'],
    [
      '{"foredesk":"rules","version":1,"rules":[{"kind":"macro","name":"x","actions":[{"type":"queue","to":"Nowhere"}]}]}',
      'rules.0.actions.0.to',
    ],
    [
      '{"foredesk":"rules","version":1,"rules":[{"kind":"macro","name":"x","actions":[{"type":"note","body":"{{x}}"}]}]}',
      'rules.0.actions.0',
    ],
    [`{"foredesk":"rules","version":1,"rules":${'['.repeat(50_000)}${']'.repeat(50_000)}}`, 'rules.0.kind'],
    ['{"foredesk":"rules","version":1,"rules":[{"__proto__":{"kind":"macro"},"constructor":1}]}', 'rules.0.kind'],
  ])('are refused whole with the place: %.60s', async (json, field) => {
    const { client } = await start();
    const refused = await refusal(client.automation.importJson({ json }));
    expect(refused).toMatchObject({ code: 'INVALID', data: { field } });
    expect((await client.automation.list({})).rules).toEqual([]);
  });
});
