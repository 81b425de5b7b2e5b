import type { InterviewForm } from '../../../contract/index.ts';

export type Question = InterviewForm['questions'][number];

export const newQuestion: Question = {
  id: '',
  competency: '',
  question: '',
  anchors: { low: '', middle: '', high: '' },
};

const longest = 36;

/** A key of letters and dashes for a question, from what it shows; one that no other has. */
export function keyFor(competency: string, taken: ReadonlySet<string>): string {
  const letters = competency
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[^a-z]+|-+$/g, '')
    .slice(0, longest);
  const base = letters === '' ? 'question' : letters;
  for (let n = 1; ; n += 1) {
    const key = n === 1 ? base : `${base}-${n}`;
    if (!taken.has(key)) return key;
  }
}

/** Questions as they are saved: those that are new get a key, the others keep theirs. */
export function withKeys(questions: readonly Question[]): Question[] {
  const taken = new Set(questions.map(({ id }) => id));
  return questions.map((question) => {
    if (question.id !== '') return question;
    const id = keyFor(question.competency, taken);
    taken.add(id);
    return { ...question, id };
  });
}

/** One place up; the first stays. */
export const movedUp = <T>(all: readonly T[], at: number): T[] => {
  const one = all[at];
  return one === undefined || at === 0 ? [...all] : all.toSpliced(at, 1).toSpliced(at - 1, 0, one);
};
