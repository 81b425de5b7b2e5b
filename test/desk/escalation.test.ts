import { afterEach, describe, expect, it } from 'vitest';
import { run } from '../../src/main/store/db.ts';
import { hour, minute, mondayTen, fakeClock } from '../support/fake-clock.ts';
import { newTicket, refusal, testDesk, type TestDesk } from '../support/test-desk.ts';
import { tempFolder } from '../support/temp.ts';

const folder = tempFolder();
const open = new Set<TestDesk>();
async function start(options: Parameters<typeof testDesk>[1] = {}): Promise<TestDesk> {
  const desk = await testDesk(folder, options);
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

const turns = async ({ client }: TestDesk) =>
  (await client.escalation.log({})).entries.map(({ action, turn }) => `${turn} ${action}`).reverse();

/** Level 2 belongs to Noor, Ben stands in. */
async function staffed(desk: TestDesk) {
  const noor = await desk.client.people.create({ name: 'Noor' });
  const ben = await desk.client.people.create({ name: 'Ben' });
  const { levels } = await desk.client.escalation.settings();
  await desk.client.escalation.settingsSave({
    levels: levels.map((each) => (each.level === 2 ? { ...each, ownerId: noor.id, substituteId: ben.id } : each)),
  });
  return { noor, ben };
}
const escalate = (desk: TestDesk, ticketId: string, level = 2) =>
  desk.client.escalation.escalate({ ticketId, level, cause: 'Complaint', reason: 'Third call' });

describe('escalations', () => {
  it('come with the levels and times of the seeds (ESC-1)', async () => {
    const { client } = await start();
    const { levels, automatic, targetPercent } = await client.escalation.settings();
    expect(levels.map(({ minutes }) => minutes / 60)).toEqual([24, 8, 48]);
    expect(automatic).toEqual({ on: true, minutes: 30 });
    expect(targetPercent).toBe(5);
  });

  it('go to the owner of the level, to the substitute where the owner is away, and say why (ESC-4)', async () => {
    const desk = await start();
    const { noor, ben } = await staffed(desk);
    const one = await escalate(desk, (await newTicket(desk.client)).id);
    expect(one).toMatchObject({ ownerId: noor.id, ownerReason: 'Owner of level 2 (Coordinator)' });
    await desk.client.people.update({ id: noor.id, set: { away: true } });
    const two = await escalate(desk, (await newTicket(desk.client)).id);
    expect(two.ownerId).toBe(ben.id);
    expect(two.ownerReason).toBe('Substitute for level 2 (Coordinator): Noor is away');
    await desk.client.people.update({ id: ben.id, set: { active: false } });
    const three = await escalate(desk, (await newTicket(desk.client)).id);
    expect(three.ownerId).toBeNull();
    expect(three.ownerReason).toContain('Ben, the substitute, has left');
  });

  it('stand on the board, due first on top, and are late after their time (ESC-3, ESC-5)', async () => {
    const desk = await start();
    await staffed(desk);
    const { id, number } = await newTicket(desk.client);
    await escalate(desk, id);
    desk.clock.pass(8 * hour);
    const at = async () => (await desk.client.escalation.board({})).levels[1]!.escalations;
    expect((await at())[0]!.clock).toMatchObject({ dueAt: mondayTen + 8 * hour, state: 'atRisk' });
    desk.clock.pass(1);
    expect((await at()).map(({ ticket, clock }) => [ticket.number, clock.state])).toEqual([[number, 'late']]);
    expect((await desk.client.tickets.get({ id })).level).toBe(2);
    await desk.client.tickets.reply({ id, body: 'Done', status: 'solved' });
    expect(await at()).toEqual([]);
    expect((await desk.client.escalation.log({})).entries[0]).toMatchObject({
      action: 'ticketSolved',
      resolution: 'The ticket was solved',
    });
  });

  it('are accepted, handed over, passed on, given back and resolved, each in the log (ESC-6, ESC-20)', async () => {
    const desk = await start();
    const { ben } = await staffed(desk);
    const { id } = await newTicket(desk.client);
    const first = await escalate(desk, id);
    await desk.client.escalation.accept({ id: first.id });
    await desk.client.escalation.handOver({ id: first.id, ownerId: ben.id });
    await desk.client.escalation.act({ id: first.id, text: 'Called the carrier' });
    expect((await refusal(escalate(desk, id))).code).toBe('CONFLICT');
    await escalate(desk, id, 3);
    const { open: third } = await desk.client.escalation.ticket({ ticketId: id });
    await desk.client.escalation.deEscalate({ id: third!.id, reason: 'Not a fault' });
    const { open: second } = await desk.client.escalation.ticket({ ticketId: id });
    expect(second!.level).toBe(2);
    await desk.client.escalation.resolve({ id: second!.id, resolution: 'Sent again', solve: true });
    expect(await desk.client.tickets.get({ id })).toMatchObject({ status: 'solved', level: 2 });
    expect(await turns(desk)).toEqual(
      ['escalated', 'accepted', 'handedOver', 'acted', 'passedOn', 'escalated', 'deEscalated', 'resolved'].map(
        (action) => `done ${action}`,
      ),
    );
    const [last] = (await desk.client.escalation.log({ action: ['resolved'] })).entries;
    expect(last).toMatchObject({ resolution: 'Sent again', owner: 'Noor', level: 2 });
  });

  it('the log refuses change and deletion, and undo and redo add to it (ESC-20, ESC-21)', async () => {
    const desk = await start();
    const { id } = await newTicket(desk.client);
    await escalate(desk, id);
    await desk.client.desk.undo({});
    expect(await desk.client.tickets.get({ id })).toMatchObject({ level: 1 });
    expect((await desk.client.escalation.board({})).levels[1]!.escalations).toEqual([]);
    await desk.client.desk.redo();
    expect(await turns(desk)).toEqual(['done escalated', 'takenBack escalated', 'again escalated']);
    for (const text of ["UPDATE escalation_log SET text = 'x'", 'DELETE FROM escalation_log'])
      expect(() => run(desk.db, text)).toThrow('append-only');
    const { text, entries } = await desk.client.escalation.logCsv({});
    expect(entries).toBe(3);
    expect(text).toContain('takenBack');
  });

  it('a formula in the log does not run in a spreadsheet (ESC-23)', async () => {
    const desk = await start();
    const { id } = await newTicket(desk.client, { subject: '=1+1' });
    await escalate(desk, id);
    expect((await desk.client.escalation.logCsv({})).text).toContain(",'=1+1,");
  });

  it('undo leaves the desk as it was but for the log, and verify agrees (ESC-21)', async () => {
    const desk = await start();
    await desk.client.escalation.drillStart({ scenario: 'checkout' });
    await desk.client.desk.undo({});
    expect((await desk.client.tickets.counts({ filter: {} })).total).toBe(0);
    expect((await desk.client.desk.verify()).checks.filter(({ ok }) => !ok)).toEqual([]);
  });
});

describe('a P1 unresolved for 30 minutes (ESC-10)', () => {
  const p1 = (desk: TestDesk) => newTicket(desk.client, { priority: 'p1' });

  it('goes to level 2 by itself, to the instant, and is announced', async () => {
    const desk = await start();
    const { id, number } = await p1(desk);
    desk.clock.pass(30 * minute - 1);
    expect((await desk.client.tickets.get({ id })).level).toBe(1);
    desk.clock.pass(1);
    expect((await desk.client.tickets.get({ id })).level).toBe(2);
    const news = desk.live.flatMap((each) => (each.type === 'escalated' ? each.escalations : []));
    expect(news).toMatchObject([{ number, level: 2, minutes: 30 }]);
    expect((await desk.client.escalation.log({})).entries[0]).toMatchObject({
      actor: 'Foredesk',
      at: desk.clock.now(),
    });
    expect(desk.clock.timers()).toBe(1);
  });

  it('is caught up when the desk was closed meanwhile', async () => {
    const desk = await start();
    const { id } = await p1(desk);
    await stop(desk);
    const again = await start({ file: desk.file, clock: fakeClock(mondayTen + 2 * hour) });
    expect((await again.client.tickets.get({ id })).level).toBe(2);
  });

  it('happens once for a stretch at P1, also where it was given back, and again in the next', async () => {
    const desk = await start();
    const { id } = await p1(desk);
    desk.clock.pass(31 * minute);
    const { open: first } = await desk.client.escalation.ticket({ ticketId: id });
    await desk.client.escalation.resolve({ id: first!.id, resolution: 'In hand' });
    desk.clock.pass(2 * hour);
    expect((await desk.client.tickets.get({ id })).level).toBe(1);
    const set = (priority: 'p1' | 'p3') => desk.client.tickets.update({ selection: { ids: [id] }, set: { priority } });
    await set('p3');
    desk.clock.pass(minute);
    await set('p1');
    desk.clock.pass(30 * minute);
    expect((await desk.client.tickets.get({ id })).level).toBe(2);
  });

  it('does not where it was solved, lowered, of a drill, or where the rule is off', async () => {
    const desk = await start();
    const solved = await p1(desk);
    await desk.client.tickets.reply({ id: solved.id, body: 'Done', status: 'solved' });
    const lowered = await p1(desk);
    await desk.client.tickets.update({ selection: { ids: [lowered.id] }, set: { priority: 'p2' } });
    await desk.client.escalation.drillStart({ scenario: 'data' });
    desk.clock.pass(3 * hour);
    await desk.client.escalation.settingsSave({ automatic: { on: false, minutes: 30 } });
    await p1(desk);
    desk.clock.pass(3 * hour);
    expect((await desk.client.escalation.log({ action: ['autoEscalated'] })).total).toBe(0);
    expect(desk.live.some(({ type }) => type === 'escalated')).toBe(false);
  });
});

describe('the escalation rate (ESC-40)', () => {
  it('counts tickets once, leaves drills out, and says when there are too few', async () => {
    const desk = await start();
    for (let n = 0; n < 19; n++) await newTicket(desk.client);
    const { id } = await newTicket(desk.client);
    await escalate(desk, id);
    await escalate(desk, id, 3);
    await desk.client.escalation.drillStart({ scenario: 'carrier' });
    const rate = await desk.client.escalation.rate({ from: mondayTen - 1, to: desk.clock.now() + 1 });
    expect(rate).toMatchObject({ created: 20, escalated: 1, percent: 5, verdict: 'tooFew' });
    expect(rate.causes).toEqual([{ cause: 'Complaint', escalated: 1 }]);
  });
});

describe('decision trees', () => {
  const tree = async (desk: TestDesk) => (await desk.client.escalation.trees()).examples[1]!;

  it('are walked on a ticket: a note and the outcome in one change set (ESC-31)', async () => {
    const desk = await start();
    const { id: treeId } = await desk.client.escalation.treeSave(await tree(desk));
    const { id } = await newTicket(desk.client);
    const walked = await desk.client.escalation.walk({ treeId, ticketId: id, answers: [0] });
    expect(walked.outcome).toMatchObject({ type: 'escalate', level: 2, cause: 'Data protection' });
    const ticket = await desk.client.tickets.get({ id });
    expect(ticket.level).toBe(2);
    expect(ticket.events.some(({ body }) => body?.includes('Is it about personal data? Yes.') === true)).toBe(true);
    await desk.client.desk.undo({});
    expect((await desk.client.tickets.get({ id })).level).toBe(1);
    expect((await refusal(desk.client.escalation.walk({ treeId, ticketId: id, answers: [1] }))).code).toBe('INVALID');
  });

  it('that cannot be walked are refused whole (ESC-30)', async () => {
    const desk = await start();
    const given = await tree(desk);
    const broken = { ...given, nodes: given.nodes.slice(0, -1) };
    expect((await refusal(desk.client.escalation.treeSave(broken))).message).toContain('leads nowhere');
    expect((await desk.client.escalation.trees()).trees).toEqual([]);
  });
});

describe('incidents', () => {
  it('one parent, linked tickets, one update to all with names, closed with solve-all, and a review (ESC-50 to ESC-56)', async () => {
    const desk = await start();
    const { client } = desk;
    const subject = 'Checkout payment fails';
    const a = await newTicket(client, { subject, requester: { name: 'Ann Lee', email: null } });
    const b = await newTicket(client, {
      subject: 'Payment at checkout broken',
      requester: { name: 'Bo', email: null },
    });
    await newTicket(client, { subject: 'Where is my parcel' });
    const { id, ticketId } = await client.escalation.declare({
      title: 'Checkout down',
      impact: 'Nobody can pay',
      linkedIds: [a.id],
    });
    const parent = await client.tickets.get({ id: ticketId });
    expect(parent).toMatchObject({ priority: 'p1', tags: ['incident'] });
    const { tickets: like } = await client.escalation.suggest({ id });
    expect(like.map(({ ticket }) => ticket.id)).toEqual([b.id]);
    await client.escalation.link({ id, ticketIds: [b.id] });
    const body = 'Dear {{requester.firstName}}, we are on it.';
    expect((await client.escalation.updateAll({ id, body })).changed).toBe(2);
    const said = async (ticket: string) =>
      (await client.tickets.get({ id: ticket })).events
        .filter(({ type }) => type === 'agentReply')
        .map((each) => each.body);
    expect(await said(a.id)).toEqual(['Dear Ann, we are on it.']);
    expect(await said(b.id)).toEqual(['Dear Bo, we are on it.']);
    await client.desk.undo({});
    expect(await said(a.id)).toEqual([]);
    expect((await refusal(client.escalation.updateAll({ id, body: '{{nobody}}' }))).code).toBe('INVALID');
    await client.escalation.close({ id, text: 'Fixed', solveAll: true });
    const review = { happened: 'A release', cause: 'No test', change: 'Test it', ownerId: null, dueOn: '2026-04-01' };
    await client.escalation.review({ id, ...review });
    const { incident, timeline, tickets } = await client.escalation.incident({ id });
    expect(incident).toMatchObject({ closedAt: desk.clock.now(), linked: 2, linkedOpen: 0, review });
    expect(tickets.every(({ status }) => status === 'solved')).toBe(true);
    expect(timeline.map(({ action }) => action)).toEqual(['declared', 'linked', 'linked', 'closed', 'reviewed']);
  });
});

describe('drills', () => {
  it('are marked everywhere, ring no bell, end, and go whole; the log keeps them (ESC-60 to ESC-62)', async () => {
    const desk = await start();
    const { client } = desk;
    const { id } = await client.escalation.drillStart({ scenario: 'checkout' });
    const { rows } = await client.tickets.window({ filter: {}, sort: [] });
    expect(rows).toHaveLength(7);
    expect(rows.every(({ drill, subject }) => drill && subject.startsWith('DRILL'))).toBe(true);
    desk.clock.pass(5 * hour);
    expect(desk.live.filter(({ type }) => type === 'alerts')).toEqual([]);
    const real = await newTicket(client);
    expect((await refusal(client.escalation.link({ id, ticketIds: [real.id] }))).message).toContain('not mixed');
    expect((await refusal(client.escalation.drillRemove({ id }))).code).toBe('CONFLICT');
    await client.escalation.drillEnd({ id });
    await client.escalation.drillRemove({ id });
    expect((await client.tickets.counts({ filter: {} })).total).toBe(1);
    const { entries } = await client.escalation.log({});
    expect(entries.every(({ drill }) => drill)).toBe(true);
    expect(entries[0]!.action).toBe('drillRemoved');
    await client.desk.undo({});
    expect((await client.tickets.counts({ filter: {} })).total).toBe(8);
    expect((await client.desk.verify()).ok).toBe(true);
  });
});
