import type { Person } from '../../contract/index.ts';
import { wallSpan } from '../../domain/calendar/wall-time.ts';
import { zoneOf } from '../../domain/calendar/zone.ts';
import { uuidBytes, uuidText } from '../../domain/desk/uuid.ts';
import { Fault } from '../../domain/fault.ts';
import { row, rows, type ReadDb } from '../store/db.ts';
import type { Values } from '../store/writer.ts';
import type { Core } from './core.ts';
import { os } from './router-base.ts';

type PersonRecord = {
  uid: Uint8Array;
  name: string;
  email: string | null;
  time_zone: string | null;
  active: number;
  skills: string;
  languages: string;
  capacity: number | null;
  away: number;
  phone: string | null;
  team: string | null;
  role: string | null;
  skill_levels: string;
  contract_minutes: number | null;
  availability: string | null;
  ramp: number;
};
const personColumns =
  'uid, name, email, time_zone, active, skills, languages, capacity, away, phone, team, role, skill_levels, contract_minutes, availability, ramp';

const toPerson = (record: PersonRecord): Person => ({
  id: uuidText(record.uid),
  name: record.name,
  email: record.email,
  timeZone: record.time_zone,
  active: record.active === 1,
  skills: JSON.parse(record.skills) as string[],
  languages: JSON.parse(record.languages) as string[],
  capacity: record.capacity,
  away: record.away === 1,
  phone: record.phone,
  team: record.team,
  role: record.role,
  skillLevels: JSON.parse(record.skill_levels) as Person['skillLevels'],
  contractMinutes: record.contract_minutes,
  availability: record.availability === null ? null : (JSON.parse(record.availability) as Person['availability']),
  rampPercent: record.ramp,
});

/** Everybody who works tickets here, by name. */
export const readPeople = (db: ReadDb): Person[] =>
  rows<PersonRecord>(db, `SELECT ${personColumns} FROM person ORDER BY name COLLATE NOCASE, id`).map(toPerson);

type PersonSet = { readonly [Key in keyof Omit<Person, 'id'>]?: Person[Key] | undefined };

/** What is set of a person, as it is stored. */
export const personValues = (set: PersonSet): Values => ({
  ...(set.name !== undefined && { name: set.name }),
  ...(set.email !== undefined && { email: set.email }),
  ...(set.timeZone !== undefined && { time_zone: set.timeZone }),
  ...(set.active !== undefined && { active: set.active ? 1 : 0 }),
  ...(set.skills !== undefined && { skills: JSON.stringify(set.skills) }),
  ...(set.languages !== undefined && { languages: JSON.stringify(set.languages) }),
  ...(set.capacity !== undefined && { capacity: set.capacity }),
  ...(set.away !== undefined && { away: set.away ? 1 : 0 }),
  ...rosterValues(set),
});

/** What the roster knows of a person, as it is stored. */
const rosterValues = (set: PersonSet): Values => ({
  ...(set.phone !== undefined && { phone: set.phone }),
  ...(set.team !== undefined && { team: set.team }),
  ...(set.role !== undefined && { role: set.role }),
  ...(set.skillLevels !== undefined && { skill_levels: JSON.stringify(set.skillLevels) }),
  ...(set.contractMinutes !== undefined && { contract_minutes: set.contractMinutes }),
  ...(set.availability !== undefined && {
    availability: set.availability === null ? null : JSON.stringify(set.availability),
  }),
  ...(set.rampPercent !== undefined && { ramp: set.rampPercent }),
});

/** Adds somebody with all that is known of them, as one change set. */
function createPerson(core: Core, set: PersonSet & { readonly name: string }): Person {
  checkPerson(set);
  const uid = core.newId(core.ports.now());
  const person: Person = {
    id: uuidText(uid),
    name: set.name,
    email: set.email ?? null,
    timeZone: set.timeZone ?? null,
    active: set.active ?? true,
    skills: set.skills ?? [],
    languages: set.languages ?? [],
    capacity: set.capacity ?? null,
    away: set.away ?? false,
    phone: set.phone ?? null,
    team: set.team ?? null,
    role: set.role ?? null,
    skillLevels: set.skillLevels ?? {},
    contractMinutes: set.contractMinutes ?? null,
    availability: set.availability ?? null,
    rampPercent: set.rampPercent ?? 100,
  };
  core.write({ name: 'people.create', label: `Person “${set.name}”` }, (write) => {
    write.insert('person', uid, { active: 1, ...personValues(set) });
  });
  return person;
}

/** Faults INVALID where the zone is unknown, or availability is no hours. */
function checkPerson({ timeZone, availability }: PersonSet): void {
  if (timeZone !== undefined && timeZone !== null) zoneOf(timeZone);
  for (const [day, hours] of Object.entries(availability ?? {}))
    for (const [from, to] of hours) wallSpan(from, to, `availability.${day}`);
}

function updatePerson(core: Core, id: string, set: PersonSet): Person {
  checkPerson(set);
  const uid = uuidBytes(id);
  const found = row<PersonRecord>(core.db, `SELECT ${personColumns} FROM person WHERE uid = ?`, uid);
  if (found === undefined) throw new Fault('NOT_FOUND', 'That person is not on this desk.');
  core.write({ name: 'people.update', label: `Person “${set.name ?? found.name}”` }, (write) => {
    write.update('person', uid, personValues(set));
  });
  const after = row<PersonRecord>(core.db, `SELECT ${personColumns} FROM person WHERE uid = ?`, uid);
  return toPerson(after ?? found);
}

export function people(core: Core) {
  return {
    list: os.people.list.handler(() => ({
      people: readPeople(core.db),
    })),
    create: os.people.create.handler(({ input }) => createPerson(core, input)),
    update: os.people.update.handler(({ input }) => updatePerson(core, input.id, input.set)),
  };
}
