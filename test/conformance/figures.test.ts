import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Figure, KpiDimension, KpiName } from '../../src/contract/index.ts';
import { kpiOf } from '../../src/domain/metrics/kpis.ts';
import { figureRows } from '../../src/renderer/metrics/export-rows.ts';
import { mw } from '../../src/renderer/strings/en-metrics.ts';
import { hasShared, shared } from '../desk/import/support.ts';
import { bareTable } from '../support/bare-table.ts';
import { tempFolder } from '../support/temp.ts';
import { testDesk, type Client, type TestDesk } from '../support/test-desk.ts';
import { upload } from '../support/upload.ts';
import { around, bostonSet, promised, serviceNowSet, type FigureSet } from './figures-sets.ts';

const folder = tempFolder();
type Range = FigureSet['ranges'][number];
type Told = Awaited<ReturnType<Client['metrics']['figures']>>['rows'][number];

/** What plain SQL says of one row of a table, from the columns of the file. */
type Wanted = {
  readonly counts: Readonly<Partial<Record<KpiName, number>>>;
  readonly shares: Readonly<Partial<Record<KpiName, readonly [hits: number, n: number]>>>;
  readonly minutes: readonly number[];
};

const endOf = ({ from, days }: Range): string =>
  new Date(Date.parse(from) + (days - 1) * 86_400_000).toISOString().slice(0, 10);

/** By the label of a row: `All`, or what people call a value of the dimension. */
function wantedBy(db: ReturnType<typeof bareTable>, range: Range, by: KpiDimension | null): Map<string, Wanted> {
  const span = { from: range.from, to: endOf(range), promised };
  const place = (clock: 'created' | 'solved'): string =>
    by === null ? "'All'" : by === 'hour' ? `printf('%02d:00', ${clock}_hour)` : by;
  type Row = { label: string; n: number; reopened: number; kept: number };
  const created = db
    .prepare<typeof span, Row>(
      `SELECT ${place('created')} AS label, count(*) AS n FROM t WHERE created_day BETWEEN $from AND $to GROUP BY 1`,
    )
    .all(span);
  const solved = db
    .prepare<typeof span, Row>(
      `SELECT ${place('solved')} AS label, count(*) AS n, sum(reopened) AS reopened, sum(minutes <= $promised) AS kept
       FROM t WHERE solved_day BETWEEN $from AND $to GROUP BY 1`,
    )
    .all(span);
  const open = db
    .prepare<typeof span, Row>(
      `SELECT ${place('created')} AS label, count(*) AS n FROM t WHERE created_day <= $to AND (solved_day IS NULL OR solved_day > $to) GROUP BY 1`,
    )
    .all(span);
  const minutes = Map.groupBy(
    db
      .prepare<typeof span, { label: string; minutes: number }>(
        `SELECT ${place('solved')} AS label, minutes FROM t WHERE solved_day BETWEEN $from AND $to ORDER BY minutes`,
      )
      .all(span),
    ({ label }) => label,
  );
  const of = (rows: readonly Row[], label: string) => rows.find((row) => row.label === label);
  const labels = by === null ? ['All'] : [...new Set([...created, ...solved].map(({ label }) => label))];
  return new Map(
    labels.map((label) => {
      const n = of(solved, label)?.n ?? 0;
      const [back, kept] = [of(solved, label)?.reopened ?? 0, of(solved, label)?.kept ?? 0];
      return [
        label,
        {
          counts: {
            created: of(created, label)?.n ?? 0,
            solved: n,
            ...(by !== 'hour' && { backlog: of(open, label)?.n ?? 0 }),
          },
          // Nobody wrote, rated or escalated anything in these files: one contact is whatever did not come back.
          shares: {
            firstContactResolution: [n - back, n],
            reopened: [back, n],
            escalated: [0, n],
            slaMet: [kept, n],
            resolutionMet: [kept, n],
            csat: [0, 0],
            firstResponseMet: [0, 0],
            nextResponseMet: [0, 0],
          },
          minutes: (minutes.get(label) ?? []).map((each) => each.minutes),
        },
      ];
    }),
  );
}

const rankOf = (sorted: readonly number[], share: number): number => sorted[Math.floor(share * (sorted.length - 1))]!;

/** Within 1 % of the value of that rank, or a second. SPEC KPI-20. */
function near(told: number | null, exact: number, what: string): void {
  expect(Math.abs(told! - exact), what).toBeLessThanOrEqual(Math.max(1 / 60, 0.01 * exact) * (1 + 1e-9));
}

function checkRow(told: Told, wanted: Wanted, what: string): number {
  const figure = (name: KpiName): Figure | undefined => told.figures.find((each) => each.name === name);
  const counts = Object.keys(wanted.counts) as KpiName[];
  const shares = Object.keys(wanted.shares) as KpiName[];
  expect(Object.fromEntries(counts.map((name) => [name, figure(name)?.value])), what).toEqual(wanted.counts);
  for (const name of shares) {
    const [hits, n] = wanted.shares[name]!;
    expect({ ...figure(name), interval: null, comparison: null, meetsTarget: null }, `${what} ${name}`).toMatchObject({
      hits,
      n,
      value: n === 0 ? null : hits / n,
    });
  }
  const { minutes } = wanted;
  const resolution = figure('resolution');
  expect(resolution?.n, what).toBe(minutes.length);
  if (minutes.length > 0) {
    near(resolution!.value, rankOf(minutes, 0.5), `${what} median`);
    near(resolution!.p90, rankOf(minutes, 0.9), `${what} p90`);
    const mean = minutes.reduce((sum, each) => sum + each, 0) / minutes.length;
    expect(Math.abs(resolution!.mean! - mean), `${what} mean`).toBeLessThan(1e-6 * Math.max(1, mean));
  }
  return counts.length + shares.length + 4;
}

const sets = [bostonSet, serviceNowSet].filter(({ file }) => hasShared(file));

describe.each(sets)('figures of $name, whole, are what plain SQL over the file says (KPI-1 to KPI-12)', (set) => {
  let desk: TestDesk;
  let client: Client;
  let bare: ReturnType<typeof bareTable>;
  beforeAll(async () => {
    desk = await testDesk(folder);
    client = desk.client;
    await client.desk.settings({ timeZone: set.timeZone });
    const { policies } = await client.sla.policies();
    await client.sla.policySave({ policy: around(policies.at(-1)!.id), effective: 'always' });
    const source = { uploadId: await upload(client, basename(set.file), readFileSync(shared(set.file))) };
    const { mapping } = await client.exchange.inspect({ source });
    const job = await client.exchange.run({ source, mapping: { ...mapping, ...set.answers }, mode: 'import' });
    expect([job.state, job.counts.reject]).toEqual(['done', 0]);
    bare = bareTable('raw', set.text());
    bare.exec(set.view);
  }, 240_000);
  afterAll(async () => {
    bare.close();
    await desk.close();
  });

  it.runIf(set.apart !== undefined)(
    'the file’s own count of what came back agrees, but for the one that is listed',
    () => {
      const { sql, ids } = set.apart!;
      expect(bare.prepare(sql).pluck().all()).toEqual(ids);
    },
  );

  it('as a whole, of each range, and of the days before it', { timeout: 60_000 }, async () => {
    for (const range of set.ranges) {
      const told = await client.metrics.figures(range);
      checkRow(told.rows[0]!, wantedBy(bare, range, null).get('All')!, JSON.stringify(range));
      const before = wantedBy(bare, told.against!, null).get('All')!;
      for (const { name, comparison } of told.rows[0]!.figures)
        if (before.shares[name] !== undefined)
          expect([name, comparison?.a.n, comparison?.a.value]).toEqual([
            name,
            before.shares[name][1],
            before.shares[name][1] === 0 ? null : before.shares[name][0] / before.shares[name][1],
          ]);
    }
  });

  it('told apart by every dimension the file has, row by row', { timeout: 60_000 }, async () => {
    for (const range of set.ranges)
      for (const by of [...set.by, 'hour' as const]) {
        const { rows } = await client.metrics.figures({ ...range, by, against: 'none' });
        const wanted = wantedBy(bare, range, by);
        expect(rows.map(({ label }) => label).sort()).toEqual([...wanted.keys()].sort());
        for (const row of rows) checkRow(row, wanted.get(row.label)!, `${range.from} ${by} ${row.label}`);
      }
  });

  it('narrowed by one and told apart by another, and day by day', { timeout: 60_000 }, async () => {
    const range = set.ranges[1]!;
    const { rows } = await client.metrics.figures({ ...range, by: 'queue', against: 'none' });
    const busiest = rows.toSorted(
      (a, b) =>
        b.figures.find(({ name }) => name === 'created')!.n - a.figures.find(({ name }) => name === 'created')!.n,
    )[0]!;
    bare.exec(`CREATE TEMP TABLE whole AS SELECT * FROM t; DELETE FROM t WHERE queue <> '${busiest.label}'`);
    const within = { by: 'queue' as const, key: busiest.key };
    checkRow(
      (await client.metrics.figures({ ...range, within })).rows[0]!,
      wantedBy(bare, range, null).get('All')!,
      busiest.label,
    );
    const told = await client.metrics.figures({ ...range, within, by: 'category', against: 'none' });
    const wanted = wantedBy(bare, range, 'category');
    expect(told.rows.length).toBe(wanted.size);
    for (const row of told.rows) {
      const { counts, ...rest } = wanted.get(row.label)!;
      const { backlog: _, ...others } = counts;
      checkRow(row, { counts: others, ...rest }, `${busiest.label} ${row.label}`);
    }
    bare.exec('DELETE FROM t; INSERT INTO t SELECT * FROM whole; DROP TABLE whole');
    for (const name of ['created', 'solved', 'backlog', 'resolution', 'resolutionMet'] as const) {
      const { days } = await client.metrics.series({ ...range, name });
      for (const { date, figure } of days) {
        const { counts, shares, minutes } = wantedBy(bare, { from: date, days: 1 }, null).get('All')!;
        expect([date, name, figure.n]).toEqual([date, name, counts[name] ?? shares[name]?.[1] ?? minutes.length]);
      }
    }
  });

  it('tile, drill-down and file agree to the last digit', { timeout: 120_000 }, async () => {
    const range = set.ranges[1]!;
    const { kpis } = await client.metrics.kpis();
    for (const by of [null, 'channel' as const]) {
      const { rows, against } = await client.metrics.figures({ ...range, by });
      const saved = figureRows(rows, kpis, { ...range, place: 'All', against: 'before', compared: against });
      const [heads = [], ...lines] = saved;
      const at = (title: (typeof mw.file.figures)[number]): number => heads.indexOf(title);
      let line = 0;
      for (const { key, label, figures } of rows)
        for (const kpi of kpis) {
          const figure = figures.find(({ name }) => name === kpi.name);
          if (figure === undefined) continue;
          const cells = lines[line++]!;
          expect([cells[at('Row')], cells[at('Figure')], cells[at('Shown')]]).toEqual([
            label,
            kpiOf(kpi.name).title,
            mw.amount(kpi, figure.value),
          ]);
          const read = (cell: string | undefined): number | null => (cell === '' ? null : Number(cell));
          expect(
            (['Value', 'Of', 'Counted for it', '90th percentile', 'Was'] as const).map((title) =>
              read(cells[at(title)]),
            ),
          ).toEqual([figure.value, figure.n, figure.hits, figure.p90, figure.comparison?.a.value ?? null]);
          const row = by === null ? null : { by, key };
          const asked = { ...range, name: kpi.name, row };
          const all = await client.metrics.behind({ ...asked, limit: 5000 });
          expect([label, kpi.name, all.of ?? all.total]).toEqual([label, kpi.name, figure.n]);
          if (figure.hits !== null) {
            expect((await client.metrics.behind({ ...asked, which: 'hits', limit: 1 })).total).toBe(figure.hits);
            expect((await client.metrics.behind({ ...asked, which: 'misses', limit: 1 })).total).toBe(
              figure.n - figure.hits,
            );
          }
          if (figure.mean !== null && all.tickets.length === all.total)
            expect(all.tickets.reduce((sum, { minutes }) => sum + minutes!, 0) / all.total).toBeCloseTo(figure.mean, 6);
        }
      expect(line).toBe(lines.length);
    }
  });
});
