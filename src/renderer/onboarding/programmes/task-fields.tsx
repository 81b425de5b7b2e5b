import type { OnboardingTask, ProgrammeBody } from '../../../contract/index.ts';
import { pw } from '../../strings/en-onboarding-programmes.ts';
import { Check } from '../../ui/switch.tsx';
import { AreaField } from '../../ui/typed-fields.tsx';
import { edit } from './builder-store.ts';
import { changeTask, type Place } from './draft.ts';
import { NameField, type ErrorOf } from './name-field.tsx';
import { newQuiz } from './quiz-draft.ts';
import { QuizFields } from './quiz-fields.tsx';

const f = pw.fields;

type Props = {
  readonly body: ProgrammeBody;
  readonly place: Place;
  readonly task: OnboardingTask;
  readonly error: ErrorOf;
};

/** What is to be done, with which material, and the quiz that shows it was understood. */
export function TaskFields({ body, place, task, error }: Props) {
  const change = (part: Partial<OnboardingTask>, tag = ''): void =>
    edit({ body: changeTask(body, place, part), place }, tag === '' ? '' : `${place.stage} ${task.id} ${tag}`);
  const { quiz } = task;
  return (
    <div className="flex flex-col gap-4">
      <NameField
        label={f.name}
        value={task.name}
        max={200}
        error={error('name')}
        onChange={(name) => change({ name }, 'name')}
      />
      <AreaField
        label={f.detail}
        rows={4}
        maxLength={4000}
        value={task.detail}
        onChange={(detail) => change({ detail }, 'detail')}
      />
      <AreaField
        label={f.material}
        hint={f.materialHint}
        rows={2}
        maxLength={2000}
        value={task.material}
        onChange={(material) => change({ material }, 'material')}
      />
      <Check label={f.quiz} on={quiz !== null} onChange={(on) => change({ quiz: on ? newQuiz() : null })} />
      {quiz !== null && (
        <QuizFields
          quiz={quiz}
          error={(field) => error(`quiz.${field}`)}
          onChange={(next, tag) => change({ quiz: next }, tag)}
        />
      )}
    </div>
  );
}
