import { copyFileSync, constants, rmSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { call } from '@orpc/server';
import { builtInKeys } from '../../src/domain/reports/built-in.ts';
import { column, connect } from '../../src/main/store/db.ts';
import { sampleFile, scratch, withDesk } from './desks.ts';
import { time, type Row } from './stats.ts';

/** The bare reading of what a week's clocks came to: the floor of any table of what was in time. */
function bare(file: string, from: number): () => void {
  const db = connect(file);
  return () => {
    column(
      db,
      `SELECT count(*) FROM ticket t JOIN sla_clock c ON c.ticket_id = t.id WHERE t.solved_at >= ? AND t.drill = 0 GROUP BY t.priority, c.metric`,
      from,
    );
  };
}

/** How long others waited at most while something was done; ms. */
async function held(work: () => Promise<unknown>): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  await work();
  delay.disable();
  return delay.max / 1e6;
}

/** What each report of the seeds costs to make, the pack as a PDF, and how long the desk is held by it. */
export async function reportsBench(tickets: number): Promise<Row[]> {
  const file = scratch(`reports-${tickets}.desk`);
  const removeAll = (): void => {
    for (const suffix of ['', '-wal', '-shm', '-lock']) rmSync(file + suffix, { force: true });
  };
  removeAll();
  copyFileSync(await sampleFile(tickets), file, constants.COPYFILE_FICLONE);
  const rows: Row[] = [];
  const add = (name: string, ours: number, floor: number | null, note = ''): void => {
    rows.push({ name: `${name}, desk of ${tickets}`, ours, floor, unit: 'ms', better: 'less', note });
  };
  await withDesk(file, async (desk) => {
    const context = { context: desk.session({ trusted: true }) };
    await call(desk.router.desk.settings, { me: null }, context);
    const [last] = column<number>(connect(file), 'SELECT max(created_at) FROM ticket');
    const at = last ?? 0;
    await call(desk.router.metrics.figures, { from: '2020-01-01', days: 1, against: 'none' }, context);
    const floor = (await time(3, bare(file, at - 7 * 86_400_000))).p50;
    for (const report of builtInKeys) {
      const preview = () => call(desk.router.reports.preview, { report, at }, context);
      add(`${report} report made`, (await time(5, preview)).p50, report === 'weekly' ? floor : null);
      add(`${report} report: the desk is held`, await held(preview), null, 'the longest that others wait');
    }
    const packFile = () =>
      call(desk.router.reports.previewFile, { report: 'weekly', at, format: 'pdf' as const }, context);
    add('weekly pack as PDF, end to end', (await time(3, packFile)).p50, null, 'made, laid out and written');
    add('weekly pack as PDF: the desk is held', await held(packFile), null, 'the longest that others wait');
  });
  removeAll();
  return rows;
}
