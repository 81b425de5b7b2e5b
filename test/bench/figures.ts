import { copyFileSync, constants, rmSync } from 'node:fs';
import { call } from '@orpc/server';
import { dateOf } from '../../src/domain/calendar/wall-time.ts';
import { column, connect, row } from '../../src/main/store/db.ts';
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
  removeAll();
  return rows;
}
