import type { Cover, Employee, Instance, ShiftRequest, ShiftType } from './instance.ts';
import { badLine, clipped, sectionLines, textAt, wholeAt, type Line } from './read-lines.ts';

const most = { days: 731, staff: 1000, shifts: 100 };

/**
 * Reads the text of an instance (sections horizon, shifts, staff, days off, requests, cover). Faults INVALID with the
 * number of the line on what cannot be read or names what is not there. SPEC PRO-20.
 */
export function parseInstance(text: string): Instance {
  const lines = sectionLines(text);
  const days = readDays(lines.SECTION_HORIZON);
  const shifts = readShifts(lines.SECTION_SHIFTS);
  const shiftAt = lookup('shift', shifts);
  const staff = readStaff(lines.SECTION_STAFF, shiftAt, { days, shifts: shifts.length });
  const employeeAt = lookup('employee', staff);
  const off = readDaysOff(lines.SECTION_DAYS_OFF, employeeAt, days);
  const request = (on: boolean) => (line: Line) => readRequest(line, on, employeeAt, shiftAt, days);
  return {
    days,
    shifts,
    staff: staff.map((employee, at) => ({ ...employee, daysOff: [...(off.get(at) ?? [])].sort((a, b) => a - b) })),
    requests: [
      ...lines.SECTION_SHIFT_ON_REQUESTS.map(request(true)),
      ...lines.SECTION_SHIFT_OFF_REQUESTS.map(request(false)),
    ],
    cover: readCover(lines.SECTION_COVER, shiftAt, days),
  };
}

type Sizes = { readonly days: number; readonly shifts: number };
type Lookup = (line: Line, name: string) => number;

function lookup(what: string, list: readonly { readonly id: string }[]): Lookup {
  const places = new Map(list.map(({ id }, at) => [id, at]));
  return (line, name) => {
    const at = places.get(name);
    if (at === undefined) throw badLine(line.number, `there is no ${what} "${clipped(name)}".`);
    return at;
  };
}

function readDays(lines: readonly Line[]): number {
  const [line, second] = lines;
  if (line === undefined) return 0;
  if (second !== undefined) throw badLine(second.number, 'the horizon is one number of days; this is a second one.');
  const days = wholeAt(line, 0, 'The horizon', most.days);
  if (days === 0) throw badLine(line.number, 'the horizon has no days.');
  return days;
}

function readShifts(lines: readonly Line[]): ShiftType[] {
  const last = lines[most.shifts];
  if (last !== undefined) throw badLine(last.number, `more than ${most.shifts} shifts are not read.`);
  const heads = lines.map((line) => ({ line, id: textAt(line, 0, 'The name of the shift') }));
  refuseTwice(heads, 'shift');
  const at = lookup('shift', heads);
  return heads.map(({ line, id }) => {
    const minutes = wholeAt(line, 1, 'The length of the shift in minutes', 2880);
    if (minutes === 0) throw badLine(line.number, 'the shift has no length.');
    const names = (line.parts[2] ?? '').split('|').filter((name) => name !== '');
    return { id, minutes, neverBefore: names.map((name) => at(line, name)) };
  });
}

function readStaff(lines: readonly Line[], shiftAt: Lookup, { days, shifts }: Sizes): Employee[] {
  const last = lines[most.staff];
  if (last !== undefined) throw badLine(last.number, `more than ${most.staff} employees are not read.`);
  const heads = lines.map((line) => ({ line, id: textAt(line, 0, 'The name of the employee') }));
  refuseTwice(heads, 'employee');
  return heads.map(({ line, id }) => ({
    id,
    maxShifts: readMaxShifts(line, shiftAt, shifts),
    maxMinutes: wholeAt(line, 2, 'The most minutes'),
    minMinutes: wholeAt(line, 3, 'The least minutes'),
    maxRun: inARow(line, 4, 'The most shifts in a row', days),
    minRun: inARow(line, 5, 'The least shifts in a row', days),
    minOff: inARow(line, 6, 'The least days off in a row', days),
    maxWeekends: wholeAt(line, 7, 'The most weekends'),
    daysOff: [],
  }));
}

/** None and one come to the same, and so does whatever is longer than the horizon. */
const inARow = (line: Line, place: number, what: string, days: number): number =>
  Math.min(days, Math.max(1, wholeAt(line, place, what)));

/** `E=14|L=0`: a shift left out has no limit of its own. */
function readMaxShifts(line: Line, shiftAt: Lookup, shifts: number): number[] {
  const limits = Array.from({ length: shifts }, () => most.days);
  for (const part of (line.parts[1] ?? '').split('|').filter((text) => text !== '')) {
    const [, name = '', count = ''] = /^(.*)=(\d{1,6})$/.exec(part) ?? [];
    if (count === '') throw badLine(line.number, `"${clipped(part)}" is not a limit of a shift. Write it as D=14.`);
    limits[shiftAt(line, name)] = Number(count);
  }
  return limits;
}

function readDaysOff(lines: readonly Line[], employeeAt: Lookup, days: number): Map<number, Set<number>> {
  const off = new Map<number, Set<number>>();
  for (const line of lines) {
    const employee = employeeAt(line, textAt(line, 0, 'The name of the employee'));
    const known = off.get(employee) ?? new Set();
    for (let place = 1; place < line.parts.length; place += 1) known.add(wholeAt(line, place, 'The day off', days - 1));
    off.set(employee, known);
  }
  return off;
}

function readRequest(line: Line, on: boolean, employeeAt: Lookup, shiftAt: Lookup, days: number): ShiftRequest {
  return {
    employee: employeeAt(line, textAt(line, 0, 'The name of the employee')),
    day: wholeAt(line, 1, 'The day', days - 1),
    shift: shiftAt(line, textAt(line, 2, 'The name of the shift')),
    weight: wholeAt(line, 3, 'The weight'),
    on,
  };
}

function readCover(lines: readonly Line[], shiftAt: Lookup, days: number): Cover[] {
  const heads = lines.map((line) => ({
    line,
    day: wholeAt(line, 0, 'The day', days - 1),
    shift: shiftAt(line, textAt(line, 1, 'The name of the shift')),
  }));
  refuseTwice(
    heads.map(({ line, day, shift }) => ({ line, id: `${day}, ${shift}` })),
    'cover for the day and shift',
  );
  return heads.map(({ line, day, shift }) => ({
    day,
    shift,
    required: wholeAt(line, 2, 'The number of people'),
    under: wholeAt(line, 3, 'The weight of a person missing'),
    over: wholeAt(line, 4, 'The weight of a person too many'),
  }));
}

function refuseTwice(heads: readonly { readonly line: Line; readonly id: string }[], what: string): void {
  const seen = new Set<string>();
  for (const { line, id } of heads) {
    if (seen.has(id)) throw badLine(line.number, `the ${what} "${clipped(id)}" stands here a second time.`);
    seen.add(id);
  }
}
