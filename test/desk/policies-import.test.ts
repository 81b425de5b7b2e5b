import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PolicyIn } from '../../src/contract/index.ts';
import { csvText } from '../../src/domain/exchange/csv-write.ts';
import { dump } from '../support/dump.ts';
import { fakeClock, hour, mondayTen } from '../support/fake-clock.ts';
import { testDesk, type TestDesk } from '../support/test-desk.ts';
import { tempFolder } from '../support/temp.ts';

const folder = tempFolder();
let desk: TestDesk;
beforeEach(async () => {
  desk = await testDesk(folder, { clock: fakeClock(mondayTen + 24 * hour) });
});
afterEach(() => desk.close());

const header = [
  'Id',
  'Subject',
  'Requester',
  'Status',
  'Priority',
  'Queue',
  'Tags',
  'Channel',
  'Created at',
  'Updated at',
];
type Row = readonly [id: string, status: string, priority: string, queue: string, tags: string, channel: string];
const iso = (at: number): string => new Date(at).toISOString();
function csv(name: string, rows: readonly Row[], updatedAt: number): string {
  const lines = rows.map(([id, status, priority, queue, tags, channel]) => [
    ...[id, `About ${id}`, 'Ann Lee', status, priority, queue, tags, channel],
    ...[iso(mondayTen), iso(updatedAt)],
  ]);
  const path = join(folder, `${name}.csv`);
  writeFileSync(path, csvText([header, ...lines]));
  return path;
}
const take = (path: string) => desk.client.exchange.run({ source: { path }, mode: 'import' });

type Conditions = NonNullable<NonNullable<PolicyIn['match']>['all']>;
const minutesOf = { Vip: 11, Urgent: 22, Phone: 33, Billing: 44, Default: 240 } as const;
const policy = (name: keyof typeof minutesOf, all: Conditions): PolicyIn => {
  const target = { minutes: minutesOf[name], time: 'calendar' as const };
  return {
    name,
    calendar: 'business',
    targets: { firstResponse: { p1: target, p2: target, p3: target, p4: target } },
    match: { all },
  };
};

/** Vip before urgent before phone before the queue, before what is left. */
async function savePolicies(): Promise<void> {
  const { id: billing } = await desk.client.directory.queueCreate({ name: 'Billing' });
  for (const each of [
    policy('Vip', [{ field: 'tag', op: 'is', values: ['vip'] }]),
    policy('Urgent', [{ field: 'priority', op: 'is', values: ['p1'] }]),
    policy('Phone', [{ field: 'channel', op: 'is', values: ['phone'] }]),
    policy('Billing', [{ field: 'queue', op: 'is', values: [billing] }]),
  ])
    await desk.client.sla.policySave({ policy: each, effective: 'now' });
}

/** Of each imported ticket, the policies it was put under in turn, and what is promised now. */
async function standing(): Promise<Record<string, readonly [policies: string, minutes: number | null]>> {
  const { policies } = await desk.client.sla.policies();
  const names = new Map(policies.map(({ id, name }) => [id, name]));
  const { rows } = await desk.client.tickets.window({ filter: {}, sort: [], limit: 100 });
  const found: Record<string, readonly [string, number | null]> = {};
  for (const { id } of rows) {
    const { subject, events, clocks } = await desk.client.tickets.get({ id });
    const under = events.filter(({ type }) => type === 'policy').map(({ to }) => names.get(to ?? '') ?? '?');
    found[subject.replace('About ', '')] = [under.join(' > '), clocks.firstResponse.targetMinutes];
  }
  return found;
}
const verified = async () => (await desk.client.desk.verify()).checks.filter(({ ok }) => !ok);

const monday: readonly Row[] = [
  ['A', 'open', 'p1', 'Billing', 'vip', 'phone'],
  ['B', 'open', 'p1', 'Billing', '', 'phone'],
  ['C', 'open', 'p3', 'Billing', '', 'phone'],
  ['D', 'open', 'p3', 'Billing', '', 'email'],
  ['E', 'open', 'p3', 'Delivery', '', 'email'],
  ['F', 'solved', 'p3', 'Delivery', 'vip', 'email'],
];

describe('an import under several policies (SLA-41)', () => {
  it('puts each ticket under the first that fits, from its creation on, what is solved too', async () => {
    await savePolicies();
    expect(await take(csv('monday', monday, mondayTen + hour))).toMatchObject({ state: 'done', counts: { create: 6 } });
    expect(await standing()).toEqual({
      A: ['Vip', 11],
      B: ['Urgent', 22],
      C: ['Phone', 33],
      D: ['Billing', 44],
      E: ['', 240],
      F: ['Vip', 11],
    });
    for (const { id, createdAt } of (await desk.client.tickets.window({ filter: {}, sort: [], limit: 100 })).rows)
      for (const { at, type } of (await desk.client.tickets.get({ id })).events)
        if (type === 'policy') expect(at).toBe(createdAt);
    expect(await verified()).toEqual([]);
  });

  it('of a newer version of the file moves what is open and fits otherwise now, and leaves what is solved', async () => {
    await savePolicies();
    await take(csv('first', monday, mondayTen + hour));
    const before = dump(desk.file, desk.clock.now());
    const tuesday: readonly Row[] = [
      ['A', 'open', 'p1', 'Billing', '', 'phone'],
      ['B', 'open', 'p3', 'Billing', '', 'phone'],
      ['C', 'solved', 'p1', 'Billing', '', 'phone'],
      ['D', 'open', 'p3', 'Delivery', '', 'email'],
      ['E', 'open', 'p3', 'Billing', '', 'email'],
      ['F', 'solved', 'p1', 'Delivery', '', 'email'],
      ['G', 'open', 'p1', 'Delivery', '', 'chat'],
    ];
    const job = await take(csv('second', tuesday, mondayTen + 2 * hour));
    expect(job.error).toBeNull();
    expect(job).toMatchObject({ state: 'done', counts: { create: 1, update: 6, reject: 0 } });
    const after = await standing();
    expect(after).toMatchObject({
      A: ['Vip > Urgent', 22],
      B: ['Urgent > Phone', 33],
      D: ['Billing > Default', 240],
      E: ['Billing', 44],
      G: ['Urgent', 22],
    });
    expect([after.C?.[0], after.F?.[0]]).toEqual(['Phone', 'Vip']);
    expect(await verified()).toEqual([]);
    // The same again is nothing new.
    expect(await take(csv('third', tuesday, mondayTen + 2 * hour))).toMatchObject({ changeSet: null });
    expect(await standing()).toEqual(after);
    // Taken back, every ticket is under what it was.
    await desk.client.exchange.undo({ batch: job.id });
    const { batch: _, ...now } = dump(desk.file, desk.clock.now());
    const { batch: __, ...was } = before;
    expect(now).toEqual(was);
    expect(await verified()).toEqual([]);
  });

  it('that runs while policies are saved has every ticket under those saved last', async () => {
    const many: Row[] = Array.from({ length: 4000 }, (_, n) => [
      `T${n}`,
      'open',
      'p3',
      '',
      n % 2 ? 'vip' : '',
      'email',
    ]);
    const vip = policy('Vip', [{ field: 'tag', op: 'is', values: ['vip'] }]);
    const job = take(csv('many', many, mondayTen + hour));
    const some = desk.db.prepare('SELECT count(*) FROM ticket').pluck();
    while (Number(some.get()) === 0) await new Promise((resolve) => setImmediate(resolve));
    await desk.client.sla.policySave({ policy: vip, effective: 'now' });
    expect(Number(some.get())).toBeLessThan(many.length);
    expect(await job).toMatchObject({ state: 'done', counts: { create: many.length } });
    const under = desk.db
      .prepare(
        "SELECT count(*) FROM event e JOIN ticket t ON t.id = e.ticket_id WHERE e.type = 8 AND t.tags LIKE '%vip%'",
      )
      .pluck();
    expect(under.get()).toBe(many.length / 2);
    expect(await verified()).toEqual([]);
  });

  it('a sample is under two policies as it would be under each, and the rest under the last', async () => {
    const phone = policy('Phone', [{ field: 'channel', op: 'is', values: ['phone'] }]);
    const urgent = policy('Urgent', [{ field: 'priority', op: 'is', values: ['p1', 'p2'] }]);
    for (const each of [phone, urgent]) await desk.client.sla.policySave({ policy: each, effective: 'now' });
    await desk.client.desk.sample({ tickets: 300, seed: 4 });
    const seen = new Map<string, number>();
    const ids = desk.db.prepare('SELECT id FROM ticket').pluck().all() as number[];
    for (const number of ids) {
      const { channel, priority, events, clocks } = await desk.client.tickets.get({ number });
      const put = events.filter(({ type }) => type === 'policy');
      const wanted = channel === 'phone' ? 'Phone' : priority === 'p1' || priority === 'p2' ? 'Urgent' : 'Default';
      expect(put).toHaveLength(wanted === 'Default' ? 0 : 1);
      if (wanted !== 'Default') expect(clocks.firstResponse.targetMinutes).toBe(minutesOf[wanted]);
      seen.set(wanted, (seen.get(wanted) ?? 0) + 1);
    }
    expect([...seen.keys()].sort()).toEqual(['Default', 'Phone', 'Urgent']);
    expect(await verified()).toEqual([]);
  });
});
