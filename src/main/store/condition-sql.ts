import type { Filter } from '../../contract/index.ts';
import { uuidBytes } from '../../domain/desk/uuid.ts';
import type { Conditions } from '../../domain/tickets/conditions.ts';
import type { Condition, InstantRange } from '../../domain/tickets/search/query.ts';
import { bandCodes, channelCodes, csatCodes, firstDoneStatus, priorityCodes, statusCodes } from './codes.ts';
import type { Param } from './db.ts';

export type Clause = { readonly text: string; readonly params: readonly Param[] };

/** A filter as SQL over `ticket`, and what the boards need to know of it to stay fast. */
export type Where = {
  readonly clauses: readonly Clause[];
  /** Every ticket it finds is open, so the partial indexes serve it. */
  readonly openOnly: boolean;
  /** Only columns of the count cube are asked for, so a count is a sum over its cells. */
  readonly countable: boolean;
  /** The fields restricted to one value, for the choice of an index. */
  readonly fixed: ReadonlySet<Condition['field']>;
  /** What it finds was solved within a day or two: few, whatever else the desk holds. */
  readonly solvedRange: boolean;
};

/** A ticket in the matches of a full-text expression. */
export const ftsClause = 'id IN (SELECT rowid FROM ticket_fts WHERE ticket_fts MATCH ?)';

const cube: ReadonlySet<string> = new Set(['status', 'priority', 'channel', 'band', 'assignee', 'queue']);

export function whereOf({ conditions, match }: Conditions, requester: Filter['requester']): Where {
  const clauses = conditions.map(clauseOf);
  if (match !== null) clauses.push({ text: ftsClause, params: [match] });
  if (requester !== undefined) {
    clauses.push({
      text: `customer_id IN (SELECT id FROM customer WHERE uid IN (${marks(requester)}))`,
      params: requester.map(uuidBytes),
    });
  }
  const openOnly = conditions.some(
    (condition) =>
      condition.field === 'status' &&
      !condition.negated &&
      condition.values.every((status) => statusCodes.code(status) < firstDoneStatus),
  );
  if (openOnly) clauses.unshift({ text: `status < ${firstDoneStatus}`, params: [] });
  return {
    clauses,
    openOnly,
    countable: match === null && requester === undefined && conditions.every((condition) => cube.has(condition.field)),
    fixed: new Set(
      conditions.filter((condition) => !condition.negated && condition.values.length === 1).map(({ field }) => field),
    ),
    solvedRange: conditions.some(
      (condition) =>
        condition.field === 'solved' &&
        !condition.negated &&
        condition.values.length === 1 &&
        condition.values.every(isShort),
    ),
  };
}

const shortMs = 50 * 3_600_000;
const isShort = ({ from, to }: InstantRange): boolean => from !== null && to !== null && to - from <= shortMs;

const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ');

/** Never so, but not a constant: with one, SQLite finds no use for the index that a board names. */
const none: Clause = { text: 'status < 0', params: [] };

function clauseOf(condition: Condition): Clause {
  if (condition.values.length === 0) return none;
  const positive = positiveClause(condition);
  // A missing value makes a comparison NULL, which NOT leaves NULL: it has to count as "does not match".
  return condition.negated ? { text: `NOT ifnull(${positive.text}, 0)`, params: positive.params } : positive;
}

function positiveClause(condition: Condition): Clause {
  switch (condition.field) {
    case 'status':
      return coded('status', condition.values.map(statusCodes.code));
    case 'priority':
      return coded('priority', condition.values.map(priorityCodes.code));
    case 'channel':
      return coded('channel', condition.values.map(channelCodes.code));
    case 'band':
      return coded('band', condition.values.map(bandCodes.code));
    case 'csat':
      return nullable('csat', condition.values, csatCodes.code);
    case 'assignee':
      return reference('assignee_id', 'person', condition.values);
    case 'queue':
      return reference('queue_id', 'queue', condition.values);
    case 'category':
      return nullable('category COLLATE NOCASE', condition.values, (value) => value);
    case 'tag':
      return tagged(condition.values);
    case 'level':
      return coded('level', condition.values);
    case 'drill':
      return coded('drill', condition.values.map(Number));
    case 'number':
      return coded('id', condition.values);
    default:
      return textClause(condition);
  }
}

type TextCondition = Extract<
  Condition,
  { field: 'externalId' | 'requester' | 'created' | 'updated' | 'solved' | 'waiting' | 'subject' | 'text' }
>;

function textClause(condition: TextCondition): Clause {
  switch (condition.field) {
    case 'externalId':
      return any(
        condition.values.flatMap((id) => [...new Set([id, id.toUpperCase(), id.toLowerCase()])]),
        (id) => ({
          text: 'id IN (SELECT ticket_id FROM import_ref WHERE key > ? AND key < ?)',
          params: [`${id}\u001f`, `${id}\u0020`],
        }),
      );
    case 'requester':
      return any(condition.values, (value) => {
        const like = `%${value.replace(/[\\%_]/g, '\\$&')}%`;
        return {
          text: "(requester LIKE ? ESCAPE '\\' OR customer_id IN (SELECT id FROM customer WHERE email LIKE ? ESCAPE '\\'))",
          params: [like, like],
        };
      });
    case 'created':
    case 'updated':
    case 'solved':
      return any(condition.values, (range) => within(`${condition.field}_at`, range));
    case 'waiting':
      return any(condition.values, (range) => within('waiting_since', range));
    case 'subject':
    case 'text':
      return any(condition.values, (value) => ({
        text: ftsClause,
        params: [condition.field === 'subject' ? `{subject} : (${value})` : value],
      }));
  }
}

const coded = (column: string, values: readonly number[]): Clause =>
  values.length === 1
    ? { text: `${column} = ?`, params: values }
    : { text: `${column} IN (${marks(values)})`, params: values };

function any<T>(values: readonly T[], clause: (value: T) => Clause): Clause {
  const parts = values.map(clause);
  return { text: `(${parts.map(({ text }) => text).join(' OR ')})`, params: parts.flatMap(({ params }) => params) };
}

function nullable<T extends string>(column: string, values: readonly (T | null)[], code: (value: T) => Param): Clause {
  const given = values.filter((value) => value !== null);
  const parts = [
    ...(given.length > 0 ? [`${column} IN (${marks(given)})`] : []),
    ...(given.length < values.length ? [`${column} IS NULL`] : []),
  ];
  return { text: `(${parts.join(' OR ')})`, params: given.map(code) };
}

function reference(column: string, table: string, values: readonly (string | null)[]): Clause {
  const given = values.filter((value) => value !== null);
  if (given.length === 0) return { text: `${column} IS NULL`, params: [] };
  const found =
    given.length === 1
      ? `${column} = (SELECT id FROM ${table} WHERE uid = ?)`
      : `${column} IN (SELECT id FROM ${table} WHERE uid IN (${marks(given)}))`;
  return {
    text: given.length < values.length ? `(${found} OR ${column} IS NULL)` : found,
    params: given.map(uuidBytes),
  };
}

function tagged(values: readonly (string | null)[]): Clause {
  const given = values.filter((value) => value !== null);
  const parts = [
    ...(given.length > 0 ? [`id IN (SELECT ticket_id FROM ticket_tag WHERE tag IN (${marks(given)}))`] : []),
    ...(given.length < values.length ? ["tags = '[]'"] : []),
  ];
  return { text: `(${parts.join(' OR ')})`, params: given.map((tag) => tag.toLowerCase()) };
}

function within(column: string, { from, to }: { readonly from: number | null; readonly to: number | null }): Clause {
  const parts = [
    `${column} IS NOT NULL`,
    ...(from === null ? [] : [`${column} >= ?`]),
    ...(to === null ? [] : [`${column} < ?`]),
  ];
  return { text: `(${parts.join(' AND ')})`, params: [from, to].filter((edge) => edge !== null) };
}

/** The same conditions over the cells of the count cube, where no queue or owner is 0. */
export function cubeText(text: string): string {
  return text.replaceAll(/\b(queue_id|assignee_id) IS NULL/g, '$1 = 0');
}
