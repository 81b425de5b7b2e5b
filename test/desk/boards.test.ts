import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  bandSchema,
  channelSchema,
  prioritySchema,
  statusSchema,
  type Filter,
  type GroupKey,
  type Sort,
  type SortKey,
  type TicketRow,
} from '../../src/contract/index.ts';
import { conditionsOf } from '../../src/domain/tickets/conditions.ts';
import { defaultViews } from '../../src/domain/tickets/default-views.ts';
import { boardQuery, readCounts, readWindow } from '../../src/main/store/boards.ts';
import { whereOf } from '../../src/main/store/condition-sql.ts';
import { rows, run } from '../../src/main/store/db.ts';
import { readPool, type ReadPool } from '../../src/main/store/read-pool.ts';
import { rowColumns } from '../../src/main/store/ticket-rows.ts';
import { neverDue } from '../../src/main/store/codes.ts';
import { fakeClock, hour, mondayTen } from '../support/fake-clock.ts';
import { testDesk, type TestDesk } from '../support/test-desk.ts';
import { tempFolder } from '../support/temp.ts';

const folder = tempFolder();
const size = 300;
let desk: TestDesk;
let pool: ReadPool;
let all: readonly TicketRow[];
let people: readonly { readonly id: string; readonly name: string }[];
let queues: readonly { readonly id: string; readonly name: string }[];
let customers: readonly string[];

beforeAll(async () => {
  desk = await testDesk(folder, { clock: fakeClock(mondayTen + 4 * hour) });
  await desk.client.desk.sample({ tickets: size, seed: 3 });
  await desk.client.desk.settings({ me: null });
  // Names that differ by their letters' case only, and words outside of English.
  await desk.client.people.create({ name: 'aaron' });
  await desk.client.directory.queueCreate({ name: 'archive' });
  people = (await desk.client.people.list()).people;
  queues = (await desk.client.directory.queues()).queues;
  const some = await desk.client.tickets.window({ filter: {}, sort: [{ by: 'number' }], limit: 40 });
  const set = (from: number, patch: Parameters<typeof desk.client.tickets.update>[0]['set']) =>
    desk.client.tickets.update({
      selection: { ids: some.rows.slice(from, from + 10).map(({ id }) => id) },
      set: patch,
    });
  await set(0, { assigneeId: people.find(({ name }) => name === 'aaron')!.id, status: 'open' });
  await set(10, { queueId: queues.find(({ name }) => name === 'archive')!.id, category: null });
  await set(20, { queueId: null, assigneeId: null, status: 'hold' });
  await set(30, { status: 'solved', addTags: ['Ärger'] });
  pool = readPool(desk.file, undefined);
  all = (await desk.client.tickets.window({ filter: {}, sort: [{ by: 'number' }], limit: 500 })).rows;
  customers = [
    ...new Set(
      await Promise.all(all.slice(0, 5).map(async ({ id }) => (await desk.client.tickets.get({ id })).requesterId)),
    ),
  ];
  expect(all).toHaveLength(size);
});
afterAll(async () => {
  await pool.close();
  await desk.close();
});

const lower = (text: string) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
const nameOf = (list: typeof people, id: string | null) => list.find((each) => each.id === id)?.name ?? null;
const keys: Record<SortKey, (row: TicketRow) => string | number | null> = {
  number: ({ number }) => number,
  created: ({ createdAt }) => createdAt,
  updated: ({ updatedAt }) => updatedAt,
  solved: ({ solvedAt }) => solvedAt,
  priority: ({ priority }) => prioritySchema.options.indexOf(priority),
  status: ({ status }) => statusSchema.options.indexOf(status),
  channel: ({ channel }) => channelSchema.options.indexOf(channel),
  band: ({ band }) => bandSchema.options.indexOf(band),
  subject: ({ subject }) => lower(subject),
  requester: ({ requester }) => lower(requester),
  category: ({ category }) => category && lower(category),
  queue: ({ queueId }) => nameOf(queues, queueId) && lower(nameOf(queues, queueId)!),
  assignee: ({ assigneeId }) => nameOf(people, assigneeId) && lower(nameOf(people, assigneeId)!),
  due: ({ clock }) =>
    (clock !== null && clock.metAt === null && clock.state !== 'paused' ? clock.dueAt : null) ?? neverDue,
};

/** Nothing comes before something; text by code point. */
function compare(a: string | number | null, b: string | number | null): number {
  if (a === null || b === null) return Number(a !== null) - Number(b !== null);
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return Buffer.compare(Buffer.from(String(a)), Buffer.from(String(b)));
}

function naiveOrder(sort: Sort): (a: TicketRow, b: TicketRow) => number {
  const ties: Sort = [...sort, { by: 'number', descending: sort.at(-1)?.descending ?? false }];
  return (a, b) => {
    for (const { by, descending } of ties) {
      const way = compare(keys[by](a), keys[by](b));
      if (way !== 0) return descending ? -way : way;
    }
    return 0;
  };
}

const has = <T>(wanted: readonly T[] | undefined, value: T) => wanted === undefined || wanted.includes(value);
const hasText = (wanted: readonly (string | null)[] | undefined, value: string | null) =>
  wanted === undefined || wanted.some((one) => (one && lower(one)) === (value && lower(value)));
const isOpen = ({ status }: TicketRow) => status !== 'solved' && status !== 'closed';

function naiveFilter(filter: Filter): (row: TicketRow) => boolean {
  const { createdFrom = -Infinity, createdTo = Infinity, tag } = filter;
  const tests: ((row: TicketRow) => boolean)[] = [
    (row) => filter.open !== true || isOpen(row),
    ({ status }) => has(filter.status, status),
    ({ priority }) => has(filter.priority, priority),
    ({ channel }) => has(filter.channel, channel),
    ({ band }) => has(filter.band, band),
    ({ queueId }) => has(filter.queue, queueId),
    ({ assigneeId }) => has(filter.assignee, assigneeId),
    ({ category }) => hasText(filter.category, category),
    ({ tags }) => tag === undefined || tags.some((each) => tag.some((one) => one.toLowerCase() === each.toLowerCase())),
    ({ createdAt }) => createdAt >= Number(createdFrom) && createdAt < Number(createdTo),
  ];
  return (row) => tests.every((test) => test(row));
}

const some = <T>(values: readonly T[]) => fc.subarray([...values], { maxLength: 3 });
const filters = (): fc.Arbitrary<Filter> =>
  fc.record(
    {
      open: fc.boolean(),
      status: some(statusSchema.options),
      priority: some(prioritySchema.options),
      channel: some(channelSchema.options),
      band: some(bandSchema.options),
      queue: some([...queues.map(({ id }) => id), null]),
      assignee: some([...people.map(({ id }) => id), null, 'me' as const]),
      category: some([...new Set(all.map(({ category }) => category))]),
      tag: some(['incident', 'ärger', 'ÄRGER', 'vip']),
      createdFrom: fc.constantFrom(all[50]!.createdAt, all[200]!.createdAt),
      createdTo: fc.constantFrom(all[100]!.createdAt, all[250]!.createdAt),
    },
    { requiredKeys: [] },
  );
const sorts = fc.uniqueArray(
  fc.record({ by: fc.constantFrom(...(Object.keys(keys) as SortKey[])), descending: fc.boolean() }),
  {
    selector: ({ by }) => by,
    maxLength: 3,
  },
);

describe('a board', () => {
  it('shows and counts what a plain look at all tickets finds, in that order (BRD-1, BRD-2)', async () => {
    await fc.assert(
      fc.asyncProperty(
        filters(),
        sorts,
        fc.nat(320),
        fc.integer({ min: 1, max: 60 }),
        async (filter, sort, offset, limit) => {
          const wanted = all.filter(naiveFilter(filter)).sort(naiveOrder(sort));
          const found = await desk.client.tickets.window({ filter, sort, offset, limit });
          expect(found.rows.map(({ number }) => number)).toEqual(
            wanted.slice(offset, offset + limit).map(({ number }) => number),
          );
          expect((await desk.client.tickets.counts({ filter })).total).toBe(wanted.length);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('counts by group as the rows do, from the cube and by looking alike (BRD-5)', async () => {
    const groupOf: Record<GroupKey, (row: TicketRow) => string | null> = {
      status: ({ status }) => status,
      priority: ({ priority }) => priority,
      channel: ({ channel }) => channel,
      band: ({ band }) => band,
      queue: ({ queueId }) => queueId,
      assignee: ({ assigneeId }) => assigneeId,
    };
    const context = { people, queues, timeZone: 'UTC', now: desk.clock.now(), me: null, off: [] };
    await fc.assert(
      fc.asyncProperty(filters(), fc.constantFrom(...(Object.keys(groupOf) as GroupKey[])), async (filter, groupBy) => {
        const tally = new Map<string | null, number>();
        for (const row of all.filter(naiveFilter(filter)))
          tally.set(groupOf[groupBy](row), (tally.get(groupOf[groupBy](row)) ?? 0) + 1);
        const { groups } = await desk.client.tickets.counts({ filter, groupBy });
        expect(new Map(groups.map(({ key, count }) => [key, count]))).toEqual(tally);
        const where = whereOf(conditionsOf(filter, context), undefined);
        const sorted = (counts: ReturnType<typeof readCounts>) =>
          [...counts.groups].sort((a, b) => compare(a.key, b.key));
        expect(sorted(readCounts(desk.db, where, groupBy))).toEqual(
          sorted(readCounts(desk.db, { ...where, countable: false }, groupBy)),
        );
      }),
      { numRuns: 150 },
    );
  });

  it('is the same from a worked-out order on a thread as read here (BRD-4)', async () => {
    const context = { people, queues, timeZone: 'UTC', now: desk.clock.now(), me: null, off: [] };
    await fc.assert(
      fc.asyncProperty(filters(), sorts, fc.nat(300), async (filter, sort, offset) => {
        const where = whereOf(conditionsOf(filter, context), undefined);
        const here = readWindow(desk.db, boardQuery(rowColumns, where, sort), offset, 20);
        const there = await pool.run<'window'>({
          kind: 'window',
          query: boardQuery('id', where, sort),
          offset,
          limit: 20,
        });
        expect(there).toEqual(here);
      }),
      { numRuns: 60 },
    );
  });

  it('finds the tickets of a requester, of words, of a day solved, and nothing for nobody', async () => {
    const { client } = desk;
    const [customer] = customers;
    const ofOne = await client.tickets.window({ filter: { requester: [customer!] }, sort: [] });
    for (const { id } of ofOne.rows) expect((await client.tickets.get({ id })).requesterId).toBe(customer);
    expect(ofOne.rows.length).toBe((await client.tickets.counts({ filter: { requester: [customer!] } })).total);
    const start = Date.UTC(2026, 2, 2);
    const today = all.filter(({ solvedAt }) => solvedAt !== null && solvedAt >= start && solvedAt < start + 24 * hour);
    expect(today.length).toBeGreaterThan(0);
    expect((await client.tickets.counts({ filter: { solvedToday: true } })).total).toBe(today.length);
    const wide = all.filter(({ solvedAt }) => solvedAt !== null);
    expect((await client.tickets.counts({ filter: { text: 'solved:>2020' } })).total).toBe(wide.length);
    expect((await client.tickets.counts({ filter: { text: 'solved:2020..2030 solved:nonsense' } })).total).toBe(0);
    await client.desk.settings({ me: null });
    expect((await client.tickets.counts({ filter: { assignee: ['me'] } })).total).toBe(0);
    expect(
      (await client.tickets.window({ filter: { open: true, assignee: ['me'] }, sort: [{ by: 'due' }] })).rows,
    ).toEqual([]);
  });
});

describe('query plans (BRD-3)', () => {
  const plan = (filter: Filter, sort: Sort): string => {
    const context = {
      people,
      queues,
      timeZone: 'UTC',
      now: desk.clock.now(),
      me: people[0]!.id,
      off: people.slice(0, 2).map(({ id }) => id),
    };
    const { text, params } = boardQuery(rowColumns, whereOf(conditionsOf(filter, context), undefined), sort);
    return rows<{ detail: string }>(desk.db, `EXPLAIN QUERY PLAN ${text} LIMIT 50`, ...params)
      .map(({ detail }) => detail)
      .join('\n');
  };

  it.each(defaultViews.map(({ name, filter, sort }) => [name, filter, sort] as const))(
    '%s reads an index, never all tickets',
    (_, filter, sort) => {
      const found = plan(filter, sort);
      expect(found).toMatch(/ticket USING (INDEX|COVERING INDEX|INTEGER PRIMARY KEY)/);
      expect(found).not.toMatch(/SCAN ticket(?! USING)/);
      // Pending goes by last change: sorted, but only what is pending.
      if (sort[0]!.by !== 'updated') expect(found).not.toContain('TEMP B-TREE');
    },
  );

  it.each([
    [{ open: true }, 'due', 'open_due'],
    [{ open: true, band: ['breached'] }, 'due', 'open_band'],
    [{ open: true, priority: ['p1'] }, 'due', 'open_priority'],
    [{ open: true, assignee: [null] }, 'due', 'open_assignee'],
    [{ open: true, queue: [null] }, 'due', 'open_queue'],
    [{ status: ['pending'] }, 'due', 'open_status'],
    [{}, 'created', 'ticket_created'],
    [{}, 'updated', 'ticket_updated'],
    [{ solvedToday: true }, 'solved', 'ticket_solved'],
  ] as [Filter, SortKey, string][])('%j by %s, both ways, comes sorted from %s', (filter, by, index) => {
    for (const descending of [false, true]) {
      const found = plan(filter, [{ by, descending }]);
      expect(found).toContain(`USING INDEX ${index}`);
      expect(found).not.toContain('TEMP B-TREE');
    }
  });

  it('counts of the pinned views look at cells, not at tickets', () => {
    const context = {
      people,
      queues,
      timeZone: 'UTC',
      now: desk.clock.now(),
      me: people[0]!.id,
      off: people.slice(0, 2).map(({ id }) => id),
    };
    for (const { filter } of defaultViews)
      if (filter.solvedToday !== true) expect(whereOf(conditionsOf(filter, context), undefined).countable).toBe(true);
  });

  it('the next due clock is the first of an index', () => {
    const found = rows<{ detail: string }>(
      desk.db,
      'EXPLAIN QUERY PLAN SELECT min(next_at) FROM sla_clock WHERE next_at IS NOT NULL',
    );
    expect(found.map(({ detail }) => detail).join()).toContain('sla_clock_next');
    run(desk.db, 'ANALYZE');
    expect(plan({ open: true, band: ['breached'] }, [{ by: 'due', descending: false }])).toContain('open_band');
  });
});
