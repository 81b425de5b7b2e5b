import type { Customer, CustomerRow } from '../../contract/index.ts';
import { contactNorm } from '../../domain/customers/contact.ts';
import { uuidText } from '../../domain/desk/uuid.ts';
import { fold, words } from '../../domain/tickets/search/fold.ts';
import { channelCodes, contactCodes } from './codes.ts';
import { column, row, rows, type Param, type ReadDb } from './db.ts';

type CustomerRecord = {
  id: number;
  uid: Uint8Array;
  name: string;
  email: string | null;
  organisation_uid: Uint8Array | null;
  organisation: string | null;
  vip: number;
  open_tickets: number;
  tickets: number;
};

const rowText = `SELECT c.id, c.uid, c.name, c.email, c.vip, o.uid AS organisation_uid, o.name AS organisation,
  (SELECT count(*) FROM ticket INDEXED BY open_customer WHERE customer_id = c.id AND status < 4) AS open_tickets,
  (SELECT count(*) FROM ticket WHERE customer_id = c.id) AS tickets
  FROM customer c LEFT JOIN organisation o ON o.id = c.organisation_id`;

const toRow = (record: CustomerRecord): CustomerRow => ({
  id: uuidText(record.uid),
  name: record.name,
  email: record.email,
  organisation:
    record.organisation_uid === null
      ? null
      : { id: uuidText(record.organisation_uid), name: record.organisation ?? '' },
  vip: record.vip === 1,
  openTickets: record.open_tickets,
  tickets: record.tickets,
});

/** The customers with these row ids, in this order. */
function rowsOf(db: ReadDb, ids: readonly number[]): CustomerRow[] {
  const found = rows<CustomerRecord>(
    db,
    `${rowText} WHERE c.id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(ids),
  );
  const byId = new Map(found.map((record) => [record.id, record]));
  return ids.flatMap((id) => {
    const record = byId.get(id);
    return record === undefined ? [] : [toRow(record)];
  });
}

/** An FTS5 expression for what is typed: each of its words is the beginning of one; digits also the end of a number. */
export function customerMatch(text: string): string | null {
  const typed = words(text.slice(0, 320)).slice(0, 8);
  if (typed.length === 0) return null;
  const each = typed.map((word) => `"${word.replaceAll('"', '')}"*`).join(' AND ');
  const digits = text.replace(/[^\d]/g, '');
  const isNumber = digits.length >= 4 && /^[\d\s+()./-]+$/.test(text);
  return isNumber ? `(${each}) OR "${contactNorm('phone', text)}"*` : each;
}

/** The best by what is typed: whose name or address begins with it, then whoever else has its words, the newest first. */
export function findCustomers(db: ReadDb, text: string, limit: number): CustomerRow[] {
  const match = customerMatch(text);
  if (match === null) return [];
  const start = text.trim();
  const after = `${start}\u{10ffff}`;
  const byName = column<number>(
    db,
    'SELECT id FROM customer WHERE name COLLATE NOCASE >= ? AND name COLLATE NOCASE < ? ORDER BY name COLLATE NOCASE, id LIMIT ?',
    start,
    after,
    limit,
  );
  const byEmail = column<number>(
    db,
    'SELECT id FROM customer WHERE email IS NOT NULL AND email >= ? AND email < ? ORDER BY email LIMIT ?',
    start,
    after,
    limit,
  );
  const others = column<number>(
    db,
    'SELECT rowid FROM customer_fts WHERE customer_fts MATCH ? ORDER BY rowid DESC LIMIT ?',
    match,
    limit * 2,
  );
  return rowsOf(db, [...new Set([...byName, ...byEmail, ...others])].slice(0, limit));
}

type ListQuery = {
  readonly text: string;
  readonly organisationId: number | null;
  readonly offset: number;
  readonly limit: number;
};

/** A window by name. Names are walked in their index; what was searched for is a set of row ids to look into. SPEC CUS-4. */
export function listCustomers(db: ReadDb, query: ListQuery): { total: number; rows: CustomerRow[] } {
  const match = customerMatch(query.text);
  if (match === null && query.text.trim() !== '') return { total: 0, rows: [] };
  const clauses: { readonly text: string; readonly param: Param }[] = [
    ...(match === null
      ? []
      : [{ text: 'id IN (SELECT rowid FROM customer_fts WHERE customer_fts MATCH ?)', param: match }]),
    ...(query.organisationId === null ? [] : [{ text: 'organisation_id = ?', param: query.organisationId }]),
  ];
  const where = clauses.length === 0 ? '' : ` WHERE ${clauses.map(({ text }) => text).join(' AND ')}`;
  const params = clauses.map(({ param }) => param);
  const index = query.organisationId === null ? ' INDEXED BY customer_name' : '';
  const ids = column<number>(
    db,
    `SELECT id FROM customer${index}${where} ORDER BY name COLLATE NOCASE, id LIMIT ? OFFSET ?`,
    ...params,
    query.limit,
    query.offset,
  );
  const total = row<{ n: number }>(db, `SELECT count(*) AS n FROM customer${where}`, ...params)?.n ?? 0;
  return { total, rows: rowsOf(db, ids) };
}

type PreferenceRecord = { language: string | null; channel: number | null; time_zone: string | null; notes: string };

export function readCustomer(db: ReadDb, id: number): Customer | undefined {
  const [head] = rowsOf(db, [id]);
  const preferred = row<PreferenceRecord>(
    db,
    'SELECT language, channel, time_zone, notes FROM customer WHERE id = ?',
    id,
  );
  if (head === undefined || preferred === undefined) return undefined;
  const points = rows<{ kind: number; value: string; label: string | null }>(
    db,
    'SELECT kind, value, label FROM contact_point WHERE customer_id = ? ORDER BY position, id',
    id,
  );
  return {
    ...head,
    contactPoints: points.map(({ kind, value, label }) => ({ kind: contactCodes.word(kind), value, label })),
    language: preferred.language,
    channel: preferred.channel === null ? null : channelCodes.word(preferred.channel),
    timeZone: preferred.time_zone,
    notes: preferred.notes,
  };
}

export const customerRowId = (db: ReadDb, uid: Uint8Array): number | undefined =>
  row<{ id: number }>(db, 'SELECT id FROM customer WHERE uid = ?', uid)?.id;

export type Contact = {
  readonly name: string;
  readonly email: string | null;
  readonly phone?: string | null;
  readonly handle?: string | null;
};

/** Whoever is reached by one of these: by the primary address first, then by any other. SPEC CUS-2. */
export function customerByContact(db: ReadDb, { email, phone = null, handle = null }: Contact): number | undefined {
  const point = (kind: 'email' | 'phone' | 'social', value: string | null): number | undefined =>
    value === null
      ? undefined
      : row<{ id: number }>(
          db,
          'SELECT customer_id AS id FROM contact_point WHERE kind = ? AND norm = ? ORDER BY customer_id LIMIT 1',
          contactCodes.code(kind),
          contactNorm(kind, value),
        )?.id;
  const primary =
    email === null ? undefined : row<{ id: number }>(db, 'SELECT id FROM customer WHERE email = ?', email)?.id;
  return primary ?? point('email', email) ?? point('phone', phone) ?? point('social', handle);
}

type OrganisationRecord = { uid: Uint8Array; name: string; notes: string; people: number };

export function listOrganisations(db: ReadDb, text: string) {
  const wanted = fold(text.trim()).replace(/[%_\\]/g, (sign) => `\\${sign}`);
  return rows<OrganisationRecord>(
    db,
    `SELECT uid, name, notes, (SELECT count(*) FROM customer WHERE organisation_id = organisation.id) AS people
     FROM organisation WHERE name LIKE ? ESCAPE '\\' ORDER BY name LIMIT 100`,
    `%${wanted}%`,
  ).map(({ uid, ...rest }) => ({ id: uuidText(uid), ...rest }));
}
