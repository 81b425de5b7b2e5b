import { useEffect, useRef } from 'react';
import type { Interview, InterviewForm } from '../../../contract/index.ts';
import { hw } from '../../strings/en-hiring.ts';
import { Chip } from '../../ui/chip.tsx';
import { cx } from '../../ui/cx.ts';
import { inputClass } from '../../ui/field.tsx';
import { Kbd } from '../../ui/kbd.tsx';

const w = hw.interview;
const scale = [1, 2, 3, 4, 5] as const;

export type Question = InterviewForm['questions'][number];
export type Answer = Interview['ratings'][string];

/** 1 to 5 in a row. Keys rate on the question; the buttons are for the hand on the mouse. */
const Ratings = ({
  question,
  rating,
  onRate,
}: {
  question: Question;
  rating: number | null;
  onRate: (rating: number | null) => void;
}) => (
  <div
    role="radiogroup"
    aria-label={w.ratings(question.competency)}
    className="inline-flex h-[28px] shrink-0 rounded-md border border-line-strong bg-surface"
  >
    {scale.map((value) => (
      <button
        key={value}
        type="button"
        role="radio"
        tabIndex={-1}
        aria-checked={value === rating}
        onClick={() => onRate(value === rating ? null : value)}
        className={cx(
          'min-w-[33px] border-r border-line px-[9px] font-semibold tabular-nums first:rounded-l-[5px] last:rounded-r-[5px] last:border-r-0',
          value === rating ? 'bg-accent text-on-accent' : 'text-ink-2 hover:bg-sunken',
        )}
      >
        {value}
      </button>
    ))}
  </div>
);

/** What a 1, a 3 and a 5 sound like, always in sight: the same words for everybody make ratings comparable. */
function Anchors({ anchors }: Pick<Question, 'anchors'>) {
  const said = (['low', 'middle', 'high'] as const).filter((each) => anchors[each] !== '');
  if (said.length === 0) return null;
  return (
    <dl className="mt-1 grid grid-cols-3 gap-x-4 gap-y-1 text-small max-[1000px]:grid-cols-1">
      {said.map((each) => (
        <div key={each} className="flex gap-2">
          <dt className="font-semibold tabular-nums">{w.anchors[each]}</dt>
          <dd className="min-w-0 break-words text-ink-2" dir="auto">
            {anchors[each]}
          </dd>
        </div>
      ))}
    </dl>
  );
}

type NoteProps = Pick<Props, 'question' | 'answer' | 'onAnswer' | 'onWrite'>;

/** The note while it is written. Esc goes back to the question; what was typed stays. */
function NoteField({ question, answer, onAnswer, onWrite }: NoteProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <textarea
      ref={field}
      rows={2}
      dir="auto"
      maxLength={4000}
      aria-label={w.note(question.competency)}
      value={answer.note}
      onChange={(event) => onAnswer({ ...answer, note: event.target.value }, true)}
      onBlur={() => onWrite(false)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.currentTarget.closest<HTMLElement>('[data-question]')?.focus({ preventScroll: true });
        event.preventDefault();
        event.stopPropagation();
      }}
      className={cx(inputClass, 'field-sizing-content mt-2 !h-auto min-h-[46px] resize-none py-[5px]')}
    />
  );
}

type Props = {
  readonly question: Question;
  readonly answer: Answer;
  readonly current: boolean;
  readonly writing: boolean;
  readonly onCurrent: () => void;
  readonly onWrite: (writing: boolean) => void;
  readonly onAnswer: (answer: Answer, typed: boolean) => void;
};

/** One question of the form. It has the focus while its keys are meant. */
export function QuestionRow({ question, answer, current, writing, onCurrent, onWrite, onAnswer }: Props) {
  return (
    <div
      role="group"
      data-question={question.id}
      tabIndex={current ? 0 : -1}
      aria-label={w.row(question.competency, answer.rating)}
      aria-current={current || undefined}
      onFocus={onCurrent}
      onClick={onCurrent}
      className={cx(
        'scroll-my-2 border-b border-l-2 border-b-line py-[10px] pr-2 pl-[12px] -outline-offset-2',
        current ? 'border-l-accent bg-accent-soft' : 'border-l-transparent',
      )}
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="min-w-[120px] flex-1 font-semibold" dir="auto">
          {question.competency}
        </span>
        <Ratings
          question={question}
          rating={answer.rating}
          onRate={(rating) => onAnswer({ ...answer, rating }, false)}
        />
      </div>
      <p className="break-words" dir="auto">
        {question.question}
      </p>
      <Anchors anchors={question.anchors} />
      {writing ? (
        <NoteField question={question} answer={answer} onAnswer={onAnswer} onWrite={onWrite} />
      ) : (
        <div className="mt-1 flex items-start gap-2">
          {answer.note !== '' && (
            <p className="min-w-0 flex-1 break-words whitespace-pre-wrap" dir="auto">
              {answer.note}
            </p>
          )}
          {current && (
            <Chip dashed tabIndex={-1} onClick={() => onWrite(true)}>
              {w.addNote}
              <Kbd keys="c" />
            </Chip>
          )}
        </div>
      )}
    </div>
  );
}
