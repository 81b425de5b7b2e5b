import { copyFileSync, constants, rmSync } from 'node:fs';
import { call } from '@orpc/server';
import { dateOf } from '../../src/domain/calendar/wall-time.ts';
import { column, connect, row, rows as rowsOf } from '../../src/main/store/db.ts';
import type { OpenDesk } from '../../src/main/desk/open-desk.ts';
import { sampleFile, scratch, withDesk } from './desks.ts';
import { time, type Row } from './stats.ts';

const dayMs = 86_400_000;
const days = 90;

/** Three figures of those days as plain SQL has them: counts, a share, and a median. */
function bare(file: string, from: number): () => void {
  const db = connect(file);
  const plain = 'drill = 0 AND merged_into IS NULL';
  return () => {
    row(db, `SELECT count(*) FROM ticket WHERE created_at >= ? AND ${plain}`, from);
    row(db, `SELECT count(*), sum(csat) FROM ticket WHERE solved_at >= ? AND csat IS NOT NULL AND ${plain}`, from);
    const minutes = column<number>(
      db,
      `SELECT spent_ms FROM ticket t JOIN sla_clock c ON c.ticket_id = t.id AND c.metric = 0
       WHERE created_at >= ? AND met_at IS NOT NULL AND ${plain} ORDER BY 1`,
      from,
    );
    if (minutes.length === 0) throw new Error('No first responses');
  };
}

/** What the dashboard shows as plain SQL has it: counts, shares and times of both stretches, a line, the heat map, ages. */
function bareDashboard(file: string, from: number): () => void {
  const db = connect(file);
  const plain = 'drill = 0 AND merged_into IS NULL';
  const spans = [
    [from, from + days * dayMs],
    [from - days * dayMs, from],
  ] as const;
  const clocked = (metric: number, day: string): string =>
    `SELECT spent_ms FROM ticket t JOIN sla_clock c ON c.ticket_id = t.id AND c.metric = ${metric}
     WHERE ${day} >= ? AND ${day} < ? AND met_at IS NOT NULL AND ${plain} ORDER BY 1`;
  return () => {
    for (const span of spans) {
      row(db, `SELECT count(*) FROM ticket WHERE created_at >= ? AND created_at < ? AND ${plain}`, ...span);
      row(
        db,
        `SELECT count(*), count(csat), sum(csat = 1), sum(level > 1 OR id IN (SELECT ticket_id FROM escalation)) FROM ticket
         WHERE solved_at >= ? AND solved_at < ? AND ${plain}`,
        ...span,
      );
      for (const [metric, day] of [
        [0, 'created_at'],
        [1, 'created_at'],
        [3, 'solved_at'],
      ] as const)
        column(db, clocked(metric, day), ...span);
    }
    rowsOf(
      db,
      `SELECT created_at / ${dayMs}, count(*) FROM ticket WHERE created_at >= ? AND ${plain} GROUP BY 1`,
      from,
    );
    rowsOf(
      db,
      `SELECT created_at / ${dayMs} % 7, created_at / 3600000 % 24, count(*) FROM ticket WHERE created_at >= ? AND ${plain} GROUP BY 1, 2`,
      from,
    );
    rowsOf(
      db,
      `SELECT (? - created_at) / ${dayMs}, count(*), sum(band = 0) FROM ticket WHERE status < 4 AND ${plain} GROUP BY 1`,
      Date.now(),
    );
  };
}

const contextOf = (desk: OpenDesk) => ({ context: desk.session({ trusted: true }) });

/** All figures of 90 days beside the 90 before: at the first look after the desk is opened, and again; told apart; by day. */
export async function figuresBench(tickets: number): Promise<Row[]> {
  const file = scratch(`figures-${tickets}.desk`);
  const removeAll = (): void => {
    for (const suffix of ['', '-wal', '-shm', '-lock']) rmSync(file + suffix, { force: true });
  };
  removeAll();
  copyFileSync(await sampleFile(tickets), file, constants.COPYFILE_FICLONE);
  const rows: Row[] = [];
  const add = (name: string, ours: number, floor: number | null, note = ''): void => {
    rows.push({ name: `${name}, desk of ${tickets}`, ours, floor, unit: 'ms', better: 'less', note });
  };
  const first = Math.floor(Date.now() / dayMs) - days;
  const range = { from: dateOf(first), days };
  await withDesk(file, async (desk) => {
    await call(desk.router.desk.settings, { me: null }, contextOf(desk));
    const begun = performance.now();
    await call(desk.router.metrics.figures, { ...range, from: dateOf(first) }, contextOf(desk));
    add(
      'all days worked out, once after an import',
      performance.now() - begun,
      null,
      'in the background, in steps of 12 ms',
    );
  });
  const floor = (await time(3, bare(file, first * dayMs))).p50;
  await withDesk(file, async (desk) => {
    const context = contextOf(desk);
    const begun = performance.now();
    await call(desk.router.metrics.figures, range, context);
    add('metrics.figures of 90 days, cold', performance.now() - begun, floor, 'floor: three of the figures in SQL');
    const warm = await time(10, () => call(desk.router.metrics.figures, range, context));
    add('metrics.figures of 90 days, warm', warm.p50, floor, '14 figures beside the 90 days before');
    for (const by of ['agent', 'category'] as const) {
      const told = await time(5, () => call(desk.router.metrics.figures, { ...range, by }, context));
      add(`the same by ${by}`, told.p50, null);
    }
    const line = await time(10, () => call(desk.router.metrics.series, { ...range, name: 'firstResponse' }, context));
    add('metrics.series of 90 days', line.p50, null, 'with its control chart');
  });
  for (const each of await dashboardBench(file, first, range)) add(...each);
  removeAll();
  return rows;
}

type Range = { readonly from: string; readonly days: number };
type Added = readonly [name: string, ours: number, floor: number | null, note: string];

/** What the Numbers screen and the wall ask for: all at once, as a window does. */
async function dashboard(desk: OpenDesk, range: Range): Promise<void> {
  const { metrics } = desk.router;
  const context = contextOf(desk);
  await Promise.all([
    call(metrics.kpis, undefined, context),
    call(metrics.figures, range, context),
    call(metrics.series, { ...range, name: 'firstResponse' }, context),
    call(metrics.heat, range, context),
    call(metrics.ageing, undefined, context),
  ]);
}

/** The dashboard at the first look and again; how long after a reply its tile tells another figure. */
async function dashboardBench(file: string, first: number, range: Range): Promise<Added[]> {
  const floor = (await time(3, bareDashboard(file, first * dayMs))).p50;
  return withDesk(file, async (desk) => {
    const begun = performance.now();
    await dashboard(desk, range);
    const cold = performance.now() - begun;
    const warm = await time(10, () => dashboard(desk, range));
    const reply = await repliesBench(desk, { from: dateOf(first + 1), days });
    const words = 'figures, a line, heat map and ages at once';
    return [
      ['the dashboard of 90 days, cold', cold, floor, `${words}; floor: bare SQL`],
      ['the dashboard of 90 days, warm', warm.p50, floor, words],
      [
        'a reply until its tile is another, p95',
        reply,
        null,
        `of ${replies}; a window waits 120 ms more to gather news`,
      ],
    ];
  });
}

const replies = 20;

/** From the call that replies to the answer with one first response more, all figures of 90 days asked for. */
async function repliesBench(desk: OpenDesk, range: Range): Promise<number> {
  const { tickets, metrics } = desk.router;
  const context = contextOf(desk);
  const counted = async (): Promise<number> => {
    const { rows } = await call(metrics.figures, range, context);
    return rows[0]?.figures.find(({ name }) => name === 'firstResponse')?.n ?? 0;
  };
  const requester = { name: 'Ann Lee' };
  const ids: string[] = [];
  for (let each = 0; each < replies + 5; each += 1)
    ids.push((await call(tickets.create, { subject: 'Late delivery', requester }, context)).id);
  let known = await counted();
  const took = await time(replies, async () => {
    await call(tickets.reply, { id: ids.pop() ?? '', body: 'On its way.' }, context);
    if ((await counted()) !== (known += 1)) throw new Error('The tile does not tell of the reply');
  });
  return took.p95;
}
