import type { Attachment } from '../../contract/index.ts';
import { uuidText, uuidTextOrNull } from '../../domain/desk/uuid.ts';
import { row, rows, run, type ReadDb, type WriteDb } from './db.ts';

type AttachmentRecord = {
  uid: Uint8Array;
  event_uid: Uint8Array | null;
  name: string;
  type: string;
  bytes: number;
  sha256: string;
  at: number;
};

/** What is attached to a ticket; the bytes are not touched. */
export function listAttachments(db: ReadDb, ticketId: number): Attachment[] {
  return rows<AttachmentRecord>(
    db,
    `SELECT a.uid, e.uid AS event_uid, a.name, a.type, a.bytes, a.sha256, a.at FROM attachment a LEFT JOIN event e ON e.id = a.event_id
     WHERE a.ticket_id = ? ORDER BY a.id`,
    ticketId,
  ).map(({ uid, event_uid, ...rest }) => ({
    id: uuidText(uid),
    eventId: uuidTextOrNull(event_uid),
    ...rest,
  }));
}

/** Keeps a content under its hash, once however often it comes. Inside the caller's transaction; no part of the log. */
export function keepContent(db: WriteDb, sha256: string, data: Uint8Array): void {
  run(db, 'INSERT INTO file_content (sha256, data) VALUES (?, ?) ON CONFLICT DO NOTHING', sha256, data);
}

/** A piece of a content from this byte on; empty beyond its end. */
export function readContent(db: ReadDb, sha256: string, offset: number, bytes: number): Uint8Array {
  return (
    row<{ piece: Uint8Array }>(
      db,
      'SELECT substr(data, ?, ?) AS piece FROM file_content WHERE sha256 = ?',
      offset + 1,
      bytes,
      sha256,
    )?.piece ?? new Uint8Array(0)
  );
}
