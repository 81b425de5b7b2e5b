import type { Quiz } from '../../../contract/index.ts';

type Question = Quiz['questions'][number];

/** Places of what was chosen, question by question. */
export type Answers = readonly (readonly number[])[];

export const noAnswers = ({ questions }: Quiz): Answers => questions.map(() => []);

/** Whether more than one of a question's options is right, so that more than one can be chosen. */
export const hasSeveral = ({ right }: Question): boolean => new Set(right).size > 1;

/** An option chosen or not any more; where one alone is right, another takes its place. */
export function choose(answers: Answers, at: number, question: Question, option: number): Answers {
  const held = answers[at] ?? [];
  const isChosen = held.includes(option);
  const kept = hasSeveral(question) ? held : [];
  const next = isChosen ? held.filter((each) => each !== option) : [...kept, option].sort((a, b) => a - b);
  return answers.map((each, index) => (index === at ? next : each));
}

/** How many questions nothing was chosen of. */
export const openCount = (answers: Answers): number => answers.filter((each) => each.length === 0).length;

/** The place of the option a digit stands for: 1 to 9, and 0 for the tenth; -1 for any other key. */
export const placeOfDigit = (key: string): number => (/^\d$/.test(key) ? (Number(key) + 9) % 10 : -1);
export const digitOf = (place: number): string => String((place + 1) % 10);
