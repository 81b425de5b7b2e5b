import { Plus, X } from 'lucide-react';
import type { Quiz } from '../../../contract/index.ts';
import { pw } from '../../strings/en-onboarding-programmes.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { inputClass } from '../../ui/field.tsx';
import { AreaField, NumberField } from '../../ui/typed-fields.tsx';
import type { ErrorOf } from './name-field.tsx';
import {
  addOption,
  addQuestion,
  changeOption,
  changeQuestion,
  removeOption,
  removeQuestion,
  turnRight,
} from './quiz-draft.ts';

const f = pw.fields;
const mostOptions = 10;
const mostQuestions = 100;

type Question = Quiz['questions'][number];
type Change = (part: Partial<Question>, tag: string) => void;

const Wrong = ({ text }: { readonly text: string | undefined }) =>
  text === undefined ? null : (
    <p data-problem tabIndex={-1} className="text-small text-late">
      {text}
    </p>
  );

type OptionProps = {
  readonly question: Question;
  readonly at: number;
  readonly error: ErrorOf;
  readonly onChange: Change;
};

/** An option with whether it is right. */
function OptionFields({ question, at, error, onChange }: OptionProps) {
  const wrong = error(`options.${at}`);
  return (
    <div className="flex flex-wrap items-center gap-2">
      <input
        type="text"
        aria-label={f.option(at + 1)}
        aria-invalid={wrong !== undefined}
        autoComplete="off"
        dir="auto"
        maxLength={300}
        value={question.options[at] ?? ''}
        onChange={(event) => onChange(changeOption(question, at, event.target.value), `option ${at}`)}
        className={cx(inputClass, '!w-auto min-w-0 flex-1 basis-[160px]')}
      />
      <label className="flex items-center gap-1 text-small select-none">
        <input
          type="checkbox"
          aria-label={f.rightOf(at + 1)}
          checked={question.right.includes(at)}
          onChange={() => onChange(turnRight(question, at), '')}
          className="accent-accent"
        />
        {f.right}
      </label>
      <IconButton label={f.removeOption(at + 1)} onClick={() => onChange(removeOption(question, at), '')}>
        <X size={14} aria-hidden />
      </IconButton>
      {wrong !== undefined && <p className="w-full text-small text-late">{wrong}</p>}
    </div>
  );
}

type QuestionProps = {
  readonly question: Question;
  readonly at: number;
  readonly error: ErrorOf;
  readonly onChange: Change;
  readonly onRemove: () => void;
};

function QuestionFields({ question, at, error, onChange, onRemove }: QuestionProps) {
  return (
    <fieldset className="flex flex-col gap-2 border-t border-line pt-3">
      <legend className="sr-only">{f.question(at + 1)}</legend>
      <div className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <AreaField
            label={f.question(at + 1)}
            rows={2}
            maxLength={1000}
            value={question.text}
            onChange={(text) => onChange({ text }, 'text')}
          />
        </div>
        <IconButton label={f.removeQuestion(at + 1)} className="mt-[24px]" onClick={onRemove}>
          <X size={14} aria-hidden />
        </IconButton>
      </div>
      <Wrong text={error('text')} />
      {question.options.map((_, place) => (
        <OptionFields key={place} question={question} at={place} error={error} onChange={onChange} />
      ))}
      <Wrong text={error('options') ?? error('right')} />
      {question.options.length < mostOptions && (
        <div>
          <Button small icon={<Plus size={13} aria-hidden />} onClick={() => onChange(addOption(question), '')}>
            {f.addOption}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

type Props = {
  readonly quiz: Quiz;
  readonly error: ErrorOf;
  readonly onChange: (quiz: Quiz, tag: string) => void;
};

/** Questions with their options, those that are right, and how many have to be. */
export function QuizFields({ quiz, error, onChange }: Props) {
  return (
    <div className="flex flex-col gap-4">
      <div className="w-[200px]">
        <NumberField
          label={f.passPercent}
          value={quiz.passPercent}
          error={error('passPercent')}
          onChange={(passPercent) => onChange({ ...quiz, passPercent }, 'pass')}
        />
      </div>
      {quiz.questions.map((question, at) => (
        <QuestionFields
          key={at}
          question={question}
          at={at}
          error={(field) => error(`questions.${at}.${field}`)}
          onChange={(part, tag) => onChange(changeQuestion(quiz, at, part), tag === '' ? '' : `question ${at} ${tag}`)}
          onRemove={() => onChange(removeQuestion(quiz, at), '')}
        />
      ))}
      <Wrong text={error('questions')} />
      {quiz.questions.length < mostQuestions && (
        <div>
          <Button small icon={<Plus size={13} aria-hidden />} onClick={() => onChange(addQuestion(quiz), '')}>
            {f.addQuestion}
          </Button>
        </div>
      )}
    </div>
  );
}
