import type { GateState, Newcomer, OnboardingTask, Stage, StageState, TaskState } from '../../../contract/index.ts';
import { turnName } from '../onboarding-store.ts';

/** A stage of a programme with where somebody stands in it. */
export type StageOf = { readonly stage: Stage; readonly state: StageState; readonly open: boolean };

export type Role = 'agent' | 'trainer';

/** What the cursor of a newcomer's page can be on. */
export type Item =
  | ({ readonly kind: 'stage'; readonly id: string } & StageOf)
  | {
      readonly kind: 'task';
      readonly id: string;
      readonly stage: Stage;
      readonly task: OnboardingTask;
      readonly done: TaskState;
    }
  | { readonly kind: 'gate'; readonly id: string; readonly stage: Stage; readonly gate: GateState }
  | {
      readonly kind: 'sign';
      readonly id: string;
      readonly stage: Stage;
      readonly state: StageState;
      readonly role: Role;
    };

const notDone = (id: string): TaskState => ({ id, doneAt: null, doneBy: '', percent: null, tries: 0 });

/** Stages with their states, the one they are in open; before the first day, that is the first. `turned` are the others way round. */
export function stagesOf(newcomer: Newcomer, turned: readonly string[]): readonly StageOf[] {
  const { programme, stages, current, state, id } = newcomer;
  const shown = current ?? (state === 'planned' ? programme.stages[0]?.id : undefined);
  return programme.stages.flatMap((stage): StageOf[] => {
    const own = stages.find((each) => each.id === stage.id);
    if (own === undefined) return [];
    // Before the first day there is none that they are in.
    const seen = state === 'planned' ? { ...own, state: 'ahead' as const } : own;
    return [{ stage, state: seen, open: (stage.id === shown) !== turned.includes(turnName(id, stage.id)) }];
  });
}

/** What stands in a stage that is open: tasks, gates (as far as there is something to count), sign-offs. */
function within({ stage, state }: StageOf): readonly Item[] {
  const roles = (['agent', 'trainer'] as const).filter((role) => stage.signOff[role]);
  return [
    ...stage.tasks.map((task): Item => ({
      kind: 'task',
      id: `task ${stage.id} ${task.id}`,
      stage,
      task,
      done: state.tasks.find(({ id }) => id === task.id) ?? notDone(task.id),
    })),
    ...state.gates.map((gate, at): Item => ({ kind: 'gate', id: `gate ${stage.id} ${at}`, stage, gate })),
    ...roles.map((role): Item => ({ kind: 'sign', id: `sign ${stage.id} ${role}`, stage, state, role })),
  ];
}

export const headOf = (of: StageOf): Item => ({ kind: 'stage', id: `stage ${of.stage.id}`, ...of });

/** From top to bottom: each stage, followed by what is in it where it is open. */
export const itemsOf = (stages: readonly StageOf[]): readonly Item[] =>
  stages.flatMap((each) => [headOf(each), ...(each.open ? within(each) : [])]);

/** Where the cursor begins: on the first task that is open in the stage they are in, else on the head of that stage. */
export function firstItem(items: readonly Item[], current: string | null): string | null {
  const own = items.filter(({ stage }) => stage.id === current);
  const todo = own.find((item) => item.kind === 'task' && item.done.doneAt === null);
  return (todo ?? own[0] ?? items[0])?.id ?? null;
}

/** How much of a gate there is, 0 to 1. */
export function gateShare({ gate, have }: GateState): number {
  const wanted = gate.kind === 'certificate' ? 1 : gate.atLeast;
  return wanted === 0 ? 1 : Math.min(Math.max((have ?? 0) / wanted, 0), 1);
}
