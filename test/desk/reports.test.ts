import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReportTable } from '../../src/contract/index.ts';
import { breachesSince, openByPriority, openOrphans, openWaits } from '../../src/main/store/morning.ts';
import { rows } from '../../src/main/store/db.ts';
import { fakeClock, hour, minute, mondayTen } from '../support/fake-clock.ts';
import { newTicket, refusal, testDesk, type TestDesk } from '../support/test-desk.ts';
import { tempFolder } from '../support/temp.ts';

const folder = tempFolder();

describe('the stand-up (STU-1 to STU-6)', () => {
  let desk: TestDesk;
  beforeAll(async () => {
    // Friday 27 February, 16:00: an hour before the desk closes for the weekend.
    desk = await testDesk(folder, { clock: fakeClock(mondayTen - 66 * hour) });
  });
  afterAll(() => desk.close());

  it('tells what a weekend left behind, each line with its ticket', async () => {
    const { client, clock } = desk;
    const ada = await client.people.create({ name: 'Ada' });
    const ben = await client.people.create({ name: 'Ben' });
    const queue = await client.directory.queueCreate({ name: 'Billing' });
    const early = await newTicket(client, { subject: 'Early', priority: 'p1', assigneeId: ada.id, queueId: queue.id });
    clock.pass(50 * minute);
    const late = await newTicket(client, { subject: 'Late', priority: 'p1', body: 'Help', assigneeId: ben.id });
    const done = await newTicket(client, { subject: 'Done', queueId: queue.id, assigneeId: ada.id });
    await client.tickets.update({ selection: { ids: [done.id] }, set: { status: 'solved' } });
    clock.pass(3 * 24 * hour - 2 * hour);
    await client.people.update({ id: ben.id, set: { away: true } });
    const orphan = await newTicket(client, { subject: 'Nobody has it', body: 'Hello' });
    const promisedAt = clock.now() + 3 * hour;
    await client.tickets.callback({ ticketId: orphan.id, phone: '+49 30 555', promisedAt, ownerId: ben.id });
    await client.tickets.callback({ ticketId: late.id, phone: '+49 30 556', promisedAt: promisedAt + 48 * hour });

    const told = await client.reports.standUp({});
    expect(told.since).toBe(Date.UTC(2026, 1, 27, 17));
    // The first response of the first was due at 17:00 sharp and so was late at once after it; both P1 broke overnight.
    expect(told.breaches.rows.map(({ ticket, metric }) => [ticket.number, metric])).toContainEqual([
      late.number,
      'firstResponse',
    ]);
    expect(told.breaches.total).toBe(told.breaches.rows.length);
    expect(told.incidents.rows.map(({ ticket }) => ticket.number).sort()).toEqual([early.number, late.number].sort());
    expect(told.orphans.rows.map(({ ticket, reason }) => [ticket.number, reason]).sort()).toEqual(
      [
        [late.number, 'away'],
        [orphan.number, 'noOwner'],
      ].sort(),
    );
    expect(told.waits.rows.map(({ ticket, waitingSince }) => [ticket.number, waitingSince])).toEqual([
      [late.number, Date.UTC(2026, 1, 27, 16, 50)],
    ]);
    expect(told.callbacks.total).toBe(1);
    expect(told.callbacks.rows.map(({ ticket, callback }) => [ticket.number, callback.promisedAt])).toEqual([
      [orphan.number, promisedAt],
    ]);
    expect(told.backlog).toEqual({ now: 3, yesterday: 2, lastWeek: 0 });
  });

  it('counts the queues as they stood: through solving, reopening and moving (STU-5)', async () => {
    const { client, clock } = desk;
    const depth = async () => {
      const { queues } = await client.reports.standUp({});
      const names = new Map((await client.directory.queues()).queues.map(({ id, name }) => [id, name]));
      return Object.fromEntries(
        queues.map(({ queueId, ...rest }) => [queueId === null ? 'none' : (names.get(queueId) ?? ''), rest]),
      );
    };
    const before = await depth();
    const returns = await client.directory.queueCreate({ name: 'Returns' });
    const found = await client.tickets.window({ filter: { open: true }, sort: [{ by: 'number' }] });
    clock.pass(24 * hour);
    const ids = found.rows.map(({ id }) => id);
    await client.tickets.update({ selection: { ids }, set: { queueId: returns.id } });
    await client.tickets.update({ selection: { ids: ids.slice(0, 1) }, set: { status: 'solved' } });
    const after = await depth();
    const yesterday = Object.fromEntries(Object.entries(after).map(([name, each]) => [name, each.yesterday]));
    expect(yesterday).toEqual({
      Billing: before['Billing']?.now,
      none: before['none']?.now,
      Returns: 0,
    });
    expect(after['Returns']).toEqual({ now: ids.length - 1, yesterday: 0, lastWeek: 0 });
    await client.desk.undo({});
    expect((await depth())['Returns']?.now).toBe(ids.length);
  });
});

describe('the reconciliation (STU-20, STU-21)', () => {
  let desk: TestDesk;
  let tables: readonly ReportTable[];
  beforeAll(async () => {
    desk = await testDesk(folder, { clock: fakeClock(mondayTen + 4 * hour) });
    await desk.client.desk.sample({ tickets: 400, seed: 5 });
    ({ tables } = await desk.client.reports.reconciliation());
  });
  afterAll(() => desk.close());

  it('opens from every number exactly the tickets it counts', async () => {
    const cells = tables.flatMap(({ rows: lines }) => lines.flat()).filter(({ filter }) => filter !== undefined);
    expect(cells.length).toBeGreaterThan(30);
    for (const { value, filter } of cells)
      expect([filter, (await desk.client.tickets.counts({ filter: filter! })).total]).toEqual([filter, value]);
    const { total } = await desk.client.tickets.counts({ filter: { open: true } });
    expect(tables[0]?.rows.at(-1)?.[1]?.value).toBe(total);
    expect(tables[1]?.rows.at(-1)?.[1]?.value).toBe(total);
    expect(tables[2]?.total).toBe(tables[1]?.rows.at(-1)?.[3]?.value);
  });

  it('has the same numbers in both files as on screen, and no text that runs', async () => {
    const { client } = desk;
    await newTicket(client, { subject: '=1+1', body: 'Help', assigneeId: null });
    desk.clock.pass(25 * hour);
    const shown = (await client.reports.reconciliation()).tables;
    const numbers = (all: readonly ReportTable[]): unknown[] =>
      all.flatMap(({ rows: lines }) =>
        lines.flat().flatMap(({ value, kind }) => (typeof value === 'number' && kind === 'count' ? [value] : [])),
      );
    const csv = await client.reports.reconciliationFile({ format: 'csv' });
    const text = Buffer.from(csv.base64, 'base64').toString('utf8');
    expect(csv.fileName).toBe('reconciliation-2026-03-03.csv');
    expect(text).toContain(`,'=1+1,`);
    const totals = shown[0]?.rows.at(-1)?.map(({ value }) => value) ?? [];
    expect(text).toContain(`\r\n${totals.join(',')}\r\n`);
    const xlsx = await client.reports.reconciliationFile({ format: 'xlsx' });
    const file = Buffer.from(xlsx.base64, 'base64');
    const sheets = await Promise.all(shown.map(({ title }) => readSheet(file, title.slice(0, 31))));
    const inFile = sheets
      .slice(0, 2)
      .flatMap((lines) => lines.slice(1).flatMap((line) => line.filter((cell) => typeof cell === 'number')));
    expect(inFile).toEqual(numbers(shown.slice(0, 2)));
    const waits = sheets[2] ?? [];
    expect(waits.some((line) => line.includes('=1+1'))).toBe(true);
    expect(waits.length - 1).toBe(shown[2]?.rows.length);
  });

  it("the coordinator's day has its blocks with what waits, and takes others that do not overlap (STU-10)", async () => {
    const { client } = desk;
    const { blocks } = await client.reports.day();
    expect(blocks.map(({ from, to, kind }) => [from, to, kind])).toEqual([
      ['09:00', '10:00', 'triage'],
      ['10:00', '12:00', 'quality'],
      ['13:00', '15:00', 'escalations'],
      ['15:00', '17:00', 'reports'],
    ]);
    expect(blocks.filter(({ current }) => current).map(({ kind }) => kind)).toEqual(['reports']);
    for (const { count, filter } of blocks.flatMap(({ waits }) => waits))
      expect((await client.tickets.counts({ filter: filter! })).total).toBe(count);
    const mine = { from: '08:00', to: '09:30', name: 'Mail', kind: 'other' } as const;
    expect((await client.reports.daySave({ blocks: [mine] })).blocks).toEqual([mine]);
    const over = await refusal(client.reports.daySave({ blocks: [mine, { ...mine, from: '09:00', to: '10:00' }] }));
    expect(over).toMatchObject({ code: 'INVALID', data: { field: 'blocks.1.from' } });
    await client.desk.undo({});
    expect((await client.reports.day()).blocks).toHaveLength(4);
  });

  it('reads few rows among many (STU-6)', () => {
    const plan = (from: string): string =>
      rows<{ detail: string }>(
        desk.db,
        `EXPLAIN QUERY PLAN SELECT count(*) ${from.replaceAll('json_each(?)', "json_each('[1]')").replaceAll('?', '0')}`,
      )
        .map(({ detail }) => detail)
        .join('\n');
    for (const from of [openByPriority, openOrphans, openWaits, breachesSince])
      expect(plan(from)).not.toMatch(/SCAN (ticket|sla_clock|t|c)\b(?! USING)/);
  });
});
