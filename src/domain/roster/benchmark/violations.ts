import { free, isSaturday, type Employee, type Instance, type ShiftGrid } from './instance.ts';

/**
 * Every hard rule of the instance that a roster breaks, in words; none if it is feasible. At the edges of the horizon
 * as published: before the first day and after the last, a stretch of work is taken to have been, and to go on, as
 * long as the least asks, and so are days off; but the most in a row counts the horizon alone. Source: Curtois and
 * Qu 2014, constraints (2) to (10). SPEC PRO-22.
 */
export function rosterViolations(instance: Instance, grid: ShiftGrid): string[] {
  if (grid.length !== instance.staff.length) return [`The roster has ${grid.length} rows, not one for each employee.`];
  return instance.staff.flatMap((employee, at) => {
    const row = grid[at] ?? [];
    const found = rowViolations(instance, employee, row);
    return found.map((text) => `${employee.id}: ${text}`);
  });
}

/** Every hard rule that one employee's row breaks. */
export function rowViolations(instance: Instance, employee: Employee, row: readonly number[]): string[] {
  const odd = row.find((shift) => shift !== free && instance.shifts[shift] === undefined);
  if (row.length !== instance.days || odd !== undefined)
    return ['the row is not one known shift or none for each day.'];
  return [
    ...counts(instance, employee, row),
    ...minutes(instance, employee, row),
    ...successions(instance, row),
    ...stretches(employee, row),
    ...weekends(employee, row),
    ...employee.daysOff.filter((day) => row[day] !== free).map((day) => `works on day ${day}, a day off.`),
  ];
}

function counts({ shifts }: Instance, employee: Employee, row: readonly number[]): string[] {
  return shifts.flatMap(({ id }, shift) => {
    const worked = row.filter((each) => each === shift).length;
    const most = employee.maxShifts[shift] ?? 0;
    return worked > most ? [`works ${id} ${worked} times; the most is ${most}.`] : [];
  });
}

function minutes({ shifts }: Instance, employee: Employee, row: readonly number[]): string[] {
  const total = row.reduce((sum, shift) => sum + (shifts[shift]?.minutes ?? 0), 0);
  if (total > employee.maxMinutes) return [`works ${total} minutes; the most is ${employee.maxMinutes}.`];
  return total < employee.minMinutes ? [`works ${total} minutes; the least is ${employee.minMinutes}.`] : [];
}

function successions({ shifts }: Instance, row: readonly number[]): string[] {
  return row.flatMap((shift, day) => {
    const next = row[day + 1] ?? free;
    const bad = shifts[shift]?.neverBefore.includes(next) ?? false;
    return bad ? [`works ${shifts[shift]?.id} on day ${day} and ${shifts[next]?.id} the day after.`] : [];
  });
}

type Stretch = { readonly from: number; readonly length: number; readonly works: boolean };

function stretchesOf(row: readonly number[]): Stretch[] {
  const starts = row.flatMap((shift, day) => {
    const before = row[day - 1];
    return before === undefined || (before === free) !== (shift === free) ? [day] : [];
  });
  return starts.map((from, at) => ({
    from,
    length: (starts[at + 1] ?? row.length) - from,
    works: row[from] !== free,
  }));
}

function stretches(employee: Employee, row: readonly number[]): string[] {
  return stretchesOf(row).flatMap(({ from, length, works }) => {
    const atEdge = from === 0 || from + length === row.length;
    const least = works ? employee.minRun : employee.minOff;
    if (works && length > employee.maxRun) return [`works ${length} days in a row from day ${from}.`];
    if (atEdge || length >= least) return [];
    return [`${works ? 'works' : 'is off'} ${length} days in a row from day ${from}; the least is ${least}.`];
  });
}

function weekends(employee: Employee, row: readonly number[]): string[] {
  const worked = row.filter((shift, day) => {
    return isSaturday(day) ? shift !== free || (row[day + 1] ?? free) !== free : false;
  }).length;
  return worked > employee.maxWeekends ? [`works ${worked} weekends; the most is ${employee.maxWeekends}.`] : [];
}
