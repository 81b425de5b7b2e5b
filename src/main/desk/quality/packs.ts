import type { Pack, Passage, QualityReview, Quote, ReviewRow } from '../../../contract/index.ts';
import { packContentSchema, packWorkSchema, type PackContent, type PackWork } from '../../../contract/pack-file.ts';
import { readFile } from 'node:fs/promises';
import { hybridClock } from '../../../domain/desk/hlc.ts';
import { uuidBytes, uuidText } from '../../../domain/desk/uuid.ts';
import { Fault } from '../../../domain/fault.ts';
import { redactText, toRedacted, type RedactRules } from '../../../domain/quality/redact/redact.ts';
import { mergeRegisters } from '../../../domain/quality/merge.ts';
import { answersOf, fieldOf, standingOf, type Register, type Registers } from '../../../domain/quality/registers.ts';
import { score } from '../../../domain/quality/score/score.ts';
import { row, rows, run } from '../../store/db.ts';
import type { Core } from '../core.ts';
import type { Session } from '../router-base.ts';
import { nameOf } from '../roster/write.ts';
import { newBoxKey, openBox, packBytes, packId, sealContent, sealWork, type BoxKey } from './pack-box.ts';
import { cardOf, conversationOf, mustReview, toReviewRow } from './read.ts';
import { readRegisters } from './registers.ts';
import { sayIn, type Sayings } from './reviews.ts';

type Field = PackWork['reviews'][string][number];

export const fieldsOf = (registers: Registers): Field[] =>
  [...registers].map(([key, { value, hlc, actor }]) => ({ key, value, hlc, actor }));
export const registersOf = (fields: readonly Field[]): Map<string, Register> =>
  new Map(fields.map(({ key, value, hlc, actor }) => [key, { value, hlc, actor }]));

type PackHead = Omit<Pack, 'id' | 'name' | 'role' | 'at' | 'locked' | 'mergedAt'>;

const eventsOf = (core: Core, ticketId: number): number =>
  row<{ n: number }>(core.db, 'SELECT count(*) AS n FROM event WHERE ticket_id = ?', ticketId)?.n ?? 0;

/** What was said in a review so far, as it travels: comments and quotes hide what the conversation hides. */
function hiddenFields(fields: readonly Field[], passages: readonly Passage[], rules: RedactRules): Field[] {
  const talk = new Map(passages.map(({ id, text }) => [id, redactText(text, rules)]));
  const quoteOf = (quote: Quote): Quote => {
    const whole = talk.get(quote.eventId);
    const place = whole === undefined ? quote : toRedacted(whole.hidden, quote);
    return { ...quote, from: place.from, to: place.to, text: whole?.text.slice(place.from, place.to) ?? '' };
  };
  return fields.map((field) => {
    if (typeof field.value === 'string' && fieldOf(field.key) !== 'state')
      return { ...field, value: redactText(field.value, rules).text };
    return fieldOf(field.key) === 'quotes' ? { ...field, value: (field.value as Quote[]).map(quoteOf) } : field;
  });
}

/** One review as it travels, redacted where asked. */
function travelling(core: Core, id: string, rules: RedactRules | null): PackContent['reviews'][number] {
  const record = mustReview(core.db, id);
  const plain = conversationOf(core.db, record.ticket_id);
  const fields = fieldsOf(readRegisters(core.db, record.id));
  const events = eventsOf(core, record.ticket_id);
  if (rules === null) return { row: toReviewRow(record), conversation: plain, events, fields };
  const redact = (text: string): string => redactText(text, rules).text;
  return {
    row: { ...toReviewRow(record), subject: redact(record.subject) },
    conversation: plain.map((passage) => ({
      ...passage,
      author: passage.side === 'customer' && rules.names.length > 0 ? 'Customer' : passage.author,
      text: redact(passage.text),
    })),
    events,
    fields: hiddenFields(fields, plain, rules),
  };
}

const deskNode = (core: Core): string =>
  JSON.parse(row<{ value: string }>(core.db, "SELECT value FROM meta WHERE key = 'node'")?.value ?? '""') as string;

/** Names that are in the conversations: of whoever asked, redacted where names are. */
function namesIn(core: Core, ids: readonly string[]): string[] {
  const tickets = ids.map((id) => mustReview(core.db, id).ticket_id);
  return tickets.flatMap((ticket) =>
    rows<{ requester: string }>(core.db, 'SELECT requester FROM ticket WHERE id = ?', ticket).map(
      ({ requester }) => requester,
    ),
  );
}

export type MakeInput = {
  readonly reviewIds: readonly string[];
  readonly passphrase: string;
  readonly name: string;
  readonly redact: {
    readonly emails: boolean;
    readonly phones: boolean;
    readonly cards: boolean;
    readonly ibans: boolean;
    readonly names: boolean;
  } | null;
};

function contentOf(core: Core, id: string, input: MakeInput): PackContent {
  const rules =
    input.redact === null ? null : { ...input.redact, names: input.redact.names ? namesIn(core, input.reviewIds) : [] };
  const records = input.reviewIds.map((each) => mustReview(core.db, each));
  const forms = new Map(
    records.map(({ card_id, card_uid, version }) => [`${card_id}/${version}`, { card_id, card_uid, version }]),
  );
  const reviewers = new Set(records.map(({ reviewer_uid }) => (reviewer_uid === null ? '' : uuidText(reviewer_uid))));
  const [first = ''] = reviewers;
  const reviewerName = reviewers.size === 1 && first !== '' ? nameOf(core, first) : '';
  return {
    id,
    name: input.name === '' ? `Pack ${reviewerName === '' ? '' : `for ${reviewerName}`}`.trim() : input.name,
    deskName: core.facts.settings().name,
    deskNode: deskNode(core),
    madeAt: core.ports.now(),
    reviewerName,
    redacted: input.redact !== null,
    people: Object.fromEntries(core.facts.context().people.map(({ id: person, name }) => [person, name])),
    cards: [...forms.values()].map(({ card_id, card_uid, version }) => ({
      scorecardId: uuidText(card_uid),
      version,
      card: cardOf(core.db, card_id, version),
    })),
    reviews: input.reviewIds.map((each) => travelling(core, each, rules === null ? null : rules)),
  };
}

const headOf = (content: PackContent, left: number | null): PackHead => ({
  reviewerName: content.reviewerName,
  deskName: content.deskName,
  reviews: content.reviews.length,
  left,
  redacted: content.redacted,
});

const fileName = (name: string): string => `${name.replaceAll(/[^\p{L}\p{N} _-]/gu, '')}.fdpack`;

/** Writes a pack, and keeps what went out with it, so that what comes home can be told from what was changed here. */
export function makePack(core: Core, input: MakeInput): { pack: Pack; fileName: string; base64: string } {
  const uid = core.newId(core.ports.now());
  const id = uuidText(uid);
  const content = contentOf(core, id, input);
  const key = newBoxKey(id, input.passphrase);
  const work: PackWork = { edits: 0, reviews: {} };
  const bytes = packBytes(key, { content: sealContent(key, content), work: sealWork(key, work) });
  core.write({ name: 'quality.packMake', label: `Pack “${content.name}” made`, undoable: false }, (write) => {
    write.insert('pack', uid, {
      name: content.name,
      role: 'made',
      at: core.ports.now(),
      head: JSON.stringify(headOf(content, null)),
      merged_at: null,
    });
  });
  return { pack: mustPack(core, id, () => false), fileName: fileName(content.name), base64: bytes.toString('base64') };
}

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

/** A file as the window or the command line names it, whole. */
export async function packFile(
  core: Core,
  source: { uploadId: string } | { path: string },
  session: Session,
): Promise<Buffer> {
  const { path } = await core.uploads.resolve(source, session);
  return readFile(path);
}

/** A pack that is open here: its content in memory, never on the disk but sealed. */
type OpenPack = { readonly key: BoxKey; readonly sealed: Buffer; readonly content: PackContent; work: PackWork };

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

export function parsePack(
  bytes: Buffer,
  passphrase: string,
): { key: BoxKey; sealed: Buffer; content: PackContent; work: PackWork } {
  const box = openBox(bytes, passphrase);
  const content = packContentSchema.safeParse(box.content);
  const work = packWorkSchema.safeParse(box.work);
  if (!content.success || !work.success)
    throw new Fault(
      'INVALID',
      'This pack is sealed as it should be, but what is in it is not what a pack holds. Make it anew.',
    );
  return { key: box.key, sealed: box.parts.content, content: content.data, work: work.data };
}

export function packDesk(core: Core): PackDesk {
  const open = new Map<string, OpenPack>();
  const node = (): string => deskNode(core).slice(0, 8);
  const mustOpen = (id: string): OpenPack => {
    const found = open.get(id);
    if (found === undefined) throw new Fault('FORBIDDEN', 'This pack is locked. Type its passphrase to go on.');
    return found;
  };
  const inPack = (pack: OpenPack, id: string) => {
    const found = pack.content.reviews.find(({ row: each }) => each.id === id);
    if (found === undefined) throw new Fault('NOT_FOUND', 'That review is not in this pack.');
    return found;
  };
  const registersIn = (pack: OpenPack, id: string): Map<string, Register> =>
    mergeRegisters(registersOf(inPack(pack, id).fields), registersOf(pack.work.reviews[id] ?? []));
  const rowIn = (pack: OpenPack, id: string): ReviewRow => {
    const { row: base } = inPack(pack, id);
    const registers = registersIn(pack, id);
    const { dispute, acknowledgedAt: _, agentNote: __, ...standing } = standingOf(registers);
    const { percent, passed, autoFailed } = score(formOf(pack, base), answersOf(registers));
    return {
      ...base,
      ...standing,
      percent,
      passed,
      autoFailed: autoFailed.length > 0,
      disputed: dispute !== null,
      conflicts: 0,
    };
  };
  const formOf = ({ content }: OpenPack, base: ReviewRow) => {
    const form = content.cards.find(
      ({ scorecardId, version }) => scorecardId === base.scorecardId && version === base.version,
    );
    if (form === undefined)
      throw new Fault('DAMAGED', 'The form of this review is not in the pack. Ask for the pack again.');
    return form.card;
  };
  const reviewIn = (pack: OpenPack, id: string): QualityReview => {
    const registers = registersIn(pack, id);
    const base = rowIn(pack, id);
    const card = formOf(pack, base);
    const answers = answersOf(registers);
    const { dispute, acknowledgedAt, agentNote } = standingOf(registers);
    return {
      ...base,
      card,
      answers,
      score: score(card, answers),
      conversation: inPack(pack, id).conversation,
      dispute,
      acknowledgedAt,
      agentNote,
    };
  };
  const left = (pack: OpenPack): number =>
    pack.content.reviews.filter(({ row: { id } }) => ['assigned', 'started'].includes(rowIn(pack, id).state)).length;
  /** What was said is on the disk, sealed, before anybody is told that it is kept. SPEC QAP-3. */
  const keep = (id: string, pack: OpenPack): void => {
    const box = packBytes(pack.key, { content: pack.sealed, work: sealWork(pack.key, pack.work) });
    run(
      core.db,
      'UPDATE pack SET box = ?, head = ? WHERE uid = ?',
      box,
      JSON.stringify(headOf(pack.content, left(pack))),
      uuidBytes(id),
    );
    core.hub.changed('quality', []);
  };
  const boxOf = (id: string): Buffer => {
    const found = row<{ box: Uint8Array | null }>(core.db, 'SELECT box FROM pack WHERE uid = ?', uuidBytes(id));
    if (found?.box == null) throw new Fault('NOT_FOUND', 'That pack is not here any more. Open its file again.');
    return Buffer.from(found.box);
  };

  return {
    isOpen: (id) => open.has(id),
    open(bytes, known, passphrase) {
      const file = bytes ?? boxOf(known ?? '');
      const id = packId(file);
      const parsed = parsePack(file, passphrase);
      const role = row<{ role: string }>(core.db, 'SELECT role FROM pack WHERE uid = ?', uuidBytes(id))?.role;
      if (role === 'made')
        throw new Fault(
          'CONFLICT',
          'This pack was made on this desk: its reviews are here. Bring it home instead of opening it.',
        );
      const before = open.get(id);
      // The same file opened again: what was done here since goes on.
      const work = mergeWork(role === undefined ? parsed.work : parsePack(boxOf(id), passphrase).work, parsed.work);
      const pack: OpenPack = { ...parsed, work: before === undefined ? work : mergeWork(before.work, work) };
      open.set(id, pack);
      if (role === undefined)
        core.write(
          { name: 'quality.packOpen', label: `Pack “${parsed.content.name}” opened`, undoable: false },
          (write) => {
            write.insert('pack', uuidBytes(id), {
              name: parsed.content.name,
              role: 'opened',
              at: core.ports.now(),
              head: JSON.stringify(headOf(parsed.content, null)),
              merged_at: null,
            });
          },
        );
      keep(id, pack);
      return mustPack(core, id, (each) => open.has(each));
    },
    reviews: (id) => mustOpen(id).content.reviews.map(({ row: each }) => rowIn(mustOpen(id), each.id)),
    review: (pack, id) => reviewIn(mustOpen(pack), id),
    say(packId_, id, sayings) {
      const pack = mustOpen(packId_);
      const before = registersIn(pack, id);
      const last = [...before.values()].reduce((max, { hlc }) => (hlc > max ? hlc : max), '');
      const clock = hybridClock(node(), last);
      const now = core.ports.now();
      const actor = pack.content.reviewerName === '' ? core.actor() : pack.content.reviewerName;
      const after = sayIn(before, sayings(reviewIn(pack, id), before, now), () => clock.next(now), actor);
      const changed = [...after].filter(([key, { hlc }]) => before.get(key)?.hlc !== hlc);
      if (changed.length > 0) {
        const known = registersOf(pack.work.reviews[id] ?? []);
        const merged = mergeRegisters(known, new Map(changed));
        pack.work = { edits: pack.work.edits + 1, reviews: { ...pack.work.reviews, [id]: fieldsOf(merged) } };
        keep(packId_, pack);
      }
      return reviewIn(pack, id);
    },
    save(id) {
      const pack = mustOpen(id);
      return { fileName: fileName(`${pack.content.name} done`), base64: boxOf(id).toString('base64') };
    },
    close(id) {
      open.delete(id);
      core.write({ name: 'quality.packClose', label: 'Pack closed', undoable: false }, (write) => {
        write.remove('pack', uuidBytes(id));
      });
    },
  };
}

/** The work of two copies of one pack, each field as it was said last. */
function mergeWork(one: PackWork, other: PackWork): PackWork {
  const ids = new Set([...Object.keys(one.reviews), ...Object.keys(other.reviews)]);
  const reviews = Object.fromEntries(
    [...ids].map((id) => [
      id,
      fieldsOf(mergeRegisters(registersOf(one.reviews[id] ?? []), registersOf(other.reviews[id] ?? []))),
    ]),
  );
  return { edits: Math.max(one.edits, other.edits), reviews };
}
