import { eventCodes, firstDoneStatus } from './codes.ts';
import { column, row, rows, type ReadDb } from './db.ts';

/** How many of the newest tickets with a word are looked at: enough to tell a rare word, whatever the size of the desk. */
const newestOfWord = 120;

export type WordHits = {
  readonly word: string;
  /** Newest first. */ readonly ids: readonly number[];
  /** How rare the word is, from 0.1 for one that stands in every ticket. */ readonly rarity: number;
};

/**
 * The newest tickets that have a word in their subject, or anywhere. Of a word that is in more tickets than are looked
 * at, how close together those lie says how rare it is: no count of all of them is made. SPEC TRI-6.
 */
export function wordHits(db: ReadDb, words: readonly string[]): WordHits[] {
  const newest = row<{ id: number | null }>(db, 'SELECT max(id) AS id FROM ticket')?.id ?? 0;
  return words.map((word) => {
    const ids = column<number>(
      db,
      'SELECT rowid FROM ticket_fts WHERE ticket_fts MATCH ? ORDER BY rowid DESC LIMIT ?',
      `"${word.replaceAll('"', '')}"`,
      newestOfWord,
    );
    const span = ids.length < newestOfWord ? newest : newest - (ids.at(-1) ?? 0) + 1;
    return { word, ids, rarity: Math.max(0.1, Math.log((1 + span) / (1 + ids.length))) };
  });
}

/** The tickets of a customer that may be the same matter: what is open, then the newest. */
export function ticketsOfCustomer(db: ReadDb, customerId: number, most: number): number[] {
  const open = column<number>(
    db,
    'SELECT id FROM ticket INDEXED BY open_customer WHERE customer_id = ? AND status < 4 LIMIT ?',
    customerId,
    most,
  );
  const newest = column<number>(
    db,
    'SELECT id FROM ticket INDEXED BY ticket_customer WHERE customer_id = ? ORDER BY id DESC LIMIT ?',
    customerId,
    most,
  );
  return [...new Set([...open, ...newest])].slice(0, most);
}

export type AlikeRecord = {
  id: number;
  subject: string;
  customer_id: number;
  open: number;
  updated_at: number;
  text: string | null;
};

const comparedCharacters = 4000;

/** What is compared of tickets: their subject and the first thing the customer said. Merged ones stand for nothing. */
export function readAlike(db: ReadDb, ids: readonly number[]): AlikeRecord[] {
  return rows<AlikeRecord>(
    db,
    `SELECT id, subject, customer_id, status < ${firstDoneStatus} AS open, updated_at,
       (SELECT substr(body, 1, ${comparedCharacters}) FROM event WHERE ticket_id = ticket.id
        AND type = ${eventCodes.code('customerMessage')} ORDER BY at, event.id LIMIT 1) AS text
     FROM ticket WHERE id IN (SELECT value FROM json_each(?)) AND merged_into IS NULL AND drill = 0`,
    JSON.stringify(ids),
  );
}
