import type { GateState, Newcomer, Stage, StageState, TaskState } from '../../../contract/index.ts';
import { dateOf, dayNumber } from '../../../domain/calendar/wall-time.ts';
import type { PlannedStage } from '../../../domain/onboarding/plan.ts';
import { byHelp, missingOf, standingOf } from '../../../domain/onboarding/standing.ts';
import { countBetween } from '../../../domain/onboarding/workdays.ts';
import { withoutAnswers } from '../../../domain/onboarding/quiz.ts';
import { isLead, maySee } from '../../../domain/people/viewer.ts';
import type { Core } from '../core.ts';
import { mustSee, viewerOf } from '../viewer.ts';
import { firstEnd, plannedDays, todayOf, type Planned } from './days.ts';
import { gatesNow } from './gate-data.ts';
import { gatesOf, isRunning, mustNewcomer, newcomersWhere, type NewcomerRecord, type StageRecord } from './read.ts';

/** Where somebody is in their programme. SPEC ONB-7. */
export function stateOf(core: Core, { doneAt, endedAt, pauses, startOn, stages }: NewcomerRecord): Newcomer['state'] {
  if (endedAt !== null) return 'ended';
  if (doneAt !== null) return 'done';
  if (pauses.some(({ to }) => to === null)) return 'paused';
  const isBegun = dayNumber(startOn) <= todayOf(core) || stages.some(({ passed_at: at }) => at !== null);
  return isBegun ? 'running' : 'planned';
}

const tasksOf = ({ tasks }: NewcomerRecord, stage: Stage): TaskState[] =>
  stage.tasks.map(({ id }) => {
    const known = tasks.find((each) => each.stage === stage.id && each.task === id);
    return {
      id,
      doneAt: known?.done_at ?? null,
      doneBy: known?.done_by ?? '',
      percent: known?.percent ?? null,
      tries: known?.tries ?? 0,
    };
  });

/** What was signed before a task was done speaks of less than is there: it counts no more. SPEC ONB-6. */
const signed = (at: number | null, by: string | null, tasks: readonly TaskState[]): StageState['agentSigned'] =>
  at === null || tasks.some(({ doneAt }) => doneAt === null || doneAt > at) ? null : { at, by: by ?? '' };

/** The gates of the current stage as they are, of one that was passed as they were. */
function gatesIn(core: Core, newcomer: NewcomerRecord, stage: Stage, known: StageRecord | undefined): GateState[] {
  if (known === undefined || known.begun_at === null) return [];
  return known.passed_at === null ? gatesNow(core, newcomer, stage, known.begun_at) : gatesOf(known);
}

function stageOf(core: Core, newcomer: NewcomerRecord, at: number, planned: PlannedStage): StageState[] {
  const stage = newcomer.body.stages[at];
  const known = newcomer.stages[at];
  if (stage === undefined) return [];
  const tasks = tasksOf(newcomer, stage);
  const gates = gatesIn(core, newcomer, stage, known);
  const agentSigned = signed(known?.agent_signed_at ?? null, known?.agent_signed_by ?? null, tasks);
  const trainerSigned = signed(known?.trainer_signed_at ?? null, known?.trainer_signed_by ?? null, tasks);
  const work = { stage, tasks, gates, agentSigned: agentSigned !== null, trainerSigned: trainerSigned !== null };
  return [
    {
      id: stage.id,
      startOn: dateOf(planned.startOn),
      endOn: dateOf(planned.endOn),
      extraDays: known?.extra_days ?? 0,
      state: planned.state,
      passedAt: known?.passed_at ?? null,
      tasks,
      gates,
      agentSigned,
      trainerSigned,
      missing: planned.state === 'current' ? missingOf(work).map(({ text }) => text) : [],
    },
  ];
}

/** What stands behind the one line of a newcomer on the board. */
function standing(
  core: Core,
  newcomer: NewcomerRecord,
  { plan, isWork }: Planned,
  stages: readonly StageState[],
  state: Newcomer['state'],
) {
  const today = todayOf(core);
  const at = stages.findIndex((stage) => stage.state === 'current');
  const [stage, shown] = [newcomer.body.stages[at], stages[at]];
  const missing =
    stage === undefined || shown === undefined
      ? []
      : missingOf({
          stage,
          tasks: shown.tasks,
          gates: shown.gates,
          agentSigned: shown.agentSigned !== null,
          trainerSigned: shown.trainerSigned !== null,
        });
  const isNow = state === 'running' || state === 'paused';
  const lateDays = isNow ? plan.lateDays : 0;
  return {
    current: isNow ? (stage?.id ?? null) : null,
    lateDays,
    ...standingOf({
      state,
      stageName: stage?.name ?? '',
      missing,
      lateDays,
      daysLeft: countBetween(isWork, today, plan.stages[at]?.endOn ?? today),
      daysUntil: dayNumber(newcomer.startOn) - today,
    }),
  };
}

export function toNewcomer(core: Core, newcomer: NewcomerRecord): Newcomer {
  const planned = plannedDays(core, newcomer);
  const { plan, gaps } = planned;
  const state = stateOf(core, newcomer);
  const stages = plan.stages.flatMap((each, at) => stageOf(core, newcomer, at, each));
  return {
    id: newcomer.id,
    personId: newcomer.personId,
    trainerId: newcomer.trainerId,
    programme: isLead(viewerOf(core)) ? newcomer.body : withoutAnswers(newcomer.body),
    programmeKey: newcomer.programmeKey,
    startOn: newcomer.startOn,
    endOn: dateOf(plan.endOn),
    firstEndOn: dateOf(firstEnd(newcomer)),
    gaps: [...gaps],
    state,
    doneAt: newcomer.doneAt,
    endReason: newcomer.endReason,
    stages,
    ...standing(core, newcomer, planned, stages, state),
    rampPercent: newcomer.ramp,
  };
}

/** Everybody on a programme, whom to help first; an agent finds themselves. SPEC ONB-20, ONB-40. */
export function newcomers(core: Core, withDone: boolean): Newcomer[] {
  const viewer = viewerOf(core);
  return newcomersWhere(core.db, withDone ? '1' : isRunning)
    .filter(({ personId }) => maySee(viewer, personId))
    .map((record) => toNewcomer(core, record))
    .sort(byHelp);
}

export function newcomer(core: Core, id: string): Newcomer {
  const found = mustNewcomer(core.db, id);
  mustSee(core, found.personId);
  return toNewcomer(core, found);
}
