import type { Statement } from 'better-sqlite3';
import { functionDocs } from '../../../domain/ask/functions.ts';
import { firstWords } from '../../../domain/ask/keywords.ts';
import { tokensOf } from '../../../domain/ask/tokens.ts';
import { viewDocs } from '../../../domain/ask/views.ts';
import { Fault } from '../../../domain/fault.ts';
import { nearWord } from '../../../domain/near-word.ts';
import { rows, type WriteDb } from '../db.ts';
import { readTables } from './view-sql.ts';

type Op = {
  readonly opcode: string;
  readonly p2: number;
  readonly p3: number;
  readonly p4: string | null;
};

/** A question as SQLite takes it: values by place or by name. */
export type Bound = readonly unknown[];

const invalid = (message: string): Fault => new Fault('INVALID', message, { field: 'sql' });

/** Faults INVALID unless it is one statement that can only read. SPEC ASK-10. */
function checkForm(sql: string): void {
  if (sql.includes('\0')) throw invalid('There is a character in it that no statement has.');
  const tokens = tokensOf(sql).filter(({ kind }) => kind !== 'comment');
  const first = tokens[0]?.text.toUpperCase() ?? '';
  if (!firstWords.has(first))
    throw invalid(
      first === ''
        ? 'There is no question yet.'
        : 'A question begins with SELECT, WITH or VALUES. Nothing is changed here.',
    );
}

/** SQLite's own words, and what may have been meant where a name is not known. */
function explained(error: unknown): Fault {
  if (error instanceof RangeError && error.message.includes('more than one statement'))
    return invalid('One statement at a time. Take away what follows the first semicolon.');
  const message = error instanceof Error ? error.message : String(error);
  const table = /^no such table: (.+)$/.exec(message)?.[1];
  if (table !== undefined) {
    const views = viewDocs.map(({ name }) => name);
    const meant = nearWord(table, views);
    return invalid(
      `There is no view “${table}”. ${meant === null ? `There are ${views.join(', ')}.` : `Perhaps “${meant}” is meant.`}`,
    );
  }
  const column = /^no such column: (?:.+\.)?"?([^".]+)/.exec(message)?.[1];
  const meant =
    column === undefined
      ? null
      : nearWord(column, [...new Set(viewDocs.flatMap((view) => view.columns.map((c) => c.name)))]);
  return invalid(meant === null || meant === column ? `${message}.` : `${message}. Perhaps “${meant}” is meant.`);
}

function prepared(db: WriteDb, sql: string): Statement {
  try {
    return db.prepare(sql);
  } catch (error) {
    throw explained(error);
  }
}

/** What a row of SQLite's schema says of a table or an index: where it begins in the file. */
export function allowedRoots(db: WriteDb): ReadonlySet<number> {
  const all = rows<{ tbl_name: string; rootpage: number }>(
    db,
    "SELECT tbl_name, rootpage FROM main.sqlite_schema WHERE type IN ('table', 'index')",
  );
  return new Set(all.filter(({ tbl_name }) => readTables.has(tbl_name)).map(({ rootpage }) => rootpage));
}

/** Of the program a statement becomes: what opens something, or does more than read. */
const refused =
  /^(V[A-Z].*|OpenWrite|Create.*|Drop.*|Destroy|Vacuum|JournalMode|Checkpoint|SetCookie|ParseSchema|SqlExec|LoadAnalysis|AutoCommit|Savepoint|Program)$/;
const called = new Set(['Function', 'PureFunc', 'AggStep', 'AggStep1', 'AggInverse', 'AggFinal', 'AggValue']);
const mainDatabase = 0;

const known: ReadonlySet<string> = new Set([...functionDocs.map(({ name }) => name), 'uuid_text']);

function checkProgram(program: readonly Op[], roots: ReadonlySet<number>): void {
  for (const { opcode, p2, p3, p4 } of program) {
    if (refused.test(opcode))
      throw invalid(
        opcode === 'VOpen'
          ? 'Virtual tables and pragmas cannot be asked here, only the views.'
          : 'That does more than read. Nothing is changed here.',
      );
    if (opcode === 'OpenRead' && (p3 !== mainDatabase || !roots.has(p2)))
      throw invalid('That reads something which is none of the views.');
    const name = called.has(opcode) ? /^(.+)\(-?\d+\)$/.exec(p4 ?? '')?.[1] : undefined;
    if (name !== undefined && !known.has(name)) throw invalid(`The function ${name}() cannot be used here.`);
  }
}

/**
 * A statement that reads the views and nothing else, ready to run; Faults INVALID with SQLite's words otherwise. First it
 * has to mean something where there is nothing but the names of the views: so it can name no table. Then the program that
 * SQLite made of it is read: all it opens has to belong to the tables behind the views. SPEC ASK-11.
 */
export function guarded(db: WriteDb, shadow: WriteDb, sql: string, bound: Bound): Statement {
  checkForm(sql);
  prepared(shadow, sql);
  const statement = prepared(db, sql);
  if (!statement.readonly || !statement.reader) throw invalid('That does more than read. Nothing is changed here.');
  checkProgram(programOf(db, sql, bound), allowedRoots(db));
  return statement;
}

function programOf(db: WriteDb, sql: string, bound: Bound): Op[] {
  try {
    return db.prepare(`EXPLAIN ${sql}`).all(...bound) as Op[];
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) throw badParams(error);
    throw explained(error);
  }
}

/** What better-sqlite3 says of values that are missing, too many, or by names that are not asked for. */
const badParams = (error: Error): Fault => new Fault('INVALID', `${error.message}.`, { field: 'params' });
