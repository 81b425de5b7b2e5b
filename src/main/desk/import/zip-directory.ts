import type { FileHandle } from 'node:fs/promises';
import { Fault } from '../../../domain/fault.ts';

export type ZipEntry = {
  readonly name: string;
  readonly packed: number;
  readonly unpacked: number;
  readonly method: number;
  readonly encrypted: boolean;
  /** Where its local header stands in the file. */
  readonly offset: number;
};

const endBytes = 22;
const maxComment = 65_535;
const maxEntries = 10_000;
const megabyte = 1_000_000;
const maxTotal = 1000 * megabyte;
const maxRatio = 200;
/** Below this an entry may shrink as far as it likes: blank sheets do. */
const smallEntry = 10 * megabyte;

const damaged = () =>
  new Fault('INVALID', 'This ZIP or XLSX file is damaged or was cut off. Export it again, or copy it again.');

/** The table of contents of a ZIP file. Throws Fault INVALID for one that is damaged or too large for this format. */
export async function readZipDirectory(file: FileHandle, bytes: number): Promise<readonly ZipEntry[]> {
  const tailBytes = Math.min(bytes, endBytes + maxComment);
  const tail = await readAt(file, bytes - tailBytes, tailBytes);
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end === -1 || end + endBytes > tail.length) throw damaged();
  const [count, size, offset] = [tail.readUInt16LE(end + 10), tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16)];
  if (count === 0xffff || offset === 0xffffffff || count > maxEntries) {
    throw new Fault(
      'INVALID',
      'This ZIP file has too many entries or is over 4 GB. Unpack it and import the file itself.',
    );
  }
  if (offset + size > bytes) throw damaged();
  return parseEntries(await readAt(file, offset, size), count);
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, position);
  if (bytesRead < length) throw damaged();
  return buffer;
}

function parseEntries(directory: Buffer, count: number): readonly ZipEntry[] {
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== 0x02014b50) throw damaged();
    const [nameBytes, extraBytes, commentBytes] = [28, 30, 32].map((field) => directory.readUInt16LE(at + field));
    const nameEnd = at + 46 + (nameBytes ?? 0);
    const extraEnd = nameEnd + (extraBytes ?? 0);
    if (extraEnd > directory.length) throw damaged();
    entries.push(withZip64(entryAt(directory, at, nameEnd), directory.subarray(nameEnd, extraEnd)));
    at = extraEnd + (commentBytes ?? 0);
  }
  return entries;
}

function entryAt(directory: Buffer, at: number, nameEnd: number): ZipEntry {
  return {
    name: directory.toString('utf8', at + 46, nameEnd),
    packed: directory.readUInt32LE(at + 20),
    unpacked: directory.readUInt32LE(at + 24),
    method: directory.readUInt16LE(at + 10),
    encrypted: (directory.readUInt16LE(at + 8) & 1) === 1,
    offset: directory.readUInt32LE(at + 42),
  };
}

/** Sizes that did not fit stand in the extra field 1, in the order unpacked, packed, offset. */
function withZip64(entry: ZipEntry, extra: Buffer): ZipEntry {
  const big = [entry.unpacked, entry.packed, entry.offset].map((value) => value === 0xffffffff);
  if (!big.includes(true)) return entry;
  let at = 0;
  while (at + 4 <= extra.length && extra.readUInt16LE(at) !== 1) at += 4 + extra.readUInt16LE(at + 2);
  at += 4;
  const next = (isBig: boolean | undefined, value: number) => {
    if (isBig !== true) return value;
    if (at + 8 > extra.length) throw damaged();
    at += 8;
    return Number(extra.readBigUInt64LE(at - 8));
  };
  const unpacked = next(big[0], entry.unpacked);
  const packed = next(big[1], entry.packed);
  return { ...entry, unpacked, packed, offset: next(big[2], entry.offset) };
}

const inMegabytes = (bytes: number) => `${Math.ceil(bytes / megabyte)} MB`;

/**
 * Refuses a workbook that would swell beyond what this machine can hold (SPEC IMP-15): more than 1 GB unpacked, an
 * entry over 10 MB that shrank more than 200 times, or an archive within the archive. What the directory claims is
 * checked against what really comes out when the entries are unpacked.
 */
export function guardWorkbook(entries: readonly ZipEntry[]): void {
  const total = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  if (total > maxTotal) {
    throw new Fault(
      'INVALID',
      `This workbook unpacks to ${inMegabytes(total)}; Foredesk opens up to ${inMegabytes(maxTotal)}. ` +
        'Save its sheet as CSV and import that.',
    );
  }
  const bomb = entries.find((entry) => entry.unpacked > smallEntry && entry.unpacked > entry.packed * maxRatio);
  if (bomb !== undefined) {
    throw new Fault(
      'INVALID',
      `This workbook is refused: "${bomb.name}" unpacks to ${inMegabytes(bomb.unpacked)}, more than ${maxRatio} times ` +
        'its size, as no real workbook does. Save its sheet as CSV and import that.',
    );
  }
  const nested = entries.find(
    (entry) => /\.(zip|xlsx|gz|7z|rar)$/i.test(entry.name) && !/embeddings\//i.test(entry.name),
  );
  if (nested !== undefined) {
    throw new Fault('INVALID', `This workbook is refused: it holds another archive, "${nested.name}".`);
  }
  if (entries.some((entry) => entry.encrypted)) throw encryptedFault();
}

export const encryptedFault = () =>
  new Fault('INVALID', 'This file is protected by a password. Save it without one, then import it again.');
