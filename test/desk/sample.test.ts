import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { column, rows } from '../../src/main/store/db.ts';
import { dump } from '../support/dump.ts';
import { fakeClock, minute } from '../support/fake-clock.ts';
import { tempFolder } from '../support/temp.ts';
import { testDesk, type TestDesk } from '../support/test-desk.ts';

const folder = tempFolder();
let desk: TestDesk;
let before: ReturnType<typeof dump>;
let changeSet: string;

/** The escalation log, which a dump leaves out. */
const logOf = ({ db }: TestDesk) => rows<{ at: number; text: string }>(db, 'SELECT * FROM escalation_log ORDER BY id');

beforeAll(async () => {
  desk = await testDesk(folder);
  before = dump(desk.file, desk.clock.now());
  changeSet = (await desk.client.desk.sample({ tickets: 2000, seed: 3 })).changeSet!;
});
afterAll(() => desk.close());

describe('the sample desk (SMP-10)', () => {
  it('has something on every screen a coordinator opens first', async () => {
    const { client } = desk;
    const standUp = await client.reports.standUp({});
    expect(standUp.waits.total).toBeGreaterThan(3);
    expect(standUp.callbacks.total).toBeGreaterThan(3);
    const audit = await client.sla.pauseAudit({});
    expect(audit.total).toBeGreaterThan(2);
    expect(new Set(audit.groups.map(({ assignee }) => assignee)).size).toBe(2);
    const { callbacks } = await client.tickets.callbacks({});
    expect(callbacks.filter(({ flags }) => flags.some(({ kind }) => kind === 'overdue'))).toHaveLength(1);
    const { levels } = await client.escalation.board({});
    expect(levels.map(({ escalations }) => escalations.length)).toEqual([0, 2, 1]);
    const [p1] = levels.flatMap(({ escalations }) => escalations).filter(({ automatic }) => automatic);
    expect(p1).toMatchObject({ ticket: { priority: 'p1' }, ownerName: expect.any(String) as string });
    expect((await client.escalation.ticket({ ticketId: p1!.ticket.id })).open).toMatchObject({ automatic: true });
  });

  it('has two newcomers on the four weeks: one is behind, one waits for reviews (SMP-11)', async () => {
    const { newcomers } = await desk.client.onboarding.newcomers({});
    expect(newcomers.map(({ help, current, rampPercent }) => [help, current, rampPercent])).toEqual([
      ['late', 'supervised', 50],
      ['blocked', 'independent', 80],
    ]);
  });

  it('has a log in the order of time, and rates that can be read', async () => {
    const times = logOf(desk).map(({ at }) => at);
    expect(times.length).toBeGreaterThan(20);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    const now = desk.clock.now();
    const rate = await desk.client.escalation.rate({ from: now - 30 * 24 * 60 * minute, to: now });
    expect(rate.escalated).toBeGreaterThan(5);
  });

  it('fits together', async () => {
    expect((await desk.client.desk.verify()).checks.filter(({ ok }) => !ok)).toEqual([]);
  });

  it('does not send its P1 up a second time', () => {
    desk.clock.pass(40 * minute);
    const raised = column<number>(desk.db, "SELECT ticket_number FROM escalation_log WHERE action = 'autoEscalated'");
    expect(new Set(raised).size).toBe(raised.length);
  });

  it('is the same to the last byte for the same seed at the same time, log included (SMP-1)', async () => {
    const made = async () => {
      const one = await testDesk(folder, { clock: fakeClock() });
      await one.client.desk.settings({ timeZone: 'UTC', started: true });
      await one.client.desk.sample({ tickets: 600, seed: 9 });
      const { meta: _, change_set: __, ...rest } = dump(one.file, one.clock.now());
      const log = JSON.stringify(logOf(one));
      await one.close();
      return { rest, log };
    };
    expect(await made()).toEqual(await made());
  });

  it('leaves nothing when it is undone, but what people did themselves stays in the log (ESC-20)', async () => {
    const { client, clock } = desk;
    clock.pass(minute);
    const { levels } = await client.escalation.board({});
    const open = levels.flatMap(({ escalations }) => escalations).find(({ automatic }) => !automatic);
    await client.escalation.act({ id: open!.id, text: 'Called the carrier' });
    expect(() => desk.db.exec('DELETE FROM escalation_log')).toThrow('append-only');
    await client.desk.undo({ changeSet });
    // Who sits here is a setting, which no undo touches; nobody does any more.
    const { batch, meta: _, ...undone } = dump(desk.file, clock.now());
    const { batch: none, meta: __, ...asBefore } = before;
    expect((await client.desk.info()).me).toBeNull();
    expect(undone).toEqual(asBefore);
    expect([none, batch].map((list) => list?.length)).toEqual([0, 1]);
    expect(logOf(desk).map(({ text }) => text)).toEqual(['Called the carrier']);
    expect(() => desk.db.exec('DELETE FROM escalation_log')).toThrow('append-only');
  });
});
