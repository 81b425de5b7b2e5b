import { afterEach, describe, expect, it } from 'vitest';
import { hour, mondayTen } from '../support/fake-clock.ts';
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

const ticketsOf = async ({ client }: TestDesk) =>
  (await client.tickets.window({ filter: { drill: true }, sort: [] })).rows;
const tagsOf = async (desk: TestDesk) => (await ticketsOf(desk)).flatMap(({ tags }) => tags);
const drill = ({ client }: TestDesk) => client.escalation.drillStart({ scenario: 'checkout' });

describe('a drill is no work of the day (ESC-61)', () => {
  it('and so not in the numbers of the status bar, also while its clocks run out', async () => {
    const desk = await start();
    const real = await newTicket(desk.client);
    const before = await desk.client.desk.summary();
    await drill(desk);
    expect(await desk.client.desk.summary()).toEqual(before);
    expect(before.nextDue).toMatchObject({ id: real.id });
    expect((await desk.client.tickets.counts({ filter: { open: true } })).total).toBe(8);
    desk.clock.pass(3.5 * hour);
    expect(await desk.client.desk.summary()).toMatchObject({ breached: 0, atRisk: 1, open: 1 });
    desk.clock.pass(24 * hour);
    expect(await desk.client.desk.summary()).toMatchObject({ breached: 1, atRisk: 0, open: 1 });
  });

  it('and alone on a desk it leaves nothing due', async () => {
    const desk = await start();
    await drill(desk);
    expect(await desk.client.desk.summary()).toEqual({ breached: 0, atRisk: 0, open: 0, nextDue: null });
  });

  it('sets off no trigger, while a real ticket does', async () => {
    const desk = await start();
    await newRule(desk.client, { kind: 'trigger', on: ['created'] });
    await newRule(desk.client, { kind: 'trigger', on: ['updated'], actions: [{ type: 'priority', to: 'p1' }] });
    const { id } = await drill(desk);
    await desk.client.escalation.drillEnd({ id });
    expect(await tagsOf(desk)).not.toContain('seen');
    expect((await desk.client.automation.runs({})).runs).toEqual([]);
    const real = await newTicket(desk.client);
    expect((await desk.client.tickets.get({ id: real.id })).tags).toContain('seen');
  });

  it('is passed over by timed automations, and by their simulation', async () => {
    const desk = await start();
    const conditions = when({ field: 'hoursSinceCreated', op: 'atLeast', values: [1] });
    const rule = { kind: 'timed', conditions } as const;
    const { id: ruleId } = await newRule(desk.client, rule);
    await drill(desk);
    const real = await newTicket(desk.client);
    desk.clock.pass(2 * hour);
    expect(await tagsOf(desk)).not.toContain('seen');
    expect((await desk.client.tickets.get({ id: real.id })).tags).toContain('seen');
    expect((await desk.client.automation.runs({ ruleId })).runs).toHaveLength(1);
    const { tickets } = await desk.client.automation.simulate({ days: 1 });
    expect(tickets).toBe(1);
  });

  it('is not mixed with what is real, under a parent or by a merge (ESC-52)', async () => {
    const desk = await start();
    await drill(desk);
    const [practised] = await ticketsOf(desk);
    const real = await newTicket(desk.client);
    const into = practised!.id;
    const merged = await refusal(desk.client.tickets.merge({ into, from: [real.id] }));
    expect(merged).toMatchObject({ code: 'INVALID' });
    expect(merged.message).toContain('not mixed');
    const under = await refusal(desk.client.tickets.link({ id: real.id, kind: 'parent', to: [into] }));
    expect(under.message).toContain('not mixed');
  });
});

describe('taking a drill back (ESC-62)', () => {
  const promise = async (desk: TestDesk) => {
    const ticketId = (await ticketsOf(desk))[0]!.id;
    const { id } = await desk.client.tickets.callback({ ticketId, phone: '030 123', promisedAt: mondayTen + hour });
    return { ticketId, id };
  };
  const hand = async (desk: TestDesk) => {
    const ticketId = (await ticketsOf(desk))[0]!.id;
    const { id } = await desk.client.tickets.dispatch({ ticketId, to: { name: 'Depot' }, dueAt: mondayTen + hour });
    return { ticketId, id };
  };

  it.each([
    ['a callback', promise],
    ['a dispatch', hand],
  ])('is refused in words where %s hangs on it by now, and works once that is taken back', async (_, add) => {
    const desk = await start();
    const { changeSet } = await drill(desk);
    await add(desk);
    const found = await refusal(desk.client.desk.undo({ changeSet: changeSet! }));
    expect(found.code).toBe('CONFLICT');
    expect(found.message).toContain('changed since');
    expect(await ticketsOf(desk)).toHaveLength(7);
    await desk.client.desk.undo({});
    await desk.client.desk.undo({ changeSet: changeSet! });
    expect(await ticketsOf(desk)).toEqual([]);
    expect((await desk.client.desk.verify()).checks.filter(({ ok }) => !ok)).toEqual([]);
  });

  it('brings back, after a removal, what was promised, dispatched and linked on its tickets', async () => {
    const desk = await start();
    const { client } = desk;
    const { id } = await drill(desk);
    const callback = await promise(desk);
    const dispatch = await hand(desk);
    const [one, two, three] = await ticketsOf(desk);
    await client.tickets.link({ id: one!.id, kind: 'related', to: [two!.id] });
    const loose = (await ticketsOf(desk)).find(({ subject }) => subject.includes('Basket empty'));
    await client.tickets.merge({ into: three!.id, from: [loose!.id] });
    await client.escalation.drillEnd({ id });
    const look = async () =>
      Promise.all((await ticketsOf(desk)).map(async (each) => [each, await client.tickets.relations({ id: each.id })]));
    const before = await look();
    await client.escalation.drillRemove({ id });
    expect(await ticketsOf(desk)).toEqual([]);
    expect((await client.tickets.callbacks({})).callbacks).toEqual([]);
    await client.desk.undo({});
    expect(await look()).toEqual(before);
    const { callbacks, dispatches } = await client.tickets.relations({ id: callback.ticketId });
    expect(callbacks.map((each) => each.id)).toEqual([callback.id]);
    expect(dispatches.map((each) => each.id)).toEqual([dispatch.id]);
    await client.desk.redo();
    expect(await ticketsOf(desk)).toEqual([]);
    expect((await client.desk.verify()).checks.filter(({ ok }) => !ok)).toEqual([]);
  });
});
