import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { slaEventSchema, type PolicyIn } from '../../src/contract/index.ts';
import { fakeClock, hour, minute, mondayTen } from '../support/fake-clock.ts';
import { newTicket, refusal, testDesk, type TestDesk } from '../support/test-desk.ts';
import { tempFolder } from '../support/temp.ts';

const folder = tempFolder();
let desk: TestDesk;
beforeEach(async () => {
  desk = await testDesk(folder, { clock: fakeClock(mondayTen) });
});
afterEach(() => desk.close());

const around = (minutes: number) => ({ minutes, time: 'calendar' as const });
const gold: PolicyIn = {
  name: 'Gold',
  calendar: 'business',
  targets: { firstResponse: { p1: around(30), p2: around(60), p3: around(60), p4: around(60) } },
  match: { all: [{ field: 'channel', op: 'is', values: ['email', 'phone'] }] },
};
const theDefault = async () => (await desk.client.sla.policies()).policies.at(-1)!;

describe('a draft of rules', () => {
  it('replayed over the last days gives what recounting each ticket by its events gives (SLA-47)', async () => {
    const { client } = desk;
    await client.desk.sample({ tickets: 250, seed: 5 });
    const base = await theDefault();
    const now = desk.clock.now();
    const answer = await client.sla.policyReplay({ draft: { policies: [gold, base] }, days: 3, limit: 1000 });
    const { calendars } = await client.sla.policies();
    const { rows } = await client.tickets.window({
      filter: { createdFrom: now - 3 * 24 * hour, createdTo: now },
      sort: [],
      limit: 500,
    });
    expect(answer.tickets).toBe(rows.length);
    expect(rows.length).toBeGreaterThan(20);
    const tally = { before: { met: 0, breached: 0, open: 0 }, after: { met: 0, breached: 0, open: 0 } };
    const flips: [number, string][] = [];
    for (const { id, number, channel } of rows) {
      const events = (await client.tickets.get({ id })).events.flatMap(({ at, type, from, to }) => {
        const given =
          type === 'created' ? { at, type, status: to, priority: from } : { at, type, ...(to === null ? {} : { to }) };
        const parsed = slaEventSchema.safeParse(given);
        return parsed.success ? [parsed.data] : [];
      });
      const policy = channel === 'email' || channel === 'phone' ? gold : base;
      const before = (await client.sla.replay({ policy: base, calendars, events, now })).firstResponse.state;
      const after = (await client.sla.replay({ policy, calendars, events, now })).firstResponse.state;
      const count = (side: 'before' | 'after', state: string) => {
        if (state !== 'idle') tally[side][state === 'met' || state === 'breached' ? state : 'open'] += 1;
      };
      count('before', before);
      count('after', after);
      if ((before === 'breached') !== (after === 'breached')) flips.push([number, after]);
    }
    const sum = (side: 'before' | 'after', what: 'met' | 'breached' | 'open') =>
      answer.rows.filter(({ metric }) => metric === 'firstResponse').reduce((n, row) => n + row[side][what], 0);
    for (const side of ['before', 'after'] as const)
      expect({ met: sum(side, 'met'), breached: sum(side, 'breached'), open: sum(side, 'open') }).toEqual(tally[side]);
    const found = answer.flips
      .filter(({ metric }) => metric === 'firstResponse')
      .map(({ number, after }): [number, string] => [number, after.state]);
    expect(flips.length).toBeGreaterThan(5);
    expect(found.sort(([a], [b]) => a - b)).toEqual(flips.sort(([a], [b]) => a - b));
  });

  it('previewed says what saving it would do to open tickets, and does nothing (SLA-46)', async () => {
    const { client } = desk;
    const mail = await newTicket(client, { channel: 'email' });
    const web = await newTicket(client, { channel: 'web' });
    desk.clock.pass(10 * minute);
    const draft = { policies: [gold, await theDefault()] };
    const seen = await client.sla.preview({ draft });
    expect(seen).toMatchObject({
      open: 2,
      looked: 2,
      changed: 1,
      matched: [
        { policy: 'Gold', tickets: 1 },
        { policy: 'Default', tickets: 1 },
      ],
    });
    expect(seen.tickets).toMatchObject([{ id: mail.id, policyBefore: 'Default', policyAfter: 'Gold' }]);
    expect((await client.tickets.get({ id: mail.id })).clocks.firstResponse.targetMinutes).toBe(240);
    await client.sla.policySave({ policy: gold, effective: 'now' });
    for (const { metric, after } of seen.tickets[0]!.clocks)
      expect((await client.tickets.get({ id: mail.id })).clocks[metric]).toMatchObject(after);
    expect((await client.tickets.get({ id: web.id })).clocks.firstResponse.targetMinutes).toBe(240);
  });

  it('that could not be saved is refused with the reason (SLA-44)', async () => {
    const base = await theDefault();
    const why = async (draft: Parameters<typeof desk.client.sla.preview>[0]['draft']) => {
      const { message } = await refusal(desk.client.sla.preview({ draft }));
      expect((await refusal(desk.client.sla.policyReplay({ draft }))).message).toBe(message);
      return message;
    };
    expect(await why({ policies: [] })).toContain('one policy at least');
    expect(await why({ policies: [gold] })).toContain('can have no conditions');
    expect(await why({ policies: [{ ...gold, calendar: 'moon' }, base] })).toContain('“moon” is not there');
    expect(await why({ calendars: { business: { timeZone: 'UTC', hours: {} } } })).toContain('no open hours');
    expect(await why({ calendars: { business: { timeZone: 'Mars/Base', hours: {} } } })).toContain('Mars/Base');
  });
});

describe('the pause audit (SLA-48)', () => {
  it('finds what stood paused while the customer waited, until the answer, in open minutes', async () => {
    const { client, clock } = desk;
    const { id, number } = await newTicket(client);
    await client.tickets.reply({ id, body: 'We look into it' });
    await client.tickets.receive({ id, body: 'Any news?' });
    const set = (status: 'hold' | 'open') => client.tickets.update({ selection: { ids: [id] }, set: { status } });
    await set('hold');
    clock.pass(30 * minute);
    const standing = await client.sla.pauseAudit({});
    expect(standing.rows.map(({ metric, standing: is, minutes }) => [metric, is, minutes]).sort()).toEqual([
      ['nextResponse', true, 30],
      ['resolution', true, 30],
    ]);
    expect(standing).toMatchObject({
      tickets: 1,
      total: 2,
      groups: [{ assignee: null, status: 'hold', tickets: 1, minutes: 30 }],
    });
    clock.pass(30 * minute);
    await client.tickets.reply({ id, body: 'Here it is' });
    clock.pass(hour);
    const over = await client.sla.pauseAudit({});
    expect(over.rows).toMatchObject([
      { number, status: 'hold', from: mondayTen, to: mondayTen + hour, minutes: 60, standing: false },
      { number, status: 'hold', from: mondayTen, to: mondayTen + hour, minutes: 60, standing: false },
    ]);
    expect((await client.sla.pauseAudit({ from: mondayTen + 90 * minute })).rows).toEqual([]);
  });

  it('leaves alone what waits for the customer', async () => {
    const { client, clock } = desk;
    const { id } = await newTicket(client);
    await client.tickets.reply({ id, body: 'Which order?', status: 'pending' });
    clock.pass(5 * hour);
    expect((await client.sla.pauseAudit({})).total).toBe(0);
  });
});

describe('the ledger', () => {
  it('names policy, version, calendar and zone, and what was snoozed', async () => {
    const { client, clock } = desk;
    const { id, number } = await newTicket(client);
    const until = clock.now() + hour;
    await client.sla.snooze({ ticketId: id, metric: 'firstResponse', until, reason: 'Waits for the carrier' });
    expect(await client.sla.ledger({ number })).toMatchObject({
      ticket: { id, number },
      policy: { id: 'default', name: 'Default', version: 1 },
      calendar: 'business',
      timeZone: 'UTC',
      snoozes: [{ ticketId: id, metric: 'firstResponse', until, reason: 'Waits for the carrier' }],
    });
    expect((await refusal(client.sla.ledger({ number: 99 }))).code).toBe('NOT_FOUND');
  });
});
