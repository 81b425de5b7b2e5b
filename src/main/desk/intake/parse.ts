import { isUtf8 } from 'node:buffer';
import { readFile, stat } from 'node:fs/promises';
import type { IntakeDraft } from '../../../contract/index.ts';
import { uuidText } from '../../../domain/desk/uuid.ts';
import { Fault } from '../../../domain/fault.ts';
import { chatDraft } from '../../../domain/intake/chat.ts';
import { plainText, type TextDraft } from '../../../domain/intake/draft.ts';
import { safeFileName } from '../../../domain/intake/file-name.ts';
import { mailDraft, numberInSubject, pastedMail } from '../../../domain/intake/mail.ts';
import { customerByContact } from '../../store/customer-read.ts';
import { row } from '../../store/db.ts';
import { mostBytes } from '../attachments.ts';
import type { Core } from '../core.ts';
import { mergedChain } from '../kin.ts';
import type { Session } from '../router-base.ts';
import { readMail, type ReadMail } from './read-mail.ts';

type Kind = 'auto' | 'eml' | 'chat' | 'text';
type Input = {
  readonly text?: string | undefined;
  readonly uploadId?: string | undefined;
  readonly data?: string | undefined;
  readonly fileName?: string | undefined;
  readonly kind: Kind;
};

/** A mail with a file of 25 MB in it, which base64 makes longer by a third. */
const mostToRead = 40 * 1024 * 1024;
const mostText = 2_000_000;

type Given = { readonly bytes: Uint8Array; readonly fileName: string | null; readonly uploadId: string | null };

/** Reads what was pasted or dropped into a draft; writes nothing to the desk. SPEC TRI-8. */
export async function parseDraft(core: Core, input: Input, session: Session): Promise<IntakeDraft> {
  const given = await givenBytes(core, input, session);
  if (isMail(given, input.kind)) return draftOfMail(core, given);
  const text = given.fileName === null || !isBinary(given.bytes) ? decoded(given.bytes) : null;
  if (text === null || text.length > mostText) return keptFile(core, given);
  return completed(core, textDraft(core, text, input.kind), nothingMore);
}

async function givenBytes(core: Core, input: Input, session: Session): Promise<Given> {
  const { text, data, uploadId, fileName = 'file' } = input;
  if (text !== undefined) return { bytes: Buffer.from(text), fileName: null, uploadId: null };
  if (data !== undefined) return { bytes: Buffer.from(data, 'base64'), fileName, uploadId: null };
  if (uploadId === undefined) throw new Fault('INVALID', 'There is nothing to read. Paste a text or drop a file.');
  const found = await core.uploads.resolve({ uploadId }, session);
  const { size } = await stat(found.path).catch(() => ({ size: 0 }));
  if (size > mostToRead)
    throw new Fault('INVALID', `${safeFileName(found.fileName)} is larger than 40 MB, so it was not read.`, {
      field: 'file',
    });
  const bytes = size === 0 ? new Uint8Array(0) : await readFile(found.path);
  return { bytes, fileName: found.fileName, uploadId };
}

const head = (bytes: Uint8Array, length: number): string => Buffer.from(bytes.subarray(0, length)).toString('latin1');
const mailHead =
  /^(?:received|return-path|delivered-to|message-id|mime-version|dkim-signature|content-type|content-transfer-encoding|x-[\w-]+|from|to|subject|date|reply-to|in-reply-to):/i;
const onlyMails = /^(?:mime-version|message-id|received|content-type|return-path):/im;

/** By its own beginning, not by its name: three lines of a head, one of which only mails have. */
function isMail({ bytes, fileName }: Given, kind: Kind): boolean {
  if (kind === 'eml') return true;
  if (kind !== 'auto') return false;
  const start = head(bytes, 8192).replace(/^From [^\n]*\n/, '');
  const lines = (start.split(/\r?\n\r?\n/)[0] ?? '').split(/\r?\n/);
  const heads = lines.filter((line) => mailHead.test(line)).length;
  const named = fileName !== null && /\.eml$/i.test(fileName);
  return mailHead.test(lines[0] ?? '') && heads >= 2 && (named || onlyMails.test(lines.join('\n')));
}

/** Text has no NUL and few control characters. */
function isBinary(bytes: Uint8Array): boolean {
  const some = bytes.subarray(0, 4096);
  if (head(bytes, 5) === '%PDF-') return true;
  if (some[0] === 0xff && some[1] === 0xfe) return false;
  return some.some((byte) => byte === 0) || some.filter((byte) => byte < 9).length > some.length / 100;
}

function decoded(bytes: Uint8Array): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  const name = isUtf16 ? 'utf-16le' : isUtf8(bytes) ? 'utf-8' : 'windows-1252';
  return new TextDecoder(name).decode(bytes).replaceAll('\0', '');
}

function textDraft(core: Core, text: string, kind: Kind): TextDraft {
  if (kind === 'text') return plainText(text);
  const people = core.facts.context().people.map(({ name }) => name);
  const chat = chatDraft(text, people, kind === 'chat');
  if (kind === 'chat') {
    if (chat === null) throw new Fault('INVALID', 'No line says who speaks, so it was not read as a chat.');
    return chat;
  }
  return pastedMail(text) ?? chat ?? plainText(text);
}

type More = Pick<IntakeDraft, 'sentAt' | 'messageId' | 'belongsTo' | 'attachments'>;
const nothingMore: More = { sentAt: null, messageId: null, belongsTo: null, attachments: [] };

/** What is not text (a PDF, a picture) is kept as it came, under its name. SPEC TRI-8. */
async function keptFile(core: Core, { bytes, fileName, uploadId }: Given): Promise<IntakeDraft> {
  const name = safeFileName(fileName ?? 'text.txt');
  if (bytes.length > mostBytes)
    throw new Fault('INVALID', `${name} is larger than the 25 MB a ticket takes.`, { field: 'file' });
  const type = head(bytes, 5) === '%PDF-' ? 'application/pdf' : 'application/octet-stream';
  const id = uploadId ?? (await held(core, name, bytes));
  return {
    ...plainText(''),
    ...nothingMore,
    requester: null,
    kind: 'file',
    subject: name,
    attachments: [{ uploadId: id, name, type, bytes: bytes.length }],
    notes: ['The file is attached as it is; nothing was read from it.'],
  };
}

async function held(core: Core, name: string, bytes: Uint8Array): Promise<string> {
  const id = uuidText(core.newId(core.ports.now()));
  core.uploads.begin(id, name, bytes.length);
  await core.uploads.append(id, 0, Buffer.from(bytes));
  return id;
}

async function draftOfMail(core: Core, { bytes }: Given): Promise<IntakeDraft> {
  const read = await readMail(bytes);
  const draft = mailDraft(read.mail);
  const kept = read.files.filter(({ data }) => data.length <= mostBytes).slice(0, 50);
  const attachments: IntakeDraft['attachments'] = [];
  for (const { name, type, data } of kept) {
    const safe = safeFileName(name);
    attachments.push({ uploadId: await held(core, safe, data), name: safe, type, bytes: data.length });
  }
  const left = read.files.length - kept.length;
  const note = `${left} ${left === 1 ? 'attachment was' : 'attachments were'} left out: over 25 MB, or more than 50.`;
  return completed(core, left === 0 ? draft : { ...draft, notes: [...draft.notes, note] }, {
    sentAt: read.sentAt,
    messageId: read.messageId,
    belongsTo: belongsTo(core, read),
    attachments,
  });
}

/** What only the desk knows: whether it knows whoever asks. */
function completed(core: Core, draft: TextDraft, more: More): IntakeDraft {
  const { requester } = draft;
  const known = requester === null ? undefined : customerByContact(core.db, requester);
  const found =
    known === undefined ? undefined : row<{ uid: Uint8Array }>(core.db, 'SELECT uid FROM customer WHERE id = ?', known);
  const customerId = found === undefined ? null : uuidText(found.uid);
  return { ...draft, ...more, requester: requester === null ? null : { ...requester, customerId } };
}

type RefRecord = { id: number; uid: Uint8Array; subject: string };

/** Where the matter of a ticket lives now: the end of its merges. SPEC REL-6. */
function living(core: Core, ticket: RefRecord): RefRecord {
  const went = mergedChain(core.db, ticket.id).at(-1);
  const found =
    went === undefined ? undefined : row<RefRecord>(core.db, 'SELECT id, uid, subject FROM ticket WHERE id = ?', went);
  return found ?? ticket;
}

/** The ticket a mail answers: by the mails its tickets came as, else by the number in its subject and its sender. SPEC TRI-9. */
function belongsTo(core: Core, { mail, messageId, answers }: ReadMail): IntakeDraft['belongsTo'] {
  const byMail = 'SELECT t.id, t.uid, t.subject FROM mail_ref m JOIN ticket t ON t.id = m.ticket_id WHERE m.key = ?';
  const asRef = (found: RefRecord, why: string) => ({
    id: uuidText(found.uid),
    number: found.id,
    subject: found.subject,
    why,
  });
  const same = messageId === null ? undefined : row<RefRecord>(core.db, byMail, messageId);
  if (same !== undefined) return asRef(same, 'This very mail was taken in there.');
  for (const id of answers) {
    const found = row<RefRecord>(core.db, byMail, id);
    if (found !== undefined) return asRef(found, 'It answers a mail of that ticket.');
  }
  const number = numberInSubject(mail.subject);
  const sender = mail.from === null ? undefined : customerByContact(core.db, mail.from);
  if (number === null || sender === undefined) return null;
  const named = row<RefRecord>(
    core.db,
    'SELECT id, uid, subject FROM ticket WHERE id = ? AND customer_id = ?',
    number,
    sender,
  );
  if (named === undefined) return null;
  return asRef(living(core, named), 'Its subject names the number, and the sender is the same.');
}
