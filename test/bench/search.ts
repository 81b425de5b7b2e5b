import { call } from '@orpc/server';
import { connect, rows } from '../../src/main/store/db.ts';
import { sampleFile, withDesk } from './desks.ts';
import { time, type Row } from './stats.ts';

const queries: readonly (readonly [typed: string, match: string])[] = [
  ['refund', '"refund" *'],
  ['late delivery', '"late" AND "delivery" *'],
  ['"gift card"', '"gift card"'],
  ['password code', '"password" AND "code" *'],
  ['status:open parcel', '"parcel" *'],
  ['invoice vat priority:p2', '"invoice" AND "vat" *'],
];

/** A search as typed, with its 50 rows, highlights and excerpts, beside the bare FTS5 match of 50 row ids. */
export async function searches(tickets: number): Promise<Row[]> {
  const file = await sampleFile(tickets);
  return withDesk(file, async (desk) => {
    const context = desk.session({ trusted: false });
    const pick = (run: number) => queries[run % queries.length] ?? queries[0]!;
    const ours = await time(120, (run) =>
      call(desk.router.tickets.search, { query: pick(run)[0], limit: 50 }, { context }),
    );
    const db = connect(file, { readonly: true });
    const floor = await time(120, (run) =>
      rows(db, 'SELECT rowid FROM ticket_fts WHERE ticket_fts MATCH ? ORDER BY rowid DESC LIMIT 50', pick(run)[1]),
    );
    db.close();
    return [
      {
        name: `search, ${tickets} tickets, p95`,
        ours: ours.p95,
        floor: floor.p95,
        unit: 'ms',
        better: 'less',
        note: `p50 ${ours.p50.toFixed(2)}`,
      },
    ];
  });
}
