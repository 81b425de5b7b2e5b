import fc from 'fast-check';
import { expect, it } from 'vitest';
import { kpiDimensions, kpiNames } from '../../src/contract/words.ts';
import { column, run } from '../../src/main/store/db.ts';
import { mondayTen, minute } from '../support/fake-clock.ts';
import { acts } from '../support/random-acts.ts';
import { tempFolder } from '../support/temp.ts';
import { testDesk, type TestDesk } from '../support/test-desk.ts';
import { oddNumbers } from '../support/whole-numbers.ts';

const folder = tempFolder();
const range = { from: new Date(mondayTen).toISOString().slice(0, 10), days: 14 };

/** All figures as a whole and by each dimension; when they were worked out is none of it. */
async function told({ client }: TestDesk): Promise<unknown> {
  const all = [];
  for (const by of [null, ...kpiDimensions])
    all.push((await client.metrics.figures({ ...range, by, against: 'before' })).rows);
  for (const name of kpiNames) all.push((await client.metrics.series({ ...range, name })).days);
  return all;
}

it('days kept while people work are those that a rebuild from all tickets gives, after undo as well (KPI-10, KPI-11)', async () => {
  let looked = 0;
  await fc.assert(
    fc.asyncProperty(acts, fc.nat(3), async (sequence, undone) => {
      const desk = await testDesk(folder);
      try {
        for (const { act, minutes } of sequence) {
          await act(desk.client).catch(() => undefined);
          // Looked at in between, so that days are kept of what changes afterwards.
          if (minutes % 2 === 0) await desk.client.metrics.figures({ ...range, by: null });
          // Up to a day and more between two of them: what changes is of days that lie back as well.
          desk.clock.pass(47 * minutes * minute);
        }
        for (let each = 0; each < undone; each += 1) await desk.client.desk.undo({}).catch(() => undefined);
        const kept = await told(desk);
        expect(oddNumbers(kept)).toEqual([]);
        expect((await desk.client.desk.verify()).checks.filter(({ ok }) => !ok)).toEqual([]);
        expect(column(desk.db, 'SELECT quarter FROM kpi_dirty')).toEqual([]);
        // All thrown away, and every ticket marked: what is worked out then knows nothing of before.
        run(desk.db, 'DELETE FROM kpi_day');
        run(desk.db, 'INSERT OR IGNORE INTO kpi_dirty SELECT created_at / 900000 FROM ticket');
        run(
          desk.db,
          'INSERT OR IGNORE INTO kpi_dirty SELECT solved_at / 900000 FROM ticket WHERE solved_at IS NOT NULL',
        );
        expect(await told(desk)).toEqual(kept);
        looked += column<number>(desk.db, 'SELECT count(*) FROM kpi_day')[0] ?? 0;
      } finally {
        await desk.close();
      }
    }),
    { numRuns: 30 },
  );
  expect(looked).toBeGreaterThan(30);
});
