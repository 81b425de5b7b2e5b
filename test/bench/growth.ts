import { copyFileSync, constants, rmSync } from 'node:fs';
import { call } from '@orpc/server';
import { dateOf } from '../../src/domain/calendar/wall-time.ts';
import { column, connect } from '../../src/main/store/db.ts';
import { sampleFile, scratch, withDesk } from './desks.ts';
import { time, type Row } from './stats.ts';

const dayMs = 86_400_000;

/** What the board asks of each of them, bare: how many tickets they solved in the last three weeks. */
function bareCounts(file: string, people: number): () => number {
  const db = connect(file);
  const ids = column<number>(db, 'SELECT id FROM person ORDER BY id LIMIT ?', people);
  const text =
    'SELECT count(*) FROM ticket WHERE assignee_id = ? AND solved_at >= ? AND drill = 0 AND merged_into IS NULL';
  const since = Date.now() - 21 * dayMs;
  return () => ids.reduce((all, id) => all + (column<number>(db, text, id, since)[0] ?? 0), 0);
}

/** The trainer's board with a dozen newcomers three weeks in, and the page of somebody who is coached. */
export async function growthBench(tickets: number): Promise<Row[]> {
  const file = scratch(`growth-${tickets}.desk`);
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
    const { people } = await call(desk.router.people.list, undefined, context);
    const known = await call(desk.router.onboarding.newcomers, {}, context);
    const on = new Set(known.newcomers.map(({ personId }) => personId));
    const startOn = dateOf(Math.floor(Date.now() / dayMs) - 21);
    for (const { id } of people)
      if (!on.has(id))
        await call(desk.router.onboarding.start, { personId: id, programme: 'two-weeks', startOn }, context);
    const bare = bareCounts(file, people.length);
    const floor = await time(5, () => bare());
    const board = await time(20, () => call(desk.router.onboarding.newcomers, {}, context));
    add(`onboarding.newcomers, ${people.length} of them`, board.p50, floor.p50, 'floor: what the gates count, in SQL');
    const personId = people[0]?.id ?? '';
    const page = await time(5, () => call(desk.router.coaching.page, { personId }, context));
    add('coaching.page', page.p50, null, 'the last 30 days and the 30 before');
  });
  removeAll();
  return rows;
}
