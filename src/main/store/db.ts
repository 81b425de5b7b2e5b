import Database from 'better-sqlite3';

/** A connection. Reads take `ReadDb`; only what may write is handed a `WriteDb`. */
export type ReadDb = Pick<Database.Database, 'prepare'> & { readonly __mode?: 'read' | 'write' };
export type WriteDb = Database.Database & { readonly __mode?: 'write' };
export type Param = string | number | bigint | Uint8Array | null;

export type ConnectOptions = {
  readonly readonly?: boolean;
  readonly nativeBinding?: string | undefined;
  readonly timeoutMs?: number;
};

/** Opens a connection with the pragmas every one of ours has. `synchronous` is FULL: an answer outlives a power cut. */
export function connect(file: string, options: ConnectOptions = {}): WriteDb {
  const db = new Database(file, {
    readonly: options.readonly ?? false,
    timeout: options.timeoutMs ?? 5000,
    ...(options.nativeBinding === undefined ? {} : { nativeBinding: options.nativeBinding }),
  });
  db.pragma('foreign_keys = ON');
  db.pragma('cache_size = -65536');
  db.pragma('mmap_size = 268435456');
  db.pragma('temp_store = MEMORY');
  if (options.readonly === true) db.pragma('query_only = ON');
  else db.pragma('synchronous = FULL');
  return db;
}

const statements = new WeakMap<object, Map<string, Database.Statement>>();

/** The prepared statement for this text on this connection, prepared once. */
export function sql(db: ReadDb, text: string, mode: 'rows' | 'pluck' = 'rows'): Database.Statement {
  const key = mode === 'pluck' ? `pluck ${text}` : text;
  const known = statements.get(db) ?? new Map<string, Database.Statement>();
  statements.set(db, known);
  let statement = known.get(key);
  if (statement === undefined) {
    statement = db.prepare(text);
    if (mode === 'pluck') statement.pluck();
    // Boards make texts by the dozen, not the thousand; a bound keeps a hostile client from growing it.
    if (known.size > 2000) known.clear();
    known.set(key, statement);
  }
  return statement;
}

/** All rows. The row type is the caller's claim about its own SQL; the store's tests hold it to that. */
export function rows<Row>(db: ReadDb, text: string, ...params: readonly Param[]): Row[] {
  return sql(db, text).all(...params) as Row[];
}

type Found<Row> = Row | undefined;

export function row<Row>(db: ReadDb, text: string, ...params: readonly Param[]): Found<Row> {
  return sql(db, text).get(...params) as Found<Row>;
}

/** The one column of all rows, without an object for each. */
export function column<Value>(db: ReadDb, text: string, ...params: readonly Param[]): Value[] {
  return sql(db, text, 'pluck').all(...params) as Value[];
}

export function run(db: WriteDb, text: string, ...params: readonly Param[]): Database.RunResult {
  return sql(db, text).run(...params);
}

/** One transaction that takes the write lock at once, so that it never fails halfway for want of it. */
export function transaction<T>(db: WriteDb, work: () => T): T {
  return db.transaction(work).immediate();
}
