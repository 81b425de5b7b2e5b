import { resultColumns, uniqueNames, type ResultColumn } from '../../../domain/ask/columns.ts';
import {
  needsEach,
  notNumbers,
  pivoter,
  pivotPlaces,
  type Pivot,
  type PivotSpec,
  type Value,
  placeOfName,
} from '../../../domain/ask/pivot.ts';
import { tokensOf } from '../../../domain/ask/tokens.ts';
import { viewDocs } from '../../../domain/ask/views.ts';
import { Fault } from '../../../domain/fault.ts';
import { guarded } from './guard.ts';
import type { AskDb } from './open-ask.ts';
import type { AskedSource, Cell, Limits, Params, Question } from './question.ts';

export type Rows = {
  readonly columns: readonly ResultColumn[];
  readonly rows: readonly (readonly Value[])[];
  readonly cut: 'rows' | 'size' | null;
  readonly clipped: number;
};
export type PivotRead = Pivot & { readonly read: number };

type Opened = { readonly names: readonly string[]; readonly each: () => IterableIterator<unknown> };

/** By place, or by name: what `?` and `:name` are bound to. */
const boundOf = (params: Params): readonly unknown[] =>
  params === undefined ? [] : Array.isArray(params) ? (params as readonly unknown[]) : [params];

function open(ask: AskDb, source: AskedSource, wanted: readonly string[]): Opened {
  if (source.kind === 'board') return openBoard(ask, source, wanted);
  const bound = boundOf(source.params);
  const statement = guarded(ask.db, ask.shadow, source.sql, bound);
  const names = uniqueNames(statement.columns().map(({ name }) => name));
  return { names, each: () => statement.raw().iterate(...bound) };
}

/** A statement to read from, of which only some columns are wanted, each known by one name. */
type Part = { readonly sql: string; readonly names: readonly string[]; readonly source: AskedSource };

/**
 * What a pivot reads, so that SQLite works out no other column. Null where a name stands twice: from outside the two cannot
 * be told apart. Whatever is made of it is looked at as the question itself was.
 */
function partOf(ask: AskDb, source: AskedSource, wanted: readonly string[]): Part | null {
  if (source.kind === 'board') return { sql: boardText(source), names: [...new Set(wanted)], source };
  const { names: all } = open(ask, source, wanted);
  const names = [...new Set(wanted.map((name) => all[placeOfName(all, name)] ?? name))];
  if (!names.every((name) => all.includes(name) && isOnce(all, name))) return null;
  return { sql: `(\n${withoutEnd(source.sql)}\n)`, names, source };
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** The rows of a part as SQLite groups them: the keys, how many, and what is measured of the values. */
function openGroups(ask: AskDb, { sql, names, source }: Part, keys: readonly string[], of: string | null): Opened {
  const by = names.filter((name) => keys.includes(name));
  const x = of === null ? 'NULL' : quoted(of);
  const isText = `typeof(${x}) IN ('text', 'blob')`;
  const figures = `count(*), count(${x}), sum(${x}), min(${x}), max(${x}), max(iif(${isText}, ${x}, NULL))`;
  // Letters are told apart here as they are in a cell, whatever the order of their column.
  const group = by.length === 0 ? '' : ` GROUP BY ${by.map((name) => `${quoted(name)} COLLATE BINARY`).join(', ')}`;
  const text = `SELECT ${[...by.map(quoted), figures].join(', ')} FROM ${sql}${group}`;
  return { ...openText(ask, source, text), names: by };
}

function openRows(ask: AskDb, { sql, names, source }: Part): Opened {
  return { ...openText(ask, source, `SELECT ${names.map(quoted).join(', ')} FROM ${sql}`), names };
}

function openText(ask: AskDb, source: AskedSource, text: string): Opened {
  if (source.kind === 'sql') return open(ask, { ...source, sql: text }, []);
  const statement = ask.db.prepare(text);
  return { names: [], each: () => statement.raw().iterate(...source.params) };
}

const boardText = ({ where }: Extract<AskedSource, { kind: 'board' }>): string =>
  `(SELECT * FROM temp.tickets WHERE ticket IN (SELECT id FROM main.ticket WHERE ${where}))`;

const isOnce = (names: readonly string[], name: string): boolean =>
  names.filter((each) => each.replace(/_\d+$/, '').toLowerCase() === name.replace(/_\d+$/, '').toLowerCase()).length ===
  1;

/** A statement without the semicolon it may end with. */
function withoutEnd(sql: string): string {
  const last = tokensOf(sql)
    .filter(({ kind }) => kind !== 'comment')
    .findLast(({ text }) => text !== ';');
  return last === undefined ? sql : sql.slice(0, last.to);
}

const ticketColumns: readonly string[] = viewDocs[0].columns.map(({ name }) => name);

/** Of a board only the columns asked for are worked out. */
function openBoard(ask: AskDb, source: Extract<AskedSource, { kind: 'board' }>, wanted: readonly string[]): Opened {
  const names = ticketColumns.filter((name) => wanted.includes(name) || wanted.length === 0);
  const columns = names.length === 0 ? ['ticket'] : names;
  const text = `SELECT ${columns.map((name) => `"${name}"`).join(', ')} FROM temp.tickets
    WHERE ticket IN (SELECT id FROM main.ticket WHERE ${source.where})`;
  const statement = ask.db.prepare(text);
  return { names: columns, each: () => statement.raw().iterate(...source.params) };
}

/** What crosses to the window: numbers JSON knows, texts, nothing. Bytes are told by their count. */
function valueOf(value: unknown): Value {
  if (value === null || typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : Number.isNaN(value) ? null : String(value);
  if (typeof value === 'bigint') return value.toString();
  return value instanceof Uint8Array ? `${value.byteLength} bytes` : null;
}

/** In place: a pivot of a million rows makes no second array for each. */
function valuesOf(row: unknown): Value[] {
  const values = row as unknown[];
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at];
    if (typeof value !== 'string' && value !== null) values[at] = valueOf(value);
  }
  return values as Value[];
}

/** Rows up to the limits; what goes beyond is told, and not read. SPEC ASK-15. */
function taken({ names, each }: Opened, limits: Limits, keep: (row: readonly Value[]) => boolean): Rows {
  const rows: Value[][] = [];
  let clipped = 0;
  let bytes = 0;
  let cut: Rows['cut'] = null;
  const clip = (value: Value): Value => {
    if (typeof value !== 'string') return value;
    bytes += Math.min(value.length, limits.letters);
    if (value.length <= limits.letters) return value;
    clipped += 1;
    return `${value.slice(0, limits.letters - 1)}…`;
  };
  for (const row of each()) {
    const values = valuesOf(row);
    if (!keep(values)) continue;
    if (rows.length === limits.rows || bytes > limits.bytes) {
      cut = rows.length === limits.rows ? 'rows' : 'size';
      break;
    }
    bytes += 8 * values.length;
    rows.push(values.map(clip));
  }
  return { columns: resultColumns(names, rows), rows, cut, clipped };
}

const keysOf = ({ rows, columns }: PivotSpec): string[] => [...rows, ...columns];

function readPivot(ask: AskDb, source: AskedSource, spec: PivotSpec): PivotRead {
  checkBoard(source, spec);
  const wanted = [...keysOf(spec), ...(spec.of === null ? [] : [spec.of])];
  const part = partOf(ask, source, wanted);
  if (part !== null && !needsEach(spec.measure)) return readGroups(ask, part, exactly(spec, part.names));
  const { names, each } = part === null || wanted.length === 0 ? open(ask, source, wanted) : openRows(ask, part);
  const table = pivoter(spec, names);
  let read = 0;
  for (const row of each()) {
    table.add(valuesOf(row));
    read += 1;
  }
  return { ...table.done(), read };
}

/** A choice of columns by the names they have there, in their own letters. */
function exactly(spec: PivotSpec, names: readonly string[]): PivotSpec {
  const own = (name: string): string => names[placeOfName(names, name)] ?? name;
  const { measure, of } = spec;
  return { rows: spec.rows.map(own), columns: spec.columns.map(own), measure, of: of === null ? null : own(of) };
}

const figure = (value: Value | undefined): number | null => (typeof value === 'number' ? value : null);

/** SQLite groups and measures, the table is made of the groups: of a hundred thousand rows a few hundred come here. */
function readGroups(ask: AskDb, part: Part, spec: PivotSpec): PivotRead {
  pivotPlaces(spec, part.names);
  const { names, each } = openGroups(ask, part, keysOf(spec), spec.of);
  // What is measured is no key of its groups.
  const table = pivoter({ ...spec, measure: 'count', of: null }, names, spec.measure);
  const isCount = spec.measure === 'count';
  let read = 0;
  for (const row of each()) {
    const values = valuesOf(row);
    const [rows, filled, sum, min, max, text] = values.slice(names.length);
    if (rows === 0) continue;
    if (!isCount && text != null) throw notNumbers(spec.of, String(text));
    read += Number(rows);
    const n = Number(spec.of === null ? rows : filled);
    // Counted may be texts, too: of these there is no sum.
    table.addGroup(values, { n, sum: figure(sum), min: figure(min), max: figure(max) });
  }
  return { ...table.done(), read };
}

/** A column that no ticket has is named before anything is read. */
function checkBoard(source: AskedSource, spec: PivotSpec): void {
  if (source.kind === 'board') pivotPlaces(spec, ticketColumns);
}

/** What a ticket of a board is told by where the rows of a cell are shown. */
const shownOfBoard = ['ticket', 'subject', 'status', 'priority', 'queue', 'assignee', 'created'];

function readBehind(ask: AskDb, source: AskedSource, spec: PivotSpec, cell: Cell, limits: Limits): Rows {
  for (const [axis, values] of [
    [spec.rows, cell.rows],
    [spec.columns, cell.columns],
  ] as const)
    if (values !== null && values.length !== axis.length)
      throw new Fault('INVALID', 'A cell has one value for each of the rows and columns of its table.', {
        field: 'cell',
      });
  const wanted = [...shownOfBoard, ...spec.rows, ...spec.columns, ...(spec.of === null ? [] : [spec.of])];
  checkBoard(source, spec);
  const opened = open(ask, source, wanted);
  const places = pivotPlaces(spec, opened.names);
  const fits = (at: readonly number[], values: readonly Value[] | null, row: readonly Value[]): boolean =>
    values === null || at.every((place, part) => (row[place] ?? null) === (values[part] ?? null));
  return taken(
    opened,
    limits,
    (row) => fits(places.rows, cell.rows, row) && fits(places.columns, cell.columns, row) && counts(places.of, row),
  );
}

const counts = (of: number | null, row: readonly Value[]): boolean => of === null || (row[of] ?? null) !== null;

/** Answers a question, all of it as the desk was at one moment. Faults INVALID by field; what SQLite refuses, with its words. */
export function answer(ask: AskDb, question: Question): Rows | PivotRead {
  ask.db.exec('BEGIN');
  try {
    switch (question.kind) {
      case 'run':
        return taken(open(ask, question.source, []), question.limits, () => true);
      case 'pivot':
        return readPivot(ask, question.source, question.pivot);
      case 'behind':
        return readBehind(ask, question.source, question.pivot, question.cell, question.limits);
    }
  } catch (error) {
    throw told(error);
  } finally {
    ask.db.exec('ROLLBACK');
  }
}

/** What SQLite stumbles over while it answers: an overflow, JSON that is none, a text too long. */
function told(error: unknown): unknown {
  const code = String((error as { code?: unknown } | null)?.code);
  if (!(error instanceof Error) || error instanceof Fault) return error;
  if (code === 'SQLITE_ERROR' || code === 'SQLITE_TOOBIG' || code === 'SQLITE_MISMATCH')
    return new Fault('INVALID', `${error.message}.`, { field: 'sql' });
  return error;
}
