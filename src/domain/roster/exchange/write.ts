import type { RosterShift, WorkKind } from '../../../contract/roster-common.ts';
import { dateOf, minuteMs, timeOf } from '../../calendar/wall-time.ts';
import { wallOf, zoneOf } from '../../calendar/zone.ts';
import { csvText } from '../../exchange/csv-write.ts';
import { localIso } from '../../exchange/zone-clock.ts';
import { writeActivities } from './activities.ts';
import { twelveHours } from './clock-text.ts';
import { personMark, shiftMark } from './columns.ts';
import type { PersonDraft } from './read-people.ts';
import { writeList, writeSkills } from './lists.ts';

/** A table to be written: as CSV, or as a sheet of its own in a workbook. */
export type RosterTable = {
  readonly title: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
};

/** Somebody as they go out. */
export type PersonOut = Omit<PersonDraft, 'line' | 'personId' | 'key'> & { readonly id: string };

/** A shift as it goes out. */
export type ShiftOut = RosterShift & { readonly note?: string };

type People = ReadonlyMap<string, Pick<PersonOut, 'name' | 'email' | 'team' | 'employeeId'>>;

/** A table as CSV, formulas defused. SPEC IMP-20. */
export const rosterCsv = ({ header, rows }: RosterTable): string =>
  csvText([header, ...rows.map((cells) => cells.map(String))]);

/** People in our own format, which reads back exactly. SPEC RIO-12. */
export function peopleTable(people: readonly PersonOut[]): RosterTable {
  const header = [
    personMark,
    'Name',
    'Email',
    'Employee ID',
    'Phone',
    'Team',
    'Role',
    'Skills',
    'Languages',
    'Time zone',
    'Contract hours per week',
    'Active',
  ];
  const rows = people.map((person) => [
    person.id,
    person.name,
    person.email ?? '',
    person.employeeId ?? '',
    person.phone ?? '',
    person.team ?? '',
    person.role ?? '',
    writeSkills(person.skills ?? []),
    writeList(person.languages ?? []),
    person.timeZone ?? '',
    person.contractMinutes === null ? '' : hoursText(person.contractMinutes),
    person.active === null ? '' : person.active ? 'yes' : 'no',
  ]);
  return { title: 'People', header, rows };
}

/** `37:30`. */
const hoursText = (minutes: number): string =>
  `${Math.floor(minutes / 60)}:${String(Math.round(minutes) % 60).padStart(2, '0')}`;

/** Shifts in our own format: instants as ISO 8601 with the offset of the zone. Reads back exactly. SPEC RIO-12. */
export function shiftTable(shifts: readonly ShiftOut[], people: People, timeZone: string): RosterTable {
  const header = [shiftMark, personMark, 'Person', 'Email', 'Work', 'Start', 'End', 'Time zone', 'Activities', 'Note'];
  const rows = shifts.map((shift) => {
    const person = personOf(shift, people);
    return [
      shift.id,
      shift.personId ?? '',
      person?.name ?? '',
      person?.email ?? '',
      shift.work,
      localIso(shift.startAt, timeZone),
      localIso(shift.endAt, timeZone),
      timeZone,
      writeActivities(shift.activities, shift, timeZone),
      shift.note ?? '',
    ];
  });
  return { title: 'Shifts', header, rows };
}

const personOf = ({ personId }: RosterShift, people: People) => (personId === null ? undefined : people.get(personId));

const isPause = ({ kind }: RosterShift['activities'][number]) => kind === 'break' || kind === 'lunch';

/** Breaks and lunches of a shift, in whole minutes. */
const pauseMinutes = ({ activities }: RosterShift): number =>
  Math.round(activities.filter(isPause).reduce((sum, { startAt, endAt }) => sum + endAt - startAt, 0) / minuteMs);

const workLabels: Readonly<Record<WorkKind, string>> = { calls: 'Calls', chat: 'Chat', mail: 'Mail' };
const themes: Readonly<Record<WorkKind, string>> = { calls: '2. Blue', chat: '3. Green', mail: '4. Purple' };

/**
 * Shifts as the workbook that Teams Shifts imports: dates month first, 24 hours, breaks as their sum, nothing shared yet.
 * Its import only adds.
 */
export function teamsShiftsTable(shifts: readonly ShiftOut[], people: People, timeZone: string): RosterTable {
  const zone = zoneOf(timeZone);
  const header = [
    'Member',
    'Work Email',
    'Group',
    'Start Date',
    'Start Time',
    'End Date',
    'End Time',
    'Theme Color',
    'Custom Label',
    'Unpaid Break (minutes)',
    'Notes',
    'Shared',
  ];
  const rows = shifts.map((shift) => {
    const person = personOf(shift, people);
    const [from, to] = [wallOf(zone, shift.startAt), wallOf(zone, shift.endAt)];
    return [
      person?.name ?? '',
      person?.email ?? '',
      person?.team ?? '',
      monthFirst(from.day),
      timeOf(from.minutes),
      monthFirst(to.day),
      timeOf(to.minutes),
      themes[shift.work],
      workLabels[shift.work],
      pauseMinutes(shift),
      shift.note ?? '',
      '2. Not Shared',
    ];
  });
  return { title: 'Shifts', header, rows };
}

function monthFirst(day: number): string {
  const [year, month, date] = dateOf(day).split('-').map(Number);
  return `${month ?? 0}/${date ?? 0}/${year ?? 0}`;
}

/** Shifts as the workbook of When I Work, without its pay columns; `schedule` names the sheet. */
export function whenIWorkTable(
  shifts: readonly ShiftOut[],
  people: People,
  { timeZone, schedule }: { readonly timeZone: string; readonly schedule: string },
): RosterTable {
  const zone = zoneOf(timeZone);
  const header = [
    'Schedule',
    'Site',
    'Position',
    'OpenShift Count',
    'First Name',
    'Last Name',
    'Employee ID',
    'Email',
    'Shift Start Date',
    'Shift Start Time',
    'Shift End Time',
    'Unpaid Break',
    'Scheduled Hours',
    'Status',
    'Notes',
  ];
  const rows = shifts.map((shift) => {
    const person = personOf(shift, people);
    const [first, last] = twoNames(person?.name ?? '');
    const [from, to] = [wallOf(zone, shift.startAt), wallOf(zone, shift.endAt)];
    const pause = pauseMinutes(shift);
    const hours = (shift.endAt - shift.startAt) / minuteMs - pause;
    return [
      schedule,
      '',
      workLabels[shift.work],
      shift.personId === null ? 1 : '',
      first,
      last,
      person?.employeeId ?? '',
      person?.email ?? '',
      dateOf(from.day),
      twelveHours(from.minutes),
      twelveHours(to.minutes),
      pause,
      Math.round((hours / 60) * 100) / 100,
      '',
      shift.note ?? '',
    ];
  });
  return { title: `Schedules - ${schedule}`, header, rows };
}

/** First names and the last name; a single name is a first name. */
function twoNames(name: string): readonly [string, string] {
  const cut = name.lastIndexOf(' ');
  return cut === -1 ? [name, ''] : [name.slice(0, cut), name.slice(cut + 1)];
}
