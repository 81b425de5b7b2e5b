import { readFileSync } from 'node:fs';
import { call } from '@orpc/server';
import { readSheet } from 'read-excel-file/node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { functionDocs } from '../../src/domain/ask/functions.ts';
import { viewDocs } from '../../src/domain/ask/views.ts';
import { viewsPage } from '../../src/domain/ask/views-page.ts';
import type { AskRequest } from '../../src/main/desk/ask/messages.ts';
import { nodeFork } from '../../src/main/desk/ask/run-ask.ts';
import { createPureRouter } from '../../src/main/desk/router.ts';
import { readTables, viewSql } from '../../src/main/store/ask/view-sql.ts';
import { openAsk } from '../../src/main/store/ask/open-ask.ts';
import { column, rows } from '../../src/main/store/db.ts';
import { dump } from '../support/dump.ts';
import { fakeClock, hour, minute } from '../support/fake-clock.ts';
import { qualityDesk } from '../support/quality-desk.ts';
import { newTicket, refusal, testDesk, type TestDesk } from '../support/test-desk.ts';
import { tempFolder } from '../support/temp.ts';

const folder = tempFolder();
let desk: TestDesk;
let people: { ada: string; ben: string };
/** One for each process that ran, true once it is gone. */
let gone: Promise<true>[];

beforeEach(() => open());

async function open(clock = fakeClock()): Promise<void> {
  gone = [];
  const fork: typeof nodeFork = (file) => {
    const child = nodeFork(file);
    gone.push(new Promise((done) => child.onExit(() => done(true))));
    return child;
  };
  desk = await testDesk(folder, { clock: { ...clock, ports: { ...clock.ports, fork } } });
  await desk.client.desk.settings({ timeZone: 'Europe/Lisbon', started: true });
  const make = async (name: string, role: string) => (await desk.client.people.create({ name, role })).id;
  people = { ada: await make('Ada Lund', 'Agent'), ben: await make('Ben Oyelaran', 'Team lead') };
}
afterEach(() => desk.close());

const run = (sql: string, more: object = {}) => desk.client.ask.run({ sql, ...more });
const cells = async (sql: string) => (await run(sql)).rows;

/** Four open tickets, one of them solved later, owned by Ada or nobody. */
async function work(): Promise<void> {
  for (const [subject, priority, owned] of [
    ['Late delivery', 'p1', true],
    ['Card charged twice', 'p2', true],
    ['Wrong size', 'p2', false],
    ['=HYPERLINK("http://x")', 'p4', true],
  ] as const) {
    const { id } = await newTicket(desk.client, { subject, body: 'Please help.', priority, tags: ['Refund', 'VIP'] });
    if (owned) await desk.client.tickets.update({ selection: { ids: [id] }, set: { assigneeId: people.ada } });
    desk.clock.pass(minute);
  }
}

describe('the views (ASK-1)', () => {
  it('are documented in docs/views.md, word for word', () => {
    // Renew it with: node -e "import('./src/domain/ask/views-page.ts').then((m) => process.stdout.write(m.viewsPage()))" > docs/views.md
    expect(readFileSync('docs/views.md', 'utf8')).toBe(viewsPage());
  });

  it('answer with exactly the columns that are documented', async () => {
    await work();
    const told = await desk.client.ask.views();
    expect(told.views.map(({ name }) => name)).toEqual(viewDocs.map(({ name }) => name));
    for (const { name, columns } of told.views) {
      const answer = await run(`SELECT * FROM ${name}`);
      expect(answer.columns.map((each) => each.name)).toEqual(columns.map((each) => each.name));
    }
  });

  it('open no table but those they declare, and share no name with any', () => {
    const ask = openAsk(desk.file, undefined);
    const tables = new Map(
      rows<{ name: string; tbl_name: string; rootpage: number }>(
        desk.db,
        'SELECT name, tbl_name, rootpage FROM sqlite_schema WHERE rootpage > 0',
      ).map(({ tbl_name, rootpage }) => [rootpage, tbl_name]),
    );
    for (const { name } of viewDocs) {
      const program = ask.db.prepare(`EXPLAIN SELECT * FROM ${name}`).all() as { opcode: string; p2: number }[];
      const opened = new Set(
        program.flatMap(({ opcode, p2 }) => (opcode === 'OpenRead' ? [tables.get(p2) ?? `page ${p2}`] : [])),
      );
      expect([...opened].sort()).toEqual([...viewSql[name].tables].sort().filter((table) => opened.has(table)));
      expect(opened.size).toBeGreaterThan(0);
    }
    ask.close();
    const names = column<string>(desk.db, 'SELECT lower(name) FROM sqlite_schema');
    expect(viewDocs.filter(({ name }) => names.includes(name))).toEqual([]);
    const secret = [
      'meta',
      'change',
      'change_set',
      'coaching_private',
      'coaching_session',
      'candidate',
      'candidate_key',
    ];
    expect(secret.filter((name) => readTables.has(name))).toEqual([]);
  });

  it('tell words, names, local times and minutes (ASK-2)', async () => {
    await desk.close();
    await open(fakeClock(Date.UTC(2026, 5, 30, 10)));
    await work();
    const [first] = await cells(
      `SELECT ticket, status, priority, assignee, channel, tags, open, created, created_ms, sla, requester FROM tickets`,
    );
    expect(first).toEqual([
      1,
      'new',
      'p1',
      'Ada Lund',
      'phone',
      'Refund VIP',
      1,
      '2026-06-30 11:00:00',
      Date.UTC(2026, 5, 30, 10),
      'onTime',
      'Ann Lee',
    ]);
    expect(await cells("SELECT strftime('%H', created) AS hour, count(*) FROM tickets GROUP BY 1")).toEqual([
      ['11', 4],
    ]);
    expect(await cells('SELECT tag, count(*) FROM ticket_tags GROUP BY 1 ORDER BY 1')).toEqual([
      ['refund', 4],
      ['vip', 4],
    ]);
    const id = (await desk.client.tickets.search({ query: '#2' })).hits[0]!.ticket.id;
    await desk.client.tickets.reply({ id, body: 'Done.', status: 'solved' });
    expect(
      await cells('SELECT ticket, resolution_minutes, age_minutes, open FROM tickets WHERE solved IS NOT NULL'),
    ).toEqual([[2, 3, 3, 0]]);
    expect(await cells('SELECT age_minutes, local(now_ms()) FROM tickets WHERE ticket = 1')).toEqual([
      [4, '2026-06-30 11:04:00'],
    ]);
    expect(
      await cells("SELECT e.author, e.body FROM events e JOIN tickets t USING (ticket) WHERE e.type = 'agentReply'"),
    ).toEqual([['Coordinator', 'Done.']]);
  });

  it('tell of people no address, number, hours or pay', () => {
    const told = viewDocs.find(({ name }) => name === 'people')!.columns.map(({ name }) => name as string);
    expect(told.filter((name) => /mail|phone|contract|availab|pay|cost|note/.test(name))).toEqual([]);
  });
});

describe('what can come next (ASK-20)', () => {
  it('is told by the desk, and without one', async () => {
    const { items, ...rest } = await desk.client.ask.complete({ sql: 'SELECT * FROM tick', at: 18 });
    expect(rest).toEqual({ from: 14, to: 18, unasked: true });
    expect(items.map(({ kind, text }) => [kind, text])).toEqual([
      ['view', 'tickets'],
      ['view', 'ticket_tags'],
    ]);
    const pure = await call(createPureRouter().ask.complete, { sql: 'sel', at: 3 }, { context: { trusted: true } });
    expect(pure.items).toEqual([{ text: 'select', kind: 'keyword', about: '' }]);
  });
});

/** What must not be readable, by whatever way one might try. */
const readings: readonly (readonly [string, string | RegExp])[] = [
  // Tables by name, the private ones and those behind the views.
  ['SELECT * FROM coaching_private', 'There is no view “coaching_private”'],
  ['SELECT * FROM candidate_key', 'There is no view “candidate_key”'],
  ['SELECT * FROM candidate', 'There is no view'],
  ['SELECT * FROM interview', 'There is no view'],
  ['SELECT * FROM meta', 'There is no view'],
  ['SELECT * FROM change', 'There is no view'],
  ['SELECT * FROM change_set', 'There is no view'],
  ['SELECT * FROM saved_query', 'There is no view'],
  ['SELECT phone FROM person', 'There is no view “person”'],
  ['SELECT * FROM ticket', 'Perhaps “tickets” is meant'],
  ['SELECT * FROM main.ticket', 'There is no view “main.ticket”'],
  ['SELECT * FROM main.tickets', 'There is no view “main.tickets”'],
  ['SELECT * FROM "person"', 'There is no view'],
  ['SELECT * FROM [person]', 'There is no view'],
  ['SELECT * FROM `person`', 'There is no view'],
  ['SELECT * FROM PERSON', 'There is no view'],
  ['SELECT * FROM/**/person', 'There is no view'],
  ['SELECT * FROM tickets, person', 'There is no view'],
  ['SELECT * FROM tickets JOIN meta ON 1', 'There is no view'],
  ['SELECT (SELECT value FROM meta LIMIT 1)', 'There is no view'],
  ['SELECT * FROM tickets WHERE ticket IN (SELECT id FROM ticket)', 'There is no view'],
  ['SELECT EXISTS (SELECT 1 FROM candidate_key)', 'There is no view'],
  ['WITH x AS (SELECT * FROM person) SELECT * FROM x', 'There is no view'],
  ['SELECT 1 UNION ALL SELECT key FROM meta', 'There is no view'],
  ['SELECT * FROM tickets ORDER BY (SELECT value FROM meta)', 'There is no view'],
  ['SELECT * FROM person INDEXED BY person_name', 'There is no view'],
  ['SELECT count(*) FILTER (WHERE (SELECT 1 FROM meta)) FROM tickets', 'There is no view'],
  ['VALUES ((SELECT value FROM meta))', 'There is no view'],
  ['SELECT * FROM ticket_fts', 'There is no view'],
  ["SELECT * FROM ticket_fts('refund')", 'There is no view'],
  ['SELECT * FROM ticket_fts_data', 'There is no view'],
  // Columns a view keeps to itself.
  ['SELECT phone FROM people', 'no such column: phone'],
  ['SELECT rowid FROM people', 'no such column: rowid'],
  ['SELECT p.email FROM people p', 'no such column'],
  ['SELECT person.phone FROM people', 'no such column'],
  ['SELECT notes FROM customers', 'no such column'],
  ['SELECT * FROM people WHERE "phone" IS NOT NULL', 'no such column'],
  // The schema, and tables that are made of functions.
  ['SELECT * FROM sqlite_schema', 'none of the views'],
  ['SELECT * FROM sqlite_master', 'none of the views'],
  ['SELECT sql FROM main.sqlite_schema', 'none of the views'],
  ['SELECT * FROM sqlite_temp_schema', 'none of the views'],
  ['SELECT * FROM temp.sqlite_schema', 'none of the views'],
  ['SELECT * FROM sqlite_sequence', /There is no view|none of the views/],
  ['SELECT * FROM sqlite_stat1', 'There is no view'],
  ["SELECT * FROM pragma_table_info('person')", 'Virtual tables and pragmas'],
  ['SELECT * FROM pragma_database_list', 'Virtual tables and pragmas'],
  ['SELECT * FROM pragma_function_list', 'Virtual tables and pragmas'],
  ['SELECT * FROM dbstat', 'Virtual tables and pragmas'],
  ["SELECT * FROM json_each('[1]')", 'Virtual tables and pragmas'],
  ['SELECT * FROM tickets, json_tree(fields)', 'Virtual tables and pragmas'],
  // Functions that reach out, or make something of nothing.
  ["SELECT load_extension('x.so')", /no such function|not authorized|cannot be used/],
  ["SELECT readfile('passwd')", 'no such function'],
  ["SELECT writefile('x', 'y')", 'no such function'],
  ['SELECT fts5_decode(1, 2)', /no such function|cannot be used/],
  ['SELECT zeroblob(900000000)', 'The function zeroblob() cannot be used'],
  ['SELECT randomblob(900000000)', 'The function randomblob() cannot be used'],
  ["SELECT printf('%900000000d', 1)", 'cannot be used'],
  ["SELECT format('%900000000d', 1)", 'cannot be used'],
  ['SELECT sqlite_version()', 'cannot be used'],
  ['SELECT sqlite_compileoption_get(1)', 'cannot be used'],
  ['SELECT last_insert_rowid()', 'cannot be used'],
  ['SELECT uuid_blob(1)', 'no such function'],
  ['SELECT jsonb_group_array(ticket) FROM tickets', 'cannot be used'],
  ["SELECT subject FROM tickets WHERE subject MATCH 'x'", /cannot be used|unable to use/],
];

const writings = [
  'DELETE FROM tickets',
  'UPDATE ticket SET status = 5',
  "INSERT INTO meta VALUES ('x', 'y')",
  'REPLACE INTO meta VALUES (1, 2)',
  'DROP TABLE ticket',
  'DROP VIEW tickets',
  'ALTER TABLE ticket RENAME TO x',
  'CREATE TABLE x (a)',
  'CREATE TEMP TABLE x AS SELECT * FROM tickets',
  'CREATE TEMP VIEW x AS SELECT * FROM person',
  'CREATE TRIGGER x AFTER INSERT ON ticket BEGIN SELECT 1; END',
  "ATTACH 'x.db' AS x",
  "ATTACH DATABASE ':memory:' AS x",
  'DETACH temp',
  'VACUUM',
  "VACUUM INTO 'x.db'",
  'PRAGMA query_only = OFF',
  'PRAGMA table_info(person)',
  'PRAGMA writable_schema = ON',
  'EXPLAIN SELECT * FROM tickets',
  'EXPLAIN QUERY PLAN SELECT * FROM tickets',
  'BEGIN',
  'COMMIT',
  'ROLLBACK',
  'SAVEPOINT x',
  'REINDEX',
  'ANALYZE',
  'WITH x AS (SELECT 1) DELETE FROM ticket',
  'WITH x AS (SELECT 1) INSERT INTO meta SELECT 1, 2',
  'WITH x AS (SELECT 1) UPDATE ticket SET status = 5 RETURNING *',
  'SELECT 1; DELETE FROM ticket',
  'SELECT 1; SELECT 2',
  'SELECT 1;; SELECT * FROM meta',
  '; SELECT 1',
  '/* SELECT */ DELETE FROM ticket',
  '-- SELECT\nDELETE FROM ticket',
  'SELECT 1 \0; DELETE FROM ticket',
  '(SELECT 1)',
  '',
  '-- nothing',
  'SELECT',
  'SELECT * INTO x FROM tickets',
];

describe('what may not be asked (ASK-10, ASK-11, ASK-12)', () => {
  it('is not read, by whatever way', async () => {
    for (const [sql, words] of readings) {
      const { code, message, data } = await refusal(run(sql));
      const expected: unknown =
        typeof words === 'string' ? expect.stringContaining(words) : expect.stringMatching(words);
      expect([sql, code, message, data]).toEqual([sql, 'INVALID', expected, { field: 'sql' }]);
    }
  });

  it('is not written, and leaves the desk as it was', async () => {
    await work();
    const before = dump(desk.file, desk.clock.now());
    for (const sql of writings) {
      const told = await refusal(run(sql));
      expect([sql, told.code]).toEqual([sql, 'INVALID']);
    }
    for (const sql of writings.filter((each) => each !== ''))
      expect((await refusal(desk.client.ask.pivot({ source: { sql } }))).code).toBe('INVALID');
    expect(dump(desk.file, desk.clock.now())).toEqual(before);
  });

  it('names the way on: what is meant, what there is', async () => {
    expect((await refusal(run('SELECT subjekt FROM tickets'))).message).toContain('Perhaps “subject” is meant.');
    expect((await refusal(run('SELECT * FROM nowhere'))).message).toContain('There are tickets, ticket_tags, events');
    expect((await refusal(run('SELECT 1 FROM tickets WHERE'))).message).toContain('incomplete input');
  });

  it('knows every function it documents', async () => {
    for (const { name } of functionDocs.filter((each) => /^\w+$/.test(each.name))) {
      const told = await refusal(run(`SELECT ${name}(1, 2, 3, 4, 5, 6, 7, 8, 9) OVER () FROM tickets`));
      expect([name, told.message]).not.toEqual([name, expect.stringContaining('no such function')]);
    }
  });

  it('is answered to whoever leads alone (ASK-3)', async () => {
    await work();
    const { id } = await desk.client.ask.saveAs({ name: 'Open', source: { sql: 'SELECT 1' } });
    const source = { sql: 'SELECT * FROM tickets' };
    const all: readonly (() => Promise<unknown>)[] = [
      () => run('SELECT 1'),
      () => desk.client.ask.pivot({ source }),
      () => desk.client.ask.behind({ source, cell: { rows: null, columns: null } }),
      () => desk.client.ask.export({ source, format: 'csv' }),
      () => desk.client.ask.cancel({}),
      () => desk.client.ask.saved(),
      () => desk.client.ask.saveAs({ name: 'Mine', source }),
      () => desk.client.ask.remove({ id }),
    ];
    await desk.client.desk.settings({ me: people.ada });
    for (const call of all) expect((await refusal(call())).code).toBe('FORBIDDEN');
    await desk.client.desk.settings({ me: people.ben });
    for (const call of all) await call();
  });
});

describe('what takes too long or too much (ASK-14, ASK-15)', () => {
  const endless =
    'WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 1e12) SELECT count(*) FROM c';

  it('is stopped when its time is over, while the desk goes on, and the next question is answered', async () => {
    await work();
    const order: string[] = [];
    const asked = refusal(run(endless, { seconds: 1 })).finally(() => order.push('stopped'));
    for (let turn = 0; turn < 20; turn += 1) {
      await desk.client.desk.summary();
      await newTicket(desk.client, { subject: `Meanwhile ${turn}` });
    }
    order.push('went on');
    expect(await asked).toMatchObject({ code: 'CANCELLED', message: expect.stringContaining('after 1 s') as string });
    expect(order).toEqual(['went on', 'stopped']);
    expect(await Promise.all(gone)).toEqual([true]);
    expect(await cells('SELECT count(*) FROM tickets')).toEqual([[24]]);
  });

  it('ends itself when nobody else has ended it', async () => {
    const child = nodeFork('src/main/desk/ask/ask-process.ts');
    const left = new Promise<true>((done) => child.onExit(() => done(true)));
    await new Promise((ready) => child.onMessage(ready));
    const source = { kind: 'sql' as const, sql: endless, params: undefined };
    child.send({
      file: desk.file,
      nativeBinding: undefined,
      timeZone: 'UTC',
      now: desk.clock.now(),
      question: { kind: 'run', source, limits: { rows: 10, letters: 10, bytes: 1000 } },
      export: null,
      mostMs: 300,
    } satisfies AskRequest);
    expect(await left).toBe(true);
  });

  it('one question after the other is answered by one process', async () => {
    await run('SELECT 1');
    await run('SELECT 2');
    expect(gone).toHaveLength(1);
  });

  it('is stopped by cancel, by its name, and by whoever asked going away', async () => {
    await work();
    const name = '01990000-0000-7000-8000-000000000001';
    const cross = 'SELECT count(*) FROM events a, events b, events c, events d, events e, events f, events g, events h';
    const asked = refusal(run(cross, { run: name, seconds: 60 }));
    const other = new AbortController();
    const second = refusal(desk.client.ask.run({ sql: endless, seconds: 60 }, { signal: other.signal }));
    expect(await refusal(run('SELECT 1'))).toMatchObject({ code: 'CONFLICT' });
    expect(await desk.client.ask.cancel({ run: name })).toEqual({ stopped: 1 });
    expect(await asked).toMatchObject({ code: 'CANCELLED' });
    other.abort();
    expect(await second).toMatchObject({ code: 'CANCELLED' });
    expect(await desk.client.ask.cancel({})).toEqual({ stopped: 0 });
    expect(await Promise.all(gone)).toEqual(gone.map(() => true));
  });

  it('is stopped when it takes too much memory', async () => {
    const wide = `WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 1e12)
      SELECT hex(hex(hex(hex(hex(n || 'abcdefghijklmnop'))))) AS x FROM c ORDER BY x DESC`;
    const told = await refusal(run(wide, { seconds: 60 }));
    expect(told).toMatchObject({ code: 'CANCELLED', message: expect.stringContaining('768 MB') as string });
  }, 60_000);

  it('goes with the desk', async () => {
    const asked = refusal(run(endless, { seconds: 60 }));
    // Its process stands once a first word of it came.
    await run('SELECT 1');
    await desk.close();
    expect(await asked).toMatchObject({ code: 'CANCELLED' });
    expect(await Promise.all(gone)).toEqual(gone.map(() => true));
    desk = await testDesk(folder);
  });

  it('is cut, and told', async () => {
    await work();
    const long = `SELECT replace(hex(hex(hex(hex('0123456789abcdef')))), '3', '0123456789012345678901234567890123456789') AS x`;
    const one = await run(long);
    expect(one.clipped).toBe(1);
    expect(String(one.rows[0]![0])).toHaveLength(4000);
    expect(String(one.rows[0]![0])).toMatch(/…$/);
    const count = 'WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c LIMIT 20000) SELECT n FROM c';
    expect(await run(count, { limit: 10_000 })).toMatchObject({ cut: 'rows', rows: { length: 10_000 } });
    expect(await run('SELECT ticket FROM tickets', { limit: 4 })).toMatchObject({ cut: null, rows: { length: 4 } });
    const fat = await run(
      `WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c LIMIT 10000), t AS (${long}) SELECT n, x FROM c, t`,
      { limit: 10_000 },
    );
    expect(fat.cut).toBe('size');
    expect(JSON.stringify(fat.rows).length).toBeLessThan(9_000_000);
  });

  it('takes values by place and by name, never as words of the question', async () => {
    await work();
    const by = 'SELECT subject FROM tickets WHERE priority = :priority AND ticket > :after';
    expect((await run(by, { params: { priority: 'p2', after: 2 } })).rows).toEqual([['Wrong size']]);
    expect((await run('SELECT count(*) FROM tickets WHERE subject = ?', { params: ["x' OR 1=1 --"] })).rows).toEqual([
      [0],
    ]);
    expect(await refusal(run(by))).toMatchObject({ code: 'INVALID', data: { field: 'params' } });
  });
});

describe('a pivot over the desk (ASK-30 to ASK-33)', () => {
  const open = { boardFilter: { open: true } };

  it('is the same over a board and over its question', async () => {
    await work();
    const spec = { rows: ['assignee'], columns: ['priority'] };
    const board = await desk.client.ask.pivot({ source: open, ...spec });
    const query = await desk.client.ask.pivot({ source: { sql: 'SELECT * FROM tickets WHERE open' }, ...spec });
    expect({ ...board, ms: 0 }).toEqual({ ...query, ms: 0 });
    expect(board).toMatchObject({
      rowKeys: [[null], ['Ada Lund']],
      columnKeys: [['p1'], ['p2'], ['p4']],
      cells: [
        [0, 1, 0],
        [1, 1, 1],
      ],
      rowTotals: [1, 3],
      columnTotals: [1, 2, 1],
      grandTotal: 4,
      read: 4,
    });
  });

  it('measures what SQL itself measures, whatever the question ends with and calls its columns', async () => {
    await work();
    desk.clock.pass(3 * minute);
    const sql = `SELECT priority AS "the ""priority""", age_minutes AS age, 'x' AS x FROM tickets ORDER BY 1; -- the end`;
    const [figures] = await cells(
      'SELECT count(*), sum(age_minutes), avg(age_minutes), min(age_minutes), max(age_minutes) FROM tickets',
    );
    const of = async (measure: 'count' | 'sum' | 'mean' | 'median' | 'min' | 'max', rest: object = {}) =>
      desk.client.ask.pivot({ source: { sql }, rows: ['THE "priority"'], measure, of: 'Age', ...rest });
    const total = async (...asked: Parameters<typeof of>) => (await of(...asked)).grandTotal;
    expect([
      await total('count'),
      await total('sum'),
      await total('mean'),
      await total('min'),
      await total('max'),
    ]).toEqual(figures);
    expect(await total('sum', { rows: [] })).toBe(figures![1]);
    expect((await of('median')).cells).toEqual([[7], [5.5], [4]]);
    for (const measure of ['sum', 'median'] as const)
      expect(await refusal(of(measure, { of: 'x' }))).toMatchObject({ code: 'INVALID', data: { field: 'of' } });
    // A name that stands twice: the first is `n`, the second `n_2`.
    const twice = { source: { sql: 'SELECT ticket AS n, priority AS n FROM tickets' } };
    expect((await desk.client.ask.pivot({ ...twice, rows: ['n_2'] })).rowTotals).toEqual([1, 2, 1]);
    expect((await desk.client.ask.pivot({ ...twice, rows: ['n'] })).rowKeys).toEqual([[1], [2], [3], [4]]);
    const two = { source: { sql: 'VALUES (1, 2), (1, 3)' }, rows: ['column1'], measure: 'sum', of: 'column2' } as const;
    expect((await desk.client.ask.pivot({ ...two, rows: ['column1'] })).cells).toEqual([[5]]);
    const none = { source: { sql: 'SELECT 1 AS a WHERE 0' } };
    expect((await desk.client.ask.pivot({ ...none, rows: ['a'] })).cells).toEqual([]);
    expect(await desk.client.ask.pivot(none)).toMatchObject({ cells: [], grandTotal: 0, read: 0 });
  });

  it('tells letters apart, though an order of names does not', async () => {
    for (const email of ['A@example.com', 'b@example.com'])
      await newTicket(desk.client, { requester: { name: email, email } });
    const sql = 'SELECT email FROM customers UNION ALL SELECT lower(email) FROM customers';
    const { rowKeys, cells: found } = await desk.client.ask.pivot({ source: { sql }, rows: ['email'] });
    expect(found.flat().reduce<number>((all, n) => all + (n ?? 0), 0)).toBe(4);
    expect(rowKeys.flat()).toHaveLength(new Set((await cells(sql)).flat()).size);
  });

  it('over a board takes every filter of boards, words of a search as well', async () => {
    await work();
    const rowKeys = async (boardFilter: object) =>
      (await desk.client.ask.pivot({ source: { boardFilter }, rows: ['subject'] })).rowKeys.flat();
    expect(await rowKeys({ text: 'delivery' })).toEqual(['Late delivery']);
    expect(await rowKeys({ assignee: [null] })).toEqual(['Wrong size']);
    expect(await rowKeys({ priority: ['p1', 'p4'], tag: ['vip'] })).toHaveLength(2);
    expect(await rowKeys({ status: ['closed'] })).toEqual([]);
  });

  it('leads from each cell, and each total, to the rows behind it', async () => {
    await work();
    const spec = { source: open, rows: ['assignee'], columns: ['priority'] };
    const behind = async (rows: (string | null)[] | null, columns: string[] | null) =>
      (await desk.client.ask.behind({ ...spec, cell: { rows, columns } })).rows.map(([ticket]) => ticket);
    expect(await behind([null], ['p2'])).toEqual([3]);
    expect(await behind(['Ada Lund'], null)).toEqual([1, 2, 4]);
    expect(await behind(null, ['p2'])).toEqual([2, 3]);
    expect(await behind(null, null)).toEqual([1, 2, 3, 4]);
    expect(await refusal(desk.client.ask.behind({ ...spec, cell: { rows: [], columns: null } }))).toMatchObject({
      data: { field: 'cell' },
    });
  });

  it('leads to those rows alone that have something to measure', async () => {
    const sql = "SELECT 'a' AS kind, 1 AS x UNION ALL SELECT 'a', NULL UNION ALL SELECT 'b', 0";
    const asked = { source: { sql }, rows: ['kind'], measure: 'mean' as const, of: 'x' };
    const behind = async (kind: string) =>
      (await desk.client.ask.behind({ ...asked, cell: { rows: [kind], columns: null } })).rows;
    expect([await behind('a'), await behind('b')]).toEqual([[['a', 1]], [['b', 0]]]);
  });

  it('of the morning gives the numbers of the reconciliation (ASK-40)', async () => {
    await work();
    desk.clock.pass(26 * hour);
    const { tables } = await desk.client.reports.reconciliation();
    const { examples } = await desk.client.ask.views();
    const made = (key: string) => {
      const { sql, pivot } = examples.find((each) => each.key === key)!;
      return desk.client.ask.pivot({ source: { sql }, ...pivot });
    };
    const assignees = await made('assignees');
    expect(assignees.rowTotals).toEqual(tables[0]!.rows.slice(0, -1).map((row) => row[1]!.value));
    expect(assignees.grandTotal).toBe(tables[0]!.rows.at(-1)![1]!.value);
    const priorities = await made('priorities');
    const unowned = priorities.columnKeys.findIndex(([owner]) => owner === 'No owner');
    expect([priorities.grandTotal, priorities.columnTotals[unowned]]).toEqual(
      tables[1]!.rows
        .at(-1)!
        .slice(1, 3)
        .map(({ value }) => value),
    );
    const waits = await made('waits');
    expect(waits.read).toBe(tables[2]!.rows.length);
    expect(waits.read).toBeGreaterThan(0);
    expect(waits.grandTotal).toBe(tables[2]!.rows[0]![6]!.value);
  });

  it('refuses columns that are not there, by field', async () => {
    expect(await refusal(desk.client.ask.pivot({ source: open, rows: ['asignee'] }))).toMatchObject({
      code: 'INVALID',
      message: 'There is no column “asignee”. Perhaps “assignee” is meant.',
      data: { field: 'rows' },
    });
    expect(await refusal(desk.client.ask.pivot({ source: open, measure: 'mean' }))).toMatchObject({
      data: { field: 'of' },
    });
  });
});

describe('files and what is saved', () => {
  const text = (base64: string) => Buffer.from(base64, 'base64').toString('utf8').replace('\uFEFF', '');

  it('leaves as CSV whose cells no spreadsheet runs, as JSON, and as a workbook (ASK-50)', async () => {
    await work();
    const source = { sql: 'SELECT ticket, subject, assignee FROM tickets WHERE ticket >= 3' };
    const csv = await desk.client.ask.export({ source, format: 'csv', name: 'late' });
    expect(csv).toMatchObject({ fileName: 'late-2026-03-02.csv', rows: 2, cut: null });
    expect(text(csv.base64)).toBe(
      'ticket,subject,assignee\r\n3,Wrong size,\r\n4,"\'=HYPERLINK(""http://x"")",Ada Lund\r\n',
    );
    const json = await desk.client.ask.export({ source, format: 'json' });
    expect(JSON.parse(text(json.base64))).toEqual([
      { ticket: 3, subject: 'Wrong size', assignee: null },
      { ticket: 4, subject: '=HYPERLINK("http://x")', assignee: 'Ada Lund' },
    ]);
    const xlsx = await desk.client.ask.export({ source, format: 'xlsx' });
    expect(await readSheet(Buffer.from(xlsx.base64, 'base64'))).toEqual([
      ['ticket', 'subject', 'assignee'],
      [3, 'Wrong size', null],
      [4, '=HYPERLINK("http://x")', 'Ada Lund'],
    ]);
    const pivot = { rows: ['assignee'], columns: ['priority'] };
    const table = await desk.client.ask.export({ source: { boardFilter: {} }, pivot, format: 'csv' });
    expect(text(table.base64)).toBe(
      'assignee,p1,p2,p4,Total\r\n(none),0,1,0,1\r\nAda Lund,1,1,1,3\r\nTotal,1,2,1,4\r\n',
    );
  });

  it('holds more than is shown, and tells what is not whole (ASK-15, ASK-50)', async () => {
    const count = 'WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c LIMIT 10001) SELECT n FROM c';
    expect(await desk.client.ask.export({ source: { sql: count }, format: 'csv' })).toMatchObject({
      rows: 10_001,
      cut: null,
      clipped: 0,
    });
    const long = (n: number) =>
      `SELECT substr(replace(hex(hex(hex(hex(hex(hex(hex('0123456789abcdef0123456789abcdef'))))))), '3', '0123456789012345678901234567890123456789'), 1, ${n}) AS x`;
    const whole = await desk.client.ask.export({ source: { sql: long(5000) }, format: 'json' });
    expect([whole.clipped, (JSON.parse(text(whole.base64)) as { x: string }[])[0]!.x.length]).toEqual([0, 5000]);
    expect((await desk.client.ask.export({ source: { sql: long(40_000) }, format: 'csv' })).clipped).toBe(1);
  });

  it('of one measure has one column for it', async () => {
    await work();
    const pivot = { rows: ['priority'] };
    const table = await desk.client.ask.export({ source: { boardFilter: {} }, pivot, format: 'csv' });
    expect(text(table.base64)).toBe('priority,count\r\np1,1\r\np2,2\r\np4,1\r\nTotal,4\r\n');
  });

  it('is saved by a name that is there once, changed, taken away and brought back (ASK-41)', async () => {
    const before = dump(desk.file, desk.clock.now());
    const source = { sql: 'SELECT * FROM tickets' };
    const pivot = { rows: ['queue'], columns: [] as string[], measure: 'count' as const, of: null };
    const { id } = await desk.client.ask.saveAs({ name: 'By queue', source, pivot });
    await desk.client.ask.saveAs({ name: 'Board', source: { boardFilter: { open: true } } });
    expect((await desk.client.ask.saved()).queries).toMatchObject([
      { name: 'Board', sql: '', boardFilter: { open: true }, pivot: null },
      { name: 'By queue', sql: 'SELECT * FROM tickets', boardFilter: null, pivot, savedBy: 'Coordinator' },
    ]);
    expect(await refusal(desk.client.ask.saveAs({ name: 'by QUEUE', source }))).toMatchObject({
      code: 'CONFLICT',
      data: { field: 'name' },
    });
    await desk.client.ask.saveAs({ id, name: 'by QUEUE', source });
    expect(desk.live.at(-1)).toMatchObject({ type: 'changed', changes: [{ domain: 'ask' }] });
    await desk.client.ask.remove({ id });
    expect((await desk.client.ask.saved()).queries).toHaveLength(1);
    expect(await refusal(desk.client.ask.remove({ id }))).toMatchObject({ code: 'NOT_FOUND' });
    for (let step = 0; step < 4; step += 1) await desk.client.desk.undo({});
    expect(dump(desk.file, desk.clock.now())).toEqual(before);
    expect(await refusal(desk.client.ask.saveAs({ name: 'x', source: { ...source, params: [1] } }))).toMatchObject({
      data: { field: 'source.params' },
    });
  });
});

describe('reviews', () => {
  const q = qualityDesk(folder);

  it('tell no score of a session that is still scored blind (ASK-4, QAC-1)', async () => {
    const one = await q.review();
    await q.finish(one);
    const ticketId = await q.solved('Blind');
    const made = await q.client.quality.sessionMake({
      name: 'March',
      scorecardId: q.card,
      ticketIds: [ticketId],
      reviewerIds: [q.people.ben, q.people.cleo],
      baselineId: null,
    });
    const blind = (await q.client.quality.reviews({ filter: { sessionId: made.id } })).reviews;
    await q.client.desk.settings({ me: q.people.ben });
    const mine = blind.find(({ reviewerId }) => reviewerId === q.people.ben)!;
    await q.finish(mine.id);
    await q.client.desk.settings({ me: null });
    const told = async () =>
      (
        await q.client.ask.run({
          sql: 'SELECT ticket, reviewer, percent, passed FROM reviews ORDER BY ticket, reviewer',
        })
      ).rows;
    expect(await told()).toEqual([
      [1, 'Ben Oyelaran', 80, 1],
      [2, 'Ben Oyelaran', null, null],
      [2, 'Cleo Park', null, null],
    ]);
  });
});
