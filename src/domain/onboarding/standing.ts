import type { GateState, Newcomer, Stage, TaskState } from '../../contract/onboarding.ts';
import { helpKinds } from '../../contract/words.ts';

/** What is known of the current stage. */
export type StageWork = {
  readonly stage: Stage;
  readonly tasks: readonly TaskState[];
  readonly gates: readonly GateState[];
  readonly agentSigned: boolean;
  readonly trainerSigned: boolean;
};

type Missing = { readonly of: 'task' | 'sign' | 'gate'; readonly text: string };

/** What a stage needs before it can be passed, tasks first. SPEC ONB-6. */
export function missingOf({ stage, tasks, gates, agentSigned, trainerSigned }: StageWork): Missing[] {
  const done = new Set(tasks.filter(({ doneAt }) => doneAt !== null).map(({ id }) => id));
  const open = stage.tasks.filter(({ id }) => !done.has(id));
  return [
    ...open.map(({ name }) => ({ of: 'task' as const, text: name })),
    ...gates.filter(({ isOpen }) => !isOpen).map(({ text }) => ({ of: 'gate' as const, text })),
    ...(stage.signOff.agent && !agentSigned ? [{ of: 'sign' as const, text: 'Sign-off by the agent' }] : []),
    ...(stage.signOff.trainer && !trainerSigned ? [{ of: 'sign' as const, text: 'Sign-off by the trainer' }] : []),
  ];
}

export type Standing = Pick<Newcomer, 'help' | 'helpText' | 'isBlocked'>;

type Asked = {
  readonly state: Newcomer['state'];
  readonly stageName: string;
  readonly missing: readonly Missing[];
  readonly lateDays: number;
  /** Days that count until the stage ends; 0: today is the last. */
  readonly daysLeft: number;
  /** Days until the programme begins. */
  readonly daysUntil: number;
};

const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`);

const listed = (missing: readonly Missing[]): string => {
  const [first, ...rest] = missing;
  if (first === undefined) return 'everything is there: pass it';
  return rest.length === 0 ? first.text : `${first.text}, and ${rest.length} more`;
};

/** What is left is for the data to show: all tasks are done, and a gate is shut. */
const blockedBy = (missing: readonly Missing[]): boolean =>
  missing.some(({ of }) => of === 'gate') && missing.every(({ of }) => of !== 'task');

/** What somebody needs of whoever trains them, with why, in one line. SPEC ONB-20. */
export function standingOf({ state, stageName, missing, lateDays, daysLeft, daysUntil }: Asked): Standing {
  const isBlocked = state === 'running' && blockedBy(missing);
  const left = listed(missing);
  if (state === 'done' || state === 'ended') return { help: state, helpText: '', isBlocked };
  if (state === 'paused') return { help: 'paused', helpText: `${stageName}: paused`, isBlocked };
  if (state === 'planned') return { help: 'planned', helpText: `Begins in ${days(daysUntil)}`, isBlocked };
  if (lateDays > 0) return { help: 'late', helpText: `${stageName}, ${days(lateDays)} over: ${left}`, isBlocked };
  if (isBlocked) return { help: 'blocked', helpText: `${stageName}: ${left}`, isBlocked };
  if (missing.every(({ of }) => of === 'sign')) return { help: 'sign', helpText: `${stageName}: ${left}`, isBlocked };
  if (daysLeft <= 1)
    return { help: 'due', helpText: `${stageName} ends ${daysLeft <= 0 ? 'today' : 'tomorrow'}: ${left}`, isBlocked };
  return { help: 'onTrack', helpText: `${stageName}: ${days(daysLeft)} left, ${left}`, isBlocked };
}

type Ranked = Pick<Newcomer, 'help' | 'lateDays' | 'endOn'>;

const rank = ({ help }: Ranked): number => helpKinds.indexOf(help);

/** Whom to help first: by what they need, then who is latest, then who ends first. SPEC ONB-20. */
export const byHelp = (a: Ranked, b: Ranked): number =>
  rank(a) - rank(b) || b.lateDays - a.lateDays || a.endOn.localeCompare(b.endOn);
