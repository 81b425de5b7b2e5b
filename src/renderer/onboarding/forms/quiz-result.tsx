import { Check, CircleCheck, CircleX, X } from 'lucide-react';
import { useLayoutEffect, useRef, type KeyboardEvent } from 'react';
import type { Quiz } from '../../../contract/index.ts';
import { ow } from '../../strings/en-onboarding.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { FormFoot } from '../../ui/form-foot.tsx';
import { Kbd } from '../../ui/kbd.tsx';

const w = ow.quiz;

export type Result = {
  readonly percent: number;
  readonly passed: boolean;
  readonly right: readonly boolean[];
  /** All tries so far, and the best of them. */
  readonly tries: number;
  readonly best: number;
};

/** Which questions were right. Not what would have been: it can be taken again. */
function ByQuestion({ quiz: { questions }, right }: { readonly quiz: Quiz; readonly right: readonly boolean[] }) {
  return (
    <ol aria-label={w.answers} className="border-t border-line">
      {questions.map(({ text }, at) => {
        const isRight = right[at] === true;
        const Icon = isRight ? Check : X;
        return (
          <li key={at} className="flex items-start gap-2 border-b border-line py-[5px]">
            <Icon size={14} aria-hidden className={cx('mt-[2px] shrink-0', isRight ? 'text-met' : 'text-late')} />
            <span className="min-w-0 flex-1 break-words" dir="auto">
              {text}
            </span>
            <span className={cx('shrink-0 text-small font-semibold', isRight ? 'text-met' : 'text-late')}>
              {isRight ? w.right : w.wrong}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

type Props = {
  readonly quiz: Quiz;
  readonly result: Result;
  readonly onAgain: () => void;
  readonly onClose: () => void;
};

/** What came of a quiz, beside what was needed. */
export function QuizResult({ quiz, result, onAgain, onClose }: Props) {
  const { percent, passed, right, tries, best } = result;
  const box = useRef<HTMLDivElement>(null);
  // The options that had the keys are gone.
  useLayoutEffect(() => box.current?.focus(), []);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.target !== box.current) return;
    event.preventDefault();
    event.stopPropagation();
    if (passed) onClose();
    else onAgain();
  };
  const Icon = passed ? CircleCheck : CircleX;
  return (
    <div className="flex min-h-0 flex-col gap-3 p-4">
      <div
        ref={box}
        role="region"
        aria-label={w.answers}
        tabIndex={0}
        onKeyDown={onKeyDown}
        className="flex flex-col gap-3 rounded-md"
      >
        <p role="status" className={cx('flex gap-2 text-title font-bold', passed ? 'text-met' : 'text-late')}>
          <Icon size={18} aria-hidden className="mt-[2px] shrink-0" />
          {w.result(percent, quiz.passPercent, passed)}
        </p>
        {tries > 1 && <p className="text-small text-ink-2 tabular-nums">{w.best(best, tries)}</p>}
        <ByQuestion quiz={quiz} right={right} />
      </div>
      <FormFoot>
        {!passed && <Button onClick={onClose}>{w.close}</Button>}
        <Button look="primary" onClick={passed ? onClose : onAgain}>
          {passed ? w.close : w.again}
          <Kbd keys="enter" on />
        </Button>
      </FormFoot>
    </div>
  );
}
