import { afterEach, beforeEach, expect, it } from 'vitest';
import { hour } from '../support/fake-clock.ts';
import { tempFolder } from '../support/temp.ts';
import { newTicket, testDesk, type Client, type TestDesk } from '../support/test-desk.ts';

const folder = tempFolder();
let desk: TestDesk;
let client: Client;
beforeEach(async () => {
  desk = await testDesk(folder);
  client = desk.client;
});
afterEach(() => desk.close());

it('a desk begins with calls, chat and mail (STF-20)', async () => {
  const { streams } = await client.staffing.settings();
  expect(streams.map(({ work, target, concurrency }) => [work, target, concurrency])).toEqual([
    ['calls', { share: 0.8, withinSeconds: 20 }, 1],
    ['chat', { share: 0.8, withinSeconds: 60 }, 2],
    ['mail', { share: 0.95, withinSeconds: 4 * 3600 }, 1],
  ]);
});

it('a drill and a ticket that was merged are no contacts (STF-21)', async () => {
  const { id: into } = await newTicket(client, { channel: 'email' });
  const { id: from } = await newTicket(client, { channel: 'email' });
  await client.tickets.merge({ into, from: [from] });
  await client.escalation.drillStart({ scenario: 'checkout' });
  expect((await client.tickets.window({ filter: { drill: true }, sort: [] })).rows.length).toBeGreaterThan(0);
  desk.clock.pass(hour);
  const { streams } = await client.staffing.day({ date: '2026-03-02' });
  const came = streams.flatMap(({ intervals }) => intervals.map(({ actual }) => actual ?? 0));
  expect(came.reduce((sum, each) => sum + each, 0)).toBe(1);
});
