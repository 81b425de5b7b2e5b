import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { Fault } from '../../../domain/fault.ts';

/**
 * A sealed box: a line of plain JSON (the head: what it is, salt, parameters of the key), then the parts, each a length, a
 * nonce, a tag and its ciphertext. The key is made of the passphrase by scrypt (RFC 7914; N 2^16, r 8, p 1: some 70 ms and
 * 64 MB); each part is gzipped JSON under AES-256-GCM (NIST SP 800-38D) with the head and the part's name as associated
 * data, so that no part can be cut, changed, swapped or taken from another box. Node's own crypto does both. SPEC QAP-1.
 */
type Head = {
  readonly format: 'foredesk-pack';
  readonly version: 1;
  readonly id: string;
  readonly salt: string;
  readonly logN: number;
};

export type BoxKey = { readonly head: string; readonly key: Buffer };

const magicLine = 4096;
const nonceBytes = 12;
const tagBytes = 16;
const mostBytes = 512 * 2 ** 20;
const usualLogN = 16;

const keyOf = (passphrase: string, salt: Buffer, logN: number): Buffer =>
  scryptSync(passphrase.normalize('NFKC'), salt, 32, { N: 2 ** logN, r: 8, p: 1, maxmem: 2 ** (logN + 11) });

/** A key for a new box. */
export function newBoxKey(id: string, passphrase: string): BoxKey {
  const salt = randomBytes(16);
  const head: Head = { format: 'foredesk-pack', version: 1, id, salt: salt.toString('base64'), logN: usualLogN };
  return { head: JSON.stringify(head), key: keyOf(passphrase, salt, usualLogN) };
}

const partNames = ['content', 'work'] as const;
type PartName = (typeof partNames)[number];

function sealPart({ head, key }: BoxKey, name: PartName, value: unknown): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(`${head}\n${name}`));
  const sealed = Buffer.concat([cipher.update(gzipSync(Buffer.from(JSON.stringify(value)))), cipher.final()]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(sealed.length);
  return Buffer.concat([length, nonce, cipher.getAuthTag(), sealed]);
}

/** What a box is made of: the content, sealed once, and the work done on it, sealed anew with every change. */
export type BoxParts = { readonly content: Buffer; readonly work: Buffer };

export const sealContent = (key: BoxKey, content: unknown): Buffer => sealPart(key, 'content', content);
export const sealWork = (key: BoxKey, work: unknown): Buffer => sealPart(key, 'work', work);

export const packBytes = ({ head }: BoxKey, { content, work }: BoxParts): Buffer =>
  Buffer.concat([Buffer.from(`${head}\n`), content, work]);

const notAPack = () => new Fault('INVALID', 'This is no Foredesk pack, or only a part of one. Ask for the file again.');
const altered = () =>
  new Fault(
    'INVALID',
    'This pack cannot be opened: the passphrase is another one, or the file was cut or changed. Nothing was read.',
  );

function readHead(bytes: Buffer): { readonly head: string; readonly fields: Head } {
  const end = bytes.subarray(0, magicLine).indexOf(10);
  if (end < 0) throw notAPack();
  const head = bytes.subarray(0, end).toString('utf8');
  let fields: Partial<Head> | null;
  try {
    fields = JSON.parse(head) as Partial<Head> | null;
  } catch {
    throw notAPack();
  }
  if (fields?.format !== 'foredesk-pack') throw notAPack();
  if (fields.version !== 1)
    throw new Fault('FROM_FUTURE', 'This pack was made by a newer Foredesk. Bring this one up to date first.');
  const { logN, salt, id } = fields;
  // A head is not sealed: one that asks for hours of work or all of the memory is refused unasked.
  if (typeof logN !== 'number' || logN < 14 || logN > 18 || typeof salt !== 'string' || typeof id !== 'string')
    throw notAPack();
  return { head, fields: fields as Head };
}

/** The id that a pack says it has. Faults INVALID where it is none. */
export const packId = (bytes: Buffer): string => readHead(bytes).fields.id;

function splitParts(bytes: Buffer): BoxParts {
  const parts: Buffer[] = [];
  let at = 0;
  while (at < bytes.length) {
    if (at + 4 > bytes.length) throw altered();
    const whole = 4 + nonceBytes + tagBytes + bytes.readUInt32BE(at);
    if (at + whole > bytes.length) throw altered();
    parts.push(bytes.subarray(at, at + whole));
    at += whole;
  }
  const [content, work] = parts;
  if (content === undefined || work === undefined || parts.length !== partNames.length) throw altered();
  return { content, work };
}

function openPart({ head, key }: BoxKey, name: PartName, part: Buffer): unknown {
  const nonce = part.subarray(4, 4 + nonceBytes);
  const tag = part.subarray(4 + nonceBytes, 4 + nonceBytes + tagBytes);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(`${head}\n${name}`));
  decipher.setAuthTag(tag);
  let plain: Buffer;
  try {
    plain = Buffer.concat([decipher.update(part.subarray(4 + nonceBytes + tagBytes)), decipher.final()]);
  } catch {
    throw altered();
  }
  return JSON.parse(gunzipSync(plain, { maxOutputLength: mostBytes }).toString('utf8')) as unknown;
}

export type OpenBox = {
  readonly key: BoxKey;
  readonly parts: BoxParts;
  readonly content: unknown;
  readonly work: unknown;
};

/** Opens a box whole, or not at all. Faults INVALID on another passphrase and on a file that was cut or changed. */
export function openBox(bytes: Buffer, passphrase: string): OpenBox {
  if (bytes.length > mostBytes) throw notAPack();
  const { head, fields } = readHead(bytes);
  const parts = splitParts(bytes.subarray(Buffer.byteLength(head) + 1));
  const key = { head, key: keyOf(passphrase, Buffer.from(fields.salt, 'base64'), fields.logN) };
  return { key, parts, content: openPart(key, 'content', parts.content), work: openPart(key, 'work', parts.work) };
}
