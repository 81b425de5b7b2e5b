import type { Quiz } from '../../../contract/index.ts';
import { drop, replace } from './draft.ts';

type Question = Quiz['questions'][number];

const newQuestion = (): Question => ({ text: '', options: ['', ''], right: [0] });
export const newQuiz = (): Quiz => ({ passPercent: 80, questions: [newQuestion()] });

export const addQuestion = (quiz: Quiz): Quiz => ({ ...quiz, questions: [...quiz.questions, newQuestion()] });

export const changeQuestion = (quiz: Quiz, at: number, part: Partial<Question>): Quiz => ({
  ...quiz,
  questions: quiz.questions.map((each, index) => (index === at ? { ...each, ...part } : each)),
});

export const removeQuestion = (quiz: Quiz, at: number): Quiz => ({ ...quiz, questions: drop(quiz.questions, at) });

export const changeOption = ({ options }: Question, at: number, text: string): Partial<Question> => ({
  options: replace(options, at, text),
});

export const addOption = ({ options }: Question): Partial<Question> => ({ options: [...options, ''] });

/** Without an option; what is right stays right, in its new place. */
export const removeOption = ({ options, right }: Question, at: number): Partial<Question> => ({
  options: drop(options, at),
  right: right.filter((each) => each !== at).map((each) => (each > at ? each - 1 : each)),
});

export const turnRight = ({ right }: Question, at: number): Partial<Question> => ({
  right: right.includes(at) ? right.filter((each) => each !== at) : [...right, at].sort((a, b) => a - b),
});
