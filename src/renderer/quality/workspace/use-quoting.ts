import { useMemo, useState } from 'react';
import type { Answer, Answers, Passage } from '../../../contract/index.ts';
import { say } from '../../app/toasts.tsx';
import { qw } from '../../strings/en-quality.ts';
import { answerIn } from './keeper.ts';
import { selectedPassage } from './conversation.tsx';
import { longer, quoteOf, quoteOfMark, sentenceAfter, sentencesOf, withQuote, type Mark } from './passages.ts';

type Quoting = {
  readonly conversation: readonly Passage[];
  readonly answers: Answers;
  readonly currentId: string | null;
  readonly onAnswer: ((criterion: string, set: Partial<Answer>) => void) | null;
};

/** Passages are marked by keys, or selected with the mouse; one key quotes them for the criterion at hand. */
export function useQuoting({ conversation, answers, currentId, onAnswer }: Quoting) {
  const sentences = useMemo(() => sentencesOf(conversation), [conversation]);
  const [mark, setMark] = useState<Mark | null>(null);
  const move = (step: 1 | -1): void => {
    const at = sentenceAfter(mark === null ? null : step === 1 ? mark.last : mark.first, step, sentences.length);
    setMark(at === null ? null : { first: at, last: at });
  };
  const quote = (): void => {
    if (onAnswer === null || currentId === null) return;
    const selected = selectedPassage();
    const wanted =
      selected !== null
        ? quoteOf(conversation, selected.eventId, selected.from, selected.to)
        : mark === null
          ? null
          : quoteOfMark(conversation, sentences, mark);
    if (wanted === null) {
      // Nothing is marked yet: the key shows how it is done.
      move(1);
      say({ title: qw.review.markFirst, body: qw.review.markHow });
      return;
    }
    onAnswer(currentId, { quotes: withQuote(answerIn(answers, currentId).quotes, wanted) });
    window.getSelection()?.removeAllRanges();
  };
  return {
    sentences,
    mark,
    quote,
    next: () => move(1),
    before: () => move(-1),
    extend: mark === null ? undefined : () => setMark(longer(mark, sentences)),
    clear: () => setMark(null),
  };
}
