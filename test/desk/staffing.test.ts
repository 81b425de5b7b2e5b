import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StaffedStream } from '../../src/contract/index.ts';
import { fakeClock, hour, minute } from '../support/fake-clock.ts';
import { refusal, testDesk, type Client, type TestDesk } from '../support/test-desk.ts';
import { tempFolder } from '../support/temp.ts';

const folder = tempFolder();
let desk: TestDesk;
let client: Client;

/** A Wednesday at eleven, with ten weeks of history before it. */
const now = Date.UTC(2026, 2, 4, 11);
const today = '2026-03-04';
const tomorrow = '2026-03-05';

beforeAll(async () => {
  desk = await testDesk(folder, { clock: fakeClock(now) });
  client = desk.client;
  await client.desk.settings({ timeZone: 'Europe/Lisbon' });
  await client.desk.sample({ tickets: 8000, seed: 5 });
}, 120_000);
afterAll(() => desk.close());

const stream = (streams: readonly StaffedStream[], id: string): StaffedStream =>
  streams.find((each) => each.stream.id === id)!;
const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

describe('a day by interval (STF-21, STF-22)', () => {
  it('has what came, a forecast with its error, and the people that the formulas ask for', async () => {
    const day = await client.staffing.day({ date: today });
    expect(day.streams.map(({ stream: { id } }) => id)).toEqual(['calls', 'chat', 'mail']);
    for (const each of day.streams) {
      expect(each.intervals).toHaveLength(48);
      expect(each.missing).toBeNull();
      expect(each.wape).toBeGreaterThan(0);
      // What is over is counted, what is to come is not known.
      for (const { at, actual } of each.intervals) expect(actual === null).toBe(at + 30 * minute > now);
    }
    const calls = stream(day.streams, 'calls');
    const came = await client.tickets.counts({
      filter: { channel: ['phone'], createdFrom: day.startAt, createdTo: now },
    });
    expect(sum(calls.intervals.map(({ actual }) => actual ?? 0))).toBe(came.total);
    const { shrinkage } = await client.staffing.settings();
    for (const { at, forecast, actual, required } of calls.intervals) {
      const open = at >= Date.UTC(2026, 2, 4, 8, 30) && at < Date.UTC(2026, 2, 4, 19);
      const volume = actual ?? forecast;
      if (!open || volume < 0.125) {
        expect(required).toBe(0);
        continue;
      }
      const { ahtSeconds, target, maxOccupancy, patienceSeconds } = calls.stream;
      const load = {
        model: 'erlangA' as const,
        calls: volume,
        intervalMinutes: 30,
        ahtSeconds,
        target,
        maxOccupancy,
        patienceSeconds,
        shrinkage,
      };
      expect(required).toBe((await client.staffing.required(load)).scheduledAgents);
    }
  });

  it('counts who is planned by work, and less who is not there (COV-1, COV-3)', async () => {
    const before = stream((await client.staffing.day({ date: today })).streams, 'calls');
    const { people } = await client.roster.onShift({});
    const one = people.find(({ kind }) => kind === 'calls')!;
    await client.roster.attend({ personId: one.personId, kind: 'left' });
    const after = stream((await client.staffing.day({ date: today })).streams, 'calls');
    expect(after.intervals.map(({ scheduled }) => scheduled)).toEqual(
      before.intervals.map(({ scheduled }) => scheduled),
    );
    const lost =
      sum(before.intervals.map(({ present }) => present)) - sum(after.intervals.map(({ present }) => present));
    expect(lost).toBeGreaterThan(0);
    // Before they left nothing has changed.
    for (const [index, { at, present }] of before.intervals.entries())
      if (at < now) expect(after.intervals[index]!.present).toBeCloseTo(present, 9);
    await client.desk.undo({});
  });

  it('an event multiplies its day, once; it is undone like anything else (STF-44)', async () => {
    const total = async () =>
      sum(
        stream((await client.staffing.day({ date: tomorrow })).streams, 'mail').intervals.map(
          ({ forecast }) => forecast,
        ),
      );
    const plain = await total();
    const { id } = await client.staffing.eventSave({ date: tomorrow, name: 'Newsletter', factor: 2 });
    expect(await total()).toBeCloseTo(2 * plain, 6);
    expect(await refusal(client.staffing.eventSave({ date: tomorrow, name: 'Again', factor: 3 }))).toMatchObject({
      code: 'CONFLICT',
    });
    await client.staffing.eventRemove({ id });
    expect(await total()).toBeCloseTo(plain, 6);
    await client.desk.undo({});
    expect((await client.staffing.events()).events).toMatchObject([{ name: 'Newsletter' }]);
    await client.desk.undo({});
  });

  it('the outlook has every model with its error, and its days are the sums of their intervals', async () => {
    const outlook = await client.staffing.outlook({ streamId: 'chat', days: 7 });
    expect(outlook.days).toHaveLength(7);
    expect(outlook.forecast!.backtest.length).toBeGreaterThan(3);
    const best = Math.min(...outlook.forecast!.backtest.map(({ wape }) => wape));
    expect(outlook.forecast!.backtest.find(({ model }) => model === outlook.forecast!.model)!.wape).toBe(best);
    expect(sum(outlook.days.map(({ value }) => value))).toBeCloseTo(
      sum(outlook.forecast!.forecast.map(({ value }) => value)),
      6,
    );
    expect(outlook.history.length).toBe(56);
    // The day and the outlook ask for the same people.
    const asked = stream((await client.staffing.day({ date: tomorrow })).streams, 'chat').intervals;
    expect(outlook.days[1]).toMatchObject({
      date: tomorrow,
      requiredHours: sum(asked.map(({ required }) => required)) / 2,
    });
    expect(await refusal(client.staffing.outlook({ streamId: 'fax' }))).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('what if (STF-26)', () => {
  it('changes nothing where nothing is changed, and everything the right way where something is', async () => {
    const ask = async (change: Parameters<Client['staffing']['whatIf']>[0]['change']) =>
      (await client.staffing.whatIf({ date: tomorrow, change })).streams[0]!;
    const same = await ask({});
    expect(same.after).toEqual(same.before);
    const more = await ask({ agents: 1 });
    expect(more.after.serviceLevel!).toBeGreaterThanOrEqual(more.before.serviceLevel!);
    expect(more.after.shortHours).toBeLessThanOrEqual(more.before.shortHours);
    const longer = await ask({ ahtPercent: 10 });
    expect(longer.after.serviceLevel!).toBeLessThan(longer.before.serviceLevel!);
    expect(longer.after.contacts).toBe(longer.before.contacts);
    const spike = await ask({
      spike: { startAt: Date.UTC(2026, 2, 5, 10), endAt: Date.UTC(2026, 2, 5, 12), percent: 100 },
    });
    expect(spike.after.contacts).toBeGreaterThan(spike.before.contacts);
    const later = await ask({ laterMinutes: 120 });
    // Who would have called before calls afterwards: nobody is lost.
    expect(later.after.contacts).toBeCloseTo(later.before.contacts, 6);
    const { people } = await client.people.list();
    const none = await ask({ absentIds: people.map(({ id }) => id) });
    expect(none.after.serviceLevel).toBe(0);
  });
});

describe('moves (STF-30)', () => {
  it('each says what it does, does it when applied, and is undone', async () => {
    const { short, words, moves } = await client.staffing.moves({ date: tomorrow });
    expect(words).toMatch(/short on .* from \d\d:\d\d to \d\d:\d\d\./);
    expect(short!.people).toBeGreaterThan(0);
    expect(moves.length).toBeGreaterThan(0);
    const shortHours = async () =>
      sum(
        (await client.staffing.day({ date: tomorrow })).streams.flatMap(({ intervals }) =>
          intervals.map(({ required, present }) => Math.max(0, required - present)),
        ),
      );
    const before = await shortHours();
    expect(moves[0]!.shortBefore).toBeCloseTo(before, 6);
    const [{ id, startAt, endAt, personId, work, activities }] = moves[0]!.shifts as [(typeof moves)[0]['shifts'][0]];
    await client.roster.save({ shifts: [{ id, startAt, endAt, personId, work, activities }] });
    expect(await shortHours()).toBeCloseTo(moves[0]!.shortAfter, 6);
    expect(moves[0]!.shortAfter).toBeLessThan(before);
    await client.desk.undo({});
    expect(await shortHours()).toBeCloseTo(before, 6);
  });
});

describe('the running day', () => {
  it('who handled how much, against the band (LOD-1)', async () => {
    const { people, low, high } = await client.roster.load({ date: today });
    expect([low, high]).toEqual([40, 80]);
    for (const { handled, projected, band } of people) {
      // Too early to tell, nothing is told.
      expect(band === null).toBe(projected === null);
      const count = projected ?? handled;
      if (band !== null) expect(band).toBe(count < 40 ? 'below' : count > 80 ? 'above' : 'within');
    }
    expect(sum(people.map(({ handled }) => handled))).toBeGreaterThan(0);
  });

  it('tickets that will be late, by the hour they are due in, and what would save them (STF-50)', async () => {
    const { hours, late, tickets, moves } = await client.staffing.breaches();
    expect(sum(hours.map((each) => each.late))).toBe(late);
    expect(tickets).toHaveLength(Math.min(200, late));
    for (const { dueAt, doneAt } of tickets) expect(doneAt === null || doneAt > dueAt).toBe(true);
    for (const move of moves) expect(move.late + move.saves).toBe(late);
  });

  it('a handover names who comes, what is due and what was promised (HND-1)', async () => {
    const { rows } = await client.tickets.window({ filter: { open: true }, sort: [{ by: 'due' }], limit: 1 });
    const [{ id, number }] = rows as [(typeof rows)[0]];
    await client.tickets.callback({ ticketId: id, phone: '+351 21 000 000', promisedAt: now + 2 * hour });
    const { text } = await client.roster.handover();
    expect(text).toContain('Shift handover, Wed 4 Mar 2026 11:00');
    expect(text).toContain(`- 13:00 #${number} +351 21 000 000`);
    await client.desk.undo({});
  });
});

it('settings that cannot be are refused at their field, and what is said of streams is kept', async () => {
  const settings = await client.staffing.settings();
  const twice = { ...settings, streams: [settings.streams[0]!, { ...settings.streams[1]!, name: 'calls' }] };
  expect(await refusal(client.staffing.settingsSave(twice))).toMatchObject({
    code: 'INVALID',
    data: { field: 'streams.1.name' },
  });
  const upside = { ...settings, loadBand: { low: 80, high: 40 } };
  expect(await refusal(client.staffing.settingsSave(upside))).toMatchObject({
    code: 'INVALID',
    data: { field: 'loadBand.high' },
  });
  await client.staffing.settingsSave({ ...settings, shrinkage: 0.3 });
  expect((await client.staffing.settings()).shrinkage).toBe(0.3);
  await client.desk.undo({});
  expect((await client.staffing.settings()).shrinkage).toBe(settings.shrinkage);
});
