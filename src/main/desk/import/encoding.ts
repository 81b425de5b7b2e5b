import { isAscii, isUtf8 } from 'node:buffer';
import { Fault } from '../../../domain/fault.ts';
import { readBytes } from './source.ts';
import type { ReadOptions, Source } from './source.ts';

export type Encoding = {
  /** For TextDecoder. */
  readonly name: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  /** For people. */
  readonly label: string;
  readonly note: string | null;
};

const utf8: Encoding = { name: 'utf-8', label: 'UTF-8', note: null };
const sampleBytes = 1 << 16;

/**
 * How a file writes its characters (SPEC IMP-2): by its byte order mark; else UTF-16 by its zero bytes; else UTF-8 if
 * the whole file is valid in it; else Windows-1252, unless nearly all of it is UTF-8 with a few bad bytes.
 */
export async function detectEncoding(source: Source, options: ReadOptions = {}): Promise<Encoding> {
  let carry: Buffer = Buffer.alloc(0);
  let first = true;
  for await (const chunk of readBytes(source, options)) {
    if (first) {
      const marked = byMark(chunk) ?? byZeros(chunk.subarray(0, sampleBytes));
      if (marked !== null) return marked;
      first = false;
    }
    if (carry.length === 0 && isAscii(chunk)) continue;
    const piece = carry.length === 0 ? chunk : Buffer.concat([carry, chunk]);
    const whole = piece.length - openBytes(piece);
    if (!isUtf8(piece.subarray(0, whole))) return notUtf8(piece.subarray(0, whole));
    carry = piece.subarray(whole);
  }
  return carry.length === 0 ? utf8 : notUtf8(carry);
}

function byMark(chunk: Buffer): Encoding | null {
  if (chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf) return { ...utf8, label: 'UTF-8 with BOM' };
  if (chunk[0] === 0xff && chunk[1] === 0xfe) return { name: 'utf-16le', label: 'UTF-16 LE with BOM', note: null };
  if (chunk[0] === 0xfe && chunk[1] === 0xff) return { name: 'utf-16be', label: 'UTF-16 BE with BOM', note: null };
  return null;
}

/** Delimiters, digits and line ends are half zeros in UTF-16, whatever the language. */
function byZeros(sample: Buffer): Encoding | null {
  let [even, odd] = [0, 0];
  for (let i = 0; i < sample.length; i += 1) {
    if (sample[i] !== 0) continue;
    if (i % 2 === 0) even += 1;
    else odd += 1;
  }
  const zeros = even + odd;
  if (zeros < sample.length * 0.05) return null;
  if (odd > zeros * 0.9) return { name: 'utf-16le', label: 'UTF-16 LE', note: null };
  if (even > zeros * 0.9) return { name: 'utf-16be', label: 'UTF-16 BE', note: null };
  throw new Fault('INVALID', 'This is not a text file. Choose a CSV, XLSX or JSON file.');
}

/** How many bytes at the end belong to a character that is not complete yet (at most 3). */
function openBytes(piece: Buffer): number {
  for (let back = 1; back <= Math.min(3, piece.length); back += 1) {
    const byte = piece[piece.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}

function notUtf8(piece: Buffer): Encoding {
  const text = new TextDecoder('utf-8').decode(piece);
  const bad = text.match(/\uFFFD/g)?.length ?? 0;
  const good = text.match(/[^\0-\x7F\uFFFD]/g)?.length ?? 0;
  if (good > bad * 3) {
    return { ...utf8, label: 'UTF-8, damaged', note: 'Some characters are not valid UTF-8; they are shown as \uFFFD.' };
  }
  const note = 'The file is not UTF-8; it was read as Windows-1252. Check the accented letters in the sample.';
  return { name: 'windows-1252', label: 'Windows-1252', note };
}

/** The text of a file, in pieces. */
export async function* readText(source: Source, encoding: Encoding, options: ReadOptions = {}): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding.name);
  for await (const chunk of readBytes(source, options)) yield decoder.decode(chunk, { stream: true });
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}

/** The first characters of a file, at least 64 thousand where it has them. */
export async function readHead(source: Source, encoding: Encoding, options: ReadOptions = {}): Promise<string> {
  let head = '';
  for await (const piece of readText(source, encoding, options)) {
    head += piece;
    if (head.length >= sampleBytes) break;
  }
  return head;
}
