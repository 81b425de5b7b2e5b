import { afterEach, describe, expect, it } from 'vitest';
import { dump } from '../support/dump.ts';
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

const outcomes = async ({ client }: TestDesk, ruleId?: string) =>
  (await client.automation.runs(ruleId === undefined ? {} : { ruleId })).runs.map(
    ({ ruleName, cause, outcome, changes, undone }) => ({ ruleName, cause, outcome, changes, undone }),
  );

describe('rules (AUT-1, AUT-2)', () => {
  it('are saved in the order they came, put into another, taken away and brought back', async () => {
    const { client } = await start();
    const first = await newRule(client, { kind: 'macro', name: 'First' });
    const second = await newRule(client, { kind: 'macro', name: 'Second' });
    await newRule(client, { kind: 'trigger', name: 'Other' });
    const names = async () => (await client.automation.list({ kind: 'macro' })).rules.map(({ rule }) => rule.name);
    expect(await names()).toEqual(['First', 'Second']);
    expect(await client.automation.order({ kind: 'macro', ids: [second.id, first.id] })).toMatchObject({ changed: 2 });
    expect(await names()).toEqual(['Second', 'First']);
    await newRule(client, { ...second, name: 'Renamed' });
    expect(await names()).toEqual(['Renamed', 'First']);
    await client.automation.remove({ id: second.id });
    expect(await names()).toEqual(['First']);
    for (const expected of [
      ['Renamed', 'First'],
      ['Second', 'First'],
      ['First', 'Second'],
    ]) {
      await client.desk.undo({});
      expect(await names()).toEqual(expected);
    }
    expect(await refusal(client.automation.order({ kind: 'macro', ids: [first.id] }))).toMatchObject({
      code: 'CONFLICT',
    });
  });

  const id = '018f0000-0000-7000-8000-000000000000';
  it.each([
    [{ kind: 'macro', actions: [] }, 'rule.actions'],
    [{ kind: 'macro', actions: [{ type: 'queue', to: id }] }, 'rule.actions.0'],
    [
      {
        kind: 'macro',
        actions: [
          { type: 'note', body: 'x' },
          { type: 'reply', body: '{{ticket.nmber}}' },
        ],
      },
      'rule.actions.1',
    ],
    [{ kind: 'macro', actions: [{ type: 'status', to: 'asleep' }] }, 'rule.actions.0.to'],
    [{ kind: 'trigger', conditions: when({ field: 'assignee', values: [id] }) }, 'rule.conditions.all.0'],
    [{ kind: 'macro', conditions: when({ field: 'priority', op: 'changed' }) }, 'rule.conditions.all.0'],
    [{ kind: 'timed', conditions: when() }, 'rule.conditions'],
    [
      {
        kind: 'timed',
        conditions: when({ field: 'status', values: ['new'] }),
        actions: [{ type: 'assignee', to: 'me' }],
      },
      'rule.actions.0',
    ],
    [{ kind: 'trigger', on: ['dawn'] }, 'rule.on.0'],
  ] as const)('are refused whole with the place: %j', async (rule, field) => {
    const { client } = await start();
    expect(await refusal(newRule(client, rule))).toMatchObject({ code: 'INVALID', data: { field } });
    expect((await client.automation.list({})).rules).toEqual([]);
  });

  it('name the placeholders there are (AUT-5)', async () => {
    const { client } = await start();
    const refused = await refusal(newRule(client, { kind: 'macro', actions: [{ type: 'note', body: '{{who}}' }] }));
    expect(refused.message).toContain('{{requester.firstName}}');
  });
});

describe('macros (AUT-3 to AUT-8)', () => {
  it('do several things to several tickets as one change set of the person', async () => {
    const desk = await start();
    const { client, clock } = desk;
    const one = await newTicket(client);
    const two = await newTicket(client, { tags: ['Vip'], priority: 'p1' });
    const macro = await newRule(client, {
      kind: 'macro',
      name: 'Sorry',
      minutesSaved: 2.5,
      actions: [
        { type: 'priority', to: 'p1' },
        { type: 'addTags', tags: ['vip'] },
        { type: 'field', name: 'Source', to: 'macro {{ticket.priority}}' },
        { type: 'reply', body: 'Dear {{requester.firstName}}, {{ticket.number}} is {{ticket.priority}}. {{today}}' },
      ],
    });
    const before = dump(desk.file, clock.now());
    const done = await client.automation.apply({ id: macro.id, ticketIds: [one.id, two.id, one.id] });
    expect(done).toMatchObject({ changed: 2, label: 'Macro “Sorry” on 2 tickets' });
    expect(await client.tickets.get({ id: two.id })).toMatchObject({
      status: 'open',
      tags: ['Vip'],
      fields: { Source: 'macro P1' },
    });
    const { events } = await client.tickets.get({ id: one.id });
    expect(events.map(({ type, body }) => [type, body]).slice(1)).toEqual([
      [
        'automation',
        'Status new → open\nPriority P3 → P1\nTag + vip\nSource none → macro P1\nReply “Dear Ann, #1 is P1. 2026-03-02”',
      ],
      ['agentReply', 'Dear Ann, #1 is P1. 2026-03-02'],
      ['status', null],
      ['priority', null],
      ['tags', null],
      ['field', null],
    ]);
    expect(events.every(({ author }) => author.name === 'Coordinator')).toBe(true);
    expect((await client.automation.list({})).rules[0]).toMatchObject({ runs: 2, minutesSaved: 5 });
    await client.desk.undo({});
    expect(dump(desk.file, clock.now())).toEqual(before);
    expect((await client.automation.list({})).rules[0]).toMatchObject({ runs: 0, minutesSaved: 0 });
    expect((await outcomes(desk)).map(({ undone }) => undone)).toEqual([true, true]);
  });

  it('change nothing where the ticket stands so already, and leave nothing in the log', async () => {
    const desk = await start();
    const { id } = await newTicket(desk.client, { tags: ['seen'] });
    const macro = await newRule(desk.client, { kind: 'macro' });
    expect(await desk.client.automation.apply({ id: macro.id, ticketIds: [id] })).toMatchObject({
      changed: 0,
      changeSet: null,
    });
    expect(await outcomes(desk)).toEqual([]);
  });

  it('are previewed without a trace, and never fill in what they filled in (AUT-5)', async () => {
    const desk = await start();
    const { client, clock } = desk;
    const { id } = await newTicket(client, { subject: '{{desk.name}} $& {{ticket.number}}' });
    const macro = await newRule(client, {
      kind: 'macro',
      actions: [{ type: 'note', body: '{{ ticket.subject }} / {{ticket.owner}}' }],
    });
    const before = dump(desk.file, clock.now());
    expect(await client.automation.preview({ id: macro.id, ticketId: id })).toMatchObject({
      fits: true,
      reply: null,
      note: '{{desk.name}} $& {{ticket.number}} /',
    });
    expect(dump(desk.file, clock.now())).toEqual(before);
  });

  it('pass over tickets that their conditions leave out', async () => {
    const { client } = await start();
    const one = await newTicket(client);
    const two = await newTicket(client, { priority: 'p1' });
    const macro = await newRule(client, { kind: 'macro', conditions: when({ field: 'priority', values: ['p1'] }) });
    expect(await client.automation.apply({ id: macro.id, ticketIds: [one.id, two.id] })).toMatchObject({ changed: 1 });
    expect(await refusal(client.automation.apply({ id: macro.id, ticketIds: [one.id] }))).toMatchObject({
      code: 'CONFLICT',
    });
  });
});

describe('triggers (AUT-10 to AUT-14)', () => {
  it('act in order on what a command did, and see what the ones before them did', async () => {
    const desk = await start();
    const { client } = desk;
    await newRule(client, {
      kind: 'trigger',
      name: 'Late one',
      conditions: when({ field: 'tag', values: ['refund'] }),
      actions: [{ type: 'note', body: 'Money' }],
      on: ['updated'],
    });
    await newRule(client, {
      kind: 'trigger',
      name: 'Refunds',
      conditions: when({ field: 'subject', op: 'contains', values: ['refund'] }),
      actions: [
        { type: 'addTags', tags: ['refund'] },
        { type: 'priority', to: 'p2' },
      ],
    });
    const { id } = await newTicket(client, { subject: 'Refund please' });
    expect((await outcomes(desk)).toReversed()).toEqual([
      {
        ruleName: 'Refunds',
        cause: 'created',
        outcome: 'done',
        changes: ['Priority P3 → P2', 'Tag + refund'],
        undone: false,
      },
      { ruleName: 'Late one', cause: 'updated', outcome: 'done', changes: ['Note “Money”'], undone: false },
    ]);
    const { events } = await client.tickets.get({ id });
    expect(events.filter(({ type }) => type !== 'created').every(({ author }) => author.kind === 'system')).toBe(true);
    expect((await client.desk.history({ limit: 2 })).entries.map(({ actor, label }) => [actor, label])).toEqual([
      ['Automation', 'Trigger “Late one” on #1'],
      ['Automation', 'Trigger “Refunds” on #1'],
    ]);
  });

  it('are asked what changed, by id', async () => {
    const desk = await start();
    const { client } = desk;
    const queue = await client.directory.queueCreate({ name: 'Billing' });
    await newRule(client, {
      kind: 'trigger',
      on: ['updated'],
      conditions: when({ field: 'queue', op: 'changedTo', values: [queue.id] }),
    });
    const { id } = await newTicket(client, { queueId: queue.id });
    expect(await outcomes(desk)).toEqual([]);
    const move = (queueId: string | null) => client.tickets.update({ selection: { ids: [id] }, set: { queueId } });
    await move(null);
    expect(await outcomes(desk)).toEqual([]);
    await move(queue.id);
    expect(await outcomes(desk)).toHaveLength(1);
  });

  it('go with the command when it is undone and redone; what was undone alone stays undone (AUT-14)', async () => {
    const desk = await start();
    const { client, clock } = desk;
    await newRule(client, { kind: 'trigger', name: 'Tag', on: ['internalNote'] });
    await newRule(client, {
      kind: 'trigger',
      name: 'Rise',
      on: ['internalNote'],
      actions: [{ type: 'priority', to: 'p1' }],
    });
    const { id } = await newTicket(client);
    const before = dump(desk.file, clock.now());
    await client.tickets.note({ id, body: 'Look' });
    const after = dump(desk.file, clock.now());
    expect(await client.desk.undo({})).toMatchObject({ label: 'Note on #1' });
    expect(dump(desk.file, clock.now())).toEqual(before);
    expect((await outcomes(desk)).map(({ undone }) => undone)).toEqual([true, true]);
    expect(await client.desk.redo()).toMatchObject({ label: 'Note on #1' });
    expect(dump(desk.file, clock.now())).toEqual(after);
    const [rise] = (await client.automation.runs({})).runs;
    await client.automation.undoRun({ id: rise!.id });
    expect(await client.tickets.get({ id })).toMatchObject({ priority: 'p3', tags: ['seen'] });
    await client.desk.undo({
      changeSet: (await client.desk.history({})).entries.find((e) => e.command === 'tickets.note')!.id,
    });
    expect(dump(desk.file, clock.now())).toEqual(before);
    await client.desk.redo();
    expect(await client.tickets.get({ id })).toMatchObject({ priority: 'p3', tags: ['seen'] });
    expect(await refusal(client.automation.undoRun({ id: rise!.id }))).toMatchObject({ code: 'CONFLICT' });
  });

  it('are not undone past what somebody changed since: the whole undo is refused', async () => {
    const desk = await start();
    const { client, clock } = desk;
    await newRule(client, { kind: 'trigger', on: ['internalNote'], actions: [{ type: 'status', to: 'open' }] });
    const { id } = await newTicket(client);
    const { changeSet } = await client.tickets.note({ id, body: 'Look' });
    await client.tickets.update({ selection: { ids: [id] }, set: { status: 'hold' } });
    const before = dump(desk.file, clock.now());
    expect(await refusal(client.desk.undo({ changeSet: changeSet! }))).toMatchObject({ code: 'CONFLICT' });
    expect(dump(desk.file, clock.now())).toEqual(before);
  });

  it('that set each other off act once each, and the log says so (AUT-12)', async () => {
    const desk = await start();
    const { client } = desk;
    const flip = (name: string, from: string, to: string) =>
      newRule(client, {
        kind: 'trigger',
        name,
        on: ['updated'],
        conditions: when({ field: 'status', op: 'changedTo', values: [from] }),
        actions: [{ type: 'status', to }],
      });
    await flip('Hold', 'open', 'hold');
    await flip('Open', 'hold', 'open');
    const { id } = await newTicket(client);
    await client.tickets.update({ selection: { ids: [id] }, set: { status: 'open' } });
    expect((await outcomes(desk)).map(({ ruleName, outcome }) => [ruleName, outcome]).toReversed()).toEqual([
      ['Hold', 'done'],
      ['Open', 'done'],
      ['Hold', 'loop'],
    ]);
    expect((await outcomes(desk))[0]?.changes[0]).toContain('“Open” would have set it off again');
    expect((await client.tickets.get({ id })).status).toBe('open');
  });

  it('that fail are logged with the reason and stop nothing (AUT-11)', async () => {
    const desk = await start();
    const { client } = desk;
    await newRule(client, { kind: 'trigger', name: 'Mine', actions: [{ type: 'assignee', to: 'me' }] });
    await newRule(client, {
      kind: 'trigger',
      name: 'Route',
      actions: [{ type: 'route', by: 'leastLoaded', skills: ['x'] }],
    });
    await newRule(client, { kind: 'trigger', name: 'Fine' });
    const { id } = await newTicket(client);
    expect((await client.tickets.get({ id })).tags).toEqual(['seen']);
    expect((await outcomes(desk)).map(({ ruleName, outcome }) => [ruleName, outcome]).toReversed()).toEqual([
      ['Mine', 'failed'],
      ['Route', 'failed'],
      ['Fine', 'done'],
    ]);
    expect((await outcomes(desk))[2]?.changes[0]).toContain('nobody is set');
  });

  it('are set off by nothing that comes in bulk (AUT-13)', async () => {
    const desk = await start();
    await newRule(desk.client, { kind: 'trigger', on: ['created', 'customerMessage', 'updated'] });
    await desk.client.desk.sample({ tickets: 20, seed: 1 });
    expect(await outcomes(desk)).toEqual([]);
  });

  it('announce what they did', async () => {
    const desk = await start();
    await newRule(desk.client, { kind: 'trigger' });
    desk.live.length = 0;
    await newTicket(desk.client);
    const domains = desk.live.flatMap((each) =>
      each.type === 'changed' ? each.changes.map(({ domain }) => domain) : [],
    );
    expect(domains).toContain('automation');
    expect(domains).toContain('tickets');
  });
});

describe('routing (AUT-20 to AUT-22)', () => {
  async function team({ client }: TestDesk) {
    const person = async (name: string, set: Parameters<typeof client.people.update>[0]['set']) =>
      client.people.update({ id: (await client.people.create({ name })).id, set });
    return {
      ada: await person('Ada', { skills: ['Refunds'], languages: ['pt', 'en'], capacity: 2 }),
      bo: await person('Bo', { skills: ['refunds'], languages: ['en'], capacity: 10 }),
      cy: await person('Cy', { away: true, skills: ['refunds'] }),
    };
  }

  it('explains each and assigns as one undoable change', async () => {
    const desk = await start();
    const { client } = desk;
    const { ada, bo } = await team(desk);
    await newTicket(client, { assigneeId: ada.id });
    const { id } = await newTicket(client);
    const route = { type: 'route' as const, by: 'leastLoaded' as const, skills: ['refunds'] };
    const choice = await client.automation.route({ ticketId: id, route });
    expect(choice).toMatchObject({ personId: bo.id, changeSet: null });
    expect(choice.considered.map(({ name, fits, reason }) => [name, fits, reason])).toEqual([
      ['Ada', true, '1 of 2 open'],
      ['Bo', true, '0 of 10 open'],
      ['Cy', false, 'away'],
    ]);
    await client.tickets.update({ selection: { ids: [id] }, set: { language: 'pt-BR' } });
    expect(await client.automation.route({ ticketId: id, assign: true })).toMatchObject({ personId: ada.id });
    expect((await client.tickets.get({ id })).assigneeId).toBe(ada.id);
    const third = await newTicket(client);
    const full = await client.automation.route({ ticketId: third.id, route });
    expect(full.considered[0]).toMatchObject({ name: 'Ada', fits: false, reason: '2 of 2 open' });
  });

  it('goes round by turns, in triggers too', async () => {
    const desk = await start();
    const { client } = desk;
    const { ada, bo } = await team(desk);
    await newRule(client, { kind: 'trigger', actions: [{ type: 'route', by: 'roundRobin' }] });
    const owners: (string | null)[] = [];
    for (let n = 0; n < 3; n++) {
      const { id } = await newTicket(client);
      owners.push((await client.tickets.get({ id })).assigneeId);
    }
    expect(owners).toEqual([ada.id, bo.id, ada.id]);
  });
});
