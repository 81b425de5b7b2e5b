import { spawnSync } from 'node:child_process';
import { copyFileSync, constants, rmSync, writeFileSync } from 'node:fs';
import { call } from '@orpc/server';
import { examples } from '../../src/domain/ask/examples.ts';
import type { PivotSpec } from '../../src/domain/ask/pivot.ts';
import { calcPivots } from './calc.ts';
import { sampleFile, scratch, withDesk } from './desks.ts';
import { time, type Row } from './stats.ts';

const runs = 7;

type Made = { readonly sql: string; readonly pivot: PivotSpec };

/** The three of the reconciliation over every ticket instead of the open ones: what a year's export brings into a spreadsheet. */
const whole = `SELECT ticket, ifnull(assignee, 'Nobody') AS assignee, priority, iif(assignee IS NULL, 'No owner', 'Owned') AS owner,
  round(age_minutes / 60, 1) AS hours FROM tickets`;
const wholePivots: readonly PivotSpec[] = [
  { rows: ['assignee'], columns: ['priority'], measure: 'count', of: null },
  { rows: ['priority'], columns: ['owner'], measure: 'count', of: null },
  { rows: ['assignee'], columns: ['priority'], measure: 'max', of: 'hours' },
];

/** The same by hand in the sqlite3 shell, over the raw tables. `open`: of open tickets and long waits only. */
function shellText(open: boolean): string {
  const where = open ? 'WHERE t.status < 4 AND t.drill = 0' : 'WHERE 1';
  const now = Date.now();
  const waits = open ? `AND t.waiting_since < ${now - 86_400_000}` : '';
  const age = open ? `${now} - t.waiting_since` : `ifnull(t.solved_at, ${now}) - t.created_at`;
  return [
    `SELECT p.name, t.priority, count(*) FROM ticket t LEFT JOIN person p ON p.id = t.assignee_id ${where} GROUP BY 1, 2;`,
    `SELECT t.priority, t.assignee_id IS NULL, count(*) FROM ticket t ${where} GROUP BY 1, 2;`,
    `SELECT p.name, t.priority, max((${age}) / 3600000.0) FROM ticket t LEFT JOIN person p ON p.id = t.assignee_id ${where} ${waits} GROUP BY 1, 2;`,
  ].join('\n');
}

const hasShell = (): boolean => spawnSync('sqlite3', ['--version']).status === 0;
const shell = (file: string, text: string): void => {
  const { status, stderr } = spawnSync('sqlite3', ['-readonly', file], { input: text, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
};

/** The three pivots of the reconciliation beside the sqlite3 shell, and over all tickets beside LibreOffice Calc on the same CSV. */
export async function askBench(tickets: number): Promise<Row[]> {
  const file = scratch(`ask-${tickets}.desk`);
  const csv = scratch(`ask-${tickets}.csv`);
  const removeAll = (): void => {
    for (const suffix of ['', '-wal', '-shm', '-lock']) rmSync(file + suffix, { force: true });
  };
  removeAll();
  copyFileSync(await sampleFile(tickets), file, constants.COPYFILE_FICLONE);
  const rows: Row[] = [];
  const add = (name: string, ours: number, floor: number | null, note: string): void => {
    rows.push({ name: `${name}, desk of ${tickets}`, ours, floor, unit: 'ms', better: 'less', note });
  };
  await withDesk(file, async (desk) => {
    const context = { context: desk.session({ trusted: true }) };
    await call(desk.router.desk.settings, { me: null }, context);
    const pivot = ({ sql, pivot: { rows: down, columns, measure, of } }: Made) =>
      call(
        desk.router.ask.pivot,
        { source: { sql }, rows: [...down], columns: [...columns], measure, of, seconds: 60 },
        context,
      );
    const all = async (made: readonly Made[]) => {
      const found = [];
      for (const each of made) found.push(await pivot(each));
      return found;
    };
    const morning = await time(runs, () => all(examples));
    const shellMorning = hasShell() ? (await time(runs, () => shell(file, shellText(true)))).p50 : null;
    add('the three pivots of the reconciliation', morning.p50, shellMorning, 'floor: the sqlite3 shell, started once');

    const wide = wholePivots.map((spec) => ({ sql: whole, pivot: spec }));
    const every = await time(runs, () => all(wide));
    const shellEvery = hasShell() ? (await time(runs, () => shell(file, shellText(false)))).p50 : null;
    add('the same over every ticket', every.p50, shellEvery, 'floor: the sqlite3 shell, started once');

    const { base64, rows: count } = await call(
      desk.router.ask.export,
      { source: { sql: whole }, format: 'csv', seconds: 60 },
      context,
    );
    writeFileSync(csv, Buffer.from(base64, 'base64'));
    const calc = calcPivots(csv, [
      { rows: 'assignee', columns: 'priority', of: 'ticket', how: 'COUNT' },
      { rows: 'priority', columns: 'owner', of: 'ticket', how: 'COUNT' },
      { rows: 'assignee', columns: 'priority', of: 'hours', how: 'MAX' },
    ]);
    if (calc === null) {
      rows.push({ name: 'LibreOffice Calc is not here', ours: NaN, floor: null, unit: 'ms', better: 'less' });
      return;
    }
    const ours = (await all(wide)).map(({ grandTotal }) => grandTotal ?? NaN);
    // Open tickets are older by the time Calc reads how old they were.
    const same = ours.every((total, at) => Math.abs(total - (calc.totals[at] ?? NaN)) <= (at === 2 ? 0.2 : 0));
    if (!same)
      throw new Error(`Calc makes ${calc.totals.join(', ')} of the ${count} rows, the desk ${ours.join(', ')}`);
    const took = `Calc: ${Math.round(calc.loadMs)} ms to read the CSV, ${Math.round(calc.pivotMs)} ms for the tables, without its start`;
    add('the same beside LibreOffice Calc on the same CSV', every.p50, calc.loadMs + calc.pivotMs, took);
  });
  removeAll();
  rmSync(csv, { force: true });
  return rows;
}
