import { Check, Circle, CircleDot, Square, SquareCheck } from 'lucide-react';
import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { Quiz } from '../../../contract/index.ts';
import { ow } from '../../strings/en-onboarding.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { FormFoot } from '../../ui/form-foot.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { placeAfter, stepOf } from '../../ui/list-steps.ts';
import { digitOf, hasSeveral, openCount, placeOfDigit, type Answers } from './quiz-answers.ts';

const w = ow.quiz;
type Question = Quiz['questions'][number];

type OptionsProps = {
  readonly question: Question;
  readonly chosen: readonly number[];
  readonly onChoose: (option: number) => void;
  readonly onNext: () => void;
  readonly onBack: (() => void) | null;
};

const marks = { one: { on: CircleDot, off: Circle }, several: { on: SquareCheck, off: Square } } as const;

/** The options: digits choose, Space chooses what the cursor is on, Enter goes on. */
function Options({ question, chosen, onChoose, onNext, onBack }: OptionsProps) {
  const [at, setAt] = useState(chosen[0] ?? 0);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const several = hasSeveral(question);
  // One question comes in place of another: the keys stay with the options.
  useLayoutEffect(() => list.current?.focus(), []);
  const pick = (option: number): void => {
    setAt(option);
    onChoose(option);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = stepOf(event.key);
    const place = placeOfDigit(event.key);
    if (step !== null) setAt(placeAfter(at, step, question.options.length));
    else if (place >= 0 && place < question.options.length) pick(place);
    else if (event.key === ' ' || event.key === 'x') pick(at);
    else if (event.key === 'Enter' || event.key === 'ArrowRight') onNext();
    else if ((event.key === 'ArrowLeft' || event.key === 'Backspace') && onBack !== null) onBack();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={list}
      role="listbox"
      aria-label={w.options}
      aria-multiselectable={several}
      tabIndex={0}
      aria-activedescendant={`${id}-${at}`}
      onKeyDown={onKeyDown}
      className="rounded-md"
    >
      {question.options.map((option, place) => {
        const isChosen = chosen.includes(place);
        const Icon = marks[several ? 'several' : 'one'][isChosen ? 'on' : 'off'];
        return (
          <div
            key={place}
            id={`${id}-${place}`}
            role="option"
            aria-selected={isChosen}
            onClick={() => pick(place)}
            className={cx(
              'flex min-h-[34px] items-start gap-2 rounded-[5px] px-2 py-[7px] select-none',
              place === at && 'bg-accent-soft text-on-soft',
            )}
          >
            <Icon size={15} aria-hidden className={cx('mt-[2px] shrink-0', isChosen ? 'text-accent' : 'text-ink-3')} />
            <span className={cx('min-w-0 flex-1 break-words', isChosen && 'font-semibold')} dir="auto">
              {option}
            </span>
            {isChosen && <Check size={13} aria-hidden className="mt-[3px] shrink-0" />}
            <Kbd keys={digitOf(place)} />
          </div>
        );
      })}
    </div>
  );
}

type Props = Omit<OptionsProps, 'chosen'> & { readonly at: number; readonly answers: Answers };

/** One question with its options. */
export function QuestionView({ question, at, answers, onChoose, onNext, onBack }: Props) {
  const isLast = at === answers.length - 1;
  return (
    <div className="flex min-h-0 flex-col gap-3 p-4">
      <p className="text-small text-ink-2 tabular-nums">{w.at(at + 1, answers.length)}</p>
      <h3 className="font-semibold break-words whitespace-pre-wrap" dir="auto">
        {question.text}
      </h3>
      <p className="text-small text-ink-2">{hasSeveral(question) ? w.several : w.one}</p>
      <Options question={question} chosen={answers[at] ?? []} onChoose={onChoose} onNext={onNext} onBack={onBack} />
      <FormFoot>
        <p aria-live="polite" className="min-w-0 flex-1 text-small text-ink-2">
          {isLast && w.unanswered(openCount(answers))}
        </p>
        {onBack !== null && (
          <Button onClick={onBack}>
            {w.previous}
            <Kbd keys="arrowleft" />
          </Button>
        )}
        <Button look="primary" onClick={onNext}>
          {isLast ? w.hand : w.next}
          <Kbd keys="enter" on />
        </Button>
      </FormFoot>
    </div>
  );
}
