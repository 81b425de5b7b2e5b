import { useRef, useState, type KeyboardEvent } from 'react';
import type { Interview } from '../../../contract/index.ts';
import { command } from '../../app/actions.ts';
import { client } from '../../client/client.ts';
import { hw } from '../../strings/en-hiring.ts';
import { Button } from '../../ui/button.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { stepOf } from '../../ui/list-steps.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { setHiring, useHiring } from '../hiring-store.ts';
import { flush, say } from '../keeper.ts';
import { showQuestion } from '../panel/entering.ts';
import { Part } from '../panel/part.tsx';
import type { OwnForm as Form } from '../use-candidate.ts';
import { QuestionRow, type Answer } from './question-row.tsx';
import { answerTo, atHand, countRated, questionAfter } from './steps.ts';

const w = hw.interview;
const recommends = (['yes', 'unsure', 'no'] as const).map((value) => ({ value, label: w.recommended[value] }));
/** Nothing chosen yet is none of the choices. */
type Recommend = NonNullable<Interview['recommend']> | '';

type Props = { readonly candidateId: string; readonly own: Form };

/** Once all of it is kept it is done, and others may read it; the keys go to the page, where theirs may stand now. */
async function finish(candidateId: string): Promise<void> {
  if (!(await flush(candidateId))) return;
  const done = await command(client.hiring.interviewSave({ candidateId, done: true }));
  if (done !== null) document.querySelector<HTMLElement>('[data-page]')?.focus({ preventScroll: true });
}

function useForm({ candidateId, own }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [writing, setWriting] = useState(false);
  const current = atHand(
    own.form,
    useHiring((state) => state.question),
  );
  const focusOn = (id: string | undefined): void => {
    showQuestion(box.current?.querySelector<HTMLElement>(`[data-question="${id ?? ''}"]`));
  };
  const go = (id: string): void => {
    setWriting(false);
    setHiring({ question: id });
    focusOn(id);
  };
  const answer = (id: string, next: Answer, typed: boolean): void =>
    say(candidateId, { ratings: { [id]: next } }, typed);
  return { box, writing, setWriting, current, go, answer };
}

const typing = 'input, textarea, [role="radiogroup"]';

/** One's own form while it is filled in: digits rate the question at hand, all is kept at once. SPEC HIR-10. */
export function OwnForm({ candidateId, own }: Props) {
  const { box, writing, setWriting, current, go, answer } = useForm({ candidateId, own });
  const rate = (rating: number | null): void => {
    if (current !== undefined) answer(current.id, { ...answerTo(own, current.id), rating }, false);
  };
  const actOn = (key: string): boolean => {
    if (current === undefined) return false;
    const step = stepOf(key);
    if (step !== null) go(questionAfter(own, current.id, step));
    else if (/^[1-5]$/.test(key)) rate(Number(key));
    else if (['0', 'Backspace', 'Delete'].includes(key)) rate(null);
    else if (key === 'Enter') go(questionAfter(own, current.id, 'open'));
    else if (key === 'c') setWriting(true);
    else return false;
    return true;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const isDone = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    if (isDone) void finish(candidateId);
    else {
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      const at = event.target as Element;
      if (at.closest(typing) !== null || (at.closest('button') !== null && event.key === 'Enter')) return;
      if (!actOn(event.key)) return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <Part title={w.own} note={w.asked(countRated(own), own.form.questions.length)}>
      <p className="pb-1 text-small text-ink-2">{w.how}</p>
      <div ref={box} role="group" aria-label={w.own} className="border-t border-line" onKeyDown={onKeyDown}>
        {own.form.questions.map((question) => (
          <QuestionRow
            key={question.id}
            question={question}
            answer={answerTo(own, question.id)}
            current={question.id === current?.id}
            writing={writing && question.id === current?.id}
            onCurrent={() => {
              if (question.id === current?.id) return;
              setWriting(false);
              setHiring({ question: question.id });
            }}
            onWrite={setWriting}
            onAnswer={(next, typed) => answer(question.id, next, typed)}
          />
        ))}
        <div className="flex flex-wrap items-center gap-3 pt-3">
          <span className="font-semibold">{w.recommend}</span>
          <Segmented<Recommend>
            look="accent"
            label={w.recommend}
            segments={recommends}
            value={own.recommend ?? ''}
            onChange={(recommend) => recommend !== '' && say(candidateId, { recommend }, false)}
          />
          <span className="flex-1" />
          <Button look="primary" onClick={() => void finish(candidateId)}>
            {w.done}
            <Kbd keys="mod+enter" on />
          </Button>
        </div>
      </div>
    </Part>
  );
}
