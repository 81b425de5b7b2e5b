import { z } from 'zod';
import { row, run, type ReadDb } from '../../store/db.ts';
import type { Touched } from '../../store/writer.ts';
import type { Core } from '../core.ts';
import { readMeta } from '../meta.ts';

const metaKey = 'reports.replayed';

/** When a change of reports was last taken back or done again; epoch ms. Null: never. */
export const replayedAt = (db: ReadDb): number | null =>
  z
    .number()
    .nullable()
    .parse(readMeta(db, metaKey) ?? null);

/**
 * A change of reports was taken back or done again: issues are due from now on, as after a change of their time. It stands beside
 * the log: undo of that undo is no going back in time either. Of all reports, since of the four the row itself may go. SPEC REP-12.
 */
export function noteReplayed(core: Core, { entities }: Touched): void {
  if (!entities.has('report')) return;
  const isKnown = row(core.db, 'SELECT 1 FROM meta WHERE key = ?', metaKey) !== undefined;
  const text = isKnown ? 'UPDATE meta SET value = ? WHERE key = ?' : 'INSERT INTO meta (value, key) VALUES (?, ?)';
  run(core.db, text, JSON.stringify(core.ports.now()), metaKey);
}
