import type { RosterShift, WorkKind } from '../../../contract/roster-common.ts';
import type { Schedule } from './network.ts';
import type { Problem } from './problem.ts';

/** A shift that is proposed, still without breaks and an id. */
export type PlannedShift = Pick<RosterShift, 'startAt' | 'endAt'> & {
  readonly personId: string;
  readonly work: WorkKind;
};

/** The shifts of schedules, in the order of the people. */
export const shiftsOf = ({ people, cells }: Problem, schedules: readonly Schedule[]): PlannedShift[] =>
  schedules.flatMap((schedule, person) =>
    schedule.flatMap((chosen): PlannedShift[] => {
      const id = people[person]?.person.id;
      if (chosen === null || id === undefined) return [];
      const { startAt, endAt } = chosen.candidate;
      return [{ personId: id, startAt, endAt, work: cells.works[chosen.work] ?? 'calls' }];
    }),
  );
