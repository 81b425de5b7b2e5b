import { readFile } from 'node:fs/promises';
import type { Pack, QualityReview, ReviewRow } from '../../../contract/index.ts';
import { hybridClock, nodeName } from '../../../domain/desk/hlc.ts';
import { uuidBytes } from '../../../domain/desk/uuid.ts';
import { Fault } from '../../../domain/fault.ts';
import { mergeRegisters } from '../../../domain/quality/merge.ts';
import type { Registers } from '../../../domain/quality/registers.ts';
import { row, run } from '../../store/db.ts';
import type { Core } from '../core.ts';
import type { Session } from '../router-base.ts';
import { leftIn, parsePack, registersIn, reviewIn, rowsIn, type OpenPack } from './open-pack.ts';
import { packBytes, packId, sealWork } from './pack-box.ts';
import { fieldsOf, mergeWork, registersOf } from './pack-fields.ts';
import { deskNode, fileName, headOf, mustPack } from './pack-list.ts';
import { sayIn, type Sayings } from './reviews.ts';

/** A file as the window or the command line names it, whole. */
export async function packFile(
  core: Core,
  source: { uploadId: string } | { path: string },
  session: Session,
): Promise<Buffer> {
  const { path } = await core.uploads.resolve(source, session);
  return readFile(path);
}

/** Packs opened here; their keys live as long as the desk is open. */
export type PackDesk = {
  readonly isOpen: (id: string) => boolean;
  readonly open: (bytes: Buffer | null, id: string | undefined, passphrase: string) => Pack;
  readonly reviews: (id: string) => ReviewRow[];
  readonly review: (pack: string, id: string) => QualityReview;
  readonly say: (
    pack: string,
    id: string,
    sayings: (review: QualityReview, registers: Registers, now: number) => Sayings,
  ) => QualityReview;
  readonly save: (id: string) => { fileName: string; base64: string };
  readonly close: (id: string) => void;
};

type SayHow = Parameters<PackDesk['say']>[2];

/** What was said is on the disk, sealed, before anybody is told that it is kept. SPEC QAP-3. */
function keep(core: Core, id: string, pack: OpenPack): void {
  const box = packBytes(pack.key, { content: pack.sealed, work: sealWork(pack.key, pack.work) });
  const head = JSON.stringify(headOf(pack.content, leftIn(pack)));
  run(core.db, 'UPDATE pack SET box = ?, head = ? WHERE uid = ?', box, head, uuidBytes(id));
  core.hub.changed('quality', []);
}

/** The sealed box of a pack that was opened here. */
function boxOf(core: Core, id: string): Buffer {
  const found = row<{ box: Uint8Array | null }>(core.db, 'SELECT box FROM pack WHERE uid = ?', uuidBytes(id));
  if (found?.box == null) throw new Fault('NOT_FOUND', 'That pack is not here any more. Open its file again.');
  return Buffer.from(found.box);
}

const roleOf = (core: Core, id: string): string | undefined =>
  row<{ role: string }>(core.db, 'SELECT role FROM pack WHERE uid = ?', uuidBytes(id))?.role;

function writeOpened(core: Core, id: string, { content }: OpenPack): void {
  const command = { name: 'quality.packOpen', label: `Pack “${content.name}” opened`, undoable: false };
  core.write(command, (write) => {
    const head = JSON.stringify(headOf(content, null));
    write.insert('pack', uuidBytes(id), {
      name: content.name,
      role: 'opened',
      at: core.ports.now(),
      head,
      redact: null,
      merged_at: null,
    });
  });
}

/** Opens a box; work on the same pack that is here already goes on. Faults CONFLICT on the desk that made it. */
function opened(
  core: Core,
  file: Buffer,
  passphrase: string,
  before: OpenPack | undefined,
): { id: string; pack: OpenPack } {
  const id = packId(file);
  const parsed = parsePack(file, passphrase);
  const role = roleOf(core, id);
  if (role === 'made')
    throw new Fault(
      'CONFLICT',
      'This pack was made on this desk: its reviews are here. Bring it home instead of opening it.',
    );
  const here = role === undefined ? parsed.work : parsePack(boxOf(core, id), passphrase).work;
  const work = mergeWork(before?.work ?? here, mergeWork(here, parsed.work));
  if (role === undefined) writeOpened(core, id, parsed);
  return { id, pack: { ...parsed, work } };
}

/** Says something in a review of a pack, after all that was said before; true if anything changed. */
function sayInPack(core: Core, pack: OpenPack, id: string, how: SayHow): boolean {
  const before = registersIn(pack, id);
  const last = [...before.values()].reduce((latest, { hlc }) => (hlc > latest ? hlc : latest), '');
  const clock = hybridClock(nodeName(deskNode(core)), last);
  const now = core.ports.now();
  // Signed by whom it was given to: whoever uses the other desk is nobody here.
  const { reviewerId } = reviewIn(pack, id);
  const actor = (reviewerId === null ? undefined : pack.content.people[reviewerId]) ?? core.actor();
  const after = sayIn(before, how(reviewIn(pack, id), before, now), () => clock.next(now), actor);
  const changed = new Map([...after].filter(([key, { hlc }]) => before.get(key)?.hlc !== hlc));
  if (changed.size === 0) return false;
  const merged = mergeRegisters(registersOf(pack.work.reviews[id] ?? []), changed);
  pack.work = { edits: pack.work.edits + 1, reviews: { ...pack.work.reviews, [id]: fieldsOf(merged) } };
  return true;
}

export function packDesk(core: Core): PackDesk {
  const open = new Map<string, OpenPack>();
  const isOpen = (id: string): boolean => open.has(id);
  const mustOpen = (id: string): OpenPack => {
    const found = open.get(id);
    if (found === undefined) throw new Fault('FORBIDDEN', 'This pack is locked. Type its passphrase to go on.');
    return found;
  };
  return {
    isOpen,
    open(bytes, known, passphrase) {
      const file = bytes ?? boxOf(core, known ?? '');
      const { id, pack } = opened(core, file, passphrase, open.get(packId(file)));
      open.set(id, pack);
      keep(core, id, pack);
      return mustPack(core, id, isOpen);
    },
    reviews: (id) => rowsIn(mustOpen(id)),
    review: (pack, id) => reviewIn(mustOpen(pack), id),
    say(packKey, id, how) {
      const pack = mustOpen(packKey);
      if (sayInPack(core, pack, id, how)) keep(core, packKey, pack);
      return reviewIn(pack, id);
    },
    save(id) {
      const { content } = mustOpen(id);
      return { fileName: fileName(`${content.name} done`), base64: boxOf(core, id).toString('base64') };
    },
    close(id) {
      open.delete(id);
      core.write({ name: 'quality.packClose', label: 'Pack closed', undoable: false }, (write) => {
        write.remove('pack', uuidBytes(id));
      });
    },
  };
}
