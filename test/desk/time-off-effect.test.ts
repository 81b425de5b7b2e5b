import { afterAll, beforeAll, expect, it } from 'vitest';
import { fakeClock, hour } from '../support/fake-clock.ts';
import { tempFolder } from '../support/temp.ts';
import { testDesk, type Client, type TestDesk } from '../support/test-desk.ts';

const folder = tempFolder();
let desk: TestDesk;
let client: Client;
/** A Wednesday at eleven, with ten weeks of history before it. */
const now = Date.UTC(2026, 2, 4, 11);

beforeAll(async () => {
  desk = await testDesk(folder, { clock: fakeClock(now) });
  client = desk.client;
  await client.desk.settings({ timeZone: 'Europe/Lisbon' });
  await client.desk.sample({ tickets: 8000, seed: 5 });
  const settings = await client.staffing.settings();
  const allDay: [string, string][] = [['00:00', '24:00']];
  const hours = { mon: allDay, tue: allDay, wed: allDay, thu: allDay, fri: allDay, sat: allDay, sun: allDay };
  const calls = settings.streams[0]!;
  await client.staffing.settingsSave({
    ...settings,
    streams: [{ ...calls, channels: ['phone', 'chat', 'social', 'email', 'web', 'api', 'other'], hours }],
  });
}, 120_000);
afterAll(() => desk.close());

it('time off over a night shift is told on both sides of midnight (OFF-2)', async () => {
  const { id: personId } = await client.people.create({ name: 'Noa Night' });
  const startAt = Date.UTC(2026, 2, 5, 22);
  const endAt = startAt + 8 * hour;
  await client.roster.save({ shifts: [{ personId, startAt, endAt, work: 'calls', activities: [] }] });
  const midnight = startAt + 2 * hour;
  const { streams } = await client.staffing.day({ date: '2026-03-06', draft: true });
  const short = streams[0]!.intervals.filter(
    ({ at, required, present }) => at < endAt && present > 0 && required - (present - 1) >= 0.1,
  );
  expect(short.length).toBeGreaterThan(0);
  const { intervals } = await client.roster.timeOffEffect({ personId, startAt, endAt });
  expect(intervals.filter(({ at }) => at >= midnight).map(({ at }) => at)).toEqual(short.map(({ at }) => at));
});

it('what is told of time off is where the rest is short, and nothing else (OFF-2)', async () => {
  const { id: personId } = await client.people.create({ name: 'Dan Day' });
  const startAt = Date.UTC(2026, 2, 10, 0);
  const endAt = startAt + 20 * hour;
  await client.roster.save({ shifts: [{ personId, startAt, endAt, work: 'calls', activities: [] }] });
  const { streams } = await client.staffing.day({ date: '2026-03-10', draft: true });
  const there = streams[0]!.intervals.filter(({ at }) => at >= startAt && at < endAt);
  const short = there.filter(({ required, present }) => required - (present - 1) >= 0.1 - 1e-9);
  expect(short.length).toBeGreaterThan(0);
  expect(short.length).toBeLessThan(there.length);
  const { intervals, shiftMinutes } = await client.roster.timeOffEffect({ personId, startAt, endAt });
  expect(shiftMinutes).toBe(20 * 60);
  expect(intervals.map(({ at }) => at)).toEqual(short.map(({ at }) => at));
});
