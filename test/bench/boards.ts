import { call } from '@orpc/server';
import type { View } from '../../src/contract/index.ts';
import { connect, rows } from '../../src/main/store/db.ts';
import { rowColumns } from '../../src/main/store/ticket-rows.ts';
import { sampleFile, withDesk } from './desks.ts';
import { time, type Row } from './stats.ts';

/** The bare SQL of a view's first rows, as one would write it by hand for this schema, and of its count. */
const bare: Readonly<Record<string, { readonly rows: string; readonly count: string }>> = {
  'At risk': {
    rows: `SELECT ${rowColumns} FROM ticket INDEXED BY open_band WHERE status < 4 AND band = 1 ORDER BY due_at, id LIMIT 50`,
    count: 'SELECT sum(n) FROM ticket_count WHERE status < 4 AND band = 1',
  },
  'All open': {
    rows: `SELECT ${rowColumns} FROM ticket INDEXED BY open_due WHERE status < 4 ORDER BY due_at, id LIMIT 50`,
    count: 'SELECT sum(n) FROM ticket_count WHERE status < 4',
  },
  'All tickets': {
    rows: `SELECT ${rowColumns} FROM ticket ORDER BY created_at DESC, id DESC LIMIT 50`,
    count: 'SELECT sum(n) FROM ticket_count',
  },
};

/** Opening a board view: its first 50 rows and its counts, through the contract, beside the bare SQL. */
export async function boards(tickets: number): Promise<Row[]> {
  const file = await sampleFile(tickets);
  const found: Row[] = [];
  await withDesk(file, async (desk) => {
    const context = desk.session({ trusted: false });
    const { views } = await call(desk.router.tickets.views, undefined, { context });
    const db = connect(file, { readonly: true });
    for (const [name, sql] of Object.entries(bare)) {
      const view = views.find((each: View) => each.name === name);
      if (view === undefined) throw new Error(`No view ${name}`);
      const { filter, sort } = view;
      const ours = await time(300, async () => {
        await call(desk.router.tickets.window, { filter, sort, offset: 0, limit: 50 }, { context });
        await call(desk.router.tickets.counts, { filter }, { context });
      });
      const floor = await time(300, () => [rows(db, sql.rows), rows(db, sql.count)]);
      found.push({
        name: `board ${name}, ${tickets} tickets, p95`,
        ours: ours.p95,
        floor: floor.p95,
        unit: 'ms',
        better: 'less',
        note: `p50 ${ours.p50.toFixed(2)}`,
      });
    }
    const all = await time(50, () => call(desk.router.tickets.views, undefined, { context }));
    found.push({
      name: `counts of all views, ${tickets} tickets, p95`,
      ours: all.p95,
      floor: null,
      unit: 'ms',
      better: 'less',
    });
    const sort = [{ by: 'created' as const, descending: true }];
    const deep = await time(100, (run) =>
      call(
        desk.router.tickets.window,
        { filter: {}, sort, offset: Math.floor((run / 100) * tickets), limit: 100 },
        { context },
      ),
    );
    const ids = await time(100, (run) =>
      rows(
        db,
        `SELECT ${rowColumns} FROM ticket WHERE id > ? ORDER BY id LIMIT 100`,
        Math.floor((run / 100) * tickets),
      ),
    );
    found.push({
      name: `100 rows anywhere in all, ${tickets} tickets, p95`,
      ours: deep.p95,
      floor: ids.p95,
      unit: 'ms',
      better: 'less',
    });
    db.close();
  });
  return found;
}
