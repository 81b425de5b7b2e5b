import type { Committed } from '../store/change-log.ts';
import { row, type ReadDb } from '../store/db.ts';
import type { Writer } from '../store/writer.ts';
import type { Core } from './core.ts';

/** A setting of the desk as it is kept under its key; undefined where nobody saved it. */
export function readMeta(db: ReadDb, key: string): unknown {
  const found = row<{ value: string }>(db, 'SELECT value FROM meta WHERE key = ?', key);
  return found === undefined ? undefined : (JSON.parse(found.value) as unknown);
}

/** Keeps one setting of the desk under its key. */
export const saveMeta = (
  core: Core,
  command: Parameters<Core['write']>[0],
  key: string,
  value: unknown,
): Committed<void> => core.write(command, (write) => writeMeta(core, write, key, value));

/** The same as part of a larger change. */
export function writeMeta(core: Core, write: Writer, key: string, value: unknown): void {
  const text = JSON.stringify(value);
  if (readMeta(core.db, key) !== undefined) write.update('meta', key, { value: text });
  else write.insert('meta', key, { value: text });
}
