import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { ImportSource } from '../../contract/index.ts';
import { Fault } from '../../domain/fault.ts';
import type { Session } from './router-base.ts';

/** Files a window sends up in pieces: it has no paths, and the desk takes none from it. */
export type Uploads = {
  readonly begin: (id: string, fileName: string, bytes: number) => void;
  readonly append: (id: string, offset: number, data: Buffer) => Promise<number>;
  /** Where a source lies on this machine, and what to call it. */
  readonly resolve: (
    source: ImportSource,
    session: Session,
  ) => Promise<{ readonly path: string; readonly fileName: string }>;
  /** A file of this run of the desk, gone when it closes. */
  readonly scratch: (name: string) => string;
  readonly close: () => void;
};

type Upload = { readonly path: string; readonly fileName: string; readonly bytes: number; received: number };

export const chunkBytes = 768 * 1024;

export function uploads(): Uploads {
  const known = new Map<string, Upload>();
  let folder: string | undefined;
  const scratch = (name: string): string => join((folder ??= mkdtempSync(join(tmpdir(), 'foredesk-'))), name);

  const find = (id: string): Upload => {
    const found = known.get(id);
    if (found === undefined) throw new Fault('NOT_FOUND', 'That file is not here any more. Choose it again.');
    return found;
  };

  return {
    scratch,
    begin(id, fileName, bytes) {
      known.set(id, {
        path: scratch(`${randomBytes(8).toString('hex')}.upload`),
        fileName: basename(fileName),
        bytes,
        received: 0,
      });
    },
    async append(id, offset, data) {
      const upload = find(id);
      if (offset !== upload.received)
        throw new Fault(
          'CONFLICT',
          `That piece is out of place (${offset}, expected ${upload.received}). Choose the file again.`,
        );
      if (offset + data.length > upload.bytes)
        throw new Fault('INVALID', 'More came than the file has. Choose the file again.');
      const handle = await open(upload.path, 'a', 0o600);
      try {
        await handle.writeFile(data);
      } finally {
        await handle.close();
      }
      upload.received += data.length;
      return upload.received;
    },
    async resolve(source, session) {
      if ('path' in source) {
        if (!session.trusted)
          throw new Fault(
            'FORBIDDEN',
            'Only the command line may name a file by its path. Drop the file on the window instead.',
          );
        const found = await stat(source.path).catch(() => null);
        if (found?.isFile() !== true) throw new Fault('NOT_FOUND', `There is no file ${source.path}. Check the path.`);
        return { path: source.path, fileName: basename(source.path) };
      }
      const upload = find(source.uploadId);
      if (upload.received !== upload.bytes)
        throw new Fault('CONFLICT', 'The file has not arrived whole. Choose it again.');
      return { path: upload.path, fileName: upload.fileName };
    },
    close() {
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}
