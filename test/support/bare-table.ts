import Database from 'better-sqlite3';

type Db = InstanceType<typeof Database>;

/** Cells of CSV text (RFC 4180), told here anew so that a fault of our reader is not in what it is held against. */
function* cellsOf(text: string): Generator<string[]> {
  let row: string[] = [];
  for (const [whole, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    if (whole === '' && row.length === 0) return;
    row.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === ',') continue;
    yield row;
    row = [];
  }
}

/** A CSV file as a bare table in memory, each column as text under its header: what plain SQL is asked of. */
export function bareTable(name: string, text: string): Db {
  const db = new Database(':memory:');
  const [header = [], ...rows] = cellsOf(text);
  const columns = header.map((title) => `"${title}" TEXT`).join(', ');
  db.exec(`CREATE TABLE ${name} (${columns})`);
  const insert = db.prepare(`INSERT INTO ${name} VALUES (${header.map(() => '?').join(', ')})`);
  db.transaction(() => {
    for (const row of rows) insert.run(...row);
  })();
  return db;
}
