import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hour, minute, mondayTen } from '../support/fake-clock.ts';
import { tempFolder } from '../support/temp.ts';
import { newTicket, refusal, testDesk, type Client, type TestDesk } from '../support/test-desk.ts';

const folder = tempFolder();
let desk: TestDesk;
let client: Client;
let ada: string;
let ben: string;

const monday = '2026-03-02';
const at = (time: string, date = monday): number => Date.parse(`${date}T${time}:00Z`);
const publish = (personId: string, startAt: number, endAt: number) =>
  client.roster.save({ shifts: [{ personId, startAt, endAt }], publish: true });

beforeEach(async () => {
  desk = await testDesk(folder);
  client = desk.client;
  await client.desk.settings({ timeZone: 'UTC' });
  ada = (await client.people.create({ name: 'Ada Lund' })).id;
  ben = (await client.people.create({ name: 'Ben Oyelaran' })).id;
});
afterEach(() => desk.close());

describe('in two keys (ROS-10)', () => {
  const said = async () =>
    (await client.roster.range({ from: monday, days: 2 })).attendance.map(({ kind, startAt, endAt }) => [
      kind,
      startAt,
      endAt,
    ]);

  it('late before the shift means its first quarter of an hour, left all of it', async () => {
    await publish(ada, at('12:00'), at('18:00'));
    await client.roster.attend({ personId: ada, kind: 'late' });
    await client.roster.attend({ personId: ada, kind: 'left' });
    expect(await said()).toEqual([
      ['late', at('12:00'), at('12:15')],
      ['left', at('12:00'), at('18:00')],
    ]);
  });

  it('the shift that comes next is one within twelve hours', async () => {
    await publish(ada, mondayTen + 12 * hour - minute, mondayTen + 14 * hour);
    await publish(ben, mondayTen + 12 * hour + minute, mondayTen + 14 * hour);
    await client.roster.attend({ personId: ada, kind: 'absent' });
    expect(await refusal(client.roster.attend({ personId: ben, kind: 'absent' }))).toMatchObject({ code: 'INVALID' });
    expect(await said()).toEqual([['absent', mondayTen + 12 * hour - minute, mondayTen + 14 * hour]]);
  });
});

it('off shift is who has published shifts within seven days either way (ROS-12)', async () => {
  const { id } = await newTicket(client);
  await client.tickets.update({ selection: { ids: [id] }, set: { assigneeId: ben } });
  await publish(ada, at('09:00'), at('17:00'));
  const off = async () => (await client.tickets.counts({ filter: { open: true, assignee: ['off'] } })).total;
  await publish(ben, at('09:00', '2026-03-10'), at('17:00', '2026-03-10'));
  expect(await off()).toBe(0);
  await publish(ben, at('09:00', '2026-03-08'), at('17:00', '2026-03-08'));
  expect(await off()).toBe(1);
});

it('a day that runs is in the band of what it would come to, once a tenth of the shift is over (LOD-1)', async () => {
  await client.desk.settings({ me: ada });
  await publish(ada, mondayTen - 54 * minute, mondayTen + 486 * minute);
  await publish(ben, mondayTen - 53 * minute, mondayTen + 487 * minute);
  for (const me of [ada, ben]) {
    await client.desk.settings({ me });
    for (let count = 0; count < 5; count += 1) {
      const { id } = await newTicket(client);
      await client.tickets.reply({ id, body: 'On its way.' });
      if (count === 0) await client.tickets.reply({ id, body: 'And again: once is once.' });
    }
  }
  const { people } = await client.roster.load({ date: monday });
  expect(people.map(({ handled, projected, band }) => [handled, projected, band])).toEqual([
    [5, 50, 'within'],
    [5, null, null],
  ]);
});

it('a handover has what is due within four hours, and who comes and what was promised within twelve (HND-1)', async () => {
  const { id } = await newTicket(client, { priority: 'p3', subject: 'Boiler' });
  for (const [phone, hours] of [
    ['+351 1', 11],
    ['+351 2', 13],
  ] as const)
    await client.tickets.callback({ ticketId: id, phone, promisedAt: mondayTen + hours * hour });
  await publish(ada, mondayTen + 11 * hour, mondayTen + 14 * hour);
  await publish(ben, mondayTen + 13 * hour, mondayTen + 14 * hour);
  const text = async () => (await client.roster.handover()).text;
  // Due at 14:00, in four hours of work: not before, but at, four hours from now.
  desk.clock.sleep(-minute);
  const early = await text();
  expect(early).not.toContain('Due within four hours');
  expect(early).toContain('Still to come: Ada Lund at 21:00.');
  expect(early).toContain('+351 1');
  expect(early).not.toContain('+351 2');
  desk.clock.pass(2 * minute);
  expect(await text()).toContain('Due within four hours\n- 14:00 #1 Boiler');
});
