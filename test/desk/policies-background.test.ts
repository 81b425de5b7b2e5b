import { afterEach, describe, expect, it } from 'vitest';
import type { PolicyIn } from '../../src/contract/index.ts';
import { dump } from '../support/dump.ts';
import { fakeClock, minute, type FakeClock } from '../support/fake-clock.ts';
import { newTicket, refusal, testDesk, type TestDesk } from '../support/test-desk.ts';
import { tempFolder } from '../support/temp.ts';

const folder = tempFolder();
const open = new Set<TestDesk>();
afterEach(async () => {
  for (const desk of open) await desk.close();
  open.clear();
});

/** One commit carries five tickets: what it carries on a real desk is only more. */
const atMostFive = (clock: FakeClock): FakeClock => ({ ...clock, ports: { ...clock.ports, mostInOneCommit: 5 } });
async function start(options: { readonly file?: string; readonly clock?: FakeClock } = {}): Promise<TestDesk> {
  const desk = await testDesk(folder, { ...options, clock: atMostFive(options.clock ?? fakeClock()) });
  open.add(desk);
  return desk;
}
async function leave(desk: TestDesk): Promise<void> {
  open.delete(desk);
  await desk.close();
}

const around = (minutes: number) => ({ minutes, time: 'calendar' as const });
const gold: PolicyIn = {
  name: 'Gold',
  calendar: 'business',
  targets: { firstResponse: { p1: around(30), p2: around(30), p3: around(30), p4: around(30) } },
  match: { all: [{ field: 'tag', op: 'is', values: ['vip'] }] },
};
const tickets = 43;

/** Every second one is a vip's; every fifth is solved. */
async function fill({ client, clock }: TestDesk): Promise<void> {
  for (let n = 0; n < tickets; n++) {
    const { id } = await newTicket(client, { tags: n % 2 === 0 ? ['vip'] : [], priority: 'p1' });
    if (n % 5 === 0) await client.tickets.reply({ id, body: 'Done', status: 'solved' });
    clock.pass(1000);
  }
}
const openVips = Array.from({ length: tickets }, (_, n) => n).filter((n) => n % 2 === 0 && n % 5 !== 0).length;

const pending = ({ db }: TestDesk): string[] =>
  db
    .prepare<[], { key: string }>("SELECT key FROM meta WHERE key IN ('rederive', 'rematch') ORDER BY key")
    .all()
    .map(({ key }) => key);
const underGold = ({ db }: TestDesk): number =>
  Number(db.prepare('SELECT count(*) FROM event WHERE type = 8').pluck().get());
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
async function settled(desk: TestDesk): Promise<void> {
  while (pending(desk).length > 0) await turn();
}
const targets = ({ db }: TestDesk) =>
  db
    .prepare(
      `SELECT t.tags LIKE '%vip%' AS vip, t.status >= 4 AS done, c.target_minutes AS target, count(*) AS n
       FROM ticket t JOIN sla_clock c ON c.ticket_id = t.id AND c.metric = 0 GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
    )
    .raw()
    .all() as [vip: number, done: number, target: number, n: number][];
const verified = async ({ client }: TestDesk) => (await client.desk.verify()).checks.filter(({ ok }) => !ok);
const save = ({ client }: TestDesk, policy: PolicyIn, effective: 'now' | 'always' = 'now') =>
  client.sla.policySave({ policy, effective });
/** The policy for all, with other minutes for a first response. */
async function retargeted({ client }: TestDesk, minutes: number): Promise<PolicyIn> {
  const policy = (await client.sla.policies()).policies.at(-1)!;
  return { ...policy, targets: { ...policy.targets, firstResponse: { p1: around(minutes) } } };
}

describe('a change of rules under more tickets than one commit carries (SLA-43)', () => {
  it('puts the open tickets under their policy in batches, none of them undoable, and says nothing of it', async () => {
    const desk = await start();
    await fill(desk);
    desk.clock.pass(40 * minute);
    const { alerts } = await desk.client.sla.alerts({});
    const { recounted } = await save(desk, gold);
    expect(recounted).toBe(targets(desk).reduce((sum, [, done, , n]) => sum + (done === 1 ? 0 : n), 0));
    expect(pending(desk)).toEqual(['rematch']);
    await settled(desk);
    expect(underGold(desk)).toBe(openVips);
    expect(targets(desk).filter(([vip, done]) => vip === 1 && done === 0)).toEqual([[1, 0, 30, openVips]]);
    expect(targets(desk).filter(([, , target]) => target === 30)).toHaveLength(1);
    // Forty minutes have passed and thirty were promised: every one of them became late by the save.
    desk.clock.pass(minute);
    expect((await desk.client.tickets.counts({ filter: { band: ['breached'] } })).total).toBe(openVips);
    expect((await desk.client.sla.alerts({})).alerts).toEqual(alerts);
    const { entries } = await desk.client.desk.history({ limit: 50 });
    expect(entries.filter(({ command }) => command === 'sla.match').length).toBeGreaterThan(2);
    expect(await verified(desk)).toEqual([]);
  });

  it('counts clocks anew in batches, what is done too where the change is as of always', async () => {
    const desk = await start();
    await fill(desk);
    expect((await save(desk, await retargeted(desk, 50), 'always')).recounted).toBe(tickets);
    expect(pending(desk)).toEqual(['rederive']);
    await settled(desk);
    expect(new Set(targets(desk).map(([, , target]) => target))).toEqual(new Set([50]));
    expect(await verified(desk)).toEqual([]);
    // From now on: what is done stands.
    await save(desk, await retargeted(desk, 45));
    await settled(desk);
    expect(targets(desk).map(([, done, target]) => [done, target])).toEqual([
      [0, 45],
      [1, 50],
      [0, 45],
      [1, 50],
    ]);
    expect(await verified(desk)).toEqual([]);
  });

  it('goes on where it was when the desk is closed halfway and opened again', async () => {
    const desk = await start();
    await fill(desk);
    await save(desk, gold);
    while (underGold(desk) < 4) await turn();
    const { file, clock } = desk;
    await leave(desk);
    const again = await start({ file, clock: fakeClock(clock.now() + minute, 8) });
    const done = underGold(again);
    expect(done).toBeGreaterThanOrEqual(4);
    expect(done).toBeLessThan(openVips);
    expect(pending(again)).toEqual(['rematch']);
    await settled(again);
    // Nobody twice.
    expect(underGold(again)).toBe(openVips);
    expect(await verified(again)).toEqual([]);
  });

  it('finishes clocks that were cut off before the desk is served again', async () => {
    const desk = await start();
    await fill(desk);
    await save(desk, await retargeted(desk, 50), 'always');
    await turn();
    const { file, clock } = desk;
    await leave(desk);
    const again = await start({ file, clock: fakeClock(clock.now(), 8) });
    expect(pending(again)).toEqual([]);
    expect(new Set(targets(again).map(([, , target]) => target))).toEqual(new Set([50]));
    expect(await verified(again)).toEqual([]);
  });

  it('does what is saved meanwhile, too, however far it was', async () => {
    const desk = await start();
    await fill(desk);
    await save(desk, await retargeted(desk, 50), 'always');
    expect(pending(desk)).toEqual(['rederive']);
    await save(desk, gold);
    expect(pending(desk)).toContain('rematch');
    await save(desk, await retargeted(desk, 55), 'always');
    await settled(desk);
    expect(targets(desk).map(([vip, done, target]) => [vip, done, target])).toEqual([
      [0, 0, 55],
      [0, 1, 55],
      [1, 0, 30],
      [1, 1, 55],
    ]);
    expect(await verified(desk)).toEqual([]);
  });

  it('matches what people do meanwhile by the new rules', async () => {
    const desk = await start();
    await fill(desk);
    await save(desk, gold);
    const late = await newTicket(desk.client, { tags: ['vip'], priority: 'p1' });
    const { rows } = await desk.client.tickets.window({ filter: { tag: ['vip'], open: true }, sort: [], limit: 100 });
    await desk.client.tickets.update({
      selection: { ids: [rows.find(({ id }) => id !== late.id)!.id] },
      set: { removeTags: ['vip'] },
    });
    await settled(desk);
    expect((await desk.client.tickets.get({ id: late.id })).clocks.firstResponse.targetMinutes).toBe(30);
    expect(await verified(desk)).toEqual([]);
  });

  it('undone meanwhile, a new count is taken back in batches as well', async () => {
    const desk = await start();
    await fill(desk);
    const before = dump(desk.file, desk.clock.now());
    const { changeSet } = await save(desk, await retargeted(desk, 50), 'always');
    await turn();
    expect(pending(desk)).toEqual(['rederive']);
    await desk.client.desk.undo({ changeSet: changeSet! });
    await settled(desk);
    expect(await verified(desk)).toEqual([]);
    expect(dump(desk.file, desk.clock.now())).toEqual(before);
  });

  it('undone meanwhile, a new policy is refused once a ticket is under it, and is put through', async () => {
    const desk = await start();
    await fill(desk);
    const { id, changeSet } = await save(desk, gold);
    while (underGold(desk) === 0) await turn();
    expect(pending(desk)).toEqual(['rematch']);
    expect((await refusal(desk.client.desk.undo({ changeSet: changeSet! }))).code).toBe('CONFLICT');
    await settled(desk);
    expect(underGold(desk)).toBe(openVips);
    expect(await verified(desk)).toEqual([]);
    // The way out there is: removed, every ticket goes back.
    await desk.client.sla.policyRemove({ id });
    await settled(desk);
    expect(targets(desk).every(([, , target]) => target === 60)).toBe(true);
    expect(await verified(desk)).toEqual([]);
  });

  it('undone meanwhile, other conditions put every ticket back where it was', async () => {
    const desk = await start();
    await fill(desk);
    const { id } = await save(desk, gold);
    await settled(desk);
    const before = targets(desk);
    const match: PolicyIn['match'] = { all: [{ field: 'tag', op: 'is', values: ['nobody'] }] };
    const { changeSet } = await save(desk, { ...gold, id, match });
    while (underGold(desk) === openVips) await turn();
    expect(pending(desk)).toContain('rematch');
    await desk.client.desk.undo({ changeSet: changeSet! });
    await settled(desk);
    expect(targets(desk)).toEqual(before);
    expect(await verified(desk)).toEqual([]);
  });
});
