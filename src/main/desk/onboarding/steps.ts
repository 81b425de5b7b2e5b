import type { Done, Newcomer, OnboardingTask, Stage } from '../../../contract/index.ts';
import { dateOf } from '../../../domain/calendar/wall-time.ts';
import { uuidBytes } from '../../../domain/desk/uuid.ts';
import { Fault } from '../../../domain/fault.ts';
import { gradeQuiz } from '../../../domain/onboarding/quiz.ts';
import { row } from '../../store/db.ts';
import type { Writer } from '../../store/writer.ts';
import type { Core } from '../core.ts';
import { nameOf } from '../person.ts';
import { mustLead, mustSee, viewerOf } from '../viewer.ts';
import { certificateOn } from './certificates.ts';
import { todayOf } from './days.ts';
import { stateOf, toNewcomer } from './newcomer.ts';
import { mustNewcomer, type NewcomerRecord, type StageRecord, type TaskRecord } from './read.ts';

type At = { readonly id: string; readonly stage: string };

/** The stage somebody is in, to be worked on. Faults CONFLICT where it is another, or where they are not at it now. */
type Current = {
  readonly newcomer: NewcomerRecord;
  readonly stage: Stage;
  readonly known: StageRecord;
  readonly place: number;
};

const notNow: Readonly<Record<Exclude<Newcomer['state'], 'running'>, string>> = {
  planned: 'This programme has not begun yet. Change the day it starts on, if it should.',
  paused: 'This programme is paused. Go on with it first.',
  done: 'This programme is done.',
  ended: 'This programme was ended.',
};

function mustCurrent(core: Core, { id, stage: asked }: At): Current {
  const newcomer = mustNewcomer(core.db, id);
  mustSee(core, newcomer.personId);
  const state = stateOf(core, newcomer);
  if (state !== 'running') throw new Fault('CONFLICT', notNow[state]);
  const place = newcomer.stages.findIndex(({ passed_at: at }) => at === null);
  const [stage, known] = [newcomer.body.stages[place], newcomer.stages[place]];
  if (stage === undefined || known === undefined || stage.id !== asked)
    throw new Fault('CONFLICT', `They are in “${stage?.name ?? 'no stage'}” now.`, { field: 'stage' });
  return { newcomer, stage, known, place };
}

function mustTask(
  { newcomer, stage }: Current,
  id: string,
): { readonly task: OnboardingTask; readonly known: TaskRecord } {
  const task = stage.tasks.find((each) => each.id === id);
  const known = newcomer.tasks.find((each) => each.stage === stage.id && each.task === id);
  if (task === undefined || known === undefined)
    throw new Fault('NOT_FOUND', 'That task is not in this stage.', { field: 'task' });
  return { task, known };
}

/** What was signed speaks of tasks that were done: one that is not done after all takes that with it. */
function unsign(write: Writer, { known }: Current): void {
  write.update('newcomer_stage', known.uid, {
    agent_signed_at: null,
    agent_signed_by: null,
    trainer_signed_at: null,
    trainer_signed_by: null,
  });
}

export function taskDone(core: Core, input: At & { readonly task: string; readonly done: boolean }): Done {
  const current = mustCurrent(core, input);
  const { task, known } = mustTask(current, input.task);
  if (task.quiz !== null && input.done)
    throw new Fault('CONFLICT', 'This task is done by passing its quiz.', { field: 'task' });
  const label = `${nameOf(core, current.newcomer.personId)}: ${task.name}${input.done ? '' : ', not done after all'}`;
  const { changeSet } = core.write({ name: 'onboarding.taskDone', label }, (write) => {
    write.update('newcomer_task', known.uid, {
      done_at: input.done ? (known.done_at ?? core.ports.now()) : null,
      done_by: input.done ? (known.done_at === null ? core.actor() : known.done_by) : '',
    });
    if (!input.done) unsign(write, current);
  });
  return { changed: changeSet === null ? 0 : 1, label, changeSet };
}

export function quizAnswer(core: Core, input: At & { readonly task: string; readonly answers: readonly number[][] }) {
  const current = mustCurrent(core, input);
  const { task, known } = mustTask(current, input.task);
  if (task.quiz === null) throw new Fault('INVALID', 'This task has no quiz.', { field: 'task' });
  const { percent, passed, right } = gradeQuiz(task.quiz, input.answers);
  const label = `${nameOf(core, current.newcomer.personId)}: ${task.name}, ${Math.floor(percent)} %`;
  const isFirst = passed && known.done_at === null;
  const { changeSet } = core.write({ name: 'onboarding.quizAnswer', label }, (write) => {
    write.update('newcomer_task', known.uid, {
      tries: known.tries + 1,
      percent: Math.max(known.percent ?? 0, percent),
      ...(isFirst && { done_at: core.ports.now(), done_by: core.actor() }),
    });
  });
  return { changed: 1, label, changeSet, percent, passed, right: [...right] };
}

/** The trainer's word is somebody's who leads, and never the newcomer's own. */
function maySign(core: Core, { newcomer }: Current, as: 'agent' | 'trainer'): void {
  if (as === 'agent') return;
  mustLead(core);
  if (viewerOf(core).id === newcomer.personId)
    throw new Fault('FORBIDDEN', 'Nobody signs for themselves as the trainer. Somebody else who leads does.');
}

/** A stage is signed once its tasks are done; gates may still be shut. SPEC ONB-6. */
export function sign(core: Core, input: At & { readonly as: 'agent' | 'trainer'; readonly done: boolean }): Done {
  const current = mustCurrent(core, input);
  const { newcomer, stage, known } = current;
  maySign(core, current, input.as);
  const open = stage.tasks.filter(
    ({ id }) => !newcomer.tasks.some((each) => each.stage === stage.id && each.task === id && each.done_at !== null),
  );
  if (input.done && open.length > 0)
    throw new Fault('CONFLICT', `Not signed: “${open[0]?.name}” is not done yet.`, {
      missing: open.map(({ name }) => name),
    });
  const [at, by] = input.done ? [core.ports.now(), core.actor()] : [null, null];
  const who = input.as === 'agent' ? 'the agent' : 'the trainer';
  const label = `${nameOf(core, newcomer.personId)}: ${stage.name} ${input.done ? 'signed' : 'not signed any more'} by ${who}`;
  const { changeSet } = core.write({ name: 'onboarding.sign', label }, (write) => {
    write.update(
      'newcomer_stage',
      known.uid,
      input.as === 'agent'
        ? { agent_signed_at: at, agent_signed_by: by }
        : { trainer_signed_at: at, trainer_signed_by: by },
    );
  });
  return { changed: changeSet === null ? 0 : 1, label, changeSet };
}

function finish(core: Core, write: Writer, { newcomer }: Current): void {
  const now = core.ports.now();
  write.update('newcomer', newcomer.uid, { done_at: now });
  const role = row<{ role: string | null }>(core.db, 'SELECT role FROM person WHERE id = ?', newcomer.personRow)?.role;
  write.update('person', uuidBytes(newcomer.personId), { ramp: 100, ...(role === 'Newcomer' && { role: 'Agent' }) });
  const { certificate, name } = newcomer.body;
  if (certificate === null) return;
  write.insert('certificate', core.newId(now), {
    person_id: newcomer.personRow,
    ...certificateOn(certificate.name, dateOf(todayOf(core)), certificate.validMonths),
    note: name,
  });
}

/** What the data showed as it was passed is kept with it: later figures do not change why. SPEC ONB-12. */
export function pass(core: Core, input: At): Done {
  mustLead(core);
  const current = mustCurrent(core, input);
  const { newcomer, stage, known, place } = current;
  const shown = toNewcomer(core, newcomer).stages[place];
  const missing = shown?.missing ?? [];
  if (missing.length > 0)
    throw new Fault('CONFLICT', `“${stage.name}” cannot be passed yet: ${missing.join('; ')}.`, {
      missing: [...missing],
    });
  const now = core.ports.now();
  const label = `${nameOf(core, newcomer.personId)}: ${stage.name} passed`;
  const { changeSet } = core.write({ name: 'onboarding.pass', label }, (write) => {
    write.update('newcomer_stage', known.uid, { passed_at: now, gates: JSON.stringify(shown?.gates ?? []) });
    const [next, nextKnown] = [newcomer.body.stages[place + 1], newcomer.stages[place + 1]];
    if (next === undefined || nextKnown === undefined) {
      finish(core, write, current);
      return;
    }
    write.update('newcomer_stage', nextKnown.uid, { begun_at: now });
    write.update('person', uuidBytes(newcomer.personId), { ramp: next.rampPercent });
  });
  return { changed: 1, label, changeSet };
}
