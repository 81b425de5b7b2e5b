import type { ProgrammeBody, Stage } from '../../contract/onboarding.ts';
import { Fault } from '../fault.ts';

function twice(ids: readonly string[]): number {
  return ids.findIndex((id, at) => ids.indexOf(id) < at);
}

function checkTasks({ tasks }: Stage, field: string): void {
  const again = twice(tasks.map(({ id }) => id));
  if (again >= 0)
    throw new Fault('INVALID', `Two tasks have the key “${tasks[again]?.id}”. Give one another.`, {
      field: `${field}.tasks.${again}.id`,
    });
  for (const [at, { quiz }] of tasks.entries())
    for (const [place, { options, right }] of (quiz?.questions ?? []).entries())
      if (right.length === 0 || right.some((each) => each >= options.length))
        throw new Fault('INVALID', 'Say which of the options of this question are right.', {
          field: `${field}.tasks.${at}.quiz.questions.${place}.right`,
        });
}

/** Faults INVALID, naming the field, where keys stand twice or a quiz has a right answer that is none. */
export function checkProgramme({ stages }: ProgrammeBody): void {
  const again = twice(stages.map(({ id }) => id));
  if (again >= 0)
    throw new Fault('INVALID', `Two stages have the key “${stages[again]?.id}”. Give one another.`, {
      field: `programme.stages.${again}.id`,
    });
  for (const [at, stage] of stages.entries()) checkTasks(stage, `programme.stages.${at}`);
}
