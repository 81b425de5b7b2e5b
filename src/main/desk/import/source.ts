import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import { pipeline } from 'node:stream';
import type { Readable } from 'node:stream';
import { createGunzip, createInflateRaw } from 'node:zlib';
import { Fault } from '../../../domain/fault.ts';
import { encryptedFault, guardWorkbook, readZipDirectory } from './zip-directory.ts';
import type { ZipEntry } from './zip-directory.ts';

/** A file to import: what it is packed in, and how large it is on the disk. */
export type Source = {
  readonly path: string;
  /** Of the file within, where it is packed. */
  readonly name: string;
  readonly bytes: number;
  readonly packing: 'none' | 'gzip' | 'zip' | 'workbook';
  readonly entries: readonly ZipEntry[];
};

export type ReadOptions = {
  readonly signal?: AbortSignal | undefined;
  /** How far in the file on the disk, in bytes. */
  readonly onBytes?: ((bytesRead: number) => void) | undefined;
};

const chunkBytes = 1 << 18;
const maxUnpacked = 1_000_000_000;
const maxRatio = 200;

/** Looks at a file and what it is packed in. Throws Fault for what is missing, unreadable, empty or nothing to import. */
export async function openSource(path: string, fileName = basename(path)): Promise<Source> {
  const file = await open(path).catch((error: unknown) => {
    throw fileFault(error, fileName);
  });
  try {
    const stat = await file.stat();
    if (!stat.isFile()) throw new Fault('INVALID', `"${fileName}" is not a file. Choose the exported file itself.`);
    if (stat.size === 0) throw new Fault('INVALID', `"${fileName}" is empty. Export it again.`);
    return await identify(file, { path, name: fileName, bytes: stat.size, packing: 'none', entries: [] });
  } catch (error) {
    throw fileFault(error, fileName);
  } finally {
    await file.close();
  }
}

async function identify(file: FileHandle, source: Source): Promise<Source> {
  const head = Buffer.alloc(16);
  await file.read(head, 0, 16, 0);
  const starts = (...bytes: readonly number[]) => bytes.every((byte, i) => head[i] === byte);
  if (starts(0x1f, 0x8b)) return { ...source, packing: 'gzip', name: source.name.replace(/\.gz$/i, '') };
  if (starts(0x50, 0x4b, 3, 4) || starts(0x50, 0x4b, 5, 6)) {
    return identifyZip(source, await readZipDirectory(file, source.bytes));
  }
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) {
    throw new Fault(
      'INVALID',
      'This is an old Excel file (.xls) or a protected one. Save it as .xlsx or CSV, then import that.',
    );
  }
  if (starts(0x25, 0x50, 0x44, 0x46) || head.toString('latin1', 0, 15) === 'SQLite format 3') {
    throw new Fault('INVALID', 'This is not an export of tickets. Choose a CSV, XLSX or JSON file.');
  }
  return source;
}

function identifyZip(source: Source, entries: readonly ZipEntry[]): Source {
  if (entries.some((entry) => entry.name === '[Content_Types].xml')) {
    guardWorkbook(entries);
    return { ...source, packing: 'workbook', entries };
  }
  const files = entries.filter(({ name }) => !/(?:\/|^__MACOSX\/.*|(?:^|\/)\.DS_Store)$/.test(name));
  const only = files[0];
  if (files.length !== 1 || only === undefined) {
    throw new Fault('INVALID', `This ZIP file holds ${files.length} files. Unpack it and import them one at a time.`);
  }
  if (only.encrypted) throw encryptedFault();
  if ((only.method !== 0 && only.method !== 8) || /\.(zip|xlsx|gz|7z|rar)$/i.test(only.name)) {
    throw new Fault(
      'INVALID',
      `"${only.name}" in this ZIP file cannot be read as it is. Unpack it and import it alone.`,
    );
  }
  return { ...source, packing: 'zip', entries: [only], name: basename(only.name) };
}

/** The unpacked bytes of a file, in pieces. Throws Fault CANCELLED on abort, INVALID where it is damaged. */
export async function* readBytes(source: Source, options: ReadOptions = {}): AsyncGenerator<Buffer> {
  const limit = source.packing === 'none' ? Infinity : Math.max(maxUnpacked, source.bytes * maxRatio);
  let unpacked = 0;
  try {
    const { stream, onDisk } = await openStream(source);
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      if (options.signal?.aborted === true) throw new Fault('CANCELLED', 'The import was stopped.');
      unpacked += chunk.length;
      if (unpacked > limit) {
        throw new Fault(
          'INVALID',
          'This file unpacks to far more than its size, as no real export does. It is refused.',
        );
      }
      options.onBytes?.(onDisk());
      yield chunk;
    }
  } catch (error) {
    throw fileFault(error, source.name);
  }
}

type Opened = { readonly stream: Readable; readonly onDisk: () => number };

async function openStream(source: Source): Promise<Opened> {
  const entry = source.packing === 'zip' ? source.entries[0] : undefined;
  const start = entry === undefined ? 0 : await dataOffset(source.path, entry);
  const range = entry === undefined ? {} : { start, end: Math.max(start, start + entry.packed - 1) };
  const raw = createReadStream(source.path, { ...range, highWaterMark: chunkBytes });
  const onDisk = () => Math.min(source.bytes, start + raw.bytesRead);
  const packed = source.packing === 'gzip' || entry?.method === 8;
  if (!packed) return { stream: raw, onDisk };
  const unpack =
    source.packing === 'gzip' ? createGunzip({ chunkSize: chunkBytes }) : createInflateRaw({ chunkSize: chunkBytes });
  // Errors of either end reach the reader through `unpack`.
  return { stream: pipeline(raw, unpack, () => undefined), onDisk };
}

async function dataOffset(path: string, entry: ZipEntry): Promise<number> {
  const file = await open(path);
  try {
    const header = Buffer.alloc(30);
    await file.read(header, 0, 30, entry.offset);
    return entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  } finally {
    await file.close();
  }
}

/** Unpacks every entry of a workbook once and refuses one that is larger than its directory claims. */
export async function verifyWorkbook(source: Source, options: ReadOptions = {}): Promise<void> {
  for (const entry of source.entries) {
    let unpacked = 0;
    for await (const chunk of readBytes({ ...source, packing: 'zip', entries: [entry] }, options)) {
      unpacked += chunk.length;
      if (unpacked > entry.unpacked) {
        throw new Fault('INVALID', `This workbook is refused: "${entry.name}" is larger than it claims to be.`);
      }
    }
  }
}

const diskWords: Readonly<Record<string, string>> = {
  EACCES: 'Foredesk may not read it. Change its permissions or copy it elsewhere.',
  EPERM: 'Foredesk may not read it. Change its permissions or copy it elsewhere.',
  EISDIR: 'It is a folder. Choose the exported file itself.',
  EBUSY: 'Another program has it open. Close it there, then try again.',
  EIO: 'The disk could not read it. Copy it elsewhere and try again.',
  Z_DATA_ERROR: 'It is damaged. Export it again, or copy it again.',
  Z_BUF_ERROR: 'It was cut off. Export it again, or copy it again.',
};

function fileFault(error: unknown, name: string): Error {
  if (error instanceof Fault) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT') return new Fault('NOT_FOUND', `There is no file "${name}". Choose it again.`);
  const words = diskWords[code];
  if (words !== undefined) return new Fault('INVALID', `"${name}" could not be read. ${words}`);
  return error instanceof Error ? error : new Error(String(error));
}
