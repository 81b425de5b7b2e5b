import type { InterviewForm } from '../../../contract/index.ts';
import type { OwnForm } from '../use-candidate.ts';
import type { Answer, Question } from './question-row.tsx';

export const noAnswer: Answer = { rating: null, note: '' };
export const answerTo = ({ ratings }: Pick<OwnForm, 'ratings'>, id: string): Answer => ratings[id] ?? noAnswer;

export const countRated = ({ form, ratings }: Pick<OwnForm, 'form' | 'ratings'>): number =>
  form.questions.filter(({ id }) => (ratings[id]?.rating ?? null) !== null).length;

/** The question at hand: the first where none is. */
export const atHand = ({ questions }: InterviewForm, id: string | null): Question | undefined =>
  questions.find((each) => each.id === id) ?? questions[0];

/** The question that a key leads to from one; `open`: the next without a rating, going round. */
export function questionAfter(own: Pick<OwnForm, 'form' | 'ratings'>, id: string, step: number | 'open'): string {
  const { questions } = own.form;
  const at = questions.findIndex((each) => each.id === id);
  if (step !== 'open') return questions[Math.min(Math.max(at + step, 0), questions.length - 1)]?.id ?? id;
  const round = [...questions.slice(at + 1), ...questions.slice(0, at + 1)];
  return round.find((each) => answerTo(own, each.id).rating === null)?.id ?? id;
}
