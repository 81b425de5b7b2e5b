import type { Gate, OnboardingTask, ProgrammeBody, Stage } from '../../../contract/index.ts';

/** Where one is in a programme: on the programme itself, on a stage, or on a task of it. */
export type Place = { readonly stage: number | null; readonly task: number | null };
export const onProgramme: Place = { stage: null, task: null };

export type Edit = { readonly body: ProgrammeBody; readonly place: Place };

/** What is changed and saved of a programme: without what the desk adds to it in its list. */
export const bodyOf = ({ name, summary, stages, certificate }: ProgrammeBody): ProgrammeBody => ({
  name,
  summary,
  stages,
  certificate,
});

/** Every place from top to bottom: the programme, its stages, each followed by its tasks. */
export const placesOf = ({ stages }: ProgrammeBody): readonly Place[] => [
  onProgramme,
  ...stages.flatMap(({ tasks }, stage) => [{ stage, task: null }, ...tasks.map((_, task) => ({ stage, task }))]),
];

/** The place itself where it is still there, else the nearest above it. */
export function nearest({ stages }: ProgrammeBody, { stage, task }: Place): Place {
  if (stage === null || stages.length === 0) return onProgramme;
  const at = Math.min(stage, stages.length - 1);
  const count = stages[at]?.tasks.length ?? 0;
  return { stage: at, task: task === null || count === 0 ? null : Math.min(task, count - 1) };
}

export const stageAt = ({ stages }: ProgrammeBody, { stage }: Place): Stage | undefined =>
  stage === null ? undefined : stages[stage];
export const taskAt = (body: ProgrammeBody, place: Place): OnboardingTask | undefined =>
  place.task === null ? undefined : stageAt(body, place)?.tasks[place.task];

export const put = <T>(list: readonly T[], at: number, item: T): T[] => [...list.slice(0, at), item, ...list.slice(at)];
export const drop = <T>(list: readonly T[], at: number): T[] => list.filter((_, index) => index !== at);
export const replace = <T>(list: readonly T[], at: number, item: T): T[] =>
  list.map((each, index) => (index === at ? item : each));

export const changeStage = (body: ProgrammeBody, at: number, part: Partial<Stage>): ProgrammeBody => ({
  ...body,
  stages: body.stages.map((stage, index) => (index === at ? { ...stage, ...part } : stage)),
});

export function changeTask(body: ProgrammeBody, place: Place, part: Partial<OnboardingTask>): ProgrammeBody {
  const stage = stageAt(body, place);
  if (stage === undefined || place.stage === null) return body;
  const tasks = stage.tasks.map((task, index) => (index === place.task ? { ...task, ...part } : task));
  return changeStage(body, place.stage, { tasks });
}

/** A key that none of those has: `s3`, `t7`. Keys stay what they are, so that nothing done of them is lost. */
function freshKey(letter: 's' | 't', known: readonly { readonly id: string }[]): string {
  const taken = new Set(known.map(({ id }) => id));
  for (let n = 1; ; n += 1) if (!taken.has(`${letter}${n}`)) return `${letter}${n}`;
}

const newStage = ({ stages }: Pick<ProgrammeBody, 'stages'>): Stage => ({
  id: freshKey('s', stages),
  name: '',
  summary: '',
  workDays: 5,
  rampPercent: 0,
  tasks: [],
  gates: [],
  signOff: { agent: true, trainer: true },
});

/** A programme to begin with: one stage. */
export const newProgramme = (): ProgrammeBody => ({
  name: '',
  summary: '',
  stages: [newStage({ stages: [] })],
  certificate: null,
});

/** A stage after the one at hand; on the programme, at its end. */
export function addStage(body: ProgrammeBody, place: Place): Edit {
  const at = place.stage === null ? body.stages.length : place.stage + 1;
  return { body: { ...body, stages: put(body.stages, at, newStage(body)) }, place: { stage: at, task: null } };
}

/** A task after the one at hand, or first in the stage at hand; on the programme, at the end of the last stage. */
export function addTask(body: ProgrammeBody, place: Place): Edit {
  const stage = place.stage ?? body.stages.length - 1;
  const own = body.stages[stage];
  if (own === undefined) return addStage(body, place);
  const at = place.stage === null ? own.tasks.length : (place.task ?? -1) + 1;
  const task = { id: freshKey('t', own.tasks), name: '', detail: '', material: '', quiz: null };
  return { body: changeStage(body, stage, { tasks: put(own.tasks, at, task) }), place: { stage, task: at } };
}

/** Without a task or a stage. Null where no stage would be left, and on the programme itself. */
export function remove(body: ProgrammeBody, place: Place): Edit | null {
  const stage = stageAt(body, place);
  if (stage === undefined || place.stage === null) return null;
  const next =
    place.task === null
      ? { ...body, stages: drop(body.stages, place.stage) }
      : changeStage(body, place.stage, { tasks: drop(stage.tasks, place.task) });
  return next.stages.length === 0 ? null : { body: next, place: nearest(next, place) };
}

const shift = <T>(list: readonly T[], at: number, to: number): T[] => {
  const [item] = list.slice(at, at + 1);
  return item === undefined || to < 0 || to >= list.length ? [...list] : put(drop(list, at), to, item);
};

/** A task that goes on into the stage before or after; its key is made another where that one is taken there. */
function intoNext(body: ProgrammeBody, place: Place, by: 1 | -1): Edit {
  const { stage, task } = place;
  const [own, item] = [stageAt(body, place), taskAt(body, place)];
  const other = stage === null ? undefined : body.stages[stage + by];
  if (stage === null || task === null || own === undefined || item === undefined || other === undefined)
    return { body, place };
  const at = by === 1 ? 0 : other.tasks.length;
  const id = other.tasks.some((each) => each.id === item.id) ? freshKey('t', other.tasks) : item.id;
  const left = changeStage(body, stage, { tasks: drop(own.tasks, task) });
  const next = changeStage(left, stage + by, { tasks: put(other.tasks, at, { ...item, id }) });
  return { body: next, place: { stage: stage + by, task: at } };
}

/** One place up or down; a task goes on into the neighbouring stage. */
export function move(body: ProgrammeBody, place: Place, by: 1 | -1): Edit {
  const { stage, task } = place;
  const own = stageAt(body, place);
  if (stage === null || own === undefined) return { body, place };
  if (task === null) {
    const to = stage + by;
    if (body.stages[to] === undefined) return { body, place };
    return { body: { ...body, stages: shift(body.stages, stage, to) }, place: { stage: to, task: null } };
  }
  const to = task + by;
  if (own.tasks[to] === undefined) return intoNext(body, place, by);
  return { body: changeStage(body, stage, { tasks: shift(own.tasks, task, to) }), place: { stage, task: to } };
}

/** A gate of a kind, asking for what is usual. */
export function newGate(kind: Gate['kind']): Gate {
  if (kind === 'tickets') return { kind, atLeast: 20 };
  return kind === 'qaAverage' ? { kind, reviews: 3, atLeast: 4 } : { kind, name: '' };
}

/** How long all of it is, working days; a figure that is none counts as nothing. */
export const lengthOf = ({ stages }: Pick<ProgrammeBody, 'stages'>): number =>
  stages.reduce((sum, { workDays }) => sum + (Number.isFinite(workDays) ? workDays : 0), 0);
