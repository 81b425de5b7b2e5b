import type { Done } from '../../../contract/index.ts';
import { dayMs } from '../../../domain/calendar/wall-time.ts';
import { uuidBytes } from '../../../domain/desk/uuid.ts';
import { bornAt } from '../../../domain/hiring/retention.ts';
import { Fault } from '../../../domain/fault.ts';
import { column, row, rows, run, transaction, type WriteDb } from '../../store/db.ts';
import type { TimedSource } from '../alarm.ts';
import type { Core } from '../core.ts';
import { mustCandidate } from './read.ts';
import { retentionDaysOf } from './settings.ts';

type Key = { readonly candidate_uid: Uint8Array; readonly key: Uint8Array };

/** What is deleted here is overwritten with zeros, and not only marked as free. */
function overwriting<T>(db: WriteDb, work: () => T): T {
  const before = Number(db.pragma('secure_delete', { simple: true }));
  db.pragma('secure_delete = ON');
  try {
    return work();
  } finally {
    db.pragma(`secure_delete = ${before}`);
  }
}

/**
 * The keys that stay are written anew: where pages of the table were split once, copies of keys may lie between its rows,
 * which deleting one row leaves there. SPEC HIR-21.
 */
function dropKeys(db: WriteDb, uids: readonly Uint8Array[]): void {
  for (const uid of uids) run(db, 'DELETE FROM candidate_key WHERE candidate_uid = ?', uid);
  const stay = rows<Key>(db, 'SELECT candidate_uid, key FROM candidate_key');
  run(db, 'DELETE FROM candidate_key');
  for (const { candidate_uid, key } of stay) run(db, 'INSERT INTO candidate_key VALUES (?, ?)', candidate_uid, key);
}

/** When the write-ahead log of a desk is tried again, where it still holds pages from before something was forgotten. */
const tryAgainAt = new WeakMap<object, number>();
const readersLeaveMs = 100;
const againMs = 30_000;

/** Empties the log beside the file. Where somebody reads from it just now, the desk's timer tries again. */
function emptyLog({ db, ports }: Core): void {
  const patience = Number(db.pragma('busy_timeout', { simple: true }));
  db.pragma(`busy_timeout = ${readersLeaveMs}`);
  const [done] = db.pragma('wal_checkpoint(TRUNCATE)') as { readonly busy: number }[];
  db.pragma(`busy_timeout = ${patience}`);
  if (done?.busy === 0) tryAgainAt.delete(db);
  else tryAgainAt.set(db, ports.now() + againMs);
}

/** Deletes rows and keys of candidates outright, past the change log: what it holds of them cannot be read any more. SPEC HIR-21. */
function forget(core: Core, uids: readonly Uint8Array[]): void {
  overwriting(core.db, () =>
    transaction(core.db, () => {
      for (const uid of uids) {
        run(core.db, 'DELETE FROM interview WHERE candidate_id = (SELECT id FROM candidate WHERE uid = ?)', uid);
        run(core.db, 'DELETE FROM candidate WHERE uid = ?', uid);
      }
      dropKeys(core.db, uids);
    }),
  );
  emptyLog(core);
  core.hub.changed('hiring', null);
}

export function forgetCandidate(core: Core, id: string): Done {
  const { stage } = mustCandidate(core, id);
  if (stage === 'hired')
    throw new Fault('CONFLICT', 'They were hired. What is known of them as a candidate goes with the retention time.');
  forget(core, [uuidBytes(id)]);
  return { changed: 1, label: 'Candidate deleted for good', changeSet: null };
}

/** Candidates whose time to be kept is over at an instant. */
const overAt = (db: WriteDb, days: number, now: number): Uint8Array[] =>
  column<Uint8Array>(
    db,
    "SELECT uid FROM candidate WHERE stage IN ('hired', 'rejected', 'withdrawn') AND stage_at <= ?",
    now - days * dayMs,
  );

export const countOver = (core: Core, days: number): number => overAt(core.db, days, core.ports.now()).length;

/** Keys of candidates whose making was undone, so that it may be redone: as long as any candidate is kept. */
const strayKeys = (db: WriteDb, days: number, now: number): Uint8Array[] =>
  column<Uint8Array>(
    db,
    'SELECT candidate_uid FROM candidate_key WHERE candidate_uid NOT IN (SELECT uid FROM candidate)',
  ).filter((uid) => bornAt(uid) + days * dayMs <= now);

/** Deletes for good what is over the time set. Says how many candidates that were. */
export function forgetOver(core: Core, now: number): number {
  const days = retentionDaysOf(core.db);
  const over = overAt(core.db, days, now);
  const all = [...over, ...strayKeys(core.db, days, now)];
  if (all.length > 0) forget(core, all);
  return over.length;
}

/** When the next of them is over; each half by its index, for the timer asks before every command. */
function nextOver(core: Core): number | null {
  const found = row<{ out: number | null; hired: number | null }>(
    core.db,
    `SELECT (SELECT min(stage_at) FROM candidate WHERE stage IN ('rejected', 'withdrawn')) AS out,
       (SELECT min(stage_at) FROM candidate WHERE person_id IS NOT NULL AND stage = 'hired') AS hired`,
  );
  const first = Math.min(found?.out ?? Infinity, found?.hired ?? Infinity);
  return first === Infinity ? null : first + retentionDaysOf(core.db) * dayMs;
}

/** How often keys that belong to nobody are looked for. */
const lookMs = dayMs;

/** Candidates go by themselves on the desk's timer, and at the start of it those that are over by then. SPEC HIR-22. */
export function retention(core: Core): TimedSource {
  let look = 0;
  const again = (): number => tryAgainAt.get(core.db) ?? Infinity;
  return {
    // The clock may have been set back: no look is further away than one step.
    nextAt: () => Math.min(look, core.ports.now() + lookMs, nextOver(core) ?? Infinity, again()),
    run(now) {
      // A desk that was killed may have left its log as it was.
      const isUnclean = look === 0 || again() <= now;
      look = now + lookMs;
      forgetOver(core, now);
      if (isUnclean) emptyLog(core);
    },
  };
}
