import type { GroupKey, Sort, SortKey, TicketRow } from '../../contract/index.ts';
import { bandCodes, channelCodes, priorityCodes, statusCodes } from './codes.ts';
import { cubeText, type Where } from './condition-sql.ts';
import { rows, type Param, type ReadDb } from './db.ts';
import { rowColumns, toTicketRow, uidOf, type TicketRecord } from './ticket-rows.ts';

const sortColumns: Readonly<Record<SortKey, string>> = {
  due: 'due_at',
  number: 'id',
  created: 'created_at',
  updated: 'updated_at',
  solved: 'solved_at',
  priority: 'priority',
  status: 'status',
  subject: 'subject COLLATE NOCASE',
  requester: 'requester COLLATE NOCASE',
  // The order of letters is said outside: a subquery does not hand on that of its column.
  queue: '(SELECT name FROM queue WHERE queue.id = queue_id) COLLATE NOCASE',
  assignee: '(SELECT name FROM person WHERE person.id = assignee_id) COLLATE NOCASE',
  channel: 'channel',
  category: 'category COLLATE NOCASE',
  band: 'band',
};

/** Sorts an index of all tickets gives row by row; any other has to look at all rows it sorts. */
const indexedSorts: ReadonlySet<SortKey> = new Set(['number', 'created', 'updated']);

const openIndexes = [
  ['band', 'open_band'],
  ['assignee', 'open_assignee'],
  ['priority', 'open_priority'],
  ['queue', 'open_queue'],
  ['status', 'open_status'],
] as const;

export type WindowQuery = {
  readonly text: string;
  readonly params: readonly Param[];
  /** Cheap at any size of desk. */ readonly hot: boolean;
};

/**
 * The SQL of a board's rows in order, without LIMIT. Open tickets are read by a partial index, named outright: without
 * statistics SQLite would rather walk a million solved ones in the order asked for. SPEC BRD-3.
 */
export function boardQuery(columns: string, where: Where, sort: Sort): WindowQuery {
  const from = where.openOnly
    ? `ticket INDEXED BY ${openIndex(where)}`
    : where.solvedRange
      ? 'ticket INDEXED BY ticket_solved'
      : 'ticket';
  const condition = where.clauses.length === 0 ? '' : ` WHERE ${where.clauses.map(({ text }) => text).join(' AND ')}`;
  const first = sort[0];
  const hot =
    where.openOnly ||
    where.solvedRange ||
    (where.clauses.length === 0 && (first === undefined || (sort.length === 1 && indexedSorts.has(first.by))));
  return {
    text: `SELECT ${columns} FROM ${from}${condition} ORDER BY ${orderBy(sort)}`,
    params: where.clauses.flatMap(({ params }) => params),
    hot,
  };
}

const openIndex = (where: Where): string => openIndexes.find(([field]) => where.fixed.has(field))?.[1] ?? 'open_due';

function orderBy(sort: Sort): string {
  const keys = sort.map(({ by, descending }) => `${sortColumns[by]}${descending ? ' DESC' : ''}`);
  // The row id settles ties, in the direction of the last key so that one index serves both.
  if (!sort.some(({ by }) => by === 'number')) keys.push(sort.at(-1)?.descending === true ? 'id DESC' : 'id');
  return keys.join(', ');
}

export function readWindow(db: ReadDb, query: WindowQuery, offset: number, limit: number): TicketRow[] {
  return rows<TicketRecord>(db, `${query.text} LIMIT ? OFFSET ?`, ...query.params, limit, offset).map((record) =>
    toTicketRow(db, record),
  );
}

/** The rows with these row ids, in this order; those that are gone are left out. */
export function readByIds(db: ReadDb, ids: readonly number[]): TicketRow[] {
  const found = rows<TicketRecord>(
    db,
    `SELECT ${rowColumns} FROM ticket WHERE id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(ids),
  );
  const byId = new Map(found.map((record) => [record.id, record]));
  return ids.flatMap((id) => {
    const record = byId.get(id);
    return record === undefined ? [] : [toTicketRow(db, record)];
  });
}

const groupColumns: Readonly<Record<GroupKey, string>> = {
  status: 'status',
  priority: 'priority',
  assignee: 'assignee_id',
  queue: 'queue_id',
  channel: 'channel',
  band: 'band',
};

export type Counts = { readonly total: number; readonly groups: { key: string | null; count: number }[] };

/** Counts from the cube where it has the columns asked for, else by looking. SPEC BRD-5. */
export function readCounts(db: ReadDb, where: Where, groupBy: GroupKey | undefined): Counts {
  const condition = where.clauses.length === 0 ? '' : ` WHERE ${where.clauses.map(({ text }) => text).join(' AND ')}`;
  const params = where.clauses.flatMap((clause) => clause.params);
  const key = groupBy === undefined ? '0' : groupColumns[groupBy];
  const index =
    where.openOnly && !where.countable
      ? ` INDEXED BY ${openIndex(where)}`
      : where.solvedRange
        ? ' INDEXED BY ticket_solved'
        : '';
  const text = where.countable
    ? `SELECT ${key} AS key, sum(n) AS count FROM ticket_count${cubeText(condition)} GROUP BY 1 HAVING sum(n) > 0`
    : `SELECT ${key} AS key, count(*) AS count FROM ticket${index}${condition} GROUP BY 1`;
  const found = rows<{ key: number | null; count: number }>(db, text, ...params);
  const total = found.reduce((sum, { count }) => sum + count, 0);
  return {
    total,
    groups:
      groupBy === undefined ? [] : found.map(({ key: code, count }) => ({ key: groupWord(db, groupBy, code), count })),
  };
}

function groupWord(db: ReadDb, groupBy: GroupKey, code: number | null): string | null {
  switch (groupBy) {
    case 'status':
      return statusCodes.word(code ?? 0);
    case 'priority':
      return priorityCodes.word(code ?? 0);
    case 'channel':
      return channelCodes.word(code ?? 0);
    case 'band':
      return bandCodes.word(code ?? 0);
    case 'assignee':
      return code === null || code === 0 ? null : uidOf(db, 'person', code);
    case 'queue':
      return code === null || code === 0 ? null : uidOf(db, 'queue', code);
  }
}
