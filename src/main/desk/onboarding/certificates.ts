import type { Certificate, Done } from '../../../contract/index.ts';
import { dayNumber } from '../../../domain/calendar/wall-time.ts';
import { uuidBytes, uuidText } from '../../../domain/desk/uuid.ts';
import { Fault } from '../../../domain/fault.ts';
import { monthsAfter } from '../../../domain/calendar/months.ts';
import { maySee } from '../../../domain/people/viewer.ts';
import { rows } from '../../store/db.ts';
import type { Values } from '../../store/writer.ts';
import type { Core } from '../core.ts';
import { mustPerson, nameOf } from '../person.ts';
import { mustLead, mustSee, viewerOf } from '../viewer.ts';
import { todayOf } from './days.ts';

type CertificateRecord = {
  uid: Uint8Array;
  person: Uint8Array;
  name: string;
  issued_on: string;
  expires_on: string | null;
  note: string;
};

/** Told as expiring so many days before. */
const soonDays = 30;

/** The last day is one on which it still holds. */
function stateOn(today: number, expiresOn: string | null): Certificate['state'] {
  if (expiresOn === null) return 'valid';
  const left = dayNumber(expiresOn) - today;
  return left < 0 ? 'expired' : left <= soonDays ? 'soon' : 'valid';
}

const read = (core: Core, where: string, ...params: readonly Uint8Array[]): Certificate[] => {
  const today = todayOf(core);
  return rows<CertificateRecord>(
    core.db,
    `SELECT c.uid, p.uid AS person, c.name, c.issued_on, c.expires_on, c.note FROM certificate c JOIN person p ON p.id = c.person_id
     WHERE ${where} ORDER BY c.expires_on IS NULL, c.expires_on, c.id`,
    ...params,
  ).map((record) => ({
    id: uuidText(record.uid),
    personId: uuidText(record.person),
    name: record.name,
    issuedOn: record.issued_on,
    expiresOn: record.expires_on,
    note: record.note,
    state: stateOn(today, record.expires_on),
  }));
};

/** Those that expire first; an agent finds their own. SPEC ONB-13. */
export function certificates(core: Core, personId: string | undefined): Certificate[] {
  if (personId !== undefined) {
    mustSee(core, personId);
    return read(core, 'p.uid = ?', uuidBytes(personId));
  }
  const viewer = viewerOf(core);
  return read(core, '1').filter((each) => maySee(viewer, each.personId));
}

function mustCertificate(core: Core, id: string): Certificate {
  const [found] = read(core, 'c.uid = ?', uuidBytes(id));
  if (found === undefined) throw new Fault('NOT_FOUND', 'That certificate is not here any more.');
  return found;
}

/** A certificate as it is given on a day, for so many months; null: it does not expire. */
export const certificateOn = (name: string, on: string, validMonths: number | null): Values => ({
  name,
  issued_on: on,
  expires_on: validMonths === null ? null : monthsAfter(on, validMonths),
});

type CertificateInput = Omit<Certificate, 'id' | 'state'> & { readonly id?: string | undefined };

export function saveCertificate(core: Core, input: CertificateInput): Done & { id: string } {
  mustLead(core);
  const known = input.id === undefined ? null : mustCertificate(core, input.id);
  const person = mustPerson(core, input.personId);
  if (input.expiresOn !== null && input.expiresOn < input.issuedOn)
    throw new Fault('INVALID', 'It expires before it was issued. Check the two days.', { field: 'expiresOn' });
  const uid = known === null ? core.newId(core.ports.now()) : uuidBytes(known.id);
  const values = {
    person_id: person,
    name: input.name,
    issued_on: input.issuedOn,
    expires_on: input.expiresOn,
    note: input.note,
  };
  const label = `Certificate of ${nameOf(core, input.personId)}: ${input.name}`;
  const { changeSet } = core.write({ name: 'onboarding.certificateSave', label }, (write) => {
    if (known === null) write.insert('certificate', uid, values);
    else write.update('certificate', uid, values);
  });
  return { changed: changeSet === null ? 0 : 1, label, changeSet, id: uuidText(uid) };
}

export function removeCertificate(core: Core, id: string): Done {
  mustLead(core);
  const { personId, name } = mustCertificate(core, id);
  const label = `Certificate of ${nameOf(core, personId)} taken away: ${name}`;
  const { changeSet } = core.write({ name: 'onboarding.certificateRemove', label }, (write) => {
    // By hand, and not by the table: so that undo knows of it.
    const given = rows<{ uid: Uint8Array }>(
      core.db,
      'SELECT e.uid FROM enrolment e JOIN certificate c ON c.id = e.certificate_id WHERE c.uid = ?',
      uuidBytes(id),
    );
    for (const { uid } of given) write.update('enrolment', uid, { certificate_id: null });
    write.remove('certificate', uuidBytes(id));
  });
  return { changed: 1, label, changeSet };
}
