import type { Enrolment } from '../../../contract/index.ts';
import { uuidBytes, uuidText } from '../../../domain/desk/uuid.ts';
import { Fault } from '../../../domain/fault.ts';
import { rows, type Param, type ReadDb } from '../../store/db.ts';
import type { Core } from '../core.ts';

/** An enrolment with the certificate it gave. */
export type EnrolmentRecord = Enrolment & {
  readonly certificate: { readonly row: number; readonly uid: Uint8Array } | null;
};
type Stored = {
  uid: Uint8Array;
  person: Uint8Array;
  course: Uint8Array;
  on_date: string;
  cost: number;
  state: Enrolment['state'];
  certificate_id: number | null;
  certificate: Uint8Array | null;
};

/** Newest day first. */
const records = (db: ReadDb, where: string, ...params: readonly Param[]): EnrolmentRecord[] =>
  rows<Stored>(
    db,
    `SELECT e.uid, p.uid AS person, c.uid AS course, e.on_date, e.cost, e.state, e.certificate_id, x.uid AS certificate
     FROM enrolment e JOIN person p ON p.id = e.person_id JOIN course c ON c.id = e.course_id
     LEFT JOIN certificate x ON x.id = e.certificate_id WHERE ${where} ORDER BY e.on_date DESC, e.id DESC`,
    ...params,
  ).map((stored) => ({
    id: uuidText(stored.uid),
    personId: uuidText(stored.person),
    courseId: uuidText(stored.course),
    on: stored.on_date,
    cost: stored.cost,
    state: stored.state,
    certificate:
      stored.certificate_id === null || stored.certificate === null
        ? null
        : { row: stored.certificate_id, uid: stored.certificate },
  }));

const told = ({ certificate: _, ...enrolment }: EnrolmentRecord): Enrolment => enrolment;

/** Those of a calendar year, by the day they are on. */
export const enrolmentsOfYear = (db: ReadDb, year: number): Enrolment[] =>
  records(db, 'e.on_date >= ? AND e.on_date <= ?', `${year}-01-01`, `${year}-12-31`).map(told);

/** Faults NOT_FOUND where it is not here. */
export function mustEnrolment(core: Core, id: string): EnrolmentRecord {
  const [found] = records(core.db, 'e.uid = ?', uuidBytes(id));
  if (found === undefined) throw new Fault('NOT_FOUND', 'That enrolment is not here any more.');
  return found;
}
