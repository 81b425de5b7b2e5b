import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { ruleSchema } from '../../src/contract/automation.ts';
import { readyTimed, type TimedRule } from '../../src/domain/automation/timed.ts';
import { column } from '../../src/main/store/db.ts';
import { ruleFacts } from '../../src/main/store/rule-facts.ts';
import { prefilterOf } from '../../src/main/store/rule-sql.ts';
import { freshTickets } from '../../src/main/store/timed.ts';
import { hour, minute } from '../support/fake-clock.ts';
import { newRule, when } from '../support/rules.ts';
import { newTicket, testDesk, type TestDesk } from '../support/test-desk.ts';
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

const stale = when({ field: 'status', values: ['open'] }, { field: 'hoursSinceStatus', op: 'atLeast', values: [24] });
const runs = async ({ client }: TestDesk) =>
  (await client.automation.runs({})).runs.map(({ ruleName, ticketNumber, outcome, at }) => ({
    ruleName,
    ticketNumber,
    outcome,
    at,
  }));

describe('timed automations (AUT-16 to AUT-18)', () => {
  it('act at the first mark of five minutes at which a ticket fits, once, until it stopped fitting', async () => {
    const desk = await start();
    const { client, clock } = desk;
    await newRule(client, {
      kind: 'timed',
      name: 'Stale',
      conditions: stale,
      actions: [{ type: 'note', body: 'Still open' }],
    });
    clock.pass(2 * minute);
    const { id } = await newTicket(client);
    const to = (status: 'open' | 'hold') => client.tickets.update({ selection: { ids: [id] }, set: { status } });
    await to('open');
    const opened = clock.now();
    clock.pass(24 * hour + 2 * minute);
    expect(await runs(desk)).toEqual([]);
    clock.pass(minute);
    expect(await runs(desk)).toMatchObject([
      { ruleName: 'Stale', outcome: 'done', at: opened + 24 * hour + 3 * minute },
    ]);
    clock.pass(48 * hour);
    expect(await runs(desk)).toHaveLength(1);
    await to('hold');
    clock.pass(5 * minute);
    await to('open');
    clock.pass(25 * hour);
    expect(await runs(desk)).toHaveLength(2);
    const { events } = await client.tickets.get({ id });
    expect(events.at(-1)).toMatchObject({ type: 'internalNote', author: { kind: 'system', name: 'Automation' } });
  });

  it('make up for what was missed while the desk was closed or asleep, and on being asked', async () => {
    const desk = await start();
    const { client, clock } = desk;
    await newRule(client, { kind: 'timed', conditions: stale, actions: [{ type: 'priority', to: 'p1' }] });
    const { id } = await newTicket(client);
    await client.tickets.update({ selection: { ids: [id] }, set: { status: 'open' } });
    clock.sleep(30 * hour);
    expect(await client.automation.runTimed()).toMatchObject({ runs: 1, tickets: 1 });
    expect(await client.automation.runTimed()).toMatchObject({ runs: 0, tickets: 0 });
    const other = await newTicket(client);
    await client.tickets.update({ selection: { ids: [other.id] }, set: { status: 'open' } });
    open.delete(desk);
    await desk.close();
    clock.sleep(30 * hour);
    const again = await start({ file: desk.file, clock });
    expect((await again.client.tickets.get({ id: other.id })).priority).toBe('p1');
  });

  it('are undone one by one and do not act again on what was taken back', async () => {
    const desk = await start();
    const { client, clock } = desk;
    await newRule(client, { kind: 'timed', conditions: stale, actions: [{ type: 'priority', to: 'p1' }] });
    await newRule(client, {
      kind: 'trigger',
      on: ['updated'],
      conditions: when({ field: 'priority', op: 'changedTo', values: ['p1'] }),
    });
    const { id } = await newTicket(client);
    await client.tickets.update({ selection: { ids: [id] }, set: { status: 'open' } });
    clock.pass(25 * hour);
    expect(await client.tickets.get({ id })).toMatchObject({ priority: 'p1', tags: ['seen'] });
    const timed = (await client.automation.runs({})).runs.find(({ kind }) => kind === 'timed');
    await client.automation.undoRun({ id: timed!.id });
    expect(await client.tickets.get({ id })).toMatchObject({ priority: 'p3', tags: [] });
    clock.pass(hour);
    expect((await client.tickets.get({ id })).priority).toBe('p3');
  });

  it('pass solved tickets over unless asked for, and close them where they are', async () => {
    const desk = await start();
    const { client, clock } = desk;
    const { id } = await newTicket(client);
    await client.tickets.update({ selection: { ids: [id] }, set: { status: 'solved' } });
    await newRule(client, {
      kind: 'timed',
      name: 'Any',
      conditions: when({ field: 'hoursSinceCreated', op: 'atLeast', values: [1] }),
    });
    await newRule(client, {
      kind: 'timed',
      name: 'Close',
      conditions: when(
        { field: 'status', values: ['solved'] },
        { field: 'hoursSinceStatus', op: 'atLeast', values: [96] },
      ),
      actions: [{ type: 'status', to: 'closed' }],
    });
    clock.pass(97 * hour);
    expect(await runs(desk)).toMatchObject([{ ruleName: 'Close' }]);
    expect((await client.tickets.get({ id })).status).toBe('closed');
  });

  it('act on any number of tickets, some hundreds at a time', async () => {
    const desk = await start();
    const { client, clock } = desk;
    await client.desk.sample({ tickets: 2000, seed: 5 });
    const openNow = (await client.tickets.counts({ filter: { open: true } })).total;
    expect(openNow).toBeGreaterThan(200);
    await newRule(client, {
      kind: 'timed',
      conditions: when({ field: 'hoursSinceCreated', op: 'atLeast', values: [0] }),
    });
    clock.pass(5 * minute);
    const tagged = await client.tickets.counts({ filter: { open: true, tag: ['seen'] } });
    expect(tagged.total).toBe(openNow);
  });
});

const words = fc.constantFrom('new', 'open', 'pending', 'hold', 'solved', 'closed');
const hours = fc.constantFrom(
  'hoursSinceCreated',
  'hoursSinceUpdated',
  'hoursSinceStatus',
  'hoursSinceAssigned',
  'hoursSinceCustomer',
  'hoursSinceAgent',
);
const condition = fc.oneof(
  fc.record({
    field: fc.constant('status'),
    op: fc.constantFrom('is', 'isNot'),
    values: fc.array(words, { minLength: 1, maxLength: 2 }),
  }),
  fc.record({
    field: fc.constant('priority'),
    op: fc.constantFrom('is', 'isNot'),
    values: fc.array(fc.constantFrom('p1', 'p2', 'p3'), { minLength: 1, maxLength: 2 }),
  }),
  fc.record({
    field: hours,
    op: fc.constantFrom('atLeast', 'atMost'),
    values: fc.array(fc.constantFrom(0.5, 3, 30, 300), { minLength: 1, maxLength: 2 }),
  }),
  fc.record({ field: hours, op: fc.constantFrom('present', 'absent') }),
  fc.record({
    field: fc.constantFrom('queue', 'assignee', 'category', 'tag', 'language'),
    op: fc.constantFrom('present', 'absent'),
  }),
  fc.record({
    field: fc.constantFrom('queue', 'assignee', 'category', 'tag'),
    op: fc.constantFrom('is', 'isNot'),
    values: fc.constant([null]),
  }),
  fc.record({
    field: fc.constant('tag'),
    op: fc.constantFrom('is', 'isNot'),
    values: fc.constantFrom(['refund'], ['VIP', null]),
  }),
  fc.record({ field: fc.constantFrom('waiting'), values: fc.constantFrom(['yes'], ['no'], ['yes', 'no']) }),
  fc.record({
    field: fc.constant('subject'),
    op: fc.constant('contains'),
    values: fc.constantFrom(['a'], ['re', 'ü']),
  }),
  fc.record({
    field: fc.constant('urgency'),
    op: fc.constantFrom('atLeast', 'is', 'isNot', 'absent'),
    values: fc.constant([2]),
  }),
);

it('what SQL looks for is never less than what fits, and where it is exact no more (AUT-17)', async () => {
  const desk = await start();
  await desk.client.desk.sample({ tickets: 300, seed: 2 });
  const now = desk.clock.now();
  const ids = column<number>(desk.db, 'SELECT id FROM ticket ORDER BY id');
  const facts = new Map(ids.map((id) => [id, ruleFacts(desk.db, id)!]));
  fc.assert(
    fc.property(fc.array(condition, { maxLength: 3 }), fc.array(condition, { maxLength: 2 }), (all, any) => {
      const rule = ruleSchema.parse({
        id: '018f0000-0000-7000-8000-000000000000',
        kind: 'timed',
        name: 'Any',
        conditions: { all, any },
        actions: [{ type: 'priority', to: 'p1' }],
      }) as TimedRule;
      const { fits } = readyTimed(rule);
      const filter = prefilterOf(rule, now);
      const found = freshTickets(desk.db, rule, filter, -1);
      const fitting = ids.filter((id) => fits(facts.get(id)!, { now }));
      if (filter.exact) expect(found).toEqual(fitting);
      else expect(found).toEqual(expect.arrayContaining(fitting));
    }),
    { numRuns: 300 },
  );
});
