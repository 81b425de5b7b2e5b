import type { Course, Done } from '../../../contract/index.ts';
import { uuidBytes, uuidText } from '../../../domain/desk/uuid.ts';
import { Fault } from '../../../domain/fault.ts';
import { centsOf } from '../../../domain/training/money.ts';
import { rows, type Param, type ReadDb } from '../../store/db.ts';
import type { Core } from '../core.ts';
import { mustLead } from '../viewer.ts';

export type CourseRecord = Course & { readonly row: number };
type Stored = {
  id: number;
  uid: Uint8Array;
  name: string;
  provider: string;
  cost: number;
  hours: number;
  link: string;
  certificate: string | null;
  valid_months: number | null;
  archived: number;
};

const toCourse = (stored: Stored): CourseRecord => ({
  row: stored.id,
  id: uuidText(stored.uid),
  name: stored.name,
  provider: stored.provider,
  cost: stored.cost,
  hours: stored.hours,
  link: stored.link,
  certificate: stored.certificate,
  validMonths: stored.valid_months,
  archived: stored.archived === 1,
});

/** By name, those that are not offered any more last. */
export const courseRecords = (db: ReadDb, where = '1', ...params: readonly Param[]): CourseRecord[] =>
  rows<Stored>(
    db,
    `SELECT id, uid, name, provider, cost, hours, link, certificate, valid_months, archived
     FROM course WHERE ${where} ORDER BY archived, name COLLATE NOCASE, id`,
    ...params,
  ).map(toCourse);

/** Faults NOT_FOUND at its field where it is not here. */
export function mustCourse(core: Core, id: string, field = 'courseId'): CourseRecord {
  const [found] = courseRecords(core.db, 'uid = ?', uuidBytes(id));
  if (found === undefined) throw new Fault('NOT_FOUND', 'That course is not in the catalogue any more.', { field });
  return found;
}

export const courses = (core: Core): Course[] => courseRecords(core.db).map(({ row: _, ...course }) => course);

type Input = Omit<Course, 'id'> & { readonly id?: string | undefined };

/** What was booked before keeps its price, and certificates that were given their end. SPEC TRN-22. */
export function saveCourse(core: Core, input: Input): Done & { id: string } {
  mustLead(core);
  if (input.validMonths !== null && input.certificate === null)
    throw new Fault('INVALID', 'Months of a certificate need a certificate. Name it, or leave the months out.', {
      field: 'validMonths',
    });
  const uid = input.id === undefined ? core.newId(core.ports.now()) : uuidBytes(mustCourse(core, input.id, 'id').id);
  const label = `Course “${input.name}”`;
  const values = {
    name: input.name,
    provider: input.provider,
    cost: centsOf(input.cost) / 100,
    hours: input.hours,
    link: input.link,
    certificate: input.certificate,
    valid_months: input.validMonths,
    archived: input.archived ? 1 : 0,
  };
  const { changeSet } = core.write({ name: 'training.courseSave', label }, (write) => {
    if (input.id === undefined) write.insert('course', uid, values);
    else write.update('course', uid, values);
  });
  return { changed: changeSet === null ? 0 : 1, label, changeSet, id: uuidText(uid) };
}
