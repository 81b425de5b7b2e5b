import { rmSync, statSync } from 'node:fs';
import { connect, type WriteDb } from './db.ts';
import { asFault, locked, readOnly } from './refusals.ts';

const attempts = 5;

/**
 * One writer per desk. The lock is an exclusive SQLite transaction on a small file beside the desk: the operating system
 * holds it, so it goes when the process does, however that ends. SPEC CHG-35, ADR 0002.
 *
 * Only SQLite may open that file: a POSIX lock goes when its process closes any handle on the file (sqlite.org/howtocorrupt).
 */
export function lockDesk(file: string, nativeBinding: string | undefined): { readonly release: () => void } {
  const lockFile = `${file}-lock`;
  for (let attempt = 0; attempt < attempts; attempt++) {
    const before = inode(lockFile);
    const held = hold(lockFile, file, nativeBinding);
    // Who held it before us may have removed the file while we waited for it: a lock on what is gone excludes nobody.
    if (before !== undefined && before === inode(lockFile)) return { release: () => letGo(lockFile, held) };
    held.close();
  }
  throw locked(file);
}

const inode = (lockFile: string): number | undefined => statSync(lockFile, { throwIfNoEntry: false })?.ino;

function hold(lockFile: string, file: string, nativeBinding: string | undefined): WriteDb {
  let db: WriteDb | undefined;
  try {
    db = connect(lockFile, { nativeBinding, timeoutMs: 100 });
    db.pragma('journal_mode = MEMORY');
    db.exec('BEGIN EXCLUSIVE');
    return db;
  } catch (error) {
    db?.close();
    const code = String((error as { code?: unknown }).code);
    if (code === 'SQLITE_NOTADB') throw locked(file);
    // The folder is there (asked before), so it is one we may not write to.
    throw code.startsWith('SQLITE_CANTOPEN') ? readOnly(file) : asFault(error, file);
  }
}

/** Removed while still held, so that nobody takes it in between. Where an open file cannot be removed (Windows) it stays. */
function letGo(lockFile: string, held: WriteDb): void {
  try {
    rmSync(lockFile, { force: true });
  } catch {
    // An empty file left behind is no lock: only the transaction is.
  }
  held.close();
}
