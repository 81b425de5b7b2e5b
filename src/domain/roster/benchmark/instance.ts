/**
 * A shift scheduling instance as Curtois and Qu publish them ("Computational results on new staff scheduling benchmark
 * instances", 2014): whole shifts on whole days, all days counted from 0, which is a Monday.
 */
export type Instance = {
  readonly days: number;
  readonly shifts: readonly ShiftType[];
  readonly staff: readonly Employee[];
  readonly requests: readonly ShiftRequest[];
  readonly cover: readonly Cover[];
};

export type ShiftType = {
  readonly id: string;
  readonly minutes: number;
  /** Places in `shifts` of those that may not be worked the day after this one. */
  readonly neverBefore: readonly number[];
};

export type Employee = {
  readonly id: string;
  /** How many of each shift at most, by place in `shifts`. */
  readonly maxShifts: readonly number[];
  readonly maxMinutes: number;
  readonly minMinutes: number;
  readonly maxRun: number;
  readonly minRun: number;
  readonly minOff: number;
  readonly maxWeekends: number;
  readonly daysOff: readonly number[];
};

/** A wish to work a shift on a day (`on`), or not to; `weight` is what it costs if it is not met. */
export type ShiftRequest = {
  readonly employee: number;
  readonly day: number;
  readonly shift: number;
  readonly weight: number;
  readonly on: boolean;
};

/** How many are wanted on a shift of a day, and what each one missing or too many costs. */
export type Cover = {
  readonly day: number;
  readonly shift: number;
  readonly required: number;
  readonly under: number;
  readonly over: number;
};

/** By employee and day: the place of the shift in `shifts`, or `free`. */
export type ShiftGrid = readonly (readonly number[])[];

export const free = -1;

/** Saturday and Sunday of a week, as days; the last week may lack them. */
export const isSaturday = (day: number): boolean => day % 7 === 5;
export const isSunday = (day: number): boolean => day % 7 === 6;
