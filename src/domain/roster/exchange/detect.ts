import { folded } from '../../exchange/header-names.ts';
import { placeColumns, personMark, shiftMark } from './columns.ts';
import type { RosterField } from './columns.ts';

export type RosterFileKind = 'whenIWork' | 'teamsShifts' | 'zendeskTeam' | 'peopleTable' | 'shiftTable' | 'stateLog';

type Has = (...fields: readonly RosterField[]) => boolean;

/** What tells a list of people from any other list with names in it. */
const aboutPeople = [
  'ownPerson',
  'employeeId',
  'email',
  'phone',
  'team',
  'role',
  'skills',
  'languages',
  'timeZone',
  'contractHours',
  'active',
  'suspended',
] as const satisfies readonly RosterField[];

/** What only a plan has. */
const aboutPlans = ['date', 'unpaidBreak', 'openCount', 'label', 'role', 'activities'] as const;

/**
 * What a table is, by its headers alone, or null for none of these; compared without case, accents, punctuation and
 * byte order mark. SPEC RIO-1. A column `Status` is the state of a log only where nothing speaks of a plan.
 */
export function detectRosterFile(headers: readonly string[]): RosterFileKind | null {
  const { places } = placeColumns(headers);
  const has: Has = (...fields) => fields.every((field) => places.has(field));
  const first = folded(headers[0] ?? '');
  if (first === folded(shiftMark)) return has('start', 'end') ? 'shiftTable' : null;
  if (first === folded(personMark)) return has('name') ? 'peopleTable' : null;
  return known(new Set(headers.map(folded))) ?? generic(has);
}

function known(names: ReadonlySet<string>): RosterFileKind | null {
  const has = (...wanted: readonly string[]) => wanted.every((name) => names.has(name));
  if (has('shift start date', 'shift start time', 'shift end time')) return 'whenIWork';
  const teams = names.has('work email') || names.has('theme color') || names.has('unpaid break minutes');
  if (has('member', 'start date', 'start time', 'end time') && teams) return 'teamsShifts';
  if (has('id', 'name', 'email', 'suspended')) return 'zendeskTeam';
  return null;
}

function generic(has: Has): RosterFileKind | null {
  if (isLog(has)) return 'stateLog';
  if ((hasSomeone(has) || has('openCount')) && has('start', 'end')) return 'shiftTable';
  return isPeople(has) ? 'peopleTable' : null;
}

const any = (has: Has, fields: readonly RosterField[]) => fields.some((field) => has(field));

const hasSomeone = (has: Has) => any(has, ['name', 'email', 'employeeId', 'ownPerson']) || has('firstName', 'lastName');

function isLog(has: Has): boolean {
  if (!hasSomeone(has) || !has('start')) return false;
  const spans = any(has, ['end', 'duration']);
  return has('state') || (has('status') && (has('reason') || (spans && !any(has, aboutPlans))));
}

function isPeople(has: Has): boolean {
  const needed = has('email') && !has('name') ? 2 : 1;
  const named = any(has, ['name', 'firstName', 'lastName', 'email']);
  return named && aboutPeople.filter((field) => has(field)).length >= needed;
}
