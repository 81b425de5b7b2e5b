import { free, isSaturday, isSunday, type Employee, type Instance } from './instance.ts';

/**
 * What has to be remembered of a row after a day, so that the rest can be judged without the days before: how long the
 * stretch is (of days off: up to the least; of work: with its last shift), minutes so far in `unit`s, weekends so far.
 */
export type RowStates = {
  readonly days: number;
  readonly shifts: number;
  /** Stretches that differ; each stands for `size` states, one for each minutes and weekends. */
  readonly stretches: number;
  readonly weekends: number;
  readonly units: number;
  /** The fewest units with which a row is long enough. */
  readonly leastUnits: number;
  readonly size: number;
  /** A long enough stretch of days off: what the horizon begins with. */
  readonly start: number;
  readonly moves: readonly Move[];
};

/** From one stretch to another by a day with `shift`, or without one (-1). */
export type Move = {
  readonly from: number;
  readonly to: number;
  readonly shift: number;
  readonly units: number;
  readonly fromWork: boolean;
  /** A stretch of work too short to end, unless it began with the horizon: the day on which it may; -1: always. */
  readonly onlyOn: number;
};

/** A move on a day, with the weekends it adds: the first day worked of a weekend adds it. */
export type DayMove = Move & { readonly weekends: number };

/** The moves an employee may make on a day: not to work on a day off, nor a shift they never work. */
export function movesOfDay(states: RowStates, employee: Employee, day: number): DayMove[] {
  const closed = employee.daysOff.includes(day);
  return states.moves.flatMap((move) => {
    if (move.onlyOn >= 0 && move.onlyOn !== day) return [];
    if (move.shift === free) return [{ ...move, weekends: 0 }];
    if (closed || (employee.maxShifts[move.shift] ?? 0) === 0) return [];
    return [{ ...move, weekends: isSaturday(day) || (isSunday(day) && !move.fromWork) ? 1 : 0 }];
  });
}

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));

/** The states and moves of an employee's rows. Limits of single shifts are not among them. */
export function rowStates(instance: Instance, employee: Employee): RowStates {
  const unit = instance.shifts.reduce((all, { minutes }) => divisor(all, minutes), 0);
  const weekends = Math.min(employee.maxWeekends, Math.ceil(instance.days / 7));
  const longest = Math.max(...instance.shifts.map(({ minutes }) => minutes));
  const units = Math.floor(Math.min(employee.maxMinutes, longest * instance.days) / unit);
  const { maxRun, minOff } = employee;
  return {
    days: instance.days,
    shifts: instance.shifts.length,
    stretches: minOff + instance.shifts.length * maxRun,
    weekends,
    units,
    leastUnits: Math.ceil(employee.minMinutes / unit),
    size: (units + 1) * (weekends + 1),
    start: minOff - 1,
    moves: [...movesOff(instance, employee, unit), ...movesOn(instance, employee, unit)],
  };
}

const workAt = (employee: Employee, shift: number, run: number): number =>
  employee.minOff + shift * employee.maxRun + run - 1;

function movesOff(instance: Instance, employee: Employee, unit: number): Move[] {
  const { minOff } = employee;
  const off = { shift: -1, units: 0, fromWork: false, onlyOn: -1 };
  const longer = Array.from({ length: minOff }, (_, at) => ({ ...off, from: at, to: Math.min(at + 1, minOff - 1) }));
  const begin = instance.shifts.map(({ minutes }, shift) => {
    return { ...off, from: minOff - 1, to: workAt(employee, shift, 1), shift, units: minutes / unit };
  });
  return [...longer, ...begin];
}

function movesOn(instance: Instance, employee: Employee, unit: number): Move[] {
  return instance.shifts.flatMap(({ neverBefore }, shift) =>
    Array.from({ length: employee.maxRun }, (_, at) => at + 1).flatMap((run) => {
      const from = workAt(employee, shift, run);
      const onlyOn = run >= employee.minRun ? -1 : run;
      const end: Move = { from, to: 0, shift: -1, units: 0, fromWork: true, onlyOn };
      if (run === employee.maxRun) return [end];
      const next = instance.shifts.flatMap(({ minutes }, after): Move[] => {
        if (neverBefore.includes(after)) return [];
        const to = workAt(employee, after, run + 1);
        return [{ from, to, shift: after, units: minutes / unit, fromWork: true, onlyOn: -1 }];
      });
      return [end, ...next];
    }),
  );
}
