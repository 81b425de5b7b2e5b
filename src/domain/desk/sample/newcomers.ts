import type { ProgrammeBody } from '../../../contract/onboarding.ts';
import { dateOf } from '../../calendar/wall-time.ts';
import { instantOfWall, wallOf, zoneOf } from '../../calendar/zone.ts';
import { planOf } from '../../onboarding/plan.ts';
import { firstFrom, workDayOf, workWeekdays } from '../../onboarding/workdays.ts';
import { newcomerMs, staff } from './staff.ts';

/** A stage of somebody in the sample; instants in epoch ms. */
type SampleStage = {
  readonly stage: string;
  readonly extraDays: number;
  readonly begunAt: number | null;
  readonly passedAt: number | null;
  /** Tasks with when they were done; null: not yet. */
  readonly tasks: readonly { readonly task: string; readonly doneAt: number | null; readonly isQuiz: boolean }[];
};

export type SampleNewcomer = {
  readonly name: string;
  readonly trainer: string;
  readonly startOn: string;
  readonly rampPercent: number;
  readonly stages: readonly SampleStage[];
};

/** How far a newcomer has come: the stage they are in, days it was given, and tasks of it that are open. */
const courses = [
  // Everything done but the reviews that the last stage asks for.
  { current: 3, extraDays: 5, open: 0 },
  // A stage behind, and over its time.
  { current: 2, extraDays: 4, open: 1 },
] as const;

const passedAtFive = 17 * 60;

/** The sample's newcomers on the four weeks: one waits for reviews, one is behind. SPEC SMP-11. */
export function sampleNewcomers(options: {
  readonly until: number;
  readonly timeZone: string;
  readonly programme: ProgrammeBody;
}): SampleNewcomer[] {
  const { until, timeZone, programme } = options;
  const zone = zoneOf(timeZone);
  const isWork = workDayOf(workWeekdays(null), []);
  const today = wallOf(zone, until).day;
  const startOn = firstFrom(isWork, wallOf(zone, until - newcomerMs).day);
  const trainer = staff.find(({ lead }) => lead)?.name ?? '';
  const stages = programme.stages.map(({ workDays }) => ({ workDays, extraDays: 0, passedOn: null }));
  const ends = planOf({ startOn, today: startOn, isWork, stages }).stages.map(({ endOn }) =>
    Math.min(instantOfWall(zone, Math.min(endOn, today - 1), passedAtFive), until),
  );
  return staff
    .filter(({ newcomer }) => newcomer)
    .map(({ name }, place) => {
      const { current, extraDays, open } = courses[place % courses.length] ?? courses[0];
      const begins = (at: number): number => (at === 0 ? instantOfWall(zone, startOn, 0) : (ends[at - 1] ?? until));
      return {
        name,
        trainer,
        startOn: dateOf(startOn),
        rampPercent: programme.stages[current]?.rampPercent ?? 100,
        stages: programme.stages.map(({ id, tasks }, at) => ({
          stage: id,
          extraDays: at === current ? extraDays : 0,
          begunAt: at <= current ? begins(at) : null,
          passedAt: at < current ? (ends[at] ?? until) : null,
          tasks: tasks.map(({ id: task, quiz }, index) => {
            const isDone = at < current || (at === current && index < tasks.length - open);
            return { task, isQuiz: quiz !== null, doneAt: isDone ? Math.min(ends[at] ?? until, until) : null };
          }),
        })),
      };
    });
}
