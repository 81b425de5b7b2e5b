import { countBetween, firstFrom, lastOf, type IsWorkDay } from './workdays.ts';

/** A stage as far as its days go; days by number. */
export type StageDays = {
  readonly workDays: number;
  readonly extraDays: number;
  /** On which it was passed; null: not yet. */
  readonly passedOn: number | null;
};

export type PlannedStage = {
  readonly startOn: number;
  readonly endOn: number;
  readonly state: 'passed' | 'current' | 'ahead';
};

export type Plan = {
  readonly stages: readonly PlannedStage[];
  readonly endOn: number;
  /** The first day after all of it, as far as anybody knows today: while the last stage is late, that is tomorrow. */
  readonly freeOn: number;
  /** Days that count by which the current stage is over its end. */
  readonly lateDays: number;
};

/** A stage never has less than a day, whatever was taken from it. */
const lengthOf = ({ workDays, extraDays }: StageDays): number => Math.max(1, workDays + extraDays);

/**
 * When each stage is, as planned on `today`: so many days that count one after the other; one that was passed ends on that
 * day and the next begins on the following one; while the current one is late, what follows moves with today. Days are
 * numbers since 1970-01-01. SPEC ONB-2.
 */
export function planOf(input: {
  readonly startOn: number;
  readonly today: number;
  readonly stages: readonly StageDays[];
  readonly isWork: IsWorkDay;
}): Plan {
  const { startOn, today, stages, isWork } = input;
  const current = stages.findIndex(({ passedOn }) => passedOn === null);
  const planned: PlannedStage[] = [];
  let next = startOn;
  let lateDays = 0;
  for (const [at, stage] of stages.entries()) {
    const begins = firstFrom(isWork, next);
    const { passedOn } = stage;
    if (passedOn !== null) {
      planned.push({ startOn: Math.min(begins, passedOn), endOn: passedOn, state: 'passed' });
      next = passedOn + 1;
      continue;
    }
    const endOn = lastOf(isWork, begins, lengthOf(stage));
    planned.push({ startOn: begins, endOn, state: at === current ? 'current' : 'ahead' });
    if (at === current) lateDays = countBetween(isWork, endOn, today);
    next = (at === current ? Math.max(endOn, today) : endOn) + 1;
  }
  return { stages: planned, endOn: planned.at(-1)?.endOn ?? startOn, freeOn: next, lateDays };
}

/** Of a full agent, from a day on. */
export type RampDay = { readonly from: number; readonly percent: number };

/**
 * How much of a full agent somebody does from which day on, as planned: the stages ahead, then all of it. What holds today is
 * the person's own ramp, which follows the stages as they are passed. SPEC ONB-30.
 */
export const rampDays = (plan: Plan, percents: readonly number[]): RampDay[] => [
  ...plan.stages.flatMap(({ startOn, state }, at) =>
    state === 'ahead' ? [{ from: startOn, percent: percents[at] ?? 100 }] : [],
  ),
  { from: plan.freeOn, percent: 100 },
];
