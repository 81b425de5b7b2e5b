import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { column, connect, row, rows, run, transaction, type WriteDb } from './db.ts';
import { type Migration, migrations } from './migrations/all.ts';
import { damaged, fromFuture, upgradeFails } from './refusals.ts';

/** 'Desk' in ASCII, in the file's header: how a desk is told from any other SQLite file. */
export const applicationId = 0x4465736b;

export const migrationHash = (migration: Migration): string => createHash('sha256').update(migration.sql).digest('hex');

export const schemaVersion = (db: WriteDb): number => db.pragma('user_version', { simple: true }) as number;

type Options = {
  readonly now: number;
  readonly nativeBinding?: string | undefined;
  /** All there are, but where a test takes an older or a longer list. */
  readonly steps?: readonly Migration[] | undefined;
};

/**
 * Brings a desk to the newest schema. Each migration is one transaction; with rows in place the whole run is rehearsed
 * on a copy first, so that a migration that fails leaves the desk as it was. SPEC CHG-30 to CHG-33.
 */
export function migrate(db: WriteDb, file: string, options: Options): void {
  const steps = options.steps ?? migrations;
  const from = schemaVersion(db);
  const newest = steps.at(-1)?.number ?? 0;
  if (from > newest) throw fromFuture(file, from, newest);
  checkHistory(db, file, from, steps);
  const pending = steps.filter(({ number }) => number > from);
  if (pending.length === 0) return;
  if (from > 0) rehearse(db, file, pending, options);
  for (const migration of pending) apply(db, migration, options.now);
}

function apply(db: WriteDb, migration: Migration, now: number): void {
  transaction(db, () => {
    db.exec(migration.sql);
    db.exec(
      'CREATE TABLE IF NOT EXISTS migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL, hash TEXT NOT NULL, applied_at INTEGER NOT NULL) STRICT',
    );
    run(
      db,
      'INSERT INTO migration VALUES (?, ?, ?, ?)',
      migration.number,
      migration.name,
      migrationHash(migration),
      now,
    );
    db.pragma(`user_version = ${migration.number}`);
    db.pragma(`application_id = ${applicationId}`);
  });
}

/** A desk whose past differs from ours was written by something else: better said than built upon. */
function checkHistory(db: WriteDb, file: string, from: number, steps: readonly Migration[]): void {
  if (from === 0) return;
  const kept = column<number>(db, "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'migration'");
  if (kept[0] === 0) throw damaged(file, 'its schema history is missing');
  const applied = rows<{ number: number; hash: string }>(db, 'SELECT number, hash FROM migration ORDER BY number');
  const known = new Map(steps.map((migration) => [migration.number, migrationHash(migration)]));
  const odd = applied.find(({ number, hash }) => known.get(number) !== hash);
  if (odd !== undefined || applied.at(-1)?.number !== from)
    throw damaged(file, `its schema history does not match (step ${odd?.number ?? from})`);
}

function rehearse(db: WriteDb, file: string, pending: readonly Migration[], options: Options): void {
  const copyFile = `${file}-rehearsal`;
  removeCopy(copyFile);
  try {
    run(db, 'VACUUM INTO ?', copyFile);
    const copy = connect(copyFile, { nativeBinding: options.nativeBinding });
    try {
      for (const migration of pending) apply(copy, migration, options.now);
      const check = row<{ integrity_check: string }>(copy, 'PRAGMA integrity_check(1)');
      if (check?.integrity_check !== 'ok') throw new Error(check?.integrity_check ?? 'no answer');
    } catch (error) {
      throw upgradeFails(file, error instanceof Error ? error.message : String(error));
    } finally {
      copy.close();
    }
  } finally {
    removeCopy(copyFile);
  }
}

function removeCopy(copyFile: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(copyFile + suffix, { force: true });
}
