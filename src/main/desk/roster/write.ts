import type { DeskShift, RosterShift } from '../../../contract/index.ts';
import { uuidBytes } from '../../../domain/desk/uuid.ts';
import { Fault } from '../../../domain/fault.ts';
import { row, rows } from '../../store/db.ts';
import type { EntityName } from '../../store/entity.ts';
import type { Values, Writer } from '../../store/writer.ts';
import type { Core } from '../core.ts';
import { personRow } from '../person.ts';

/** A shift as its planned columns. */
export const shiftValues = (core: Core, shift: Omit<RosterShift, 'id'>): Values => ({
  person_id: personRow(core, shift.personId),
  start_at: shift.startAt,
  end_at: shift.endAt,
  work: shift.work,
  activities: JSON.stringify(shift.activities),
});

/** The plan of a shift, as what is published of it from now on. */
const publishedValues = (core: Core, shift: Omit<RosterShift, 'id'>): Values => ({
  pub_person_id: personRow(core, shift.personId),
  pub_start_at: shift.startAt,
  pub_end_at: shift.endAt,
  pub_work: shift.work,
  pub_activities: JSON.stringify(shift.activities),
});

const nothingPublished: Values = {
  pub_person_id: null,
  pub_start_at: null,
  pub_end_at: null,
  pub_work: null,
  pub_activities: null,
};

const asked = 'SELECT 1 FROM shift_request r JOIN shift s ON s.id IN (r.shift_id, r.other_shift_id) WHERE s.uid = ?';

/** Takes a row away, or where a request tells of it, keeps it as one that shows nowhere. */
function drop(core: Core, write: Writer, uid: Uint8Array): void {
  if (row(core.db, asked, uid) === undefined) write.remove('shift', uid);
  else write.update('shift', uid, { removed: 1, ...nothingPublished });
}

/** Whoever is absent from a shift is absent from it wherever what counts of it goes. */
function followAbsence(core: Core, write: Writer, uid: Uint8Array, next: Pick<RosterShift, 'startAt' | 'endAt'>): void {
  const was = row<{ person: number | null; startAt: number; endAt: number }>(
    core.db,
    'SELECT pub_person_id AS person, pub_start_at AS startAt, pub_end_at AS endAt FROM shift WHERE uid = ?',
    uid,
  );
  if (was?.person == null || (was.startAt === next.startAt && was.endAt === next.endAt)) return;
  const absences = rows<{ uid: Uint8Array }>(
    core.db,
    "SELECT uid FROM attendance WHERE person_id = ? AND kind = 'absent' AND start_at = ? AND end_at = ?",
    was.person,
    was.startAt,
    was.endAt,
  );
  for (const absence of absences)
    write.update('attendance', absence.uid, { start_at: next.startAt, end_at: next.endAt });
}

/** The plan of one shift becomes what counts. */
export function publishShift(core: Core, write: Writer, shift: DeskShift): void {
  const uid = uuidBytes(shift.id);
  if (shift.removed) drop(core, write, uid);
  else {
    followAbsence(core, write, uid, shift);
    write.update('shift', uid, publishedValues(core, shift));
  }
}

/** The plan of one shift becomes again what was published; one that never was goes. */
export function revertShift(core: Core, write: Writer, shift: DeskShift): void {
  const uid = uuidBytes(shift.id);
  if (shift.published === null) drop(core, write, uid);
  else write.update('shift', uid, { removed: 0, ...shiftValues(core, shift.published) });
}

/** Takes a shift out of the plan; at once out of what counts, too, where asked. */
export function removeShift(core: Core, write: Writer, shift: DeskShift, publish: boolean): void {
  const uid = uuidBytes(shift.id);
  if (publish || shift.published === null) drop(core, write, uid);
  else write.update('shift', uid, { removed: 1 });
}

/** Puts a new shift on the plan, with `publish` also on what counts. */
export function insertShift(
  core: Core,
  write: Writer,
  uid: Uint8Array,
  shift: Omit<RosterShift, 'id'> & { readonly note?: string },
  publish: boolean,
): void {
  write.insert('shift', uid, {
    ...shiftValues(core, shift),
    note: shift.note ?? '',
    removed: 0,
    ...(publish ? publishedValues(core, shift) : nothingPublished),
  });
}

/** Changes a shift that is there, with `publish` also what counts of it. */
export function updateShift(
  core: Core,
  write: Writer,
  shift: RosterShift & { readonly note?: string },
  publish: boolean,
): void {
  if (publish) followAbsence(core, write, uuidBytes(shift.id), shift);
  write.update('shift', uuidBytes(shift.id), {
    ...shiftValues(core, shift),
    ...(shift.note !== undefined && { note: shift.note }),
    removed: 0,
    ...(publish && publishedValues(core, shift)),
  });
}

/** Faults NOT_FOUND where a thing of that kind is not here. */
export function mustBeHere(core: Core, table: EntityName, id: string, words: string): Uint8Array {
  const uid = uuidBytes(id);
  if (row(core.db, `SELECT 1 FROM ${table} WHERE uid = ?`, uid) === undefined) throw new Fault('NOT_FOUND', words);
  return uid;
}
