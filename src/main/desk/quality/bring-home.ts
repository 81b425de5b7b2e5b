import type { Done, QualityConflict, Quote, ScorecardBody } from '../../../contract/index.ts';
import type { PackContent, PackWork } from '../../../contract/pack-file.ts';
import { uuidBytes, uuidText } from '../../../domain/desk/uuid.ts';
import { Fault } from '../../../domain/fault.ts';
import { conflictsOf, mergeRegisters } from '../../../domain/quality/merge.ts';
import { redactText, toOriginal, type RedactRules } from '../../../domain/quality/redact/redact.ts';
import { criterionOf, fieldOf, type Register } from '../../../domain/quality/registers.ts';
import { row, rows } from '../../store/db.ts';
import type { Values, Writer } from '../../store/writer.ts';
import type { Core } from '../core.ts';
import { cardReader, conversationOf, eventsOf, reviewRecords, type ReviewRecord } from './read.ts';
import { readRegisters, reviewClock, writeRegisters } from './registers.ts';
import { parsePack } from './open-pack.ts';
import { registersOf } from './pack-fields.ts';
import { cachesOf } from './reviews.ts';

type Met = {
  readonly record: ReviewRecord;
  readonly key: string;
  readonly before: Map<string, Register>;
  readonly after: Map<string, Register>;
  readonly conflicts: readonly { readonly key: string; readonly values: Values; readonly isKnown: boolean }[];
};

type KnownConflict = { key: string; here: string; there: string; settled: number };

const said = ({ value, actor, hlc }: Register): string => JSON.stringify({ value, by: actor, hlc });

/** What two said differently, and what went on at home while the pack was away, as rows by their key. */
function conflictRows(
  core: Core,
  record: ReviewRecord,
  key: string,
  there: PackContent['reviews'][number],
  before: Map<string, Register>,
  incoming: Map<string, Register>,
): [string, Values][] {
  const base = new Map(there.fields.map(({ key: field, hlc }) => [field, hlc]));
  const fields = conflictsOf(before, incoming, base).map(({ key: field, here, there: other }): [string, Values] => [
    `${key}/${field}`,
    {
      review_id: record.id,
      kind: 'value',
      criterion: criterionOf(field),
      field: fieldOf(field),
      here: said(here),
      there: said(other),
    },
  ]);
  return incoming.size === 0 ? [] : [...fields, ...changedAtHome(core, record, key, there, incoming)];
}

/** The form has a newer version, or the ticket went on: not wrong, but somebody should know. */
function changedAtHome(
  core: Core,
  record: ReviewRecord,
  key: string,
  there: PackContent['reviews'][number],
  incoming: Map<string, Register>,
): [string, Values][] {
  const last = [...incoming.values()].reduce((one, other) => (other.hlc > one.hlc ? other : one));
  const newest = row<{ version: number; saved_by: string }>(
    core.db,
    'SELECT version, saved_by FROM scorecard_version WHERE scorecard_id = ? ORDER BY version DESC LIMIT 1',
    record.card_id,
  );
  const events = eventsOf(core.db, record.ticket_id);
  const note = (kind: 'form' | 'ticket', here: string, other: string): [string, Values] => [
    `${key}/${kind}`,
    {
      review_id: record.id,
      kind,
      criterion: '',
      field: kind,
      here: JSON.stringify({ value: here, by: 'Desk', hlc: last.hlc }),
      there: JSON.stringify({ value: other, by: last.actor, hlc: last.hlc }),
    },
  ];
  return [
    ...(newest !== undefined && newest.version > there.row.version
      ? [note('form', `version ${newest.version}`, `version ${there.row.version}`)]
      : []),
    ...(events > there.events ? [note('ticket', `${events} entries`, `${there.events} entries`)] : []),
  ];
}

/** A conflict that was settled, and in which the same is said again, is none. */
const isSettled = (known: KnownConflict | undefined, values: Values): boolean => {
  if (known === undefined) return false;
  if (known.settled === 0) return true;
  if (values.kind === 'value') return known.there === values.there;
  const valueOf = (text: unknown): unknown => (JSON.parse(String(text)) as { value: unknown }).value;
  return valueOf(known.here) === valueOf(values.here) && valueOf(known.there) === valueOf(values.there);
};

/** Quotes of a redacted conversation, where they stand in the conversation itself. */
function atHome(core: Core, record: ReviewRecord, fields: Map<string, Register>, rules: RedactRules | null) {
  if (rules === null) return fields;
  const talk = new Map(conversationOf(core.db, record.ticket_id).map(({ id, text }) => [id, text]));
  const quoteOf = (quote: Quote): Quote => {
    const whole = talk.get(quote.eventId);
    if (whole === undefined) return quote;
    const { from, to } = toOriginal(redactText(whole, rules).hidden, quote);
    return { ...quote, from, to, text: whole.slice(from, to) };
  };
  return new Map(
    [...fields].map(([key, register]) => [
      key,
      fieldOf(key) === 'quotes' ? { ...register, value: (register.value as Quote[]).map(quoteOf) } : register,
    ]),
  );
}

function meet(
  core: Core,
  there: PackContent['reviews'][number],
  work: PackWork,
  rules: RedactRules | null,
): Met | null {
  const [record] = reviewRecords(core.db, 'WHERE r.uid = ?', uuidBytes(there.row.id));
  if (record === undefined) return null;
  const before = readRegisters(core.db, record.id);
  const incoming = atHome(core, record, registersOf(work.reviews[there.row.id] ?? []), rules);
  const after = mergeRegisters(before, incoming);
  const fresh = new Map([...incoming].filter(([key, { hlc }]) => before.get(key)?.hlc !== hlc));
  const known = new Map(
    rows<KnownConflict>(
      core.db,
      'SELECT key, here, there, settled FROM quality_conflict WHERE review_id = ?',
      record.id,
    ).map((conflict) => [conflict.key, conflict]),
  );
  const conflicts = conflictRows(core, record, there.row.id, there, before, fresh)
    .filter(([key, values]) => !isSettled(known.get(key), values))
    .map(([key, values]) => ({ key, values, isKnown: known.has(key) }));
  // One that still waits offers what was said last there.
  const waiting = [...fresh].flatMap(([field, register]) => {
    const name = `${there.row.id}/${field}`;
    const asked = known.get(name);
    if (asked?.settled !== 0 || asked.there === said(register) || conflicts.some(({ key }) => key === name)) return [];
    return [{ key: name, values: { there: said(register) }, isKnown: true }];
  });
  return { record, key: there.row.id, before, after, conflicts: [...conflicts, ...waiting] };
}

/** Whether nothing comes of it: a field that was said later here changes nothing, and is a conflict all the same. */
const isSame = ({ before, after, conflicts }: Met): boolean =>
  conflicts.length === 0 &&
  after.size === before.size &&
  [...after].every(([key, { hlc }]) => before.get(key)?.hlc === hlc);

function writeMet(core: Core, write: Writer, { record, key, before, after, conflicts }: Met): void {
  writeRegisters(write, { id: record.id, key }, before, after);
  write.update('review', record.uid, cachesOf(core, record, after));
  for (const { key: name, values, isKnown } of conflicts) {
    if (isKnown) write.update('quality_conflict', name, { ...values, settled: 0 });
    else write.insert('quality_conflict', name, { ...values, settled: 0 });
  }
}

/**
 * Brings a pack home: what was said in it is said here, field by field the later one, as one change set that can be undone.
 * Brought twice it changes nothing. What both sides changed is kept to be chosen from. SPEC QAP-4 to QAP-6.
 */
export function bringHome(
  core: Core,
  bytes: Buffer,
  passphrase: string,
): Done & { merged: number; same: number; conflicts: QualityConflict[] } {
  const { content, work } = parsePack(bytes, passphrase);
  const made = row<{ role: string; redact: string | null }>(
    core.db,
    'SELECT role, redact FROM pack WHERE uid = ?',
    uuidBytes(content.id),
  );
  if (made?.role !== 'made')
    throw new Fault(
      'CONFLICT',
      `This pack is of the desk “${content.deskName}”. Bring it home there; here it can be opened to be worked on.`,
    );
  const rules = made.redact === null ? null : (JSON.parse(made.redact) as RedactRules);
  const met = content.reviews.flatMap((there) => meet(core, there, work, rules) ?? []);
  const fresh = met.filter((each) => !isSame(each));
  const label = `Pack “${content.name}” brought home: ${fresh.length} ${fresh.length === 1 ? 'review' : 'reviews'}`;
  const { changeSet } = core.write({ name: 'quality.packMerge', label }, (write) => {
    for (const each of fresh) writeMet(core, write, each);
    if (fresh.length > 0) write.update('pack', uuidBytes(content.id), { merged_at: core.ports.now() });
  });
  return {
    changed: fresh.length,
    label,
    changeSet,
    merged: fresh.length,
    same: met.length - fresh.length,
    conflicts: readConflicts(core),
  };
}

type ConflictRecord = {
  key: string;
  review: Uint8Array;
  ticket_id: number;
  subject: string;
  kind: QualityConflict['kind'];
  criterion: string;
  field: string;
  here: string;
  there: string;
  card_id: number;
  version: number;
};

const timeOf = (hlc: string): number => Number.parseInt(hlc.split('-')[0] ?? '', 16) || 0;

function sideOf(text: string): QualityConflict['here'] {
  const { value, by, hlc } = JSON.parse(text) as { value: unknown; by: string; hlc: string };
  return { value: typeof value === 'string' ? value : JSON.stringify(value), by, at: timeOf(hlc) };
}

const nameIn = (card: ScorecardBody, criterion: string): string =>
  card.sections.flatMap(({ criteria }) => criteria).find(({ id }) => id === criterion)?.name ?? '';

/** What is still to be chosen between. */
export function readConflicts(core: Core): QualityConflict[] {
  const cards = cardReader(core.db);
  return rows<ConflictRecord>(
    core.db,
    `SELECT q.key, r.uid AS review, r.ticket_id, t.subject, q.kind, q.criterion, q.field, q.here, q.there, r.scorecard_id AS card_id, r.version
     FROM quality_conflict q JOIN review r ON r.id = q.review_id JOIN ticket t ON t.id = r.ticket_id
     WHERE q.settled = 0 ORDER BY r.id, q.key`,
  ).map((record) => ({
    id: record.key,
    reviewId: uuidText(record.review),
    ticketNumber: record.ticket_id,
    subject: record.subject,
    kind: record.kind,
    criterion: record.criterion,
    criterionName: nameIn(cards(record), record.criterion),
    field: record.field,
    here: sideOf(record.here),
    there: sideOf(record.there),
  }));
}

/** Settles a conflict: the side chosen is said once more, now, so that it stands wherever the two meet again. */
export function chooseConflict(core: Core, input: { readonly id: string; readonly choice: 'here' | 'there' }): Done {
  const found = row<{
    review_id: number;
    kind: string;
    criterion: string;
    field: string;
    here: string;
    there: string;
    uid: Uint8Array;
  }>(
    core.db,
    'SELECT q.*, r.uid FROM quality_conflict q JOIN review r ON r.id = q.review_id WHERE q.key = ? AND q.settled = 0',
    input.id,
  );
  if (found === undefined) throw new Fault('NOT_FOUND', 'That conflict is settled already.');
  const [record] = reviewRecords(core.db, 'WHERE r.id = ?', found.review_id);
  const label = `Conflict on #${record?.ticket_id ?? 0} settled`;
  const { changeSet } = core.write({ name: 'quality.conflictChoose', label }, (write) => {
    if (found.kind === 'value' && record !== undefined) {
      const { value } = JSON.parse(found[input.choice]) as { value: unknown };
      const before = readRegisters(core.db, record.id);
      const key = `${found.criterion}/${found.field}`;
      const clock = reviewClock(core);
      const last = before.get(key)?.hlc;
      if (last !== undefined) clock.observe(last);
      const after = new Map(before).set(key, { value, hlc: clock.next(core.ports.now()), actor: core.actor() });
      writeRegisters(write, { id: record.id, key: uuidText(record.uid) }, before, after);
      write.update('review', record.uid, cachesOf(core, record, after));
    }
    write.update('quality_conflict', input.id, { settled: 1 });
  });
  return { changed: 1, label, changeSet };
}
