import { settingsSchema, type Settings } from '../../contract/index.ts';
import { uuidBytes, uuidText } from '../../domain/desk/uuid.ts';
import type { SearchContext } from '../../domain/tickets/search/query.ts';
import { column, row, rows, type ReadDb } from '../store/db.ts';
import { ownersOff } from '../store/on-shift.ts';
import type { Facts } from './core.ts';

type Named = { uid: Uint8Array; name: string };

export function deskFacts(db: ReadDb, now: () => number): Facts {
  let settings: Settings | undefined;
  let lists: Omit<SearchContext, 'now' | 'me' | 'timeZone' | 'off'> | undefined;
  return {
    settings: () => (settings ??= readSettings(db)),
    context() {
      const { timeZone, me } = (settings ??= readSettings(db));
      lists ??= { people: named(db, 'person'), queues: named(db, 'queue'), tags: commonTags(db) };
      const at = now();
      const known = lists;
      return {
        ...known,
        timeZone,
        me,
        now: at,
        // Few ask for it: read where somebody does.
        get off() {
          return ownersOff(db, at);
        },
      };
    },
    forget() {
      settings = undefined;
      lists = undefined;
    },
  };
}

export const settingKeys = ['name', 'timeZone', 'me', 'started'] as const;

function readSettings(db: ReadDb): Settings {
  const value = (key: string): unknown => {
    const found = row<{ value: string }>(db, 'SELECT value FROM meta WHERE key = ?', key);
    return found === undefined ? null : (JSON.parse(found.value) as unknown);
  };
  const settings = settingsSchema.parse(Object.fromEntries(settingKeys.map((key) => [key, value(key)])));
  // Who sat here may have gone with an undone import.
  const here = settings.me !== null && row(db, 'SELECT 1 FROM person WHERE uid = ?', uuidBytes(settings.me));
  return here === undefined ? { ...settings, me: null } : settings;
}

function named(db: ReadDb, table: 'person' | 'queue'): { id: string; name: string }[] {
  return rows<Named>(db, `SELECT uid, name FROM ${table} ORDER BY name COLLATE NOCASE`).map(({ uid, name }) => ({
    id: uuidText(uid),
    name,
  }));
}

/** For suggestions: skips from tag to tag along the index, however many tickets each has. */
function commonTags(db: ReadDb): string[] {
  return column<string>(
    db,
    `WITH RECURSIVE next(tag) AS (
       SELECT min(tag) FROM ticket_tag UNION ALL SELECT (SELECT min(tag) FROM ticket_tag WHERE tag > next.tag) FROM next WHERE tag IS NOT NULL
     ) SELECT tag FROM next WHERE tag IS NOT NULL LIMIT 500`,
  );
}
