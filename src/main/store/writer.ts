import { uuidBytes, uuidText } from '../../domain/desk/uuid.ts';
import { type Param, row, run, type WriteDb } from './db.ts';
import { entities } from './entities.ts';
import type { EntityName } from './entity.ts';

export type Values = Readonly<Record<string, Param>>;

/** One row's change as the log keeps it: values by column, references as uids. `null`: the row was or is not there. */
export type Change = {
  readonly entity: EntityName;
  /** A uid as text, or the key of a keyed table. */
  readonly key: string;
  readonly ticketUid: Uint8Array | null;
  readonly before: Values | null;
  readonly after: Values | null;
};

/** What a commit touched, for what is derived and for the announcement. */
export type Touched = {
  /** Row ids of tickets whose columns or events changed, and whether their words did. */
  readonly tickets: Map<number, { words: boolean }>;
  readonly entities: Map<EntityName, Set<string>>;
  /** Row ids of customers whose ways to be reached changed. */
  readonly customers: Set<number>;
};

export type Writer = {
  /** Inserts a row (keyed tables: under `key`); gives its row id. */
  readonly insert: (entity: EntityName, key: Uint8Array | string, values: Values) => number;
  /** Changes a row; values that are as they were are dropped. True if anything changed. */
  readonly update: (entity: EntityName, key: Uint8Array | string, values: Values) => boolean;
  readonly remove: (entity: EntityName, key: Uint8Array | string) => void;
  readonly touched: Touched;
};

const wordColumns = new Set(['subject', 'requester', 'tags', 'body']);

/** Writes rows and hands each change to `log`. All writes but a bulk import's own rows come through here. */
export function writer(db: WriteDb, log: (change: Change) => void): Writer {
  const touched: Touched = { tickets: new Map(), entities: new Map(), customers: new Set() };

  const record = (entity: EntityName, key: Uint8Array | string, before: Values | null, after: Values | null): void => {
    const text = typeof key === 'string' ? key : uuidText(key);
    const ticketId = ticketOf(db, entity, key, before ?? after);
    const ticketUid =
      ticketId === null
        ? null
        : (row<{ uid: Uint8Array }>(db, 'SELECT uid FROM ticket WHERE id = ?', ticketId)?.uid ?? null);
    if (ticketId !== null) touchTicket(touched, ticketId, before, after);
    touchEntity(touched, entity, text);
    // One that is gone is not found by its uid any more.
    const owner = entity === 'customer' ? 'id' : entity === 'contact_point' ? 'customer_id' : null;
    const customer = owner === null ? null : (before ?? after)?.[owner];
    if (typeof customer === 'number') touched.customers.add(customer);
    log({
      entity,
      key: text,
      ticketUid,
      before: before && outward(db, entity, before),
      after: after && outward(db, entity, after),
    });
  };

  return {
    touched,
    insert(entity, key, values) {
      const columns = Object.keys(values);
      const text = `INSERT INTO ${entities[entity].table} (${[entities[entity].key, ...columns].join(', ')}) VALUES (?${', ?'.repeat(columns.length)})`;
      const id = Number(run(db, text, key, ...Object.values(values)).lastInsertRowid);
      const full = entities[entity].columns.includes('id') ? { id, ...values } : values;
      record(entity, key, null, full);
      return id;
    },
    update(entity, key, values) {
      const current = currentRow(db, entity, key);
      if (current === undefined) throw new Error(`No ${entity} ${typeof key === 'string' ? key : uuidText(key)}`);
      const moved = Object.keys(values).filter((column) => current[column] !== values[column]);
      if (moved.length === 0) return false;
      const { table, key: keyColumn } = entities[entity];
      run(
        db,
        `UPDATE ${table} SET ${moved.map((column) => `${column} = ?`).join(', ')} WHERE ${keyColumn} = ?`,
        ...moved.map((column) => values[column] ?? null),
        key,
      );
      record(entity, key, pick(current, moved), pick(values, moved));
      return true;
    },
    remove(entity, key) {
      const current = currentRow(db, entity, key);
      if (current === undefined) return;
      record(entity, key, pick(current, entities[entity].columns), null);
      run(db, `DELETE FROM ${entities[entity].table} WHERE ${entities[entity].key} = ?`, key);
    },
  };
}

/** Adds what another work touched. */
export function mergeTouched(into: Touched, { tickets, entities: others, customers }: Touched): void {
  for (const id of customers) into.customers.add(id);
  for (const [id, { words }] of tickets) into.tickets.set(id, { words: words || into.tickets.get(id)?.words === true });
  for (const [entity, keys] of others) for (const key of keys) touchEntity(into, entity, key);
}

export function currentRow(db: WriteDb, entity: EntityName, key: Uint8Array | string): Values | undefined {
  const { table, key: keyColumn, columns } = entities[entity];
  return row<Values>(db, `SELECT ${columns.join(', ')} FROM ${table} WHERE ${keyColumn} = ?`, key);
}

export const pick = (values: Values, columns: readonly string[]): Values =>
  Object.fromEntries(columns.map((column) => [column, values[column] ?? null]));

/** Row ids to uids, for the log. */
function outward(db: WriteDb, entity: EntityName, values: Values): Values {
  return mapRefs(entity, values, (target, value) => {
    const found = row<{ uid: Uint8Array }>(db, `SELECT uid FROM ${entities[target].table} WHERE id = ?`, value);
    return found === undefined ? null : uuidText(found.uid);
  });
}

/** Uids to row ids, for what the log gives back. A reference to what is gone becomes null. */
export function inward(db: WriteDb, entity: EntityName, values: Values): Values {
  return mapRefs(
    entity,
    values,
    (target, value) =>
      row<{ id: number }>(db, `SELECT id FROM ${entities[target].table} WHERE uid = ?`, uuidBytes(String(value)))?.id ??
      null,
  );
}

function mapRefs(entity: EntityName, values: Values, map: (target: EntityName, value: Param) => Param): Values {
  const refs = Object.entries(entities[entity].refs).filter(
    ([column]) => values[column] !== undefined && values[column] !== null,
  );
  if (refs.length === 0) return values;
  return {
    ...values,
    ...Object.fromEntries(refs.map(([column, target]) => [column, map(target, values[column] ?? null)])),
  };
}

function ticketOf(db: WriteDb, entity: EntityName, key: Uint8Array | string, values: Values | null): number | null {
  if (entity === 'event') {
    const known =
      values?.ticket_id ?? row<{ ticket_id: number }>(db, 'SELECT ticket_id FROM event WHERE uid = ?', key)?.ticket_id;
    return typeof known === 'number' ? known : null;
  }
  if (entity !== 'ticket') return null;
  return row<{ id: number }>(db, 'SELECT id FROM ticket WHERE uid = ?', key)?.id ?? null;
}

function touchTicket(touched: Touched, id: number, before: Values | null, after: Values | null): void {
  const words = [before, after].some(
    (values) =>
      values !== null && Object.keys(values).some((column) => wordColumns.has(column) && values[column] !== null),
  );
  const known = touched.tickets.get(id);
  if (known === undefined) touched.tickets.set(id, { words });
  else known.words ||= words;
}

function touchEntity(touched: Touched, entity: EntityName, key: string): void {
  const known = touched.entities.get(entity);
  if (known === undefined) touched.entities.set(entity, new Set([key]));
  else known.add(key);
}
