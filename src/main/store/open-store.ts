import { accessSync, closeSync, constants, existsSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { connect, row, type WriteDb } from './db.ts';
import { lockDesk } from './lock.ts';
import { applicationId, migrate, schemaVersion } from './migrate.ts';
import { asFault, damaged, emptied, fromFuture, notADesk, notThere } from './refusals.ts';
import { migrations } from './migrations/all.ts';

/** The one writing connection to a desk file, and what closes it. */
export type Store = {
  readonly db: WriteDb;
  readonly file: string;
  readonly isNew: boolean;
  readonly nativeBinding: string | undefined;
  readonly close: () => void;
};

/**
 * Opens a desk file, or makes it. Refuses what is not a desk, damaged, read-only, open elsewhere or from the future with
 * a Fault that names the way out; never deletes or repairs anything by itself.
 */
export function openStore(
  file: string,
  options: { readonly now: number; readonly nativeBinding?: string | undefined },
): Store {
  const nativeBinding = options.nativeBinding;
  if (statSync(dirname(file), { throwIfNoEntry: false })?.isDirectory() !== true) throw notThere(file);
  // The lock first: were the desk open in this very process, a look at its header would take its locks away.
  const lock = lockDesk(file, nativeBinding);
  let db: WriteDb | undefined;
  try {
    const isNew = inspectHeader(file) === 'absent';
    db = connect(file, { nativeBinding });
    checkIdentity(db, file, isNew);
    // A file that may not be written opens for reading without a word; asked for the write lock, SQLite says so.
    db.exec('BEGIN IMMEDIATE; ROLLBACK');
    db.pragma('journal_mode = WAL');
    migrate(db, file, { now: options.now, nativeBinding });
    const open = db;
    const close = () => {
      open.close();
      lock.release();
    };
    return { db, file, isNew, nativeBinding, close };
  } catch (error) {
    db?.close();
    lock.release();
    throw asFault(error, file);
  }
}

function checkIdentity(db: WriteDb, file: string, isNew: boolean): void {
  const tables = row<{ n: number }>(db, 'SELECT count(*) AS n FROM sqlite_schema');
  const empty = isNew || tables?.n === 0;
  if (!empty && db.pragma('application_id', { simple: true }) !== applicationId) throw notADesk(file);
  const newest = migrations.at(-1)?.number ?? 0;
  // Said before anything is written: even the switch to WAL would change the file.
  if (schemaVersion(db) > newest) throw fromFuture(file, schemaVersion(db), newest);
}

/** Reads the header alone (sqlite.org/fileformat2.html, section 1.3): a cut file is known by its page count. */
function inspectHeader(file: string): 'absent' | 'present' {
  if (!existsSync(file)) return 'absent';
  try {
    accessSync(file, constants.R_OK | constants.W_OK);
    const handle = openSync(file, 'r');
    try {
      const { size } = fstatSync(handle);
      // A new desk is made where no file is: an empty one was cut off, by a full disk or a sync that failed.
      if (size === 0) throw emptied(file);
      const header = Buffer.alloc(100);
      const got = readSync(handle, header, 0, 100, 0);
      if (got < 16 || header.toString('latin1', 0, 16) !== 'SQLite format 3\0') throw notADesk(file);
      if (got < 100) throw damaged(file, 'it is cut short');
      checkLength(file, header, size);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    throw asFault(error, file);
  }
  return 'present';
}

function checkLength(file: string, header: Buffer, size: number): void {
  const pageField = header.readUInt16BE(16);
  const pageSize = pageField === 1 ? 65_536 : pageField;
  const pages = header.readUInt32BE(28);
  const countIsValid = header.readUInt32BE(24) === header.readUInt32BE(92);
  if (countIsValid && size < pages * pageSize && !existsSync(`${file}-wal`)) {
    throw damaged(file, `it is cut short (${size} of ${pages * pageSize} bytes)`);
  }
}
