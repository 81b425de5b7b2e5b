import Database from 'better-sqlite3';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { prng } from '../../src/domain/prng.ts';
import { entry } from '../support/desk-command.ts';
import { fakeClock } from '../support/fake-clock.ts';
import { newRule, when } from '../support/rules.ts';
import { newFile, testDesk, type TestDesk } from '../support/test-desk.ts';
import { tempFolder } from '../support/temp.ts';

const folder = tempFolder();
const rounds = 25;

type Ack = { readonly id: string; readonly result: { readonly number?: number } };

const line = (id: string, procedure: string, input: object): string => JSON.stringify({ id, procedure, input });
type Commands = (id: string, n: number) => string;

/** Many tickets, and now and then a change to all that are new. */
const manyWrites: Commands = (id, n) =>
  n % 25 === 24
    ? line(id, 'tickets.update', {
        selection: { filter: { status: ['new'] } },
        set: { status: 'open', addTags: [`r${id.replace('.', 'n')}`] },
      })
    : line(id, 'tickets.create', {
        subject: id,
        requester: { name: `Ann ${n % 5}` },
        body: 'words '.repeat(20),
        tags: ['kept'],
      });

/** Tickets that set triggers off, and now and then a change to several that sets off more. */
const setOff: Commands = (id, n) =>
  n % 6 === 5
    ? line(id, 'tickets.update', { selection: { filter: { priority: ['p3'] } }, set: { priority: 'p1' } })
    : line(id, 'tickets.create', { subject: id, requester: { name: 'Ann' }, body: 'words' });

/** Sends commands to a desk, kills it `afterMs` after its first answer, and gives what it had answered by then. */
async function writeAndKill(file: string, round: number, afterMs: number, commands = manyWrites): Promise<Ack[]> {
  const child = spawn(process.execPath, [entry, '--desk', file, 'batch'], { stdio: ['pipe', 'pipe', 'ignore'] });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  child.stdin.on('error', () => undefined);
  for (let n = 0; n < 2000; n++) child.stdin.write(`${commands(`${round}.${n}`, n)}\n`);
  await once(child.stdout, 'data');
  const timer = setTimeout(() => child.kill('SIGKILL'), afterMs);
  await once(child, 'close');
  clearTimeout(timer);
  expect(child.signalCode).toBe('SIGKILL');
  return said
    .slice(0, said.lastIndexOf('\n') + 1)
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Ack);
}

describe('a killed process (CHG-36)', () => {
  it(`loses no acknowledged write, ${rounds} times`, { timeout: 120_000 }, async () => {
    const random = prng(20_260_302);
    const file = newFile(folder);
    const acknowledged = new Map<number, string>();
    let bulks = 0;
    for (let round = 0; round < rounds; round++) {
      for (const { id, result } of await writeAndKill(file, round, random.int(0, 250))) {
        if (result.number === undefined) bulks += 1;
        else acknowledged.set(result.number, id);
      }
      // Opened raw: the file itself must be whole, before any start has had a chance to tidy up.
      const db = new Database(file);
      expect(db.pragma('quick_check', { simple: true })).toBe('ok');
      const kept = new Map(
        db
          .prepare<[], { id: number; subject: string }>('SELECT id, subject FROM ticket')
          .all()
          .map(({ id, subject }) => [id, subject]),
      );
      db.close();
      expect([...acknowledged].filter(([number, subject]) => kept.get(number) !== subject)).toEqual([]);
    }
    expect(acknowledged.size).toBeGreaterThan(rounds);
    const desk = await testDesk(folder, { file, clock: fakeClock(Date.now()) });
    expect((await desk.client.desk.verify()).checks.filter(({ ok }) => !ok)).toEqual([]);
    // At most one command a round was done and not yet answered.
    const { total } = await desk.client.tickets.counts({ filter: {} });
    expect(total - acknowledged.size).toBeLessThanOrEqual(rounds);
    expect((await desk.client.desk.history({ limit: 500 })).entries.length).toBeGreaterThanOrEqual(
      Math.min(500, acknowledged.size + bulks),
    );
    await desk.close();
  });

  it(
    'leaves no command without the runs it set off, and no run without its command (AUT-10)',
    { timeout: 120_000 },
    async () => {
      const random = prng(20_260_303);
      const file = newFile(folder);
      const before = await testDesk(folder, { clock: fakeClock(Date.now()), file });
      const { client } = before;
      await newRule(client, { kind: 'trigger', name: 'Thanks', actions: [{ type: 'reply', body: 'We have it' }] });
      await newRule(client, { kind: 'trigger', name: 'Tag', on: ['agentReply'] });
      const rose = when({ field: 'priority', op: 'changedTo', values: ['p1'] });
      const note = { type: 'note', body: 'It rose' };
      await newRule(client, { kind: 'trigger', name: 'Rise', on: ['updated'], conditions: rose, actions: [note] });
      await before.close();
      let runs = 0;
      for (let round = 0; round < 10; round++) {
        await writeAndKill(file, round, random.int(0, 250), setOff);
        const db = new Database(file);
        const list = (text: string) => db.prepare(text).pluck().all();
        expect(db.pragma('quick_check', { simple: true })).toBe('ok');
        // Two runs for each ticket made, one more where it rose; priority 0 is P1.
        expect(
          list(`SELECT id FROM ticket t WHERE 2 + (priority = 0) <>
          (SELECT count(*) FROM rule_run r WHERE r.ticket_id = t.id AND r.outcome = 'done')`),
        ).toEqual([]);
        expect(list('SELECT id FROM rule_run WHERE ticket_id NOT IN (SELECT id FROM ticket)')).toEqual([]);
        // Each run has its set, and each set the command that it came of.
        expect(
          list(`SELECT r.id FROM rule_run r LEFT JOIN consequence c USING (set_id) LEFT JOIN change_set s ON s.id = c.cause_id
          WHERE s.command IS NULL OR s.command NOT LIKE 'tickets.%'`),
        ).toEqual([]);
        expect(
          list(
            `SELECT id FROM change_set WHERE command LIKE 'tickets.%' AND id NOT IN (SELECT cause_id FROM consequence)`,
          ),
        ).toEqual([]);
        runs = Number(list('SELECT count(*) FROM rule_run')[0]);
        db.close();
      }
      // In each round at least its first ticket was acknowledged.
      expect(runs).toBeGreaterThanOrEqual(20);
      const desk = await testDesk(folder, { file, clock: fakeClock(Date.now()) });
      expect((await desk.client.desk.verify()).checks.filter(({ ok }) => !ok)).toEqual([]);
      await desk.close();
    },
  );

  /** Starts a job, kills it when `ready` says so of the half-made desk, and opens that. */
  async function killJob(file: string, args: readonly string[], rowsBefore: number): Promise<void> {
    const child = spawn(process.execPath, [entry, ...args], { stdio: 'ignore' });
    const gone = once(child, 'close');
    for (let seen = false; !seen && child.exitCode === null;) {
      await new Promise((resolve) => setImmediate(resolve));
      if (!existsSync(file)) continue;
      const db = new Database(file, { readonly: true, timeout: 50 });
      try {
        seen = Number(db.prepare('SELECT count(*) FROM ticket').pluck().get()) > rowsBefore;
      } catch {
        // Not made yet, or busy.
      } finally {
        db.close();
      }
    }
    child.kill('SIGKILL');
    await gone;
    expect(child.signalCode).toBe('SIGKILL');
  }

  /** Opens what was killed, and stays until what is being taken away in the background is gone. */
  async function opened(file: string): Promise<TestDesk> {
    const desk = await testDesk(folder, { file, clock: fakeClock(Date.now()) });
    const left = desk.db.prepare("SELECT count(*) FROM batch WHERE state IN ('running', 'removing')").pluck();
    await new Promise<void>((resolve) => {
      const look = (): void => {
        if (left.get() === 0) resolve();
      };
      desk.desk.onLive(look);
      look();
    });
    return desk;
  }

  it('in the middle of a sample leaves nothing of it', async () => {
    const file = newFile(folder);
    await killJob(file, ['sample', '--tickets', '50000', '--seed', '1', '--out', file], 0);
    const desk = await opened(file);
    expect(await desk.client.desk.info()).toMatchObject({ tickets: 0, started: false });
    expect((await desk.client.people.list()).people).toEqual([]);
    expect((await desk.client.exchange.batches()).batches).toEqual([]);
    expect((await desk.client.desk.verify()).checks.filter(({ ok }) => !ok)).toEqual([]);
    await desk.close();
  });

  it('in the middle of an import leaves nothing of it, and all that was there before', async () => {
    const csv = join(folder, 'many.csv');
    const line = (n: number) =>
      `${n},Subject ${n},Ann ${n % 700},open,2026-02-0${1 + (n % 9)} 10:00,Somebody ${n % 40},words of ticket ${n}`;
    writeFileSync(
      csv,
      `Ticket id,Subject,Requester,Status,Created at,Assignee,Description\n${Array.from({ length: 40_000 }, (_, n) => line(n + 1)).join('\n')}\n`,
    );
    const file = newFile(folder);
    const before = await testDesk(folder, { file, clock: fakeClock(Date.now()) });
    const mine = await before.client.tickets.create({ subject: 'Mine', requester: { name: 'Ann 5' } });
    await before.close();
    await killJob(
      file,
      ['--desk', file, 'import', csv, '--as', 'generic', '--time-zone', 'UTC', '--date-order', 'ymd'],
      1,
    );
    const desk = await opened(file);
    expect((await desk.client.desk.info()).tickets).toBe(1);
    expect(await desk.client.tickets.get({ id: mine.id })).toMatchObject({ subject: 'Mine' });
    expect((await desk.client.people.list()).people).toEqual([]);
    expect((await desk.client.exchange.batches()).batches).toEqual([]);
    expect((await desk.client.desk.verify()).checks.filter(({ ok }) => !ok)).toEqual([]);
    await desk.close();
  });
});
