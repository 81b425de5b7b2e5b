import type { Done, RosterShift, ShiftPatch } from '../../../contract/index.ts';
import { uuidBytes, uuidText } from '../../../domain/desk/uuid.ts';
import { Fault } from '../../../domain/fault.ts';
import { copyShift } from '../../../domain/roster/pattern.ts';
import { readShift } from '../../../domain/roster/shift.ts';
import { dayNumber } from '../../../domain/calendar/wall-time.ts';
import type { Core } from '../core.ts';
import { planned, shiftsById, shiftsIn } from './read.ts';
import { readPeople } from '../people.ts';
import { spanOf, touches } from './span.ts';
import { nameOf } from '../person.ts';
import { insertShift, publishShift, removeShift, revertShift, updateShift } from './write.ts';

const shiftCount = (count: number): string => (count === 1 ? '1 shift' : `${count} shifts`);

type Saved = RosterShift & { readonly note: string; readonly isNew: boolean };

/** Shifts as they come in, checked, each with an id: a new one where it has none. */
function read(core: Core, patches: readonly ShiftPatch[]): Saved[] {
  return patches.map((patch, index) => {
    const fresh = freshId(core);
    const given = { ...patch, work: patch.work ?? 'calls', activities: patch.activities ?? [] };
    const shift = readShift(given, fresh, `shifts.${index}`);
    return { ...shift, note: patch.note ?? '', isNew: patch.id === undefined };
  });
}

/** Makes or changes shifts as one change set. Faults NOT_FOUND where one that has an id is not here. */
export function saveShifts(
  core: Core,
  patches: readonly ShiftPatch[],
  { publish, label }: { readonly publish: boolean; readonly label?: string },
): Done & { ids: string[] } {
  const shifts = read(core, patches);
  const known = new Set(
    shiftsById(
      core.db,
      shifts.filter(({ isNew }) => !isNew).map(({ id }) => id),
    ).map(({ id }) => id),
  );
  const gone = shifts.find(({ isNew, id }) => !isNew && !known.has(id));
  if (gone !== undefined) throw new Fault('NOT_FOUND', 'That shift is not on the roster any more.');
  const [only] = shifts.length === 1 ? shifts : [];
  const words = label ?? (only === undefined ? shiftCount(shifts.length) : `Shift of ${nameOf(core, only.personId)}`);
  const { changeSet } = core.write({ name: 'roster.save', label: words }, (write) => {
    for (const shift of shifts) {
      if (shift.isNew) insertShift(core, write, uuidBytes(shift.id), shift, publish);
      else updateShift(core, write, shift, publish);
    }
  });
  const changed = changeSet === null ? 0 : shifts.length;
  return { changed, label: words, changeSet, ids: shifts.map(({ id }) => id) };
}

export function removeShifts(core: Core, input: { readonly ids: readonly string[]; readonly publish: boolean }): Done {
  const shifts = shiftsById(core.db, input.ids);
  if (shifts.length < input.ids.length)
    throw new Fault('NOT_FOUND', 'One of these shifts is not on the roster any more.');
  const [only] = shifts.length === 1 ? shifts : [];
  const label =
    only === undefined ? `${shiftCount(shifts.length)} removed` : `Shift of ${nameOf(core, only.personId)} removed`;
  const { changeSet } = core.write({ name: 'roster.remove', label }, (write) => {
    for (const shift of shifts) removeShift(core, write, shift, input.publish);
  });
  return { changed: shifts.length, label, changeSet };
}

type Days = { readonly from: string; readonly days: number };

/** Publishes or takes back what is not published yet of some days. SPEC ROS-4. */
function settle(core: Core, days: Days, how: 'publish' | 'revert'): Done {
  const span = spanOf(core, days);
  const open = shiftsIn(core.db, span).filter(
    ({ draft, published, ...plan }) =>
      draft && (touches(plan, span) || (published !== null && touches(published, span))),
  );
  const label =
    how === 'publish' ? `Roster published: ${shiftCount(open.length)}` : `Draft taken back: ${shiftCount(open.length)}`;
  const { changeSet } = core.write({ name: `roster.${how}`, label }, (write) => {
    for (const shift of open) (how === 'publish' ? publishShift : revertShift)(core, write, shift);
  });
  return { changed: open.length, label, changeSet };
}

export const publishDays = (core: Core, days: Days): Done => settle(core, days, 'publish');
export const revertDays = (core: Core, days: Days): Done => settle(core, days, 'revert');

/** Copies the shifts that start on some days, at the same times of day. Whoever works over them already is passed over. */
export function copyDays(
  core: Core,
  input: Days & { readonly to: string; readonly personIds?: string[] | undefined },
): Done {
  const by = dayNumber(input.to) - dayNumber(input.from);
  if (by === 0) throw new Fault('INVALID', 'These are the same days. Choose others to copy to.', { field: 'to' });
  const span = spanOf(core, input);
  const zones = zonesOf(core);
  const wanted = planned(shiftsIn(core.db, span)).filter(
    ({ startAt, personId }) =>
      startAt >= span.startAt &&
      startAt < span.endAt &&
      (input.personIds === undefined || (personId !== null && input.personIds.includes(personId))),
  );
  const copies = wanted.flatMap((shift) => copyShift(shift, by, zones(shift.personId), () => freshId(core)) ?? []);
  return insertFree(core, copies, { name: 'roster.copyDays', verb: 'copied' });
}

/** The zone whose clock somebody works by: their own, else the desk's. */
export function zonesOf(core: Core): (personId: string | null) => string {
  const desk = core.facts.settings().timeZone;
  const own = new Map(readPeople(core.db).map(({ id, timeZone }) => [id, timeZone]));
  return (personId) => (personId === null ? desk : (own.get(personId) ?? desk));
}

export const freshId = (core: Core): string => uuidText(core.newId(core.ports.now()));

/** Puts shifts on the plan as one change set in place of some, less those of people who work at that time already. */
export function insertFree(
  core: Core,
  shifts: readonly RosterShift[],
  {
    name,
    verb,
    replaced = [],
  }: { readonly name: string; readonly verb: string; readonly replaced?: readonly string[] },
): Done {
  const span = {
    startAt: Math.min(...shifts.map(({ startAt }) => startAt)),
    endAt: Math.max(...shifts.map(({ endAt }) => endAt)),
  };
  const gone = shiftsById(core.db, replaced).filter(({ removed }) => !removed);
  const there = (shifts.length === 0 ? [] : planned(shiftsIn(core.db, span))).filter(
    ({ id }) => !replaced.includes(id),
  );
  const free = shifts.filter((shift) => !isTaken(there, shift));
  const passed = shifts.length - free.length;
  const label = `${shiftCount(free.length)} ${verb}${passed > 0 ? `, ${passed} passed over: there is one already` : ''}`;
  const { changeSet } = core.write({ name, label }, (write) => {
    for (const shift of gone) removeShift(core, write, shift, false);
    for (const shift of free) insertShift(core, write, uuidBytes(shift.id), shift, false);
  });
  return { changed: free.length, label, changeSet };
}

/** Whether somebody works over a shift already; of open shifts, whether one at the same time is there. */
const isTaken = (there: readonly RosterShift[], shift: Omit<RosterShift, 'id'>): boolean =>
  there.some((other) =>
    shift.personId === null
      ? other.personId === null && other.startAt === shift.startAt && other.endAt === shift.endAt
      : other.personId === shift.personId && touches(other, shift),
  );
