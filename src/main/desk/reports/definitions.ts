import { z } from 'zod';
import {
  reportTimeSchema,
  type Done,
  type ReportDefinition,
  type ReportKey,
  type ReportSectionKind,
  type ReportTime,
} from '../../../contract/index.ts';
import { uuidBytes, uuidText } from '../../../domain/desk/uuid.ts';
import { Fault } from '../../../domain/fault.ts';
import { builtInKeys, builtIns, isBuiltIn } from '../../../domain/reports/built-in.ts';
import { row, rows, type Param, type ReadDb } from '../../store/db.ts';
import type { Core } from '../core.ts';
import { readMeta } from '../meta.ts';
import { mustLead } from '../viewer.ts';

export type Definition = ReportDefinition & {
  readonly key: ReportKey;
  /** From when on issues are due; epoch ms. Null: nobody has kept this desk open yet. */
  readonly since: number | null;
};

type ReportRecord = {
  uid: Uint8Array;
  builtin: string | null;
  kind: ReportDefinition['kind'];
  title: string;
  sections: string;
  note: string;
  time: string | null;
  recipients: string;
  paused: number;
  since: number;
};

const timeSchema = reportTimeSchema.nullable();

const timeOf = (text: string | null): ReportTime | null => (text === null ? null : timeSchema.parse(JSON.parse(text)));

const toDefinition = (record: ReportRecord, since: number): Definition => ({
  key: record.builtin ?? uuidText(record.uid),
  kind: record.kind,
  title: record.title,
  sections: JSON.parse(record.sections) as ReportSectionKind[],
  note: record.note,
  time: timeOf(record.time),
  recipients: JSON.parse(record.recipients) as string[],
  paused: record.paused === 1,
  since,
});

export const sinceKey = 'reports.since';

/** When the desk was first kept open by something that makes reports; null: never yet. */
export const deskSince = (db: ReadDb): number | null =>
  z
    .number()
    .nullable()
    .parse(readMeta(db, sinceKey) ?? null);

const readRecords = (db: ReadDb): ReportRecord[] =>
  rows<ReportRecord>(db, 'SELECT * FROM report WHERE removed_at IS NULL ORDER BY title COLLATE NOCASE, id');

type Replayed = { at: number; uid: string; before: string | null; after: string | null };
type Logged = { readonly builtin?: string | null; readonly time?: string | null; readonly paused?: number };

/** Whether issues are due at other times by a logged change; without a row one of the four is as it came. */
function movesDue({ before, after }: Replayed): boolean {
  const logged = JSON.parse(after ?? before ?? '{}') as Logged;
  // Of a change only what is another is logged.
  if (before !== null && after !== null) return ['time', 'paused', 'removed_at'].some((column) => column in logged);
  const { builtin = null, time = null, paused } = logged;
  if (builtin === null || !isBuiltIn(builtin)) return true;
  return paused === 1 || !sameTime(timeOf(time), builtIns[builtin].time);
}

/**
 * When a report was last paused, begun, given another time or taken away by undo or redo, by uid or by which of the four it is; 0:
 * never. Undo brings back from when on issues were due as well, and nothing is made up for. SPEC REP-12.
 */
function replayedAt(db: ReadDb): (uid: string, builtin: string | null) => number {
  const found = rows<Replayed>(
    db,
    `SELECT s.at, c.uid, c.before, c.after
     FROM change_set s JOIN change_set d ON d.id = s.target_id JOIN change c ON c.set_id = s.id
     WHERE s.target_id IS NOT NULL AND d.command IN ('reports.save', 'reports.remove') AND c.entity = 'report'`,
  )
    .filter(movesDue)
    .map((each) => ({ ...each, builtin: (JSON.parse(each.before ?? each.after ?? '{}') as Logged).builtin ?? null }));
  return (uid, builtin) =>
    Math.max(
      0,
      ...found.filter((each) => each.uid === uid || (builtin !== null && each.builtin === builtin)).map(({ at }) => at),
    );
}

/** The four that every desk has, as they were changed here, then its own. */
export function readDefinitions(db: ReadDb): Definition[] {
  const records = readRecords(db);
  const begun = deskSince(db);
  const replayed = replayedAt(db);
  const dated = (record: ReportRecord): Definition =>
    toDefinition(record, Math.max(record.since, replayed(uuidText(record.uid), record.builtin)));
  const four = builtInKeys.map((key) => {
    const changed = records.find(({ builtin }) => builtin === key);
    if (changed !== undefined) return dated(changed);
    // How it came, maybe by undo of what it was changed to.
    return { ...builtIns[key], key, since: begun === null ? null : Math.max(begun, replayed('', key)) };
  });
  return [...four, ...records.filter(({ builtin }) => builtin === null).map(dated)];
}

/** Faults NOT_FOUND where it is not here. */
export function mustReport(db: ReadDb, key: ReportKey): Definition {
  const found = readDefinitions(db).find((each) => each.key === key);
  if (found === undefined) throw new Fault('NOT_FOUND', 'That report is not here any more.', { field: 'key' });
  return found;
}

const uidOf = (core: Core, key: ReportKey): Uint8Array | null =>
  isBuiltIn(key)
    ? (row<{ uid: Uint8Array }>(core.db, 'SELECT uid FROM report WHERE builtin = ?', key)?.uid ?? null)
    : uuidBytes(key);

const valuesOf = (given: ReportDefinition): Record<string, Param> => ({
  kind: given.kind,
  title: given.title.replaceAll(/\s+/g, ' '),
  sections: JSON.stringify(given.sections),
  note: given.note,
  time: given.time === null ? null : JSON.stringify(given.time),
  recipients: JSON.stringify(given.recipients),
  paused: given.paused ? 1 : 0,
});

/** Faults INVALID at its field. */
function check({ sections, time }: ReportDefinition): void {
  if (new Set(sections).size < sections.length)
    throw new Fault('INVALID', 'A section stands in a report once.', { field: 'sections' });
  if (time?.every === 'weekday' && time.nth > 4)
    throw new Fault('INVALID', 'Not every month has a fifth such weekday. Choose the first to the fourth.', {
      field: 'time.nth',
    });
}

/** By what they say, in whatever order that was written. */
const sameTime = (a: ReportTime | null, b: ReportTime | null): boolean =>
  JSON.stringify(timeSchema.parse(a)) === JSON.stringify(timeSchema.parse(b));

/** Issues are due from now on where its time is another or it goes on after a pause: nothing is made up for. */
function sinceOf(core: Core, before: Definition | null, next: ReportDefinition): number {
  const now = core.ports.now();
  if (before === null) return now;
  const goesOn = before.paused && !next.paused;
  return goesOn || !sameTime(before.time, next.time) ? now : (before.since ?? now);
}

function write(core: Core, key: ReportKey | null, given: ReportDefinition, command: { name: string; label: string }) {
  const before = key === null ? null : mustReport(core.db, key);
  const known = key === null ? null : uidOf(core, key);
  const uid = known ?? core.newId(core.ports.now());
  const values = { ...valuesOf(given), since: sinceOf(core, before, given) };
  const { changeSet } = core.write(command, (writer) => {
    if (known !== null) writer.update('report', uid, values);
    else writer.insert('report', uid, { builtin: key, ...values });
  });
  return { changed: changeSet === null ? 0 : 1, label: command.label, changeSet, key: key ?? uuidText(uid) };
}

/** Makes a report of one's own or changes one. SPEC REP-2. */
export function saveReport(core: Core, input: ReportDefinition & { readonly key?: ReportKey | undefined }) {
  mustLead(core);
  check(input);
  const { key = null, ...given } = input;
  return write(core, key, given, { name: 'reports.save', label: `Report “${given.title}”` });
}

/** Takes an own one away; one of the four goes back to how it came. */
export function removeReport(core: Core, key: ReportKey): Done {
  mustLead(core);
  const { title } = mustReport(core.db, key);
  const name = 'reports.remove';
  if (isBuiltIn(key)) {
    const label = `Report “${title}” as it came`;
    if (uidOf(core, key) === null) return { changed: 0, label, changeSet: null };
    const { changed, changeSet } = write(core, key, builtIns[key], { name, label });
    return { changed, label, changeSet };
  }
  const label = `Report “${title}” taken away`;
  const { changeSet } = core.write({ name, label }, (writer) => {
    writer.update('report', uuidBytes(key), { removed_at: core.ports.now() });
  });
  return { changed: 1, label, changeSet };
}
