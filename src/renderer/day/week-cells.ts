import type { DeskShift, Person, TimeOff } from '../../contract/index.ts';
import { dayNumber } from '../../domain/calendar/wall-time.ts';
import { copyShift } from '../../domain/roster/pattern.ts';
import { paidMinutes } from '../../domain/roster/shift.ts';
import { dayEnd, dayOf, dayStart } from '../ui/days.ts';
import { addDays, overlaps } from './geometry.ts';
import type { Plan } from './shift-draft.ts';

export type Cell = { readonly shifts: readonly DeskShift[]; readonly away: readonly TimeOff[] };

export type WeekRow = {
  /** Null: open shifts. */
  readonly person: Person | null;
  readonly id: string;
  readonly cells: readonly Cell[];
  /** Minutes of work per week shown, breaks left out. */
  readonly minutes: readonly number[];
};

export const datesFrom = (from: string, days: number): readonly string[] =>
  Array.from({ length: days }, (_, index) => addDays(from, index));

type Given = { readonly shifts: readonly DeskShift[]; readonly timeOff: readonly TimeOff[] };

export const openRow = 'open';

/** People against days; a shift stands on the day on which it begins. Weeks are counted from the first day shown. */
export function weekRows(
  people: readonly Person[],
  given: Given,
  dates: readonly string[],
  zone: string,
): readonly WeekRow[] {
  const place = new Map(dates.map((date, index) => [date, index]));
  const byRow = new Map<string, DeskShift[][]>();
  for (const shift of given.shifts) {
    const day = place.get(dayOf(shift.startAt, zone));
    if (day === undefined) continue;
    const id = shift.personId ?? openRow;
    const days = byRow.get(id) ?? dates.map(() => []);
    byRow.set(id, days);
    days[day]?.push(shift);
  }
  const spans = dates.map((date) => ({ startAt: dayStart(date, zone), endAt: dayEnd(date, zone) + 1 }));
  const away = given.timeOff.filter(({ state }) => state === 'approved' || state === 'asked');
  const rowOf = (id: string, person: Person | null): WeekRow => {
    const theirs = away.filter(({ personId }) => personId === id);
    const cells = spans.map((span, index) => ({
      shifts: byRow.get(id)?.[index] ?? [],
      away: theirs.filter((one) => overlaps(one, span)),
    }));
    return { id, person, cells, minutes: minutesPerWeek(cells) };
  };
  const shown = people.filter((person) => person.active || byRow.has(person.id));
  return [...(byRow.has(openRow) ? [rowOf(openRow, null)] : []), ...shown.map((person) => rowOf(person.id, person))];
}

function minutesPerWeek(cells: readonly Cell[]): readonly number[] {
  const weeks: number[] = [];
  cells.forEach(({ shifts }, index) => {
    const week = Math.floor(index / 7);
    const sum = shifts.filter(({ removed }) => !removed).reduce((total, shift) => total + paidMinutes(shift), 0);
    weeks[week] = (weeks[week] ?? 0) + sum;
  });
  return weeks;
}

/** A shift at the same times of day on another day, for somebody else or the same; null where the clocks skip all of it. */
export function copiedTo(shift: DeskShift, day: string, personId: string | null, zone: string): Plan | null {
  const days = dayNumber(day) - dayNumber(dayOf(shift.startAt, zone));
  const copy = copyShift(shift, days, zone, () => shift.id);
  if (copy === null) return null;
  const { startAt, endAt, work, activities } = copy;
  return { personId, startAt, endAt, work, activities };
}
