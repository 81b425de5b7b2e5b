import { afterAll, beforeAll, expect, it } from 'vitest';
import { fakeClock, minute } from '../support/fake-clock.ts';
import { tempFolder } from '../support/temp.ts';
import { newTicket, testDesk, type Client, type TestDesk } from '../support/test-desk.ts';

const folder = tempFolder();
let desk: TestDesk;
let client: Client;
const at = (time: string): number => Date.parse(`2026-03-04T${time}:00Z`);

beforeAll(async () => {
  desk = await testDesk(folder, { clock: fakeClock(at('10:35')) });
  client = desk.client;
  await client.desk.settings({ timeZone: 'UTC' });
  const settings = await client.staffing.settings();
  const mail = settings.streams.find(({ id }) => id === 'mail')!;
  // One person finishes three mails in half an hour.
  await client.staffing.settingsSave({
    ...settings,
    shrinkage: 0,
    intervalMinutes: 30,
    streams: [{ ...mail, ahtSeconds: 600 }],
  });
  const { id: personId } = await client.people.create({ name: 'Ada Lund' });
  await client.roster.save({
    shifts: [{ personId, startAt: at('08:00'), endAt: at('18:00'), work: 'mail', activities: [] }],
  });
  // Due at 11:35, an hour after it came.
  await newTicket(client, { channel: 'email', priority: 'p1' });
  desk.clock.pass(45 * minute);
}, 60_000);
afterAll(() => desk.close());

it('what fits into the rest of the running interval is done by its end (STF-50)', async () => {
  const { tickets, late } = await client.staffing.breaches();
  expect(tickets).toEqual([]);
  expect(late).toBe(0);
});
