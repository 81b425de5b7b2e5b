import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime';
import { Fault } from '../../../domain/fault.ts';
import type { Mailbox } from '../../../domain/intake/mail-head.ts';
import { messageIds, type Mail } from '../../../domain/intake/mail.ts';

export type ReadMail = {
  readonly mail: Mail;
  readonly messageId: string | null;
  /** What it answers, the nearest first. */
  readonly answers: readonly string[];
  readonly sentAt: number | null;
  readonly files: readonly { readonly name: string; readonly type: string; readonly data: Uint8Array }[];
};

/** A part in a part in a part: beyond this it is a bomb, not a mail. */
const deepest = 100;
const mostParts = 5000;
/** The head of a part costs work whatever it says: counted before anything is parsed. */
const partMark = /^--/gm;

const box = (address: Address | undefined): Mailbox | null => {
  const one = address?.group === undefined ? address : address.group[0];
  if (one === undefined || (one.address === '' && one.name === '')) return null;
  const email = /^[^\s@]+@[^\s@]+$/.test(one.address) ? one.address : null;
  return { name: plain(one.name).slice(0, 200) || (email ?? ''), email };
};

/** A head is one line, whatever was folded or smuggled into it. */
const plain = (text: string): string =>
  text
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** Reads a mail as it lies on disk. Nothing of it is run, fetched or shown. Faults INVALID where it is no mail. */
export async function readMail(bytes: Uint8Array): Promise<ReadMail> {
  refuseBombs(bytes);
  const email = await parse(bytes);
  const attachedMails = email.attachments.filter(({ mimeType }) => mimeType === 'message/rfc822');
  const [only] = attachedMails;
  const inside = attachedMails.length === 1 && only !== undefined ? await parse(bytesOf(only)).catch(() => null) : null;
  const files = [...email.attachments, ...(inside?.attachments ?? [])];
  return {
    mail: { ...mailOf(email), attached: inside === null ? null : { ...mailOf(inside), attached: null } },
    messageId: messageIds(email.messageId)[0] ?? null,
    answers: messageIds(email.inReplyTo, ...[email.references]).toReversed(),
    sentAt: instantOf(email.date),
    files: files.filter(isWorthKeeping).map((file, index) => ({
      name: file.filename ?? nameOf(file, index),
      type: file.mimeType,
      data: bytesOf(file),
    })),
  };
}

async function parse(bytes: Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(bytes, { forceRfc822Attachments: true, maxNestingDepth: deepest });
  } catch {
    throw new Fault('INVALID', 'This mail is damaged or made to do harm, so it was not read. Attach it as a file.', {
      field: 'file',
    });
  }
}

function refuseBombs(bytes: Uint8Array): void {
  const parts = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1').match(partMark);
  if ((parts?.length ?? 0) > mostParts)
    throw new Fault(
      'INVALID',
      `This mail claims more than ${mostParts} parts, so it was not read. Attach it as a file.`,
      {
        field: 'file',
      },
    );
}

const mailOf = (email: Email): Omit<Mail, 'attached'> => ({
  from: box(email.from ?? email.sender),
  replyTo: box(email.replyTo?.[0]),
  subject: plain(email.subject ?? '').slice(0, 1000),
  text: email.text ?? null,
  html: email.html ?? null,
});

/** Pictures of a signature come with every mail: those that only its HTML shows are no attachments. */
const isWorthKeeping = (file: Attachment): boolean =>
  !(file.related === true && file.disposition !== 'attachment' && file.mimeType.startsWith('image/'));

function nameOf({ mimeType }: Attachment, index: number): string {
  if (mimeType === 'message/rfc822') return 'forwarded mail.eml';
  if (mimeType === 'text/calendar') return 'invitation.ics';
  return `part ${index + 1}`;
}

function bytesOf({ content }: Attachment): Uint8Array {
  if (typeof content === 'string') return Buffer.from(content);
  return content instanceof Uint8Array ? content : new Uint8Array(content);
}

function instantOf(date: string | undefined): number | null {
  const at = Date.parse(date ?? '');
  return Number.isFinite(at) ? at : null;
}
