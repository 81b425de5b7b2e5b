import type { Done, Enrolment } from '../../../contract/index.ts';
import { uuidBytes, uuidText } from '../../../domain/desk/uuid.ts';
import { Fault } from '../../../domain/fault.ts';
import { isLead } from '../../../domain/people/viewer.ts';
import { overBy } from '../../../domain/training/budget.ts';
import { centsOf } from '../../../domain/training/money.ts';
import type { Writer } from '../../store/writer.ts';
import type { Core } from '../core.ts';
import { mustPerson, nameOf } from '../person.ts';
import { mustLead, mustSee, viewerOf } from '../viewer.ts';
import { rowOf } from './budget.ts';
import { mustCourse, type CourseRecord } from './courses.ts';
import { enrolmentsOfYear, mustEnrolment, type EnrolmentRecord } from './enrolment-read.ts';
import { certificateOn } from '../onboarding/certificates.ts';

/** Of everybody or of one person; an agent finds their own. SPEC TRN-5. */
export function enrolments(core: Core, input: { readonly year: number; readonly personId?: string | undefined }) {
  if (input.personId !== undefined) mustSee(core, input.personId);
  const viewer = viewerOf(core);
  const only = input.personId ?? (isLead(viewer) ? null : viewer.id);
  return enrolmentsOfYear(core.db, input.year).filter(({ personId }) => only === null || personId === only);
}

type Input = {
  readonly id?: string | undefined;
  readonly personId: string;
  readonly courseId: string;
  readonly on: string;
  readonly cost: number | null;
  readonly state: Enrolment['state'];
};

/** A course that was taken out of the catalogue is finished by who is on it, and taken up by nobody. */
function courseFor(core: Core, input: Input, known: EnrolmentRecord | null): CourseRecord {
  const course = mustCourse(core, input.courseId);
  if (course.archived && known?.courseId !== course.id)
    throw new Fault('CONFLICT', 'That course is not offered any more. Choose another, or offer it again.', {
      field: 'courseId',
    });
  return course;
}

const certificateValues = ({ name, certificate, validMonths }: CourseRecord, on: string) =>
  certificateOn(certificate ?? name, on, validMonths);

/**
 * The certificate of an enrolment follows it: given once the course is done, on its day, and gone once it is not done after
 * all. One that was taken away by hand is not given again. SPEC TRN-23.
 */
function certify(core: Core, write: Writer, input: Input, course: CourseRecord, known: EnrolmentRecord | null) {
  const isDone = input.state === 'done' && course.certificate !== null;
  const held = known?.certificate ?? null;
  const isSame = known?.state === 'done' && known.courseId === course.id;
  if (!isDone) return null;
  if (held !== null) {
    // Only what is said anew: months that the catalogue was given since are not those it was given with.
    if (!isSame || known.on !== input.on) write.update('certificate', held.uid, certificateValues(course, input.on));
    return held.row;
  }
  if (isSame) return null;
  return write.insert('certificate', core.newId(core.ports.now()), {
    person_id: mustPerson(core, input.personId),
    ...certificateValues(course, input.on),
    note: course.provider,
  });
}

function write(core: Core, input: Input, course: CourseRecord, known: EnrolmentRecord | null, uid: Uint8Array) {
  const person = mustPerson(core, input.personId);
  const label = `${nameOf(core, input.personId)}: ${course.name}, ${input.state}`;
  const { changeSet } = core.write({ name: 'training.enrolmentSave', label }, (writer) => {
    const values = {
      course_id: course.row,
      on_date: input.on,
      cost: centsOf(input.cost ?? course.cost) / 100,
      state: input.state,
      certificate_id: certify(core, writer, input, course, known),
    };
    if (known === null) writer.insert('enrolment', uid, { person_id: person, ...values });
    else writer.update('enrolment', uid, values);
    if (known?.certificate != null && values.certificate_id === null)
      writer.remove('certificate', known.certificate.uid);
  });
  return { label, changeSet };
}

export function saveEnrolment(core: Core, input: Input): Done & { id: string; overBudget: number } {
  mustLead(core);
  const known = input.id === undefined ? null : mustEnrolment(core, input.id);
  if (known !== null && known.personId !== input.personId)
    throw new Fault('INVALID', 'That enrolment is somebody else’s.', { field: 'personId' });
  const course = courseFor(core, input, known);
  const uid = known === null ? core.newId(core.ports.now()) : uuidBytes(known.id);
  const { label, changeSet } = write(core, input, course, known, uid);
  const overBudget = overBy(rowOf(core, input.personId, Number(input.on.slice(0, 4))));
  return { changed: changeSet === null ? 0 : 1, label, changeSet, id: uuidText(uid), overBudget };
}
