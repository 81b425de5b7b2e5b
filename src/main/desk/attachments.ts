import { hash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import type { Done } from '../../contract/index.ts';
import { uuidBytes } from '../../domain/desk/uuid.ts';
import { Fault } from '../../domain/fault.ts';
import { safeFileName } from '../../domain/intake/file-name.ts';
import { keepContent, readContent } from '../store/attachments.ts';
import { row } from '../store/db.ts';
import type { Writer } from '../store/writer.ts';
import type { Core } from './core.ts';
import type { Session } from './router-base.ts';
import { doneOf } from './ticket-commands.ts';
import { addEvent, applyPatch, atDesk, instantFor, ticketById, ticketState } from './ticket-write.ts';

/** The largest file a ticket takes: what mail servers let through. SPEC TRI-12. */
export const mostBytes = 25 * 1024 * 1024;

export type AttachmentIn = {
  readonly uploadId: string;
  readonly name?: string | undefined;
  readonly type?: string | undefined;
};

/** A file as it will be kept. */
export type HeldFile = {
  readonly name: string;
  readonly type: string;
  readonly sha256: string;
  readonly data: Uint8Array;
};

const plainType = /^[\w.+-]{1,100}\/[\w.+-]{1,100}$/;

/** Reads what was sent up, before anything is written. Faults INVALID on what is too big, naming it. */
export async function heldFiles(
  core: Core,
  attachments: readonly AttachmentIn[],
  session: Session,
): Promise<HeldFile[]> {
  const held: HeldFile[] = [];
  for (const { uploadId, name: given, type = '' } of attachments) {
    const { path, fileName } = await core.uploads.resolve({ uploadId }, session);
    const name = safeFileName(given ?? fileName);
    const { size } = await stat(path).catch(() => ({ size: 0 }));
    if (size > mostBytes) throw tooBig(name, size);
    const data = size === 0 ? new Uint8Array(0) : await readFile(path);
    held.push({
      name,
      type: plainType.test(type) ? type.toLowerCase() : 'application/octet-stream',
      sha256: hash('sha256', data, 'hex'),
      data,
    });
  }
  return held;
}

const tooBig = (name: string, bytes: number): Fault =>
  new Fault(
    'INVALID',
    `${name} has ${Math.ceil(bytes / 1024 / 1024)} MB; a ticket takes files up to 25 MB. Leave it out, and note where it is kept.`,
    { field: 'attachments' },
  );

/** Writes files to a ticket as part of a command; the content stands once, however often it comes. */
export function writeFiles(
  core: Core,
  write: Writer,
  ticketId: number,
  at: number,
  files: readonly HeldFile[],
  eventId: number | null,
): void {
  for (const { name, type, sha256, data } of files) {
    keepContent(core.db, sha256, data);
    write.insert('attachment', core.newId(core.ports.now()), {
      ticket_id: ticketId,
      event_id: eventId,
      name,
      type,
      bytes: data.length,
      sha256,
      at,
    });
  }
}

/** The row id of the newest event of a ticket: what was just written to it. */
export const newestEvent = (core: Core, ticketId: number): number | null =>
  row<{ id: number }>(core.db, 'SELECT max(id) AS id FROM event WHERE ticket_id = ?', ticketId)?.id ?? null;

export async function attach(
  core: Core,
  input: { readonly id: string; readonly attachments: readonly AttachmentIn[] },
  session: Session,
): Promise<Done> {
  const files = await heldFiles(core, input.attachments, session);
  const ticket = ticketState(core, input.id);
  const names = files.map(({ name }) => name).join(', ');
  const label = `${files.length === 1 ? names : `${files.length} files`} on #${ticket.id}`;
  const done = core.write({ name: 'tickets.attach', label }, (write) => {
    const [at, by] = [instantFor(core, ticket), atDesk(core)];
    const event = { type: 'field', kind: by.kind, author: by.name, field: 'Attachment', to: names } as const;
    addEvent(core, write, ticket.id, at, event);
    writeFiles(core, write, ticket.id, at, files, newestEvent(core, ticket.id));
    applyPatch(core, write, ticket, {}, { at, by });
  });
  return doneOf(done, 1, label);
}

type Record = { ticket_id: number; name: string; bytes: number; sha256: string };

function attachmentRecord(core: Core, id: string): Record {
  const found = row<Record>(
    core.db,
    'SELECT ticket_id, name, bytes, sha256 FROM attachment WHERE uid = ?',
    uuidBytes(id),
  );
  if (found === undefined) throw new Fault('NOT_FOUND', 'That attachment is not on this desk any more.');
  return found;
}

export function detach(core: Core, id: string): Done {
  const record = attachmentRecord(core, id);
  const ticket = ticketById(core, record.ticket_id);
  if (ticket === undefined) throw new Fault('NOT_FOUND', 'That ticket is not on this desk any more.');
  const label = `${record.name} off #${ticket.id}`;
  const done = core.write({ name: 'tickets.detach', label }, (write) => {
    const [at, by] = [instantFor(core, ticket), atDesk(core)];
    const event = { type: 'field', kind: by.kind, author: by.name, field: 'Attachment', from: record.name } as const;
    addEvent(core, write, ticket.id, at, event);
    write.remove('attachment', uuidBytes(id));
    applyPatch(core, write, ticket, {}, { at, by });
  });
  return doneOf(done, 1, label);
}

const pieceBytes = 3 * 1024 * 1024;

export function download(core: Core, { id, offset }: { readonly id: string; readonly offset: number }) {
  const { name, bytes, sha256 } = attachmentRecord(core, id);
  const piece = readContent(core.db, sha256, offset, pieceBytes);
  const next = offset + piece.length;
  return {
    fileName: name,
    bytes,
    data: Buffer.from(piece).toString('base64'),
    next: piece.length === 0 || next >= bytes ? null : next,
  };
}
