import { phoneWords } from '../../domain/customers/contact.ts';
import { contactCodes } from './codes.ts';
import { row, rows, run, type WriteDb } from './db.ts';
import type { Touched } from './writer.ts';

/** What a customer is found by. */
export type CustomerWords = { readonly name: string; readonly points: string; readonly organisation: string };

export function insertCustomerWords(db: WriteDb, id: number, { name, points, organisation }: CustomerWords): void {
  run(
    db,
    'INSERT INTO customer_fts (rowid, name, points, organisation) VALUES (?, ?, ?, ?)',
    id,
    name,
    points,
    organisation,
  );
}

/** Writes anew what a customer is found by: name, every way to reach them, their organisation. */
function deriveCustomer(db: WriteDb, id: number): void {
  run(db, 'DELETE FROM customer_fts WHERE rowid = ?', id);
  const found = row<{ name: string; email: string | null; organisation: string | null }>(
    db,
    'SELECT c.name, c.email, o.name AS organisation FROM customer c LEFT JOIN organisation o ON o.id = c.organisation_id WHERE c.id = ?',
    id,
  );
  if (found === undefined) return;
  const points = rows<{ kind: number; value: string }>(
    db,
    'SELECT kind, value FROM contact_point WHERE customer_id = ?',
    id,
  ).flatMap(({ kind, value }) => (contactCodes.word(kind) === 'phone' ? [value, ...phoneWords(value)] : [value]));
  insertCustomerWords(db, id, {
    name: found.name,
    points: [found.email ?? '', ...points].join(' '),
    organisation: found.organisation ?? '',
  });
}

const byKey = (db: WriteDb, text: string, keys: ReadonlySet<string> | undefined): number[] =>
  keys === undefined
    ? []
    : rows<{ id: number | null }>(
        db,
        text,
        JSON.stringify([...keys].map((key) => key.replaceAll('-', '').toUpperCase())),
      )
        .map(({ id }) => id)
        .filter((id) => id !== null);

const touchedOnes = 'SELECT unhex(value) FROM json_each(?)';

/** Brings the words of the customers a commit touched in line with their rows. SPEC CHG-5. */
export function deriveCustomers(db: WriteDb, { entities, customers }: Touched): void {
  const ids = new Set([
    ...customers,
    ...byKey(db, `SELECT id FROM customer WHERE uid IN (${touchedOnes})`, entities.get('customer')),
    ...byKey(
      db,
      `SELECT c.id FROM customer c JOIN organisation o ON o.id = c.organisation_id WHERE o.uid IN (${touchedOnes})`,
      entities.get('organisation'),
    ),
  ]);
  for (const id of ids) deriveCustomer(db, id);
}

/** Customers whose words are missing or are of nobody: for verify. */
export function customerWordsOff(db: WriteDb): number {
  return (
    row<{ n: number }>(
      db,
      `SELECT (SELECT count(*) FROM customer WHERE id NOT IN (SELECT rowid FROM customer_fts)) +
        (SELECT count(*) FROM customer_fts WHERE rowid NOT IN (SELECT id FROM customer)) AS n`,
    )?.n ?? 0
  );
}
