import { rmSync, writeFileSync } from 'node:fs';
import { call } from '@orpc/server';
import { sampleDesk } from '../../src/domain/desk/sample/sample.ts';
import { csvText } from '../../src/domain/exchange/csv-write.ts';
import { connect, type Param } from '../../src/main/store/db.ts';
import { migrate } from '../../src/main/store/migrate.ts';
import { scratch, withDesk } from './desks.ts';
import type { Row } from './stats.ts';

const tables = [
  'batch',
  'person',
  'queue',
  'customer',
  'ticket',
  'event',
  'sla_clock',
  'ticket_tag',
  'import_ref',
] as const;
const clean = (file: string): void =>
  ['', '-wal', '-shm', '-lock'].forEach((suffix) => rmSync(file + suffix, { force: true }));

/** A generic CSV through the whole importer, beside bare inserts of the very rows it made into the same schema. */
export async function imports(rows = 50_000): Promise<Row[]> {
  const [csv, desk] = [scratch('import.csv'), scratch('import.desk')];
  clean(desk);
  writeFileSync(csv, sampleCsv(rows));
  const elapsed = await withDesk(desk, async (open) => {
    const from = performance.now();
    const job = await call(
      open.router.exchange.run,
      { source: { path: csv }, mode: 'import' },
      { context: open.session({ trusted: true }) },
    );
    if (job.counts.create !== rows)
      throw new Error(`Imported ${job.counts.create} of ${rows}: ${JSON.stringify(job.issues[0] ?? job.error)}`);
    return performance.now() - from;
  });
  const floor = bareInserts(desk);
  return [
    {
      name: `import of a CSV, ${rows} rows`,
      ours: rows / (elapsed / 1000),
      floor: rows / (floor / 1000),
      unit: 'rows a second',
      better: 'more',
    },
  ];
}

function sampleCsv(count: number): string {
  const { drafts } = sampleDesk({ tickets: count, seed: 3, until: Date.UTC(2026, 5, 10, 10) });
  const iso = (at: number | null): string => (at === null ? '' : new Date(at).toISOString());
  const body = [...drafts].map((draft) => [
    draft.externalId,
    draft.subject,
    draft.events.find(({ body: text }) => text !== null)?.body ?? '',
    draft.requester.name,
    draft.requester.email ?? '',
    draft.status,
    draft.priority,
    draft.channel,
    draft.queue ?? '',
    draft.assignee ?? '',
    draft.category ?? '',
    draft.tags.join(' '),
    iso(draft.createdAt),
    iso(draft.updatedAt),
    iso(draft.solvedAt),
  ]);
  return csvText([
    [
      'Id',
      'Subject',
      'Description',
      'Requester',
      'Requester email',
      'Status',
      'Priority',
      'Channel',
      'Queue',
      'Assignee',
      'Category',
      'Tags',
      'Created at',
      'Updated at',
      'Solved at',
    ],
    ...body,
  ]);
}

/** The rows the importer made, read into memory, then written by prepared statements in one go, in the same order. */
function bareInserts(from: string): number {
  const file = scratch('bare.desk');
  clean(file);
  const source = connect(from, { readonly: true });
  const target = connect(file);
  target.pragma('journal_mode = WAL');
  target.pragma('synchronous = NORMAL');
  target.pragma('foreign_keys = OFF');
  migrate(target, file, { now: 0 });
  const all = tables.map((table) => ({
    table,
    rows: source.prepare(`SELECT * FROM ${table}`).raw().all() as Param[][],
  }));
  const words = source
    .prepare(
      "SELECT t.id, t.subject, t.requester, (SELECT group_concat(body, char(10)) FROM event e WHERE e.ticket_id = t.id), t.id || '', t.tags FROM ticket t",
    )
    .raw()
    .all() as Param[][];
  const start = performance.now();
  target.exec('BEGIN');
  for (const { table, rows } of all) {
    if (rows[0] === undefined) continue;
    const insert = target.prepare(`INSERT INTO ${table} VALUES (${rows[0].map(() => '?').join(', ')})`);
    for (const row of rows) insert.run(...row);
  }
  const index = target.prepare(
    'INSERT INTO ticket_fts (rowid, subject, requester, body, ids, tags) VALUES (?, ?, ?, ?, ?, ?)',
  );
  for (const row of words) index.run(...row);
  target.exec('COMMIT');
  const elapsed = performance.now() - start;
  source.close();
  target.close();
  return elapsed;
}
