import type { Committed } from '../store/change-log.ts';
import { row, type ReadDb } from '../store/db.ts';
import type { Core } from './core.ts';

/** A setting of the desk as it is kept under its key; undefined where nobody saved it. */
export function readMeta(db: ReadDb, key: string): unknown {
  const found = row<{ value: string }>(db, 'SELECT value FROM meta WHERE key = ?', key);
  return found === undefined ? undefined : (JSON.parse(found.value) as unknown);
}

/** Keeps one setting of the desk under its key. */
export function saveMeta(
  core: Core,
  command: Parameters<Core['write']>[0],
  key: string,
  value: unknown,
): Committed<void> {
  const isKnown = readMeta(core.db, key) !== undefined;
  const text = JSON.stringify(value);
  return core.write(command, (write) => {
    if (isKnown) write.update('meta', key, { value: text });
    else write.insert('meta', key, { value: text });
  });
}
