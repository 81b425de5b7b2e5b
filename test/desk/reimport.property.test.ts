import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ImportJob } from '../../src/contract/index.ts';
import { csvText } from '../../src/domain/exchange/csv-write.ts';
import { dump } from '../support/dump.ts';
import { tempFolder } from '../support/temp.ts';
import { testDesk, type TestDesk } from '../support/test-desk.ts';

const folder = tempFolder();
const header = ['Id', 'Subject', 'Requester', 'Status', 'Priority', 'Queue', 'Tags', 'Created at', 'Updated at'];

type Row = {
  readonly subject: string;
  readonly requester: string;
  readonly status: string;
  readonly priority: string;
  readonly queue: string;
  readonly tags: string;
  readonly created: number;
  readonly after: number;
};

const word = fc.constantFrom('late', 'refund', '=1+1', '<b>', 'müsli', '"quoted"', 'a,b', 'עברית');
const ticket: fc.Arbitrary<Row> = fc.record({
  subject: fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' ')),
  requester: fc.constantFrom('Ann Lee', 'Bo', 'Çelik'),
  status: fc.constantFrom('new', 'open', 'pending', 'solved', 'closed'),
  priority: fc.constantFrom('p1', 'p2', 'p3', 'p4'),
  queue: fc.constantFrom('', 'Billing', 'Delivery'),
  tags: fc.constantFrom('', 'vip', 'vip refund'),
  created: fc.integer({ min: Date.UTC(2026, 0, 1) / 60_000, max: Date.UTC(2026, 4, 1) / 60_000 }),
  after: fc.nat(5000),
});
const table = fc.array(ticket, { minLength: 1, maxLength: 12 });

function csv(name: string, rows: readonly (readonly [id: number, row: Row])[]): string {
  const iso = (minutes: number) => new Date(minutes * 60_000).toISOString();
  const lines = rows.map(([id, row]) => [
    `T-${id}`,
    row.subject,
    row.requester,
    row.status,
    row.priority,
    row.queue,
    row.tags,
    iso(row.created),
    iso(row.created + row.after),
  ]);
  const path = join(folder, `${name}.csv`);
  writeFileSync(path, csvText([header, ...lines]));
  return path;
}

const take = (desk: TestDesk, path: string): Promise<ImportJob> =>
  desk.client.exchange.run({ source: { path }, mode: 'import' });

async function onDesk(work: (desk: TestDesk) => Promise<void>): Promise<void> {
  const desk = await testDesk(folder);
  try {
    await work(desk);
  } finally {
    await desk.close();
  }
}

describe('importing again (IMP-19)', () => {
  it('the same rows, in any order, change nothing', async () => {
    await fc.assert(
      fc.asyncProperty(table, fc.integer(), async (rows, turn) =>
        onDesk(async (desk) => {
          const numbered = rows.map((row, id) => [id, row] as const);
          expect(await take(desk, csv('first', numbered))).toMatchObject({
            state: 'done',
            counts: { create: rows.length, reject: 0 },
          });
          const before = dump(desk.file, desk.clock.ports.now());
          const at = Math.abs(turn) % rows.length;
          const turned = [...numbered.slice(at), ...numbered.slice(0, at)].reverse();
          expect(await take(desk, csv('again', turned))).toMatchObject({
            counts: { create: 0, update: 0, skip: rows.length },
            changeSet: null,
          });
          expect(dump(desk.file, desk.clock.ports.now())).toEqual(before);
        }),
      ),
      { numRuns: 12 },
    );
  });

  it('more rows add only what is new, and undoing them leaves what was', async () => {
    await fc.assert(
      fc.asyncProperty(table, table, async (old, more) =>
        onDesk(async (desk) => {
          const first = old.map((row, id) => [id, row] as const);
          await take(desk, csv('old', first));
          const before = dump(desk.file, desk.clock.ports.now());
          const added = more.map((row, id) => [old.length + id, row] as const);
          const job = await take(desk, csv('more', [...first, ...added]));
          expect(job.counts).toMatchObject({ create: more.length, update: 0, skip: old.length });
          await desk.client.exchange.undo({ batch: job.id });
          const { batch: _, ...after } = dump(desk.file, desk.clock.ports.now());
          const { batch: __, ...was } = before;
          expect(after).toEqual(was);
        }),
      ),
      { numRuns: 12 },
    );
  });

  it('an id whose ticket was created at another time is refused, and the ticket keeps all it has', async () => {
    await onDesk(async (desk) => {
      const [row] = fc.sample(ticket, { numRuns: 1, seed: 4 });
      if (row === undefined) throw new Error('no sample');
      await take(desk, csv('mine', [[1, row]]));
      const before = dump(desk.file, desk.clock.ports.now());
      const job = await take(
        desk,
        csv('other', [
          [1, { ...row, subject: 'Another ticket', created: row.created + 60 }],
          [2, row],
        ]),
      );
      expect(job.counts).toMatchObject({ create: 1, update: 0, reject: 1 });
      expect(job.issues[0]).toMatchObject({ line: 2, severity: 'reject', value: 'T-1' });
      expect(job.issues[0]?.reason).toContain('created at another time');
      expect(dump(desk.file, desk.clock.ports.now()).event).toEqual(expect.arrayContaining(before.event ?? []));
    });
  });

  it('what was changed here stays where the source did not move', async () => {
    await onDesk(async (desk) => {
      const row: Row = {
        subject: 'late',
        requester: 'Bo',
        status: 'open',
        priority: 'p3',
        queue: 'Billing',
        tags: '',
        created: Date.UTC(2026, 2, 2) / 60_000,
        after: 5,
      };
      await take(desk, csv('v1', [[1, row]]));
      const {
        rows: [ticketRow],
      } = await desk.client.tickets.window({ filter: {}, sort: [] });
      if (ticketRow === undefined) throw new Error('not imported');
      await desk.client.tickets.update({ selection: { ids: [ticketRow.id] }, set: { priority: 'p1' } });
      const job = await take(desk, csv('v2', [[1, { ...row, status: 'pending', after: 50 }]]));
      expect(job.counts).toMatchObject({ create: 0, update: 1 });
      expect(await desk.client.tickets.get({ id: ticketRow.id })).toMatchObject({
        status: 'pending',
        priority: 'p1',
        subject: 'late',
      });
    });
  });
});
