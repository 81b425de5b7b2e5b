import type { Pack } from '../../../contract/index.ts';
import type { PackContent } from '../../../contract/pack-file.ts';
import { uuidText } from '../../../domain/desk/uuid.ts';
import { Fault } from '../../../domain/fault.ts';
import { rows } from '../../store/db.ts';
import type { Core } from '../core.ts';
import { readMeta } from '../meta.ts';

type PackHead = Omit<Pack, 'id' | 'name' | 'role' | 'at' | 'locked' | 'mergedAt'>;

/** What is told of a pack without opening it. */
export const headOf = (content: PackContent, left: number | null): PackHead => ({
  reviewerName: content.reviewerName,
  deskName: content.deskName,
  reviews: content.reviews.length,
  left,
  redacted: content.redacted,
});

export const fileName = (name: string): string => `${name.replaceAll(/[^\p{L}\p{N} _-]/gu, '')}.fdpack`;

/** The id of this desk among others. */
export const deskNode = (core: Core): string => (readMeta(core.db, 'node') as string | undefined) ?? '';

type PackRecord = {
  uid: Uint8Array;
  name: string;
  role: Pack['role'];
  at: number;
  head: string;
  merged_at: number | null;
};

const toPack = (record: PackRecord, isOpen: (id: string) => boolean): Pack => {
  const id = uuidText(record.uid);
  const head = JSON.parse(record.head) as PackHead;
  return {
    ...head,
    id,
    name: record.name,
    role: record.role,
    at: record.at,
    mergedAt: record.merged_at,
    locked: record.role === 'opened' && !isOpen(id),
  };
};

export const readPacks = (core: Core, isOpen: (id: string) => boolean): Pack[] =>
  rows<PackRecord>(core.db, 'SELECT uid, name, role, at, head, merged_at FROM pack ORDER BY id DESC').map((record) =>
    toPack(record, isOpen),
  );

export function mustPack(core: Core, id: string, isOpen: (id: string) => boolean): Pack {
  const found = readPacks(core, isOpen).find((each) => each.id === id);
  if (found === undefined) throw new Fault('NOT_FOUND', 'That pack is not here any more. Open its file again.');
  return found;
}
