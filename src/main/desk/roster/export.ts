import {
  peopleTable,
  rosterCsv,
  shiftTable,
  teamsShiftsTable,
  whenIWorkTable,
  type PersonOut,
  type RosterTable,
} from '../../../domain/roster/exchange/write.ts';
import { shiftsToIcs } from '../../../domain/roster/ics.ts';
import type { Person } from '../../../contract/index.ts';
import type { Core } from '../core.ts';
import { writeRosterXlsx, xlsxType } from '../import/roster-file.ts';
import { readPeople } from '../people.ts';
import { planned, published, shiftsIn } from './read.ts';
import { spanOf } from './span.ts';
import { mustPerson, nameOf } from '../person.ts';

type Days = { readonly from: string; readonly days: number };
type File = { readonly fileName: string; readonly type: string; readonly base64: string };

const personOut = (person: Person): PersonOut => ({
  id: person.id,
  name: person.name,
  email: person.email,
  employeeId: null,
  phone: person.phone,
  team: person.team,
  role: person.role,
  skills: person.skills.map((name) => ({ name, level: person.skillLevels[name] ?? null })),
  languages: person.languages,
  timeZone: person.timeZone,
  contractMinutes: person.contractMinutes,
  active: person.active,
});

const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');

function tableOf(
  core: Core,
  what: 'people' | 'shifts',
  format: 'csv' | 'xlsx' | 'teams' | 'whenIWork',
  days: Days,
): RosterTable {
  const people = readPeople(core.db).map(personOut);
  if (what === 'people') return peopleTable(people);
  const { timeZone, name } = core.facts.settings();
  const byId = new Map(people.map((person) => [person.id, person]));
  const span = spanOf(core, days);
  const notes = new Map(shiftsIn(core.db, span).map(({ id, note }) => [id, note]));
  const shifts = planned(shiftsIn(core.db, span)).map((shift) => ({ ...shift, note: notes.get(shift.id) ?? '' }));
  if (format === 'teams') return teamsShiftsTable(shifts, byId, timeZone);
  if (format === 'whenIWork') return whenIWorkTable(shifts, byId, { timeZone, schedule: name });
  return shiftTable(shifts, byId, timeZone);
}

/** The plan of some days, or the people, as a file. Formulas are defused in CSV, text is text in XLSX. SPEC RIO-12. */
export async function exportRoster(
  core: Core,
  input: Days & { readonly what: 'people' | 'shifts'; readonly format: 'csv' | 'xlsx' | 'teams' | 'whenIWork' },
): Promise<File> {
  const table = tableOf(core, input.what, input.format, input);
  const stem = input.what === 'people' ? 'people' : `roster ${input.from}`;
  if (input.format === 'csv')
    return { fileName: `${stem}.csv`, type: 'text/csv;charset=utf-8', base64: base64(rosterCsv(table)) };
  const bytes = await writeRosterXlsx([table]);
  return { fileName: `${stem}.xlsx`, type: xlsxType, base64: bytes.toString('base64') };
}

/** The published shifts of one person, for their own calendar. */
export function icsOf(core: Core, input: Days & { readonly personId: string }): File {
  mustPerson(core, input.personId);
  const theirs = published(shiftsIn(core.db, spanOf(core, input))).filter(
    ({ personId }) => personId === input.personId,
  );
  const name = nameOf(core, input.personId);
  const { timeZone } = core.facts.settings();
  const text = shiftsToIcs(theirs, { name, timeZone, now: core.ports.now() });
  return { fileName: `shifts ${name}.ics`, type: 'text/calendar;charset=utf-8', base64: base64(text) };
}
