import type { Calendar, DeskCalendar, Done } from '../../contract/index.ts';
import { calendarProblems } from '../../domain/calendar/check.ts';
import { Fault } from '../../domain/fault.ts';
import type { Core } from './core.ts';
import { keepCalendar, dropCalendar, type Effective } from './sla-rules.ts';

type Given = {
  readonly key?: string | undefined;
  readonly name: string;
  readonly calendar: Calendar;
  readonly effective: Effective;
};
type Saved = Done & { readonly key: string; readonly version: number; readonly recounted: number };

const policiesOf = (core: Core, key: string): DeskCalendar['policies'] =>
  core.sla
    .rules()
    .policies.filter(({ calendar }) => calendar === key)
    .map(({ id = 'default', name = 'Default' }) => ({ id, name }));

/** `business` is what a new desk calls its first calendar; a key is not a name, but better than none. */
const nameOf = (key: string, { name }: Calendar): string => name ?? `${key.charAt(0).toUpperCase()}${key.slice(1)}`;

/** The desk's calendars by name, with the policies that count by each. */
export function listCalendars(core: Core): DeskCalendar[] {
  return Object.entries(core.sla.rules().calendars)
    .map(([key, calendar]) => {
      const { version = 1, from: since = null } = core.sla.timeline().calendars[key]?.at(-1) ?? {};
      return { key, name: nameOf(key, calendar), calendar, version, since, policies: policiesOf(core, key) };
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'en') || (a.key < b.key ? -1 : 1));
}

/** Faults INVALID with the first reason, and at which field. SPEC CAL-18. */
function refuseImpossible(calendar: Calendar): void {
  const [first, ...others] = calendarProblems(calendar);
  if (first === undefined) return;
  const more = others.length === 0 ? '' : ` There ${others.length === 1 ? 'is' : 'are'} ${others.length} more like it.`;
  throw new Fault('INVALID', `${first.message}${more}`, { field: `calendar.${first.field}` });
}

function refuseSameName(core: Core, { key, name }: Given): void {
  const same = listCalendars(core).find((one) => one.key !== key && one.name.toLowerCase() === name.toLowerCase());
  if (same) throw new Fault('INVALID', `There is a calendar called “${same.name}” already.`, { field: 'name' });
}

/** A key made of the name, that no calendar has or ever had: tickets may have been counted by it. */
function newKey(core: Core, name: string): string {
  const taken = new Set(Object.keys(core.sla.timeline().calendars));
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
  const base = plain === '' ? 'calendar' : plain;
  let key = base;
  for (let n = 2; taken.has(key); n += 1) key = `${base}-${n}`;
  return key;
}

/** Saves a version of a calendar under its key, or a new one; clocks that count by it follow. Refuses an impossible one. */
export function saveCalendar(core: Core, given: Given): Saved {
  refuseImpossible(given.calendar);
  refuseSameName(core, given);
  const known = given.key === undefined ? undefined : core.sla.rules().calendars[given.key];
  if (given.key !== undefined && known === undefined) throw noSuch();
  const key = given.key ?? newKey(core, given.name);
  const label = known === undefined ? `New calendar “${given.name}”` : `Calendar “${given.name}”`;
  const body = { ...given.calendar, name: given.name };
  const saved = keepCalendar(core, { key, body, effective: given.effective, label });
  return { ...saved, key, label, changed: saved.changeSet === null ? 0 : 1 };
}

const noSuch = () => new Fault('NOT_FOUND', 'That calendar is not on this desk. It may have been removed meanwhile.');

/** Removes a calendar that nothing counts by. Faults CONFLICT naming the policies that do. */
export function removeCalendar(core: Core, key: string): Done {
  const known = core.sla.rules().calendars[key];
  if (known === undefined) throw noSuch();
  const users = policiesOf(core, key);
  if (users.length > 0) {
    const names = users.map(({ name }) => `“${name}”`).join(', ');
    throw new Fault(
      'CONFLICT',
      `${names} count${users.length === 1 ? 's' : ''} by it. Give it another calendar first.`,
    );
  }
  const label = `Removed calendar “${nameOf(key, known)}”`;
  return { label, changed: 1, changeSet: dropCalendar(core, key, label).changeSet };
}
