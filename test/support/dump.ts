import { prepareTimeline } from '../../src/domain/sla/timeline.ts';
import { column, connect, rows, type WriteDb } from '../../src/main/store/db.ts';
import { deriveClocks } from '../../src/main/store/derive.ts';
import { slaEngine } from '../../src/main/store/sla-engine.ts';
import { readTimeline } from '../../src/main/store/timeline.ts';

/** The logs themselves, their counters and what was already said or done in turn, and the bytes of files, are not what undo restores. */
const apart = new Set([
  'escalation_log',
  'change_set',
  'change',
  'consequence',
  'sqlite_sequence',
  'alert',
  'migration',
  'rule_run',
  'automation_seen',
  'route_turn',
  'file_content',
  'kpi_day',
  'kpi_dirty',
  'kpi_state',
]);

/** Every row of every table as text, with all clocks as of `at`: two desks with the same dump are the same desk. */
export function dump(file: string, at: number): Record<string, string[]> {
  const db = connect(file);
  try {
    db.exec('BEGIN IMMEDIATE');
    const engine = slaEngine(prepareTimeline(readTimeline(db)));
    for (const id of column<number>(db, 'SELECT id FROM ticket')) deriveClocks(db, engine, id, at);
    return { ...tables(db), words: words(db) };
  } finally {
    db.exec('ROLLBACK');
    db.close();
  }
}

function tables(db: WriteDb): Record<string, string[]> {
  const names = column<string>(
    db,
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%\\_fts%' ESCAPE '\\' ORDER BY name",
  );
  return Object.fromEntries(
    names
      .filter((name) => !apart.has(name))
      .map((name) => [
        name,
        rows(db, `SELECT * FROM "${name}"${name === 'ticket_count' ? ' WHERE n <> 0' : ''}`)
          .map((row) =>
            JSON.stringify(row, (_, value: unknown) =>
              value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value,
            ),
          )
          .sort(),
      ]),
  );
}

/** Every word of the search indexes, and where it stands. */
function words(db: WriteDb): string[] {
  return ['ticket_fts', 'customer_fts'].flatMap((index) => {
    db.exec(`CREATE VIRTUAL TABLE temp.found_${index} USING fts5vocab(main, ${index}, instance)`);
    return rows<{ term: string; doc: number; col: string; offset: number }>(db, `SELECT * FROM temp.found_${index}`)
      .map(({ term, doc, col, offset }) => `${index} ${doc} ${col} ${offset} ${term}`)
      .sort();
  });
}
