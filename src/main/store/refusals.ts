import { Fault } from '../../domain/fault.ts';

/** SQLite's own words for what is wrong with a file, as ours: what it is, and the way out. */
export function asFault(error: unknown, file: string): unknown {
  const code = (error as { code?: unknown }).code;
  if (error instanceof Fault || typeof code !== 'string') return error;
  if (code === 'SQLITE_NOTADB') return notADesk(file);
  if (code.startsWith('SQLITE_CORRUPT')) return damaged(file, 'its pages do not fit together');
  if (code.startsWith('SQLITE_READONLY') || code === 'EACCES' || code === 'EROFS') return readOnly(file);
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return locked(file);
  if (code.startsWith('SQLITE_CANTOPEN') || code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR')
    return notThere(file);
  if (code === 'SQLITE_FULL' || code === 'ENOSPC') {
    return new Fault('READ_ONLY', 'The disk is full. Free some space and try again; nothing was half written.');
  }
  return error;
}

export const notThere = (file: string): Fault =>
  new Fault('NOT_FOUND', `${file} cannot be opened. Check that its folder exists and that you may write there.`);

export const notADesk = (file: string): Fault =>
  new Fault(
    'NOT_A_DESK',
    `${file} is not a Foredesk desk. Choose a .desk file, or start a new desk under another name; this file was not touched.`,
  );

export const damaged = (file: string, how: string): Fault =>
  new Fault(
    'DAMAGED',
    `${file} is damaged: ${how}. Open your latest backup instead; this file was not changed, so what is left in it can still be recovered.`,
  );

export const emptied = (file: string): Fault =>
  new Fault(
    'DAMAGED',
    `${file} is empty (0 bytes): what was in it is gone. Open your latest backup instead; to begin anew, choose another name or remove this file first.`,
  );

export const upgradeFails = (file: string, why: string): Fault =>
  new Fault(
    'DAMAGED',
    `${file} cannot be brought to this version of Foredesk: the upgrade was tried on a copy and failed (${why}). Go on with the version that wrote it, or open a backup; the desk itself was not changed.`,
  );

export const readOnly = (file: string): Fault =>
  new Fault(
    'READ_ONLY',
    `${file} is read-only. Make the file and its folder writable, or open a copy of it somewhere you may write.`,
  );

export const locked = (file: string): Fault =>
  new Fault(
    'LOCKED',
    `${file} is open in another Foredesk. Close it there first; only one may write to a desk at a time.`,
  );

export const fromFuture = (file: string, found: number, known: number): Fault =>
  new Fault(
    'FROM_FUTURE',
    `${file} was written by a newer Foredesk (its version is ${found}, this one knows ${known}). Update Foredesk, or open a backup made before the update; the file was not changed.`,
  );
