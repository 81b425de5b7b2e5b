import type { ProgrammeBody, Quiz } from '../../contract/onboarding.ts';

export type Graded = {
  /** Of all questions. */
  readonly percent: number;
  readonly passed: boolean;
  /** By question. */
  readonly right: readonly boolean[];
};

/** A programme as it is told to whoever takes its quizzes: without what is right. SPEC ONB-41. */
export const withoutAnswers = (body: ProgrammeBody): ProgrammeBody => ({
  ...body,
  stages: body.stages.map((stage) => ({
    ...stage,
    tasks: stage.tasks.map((task) => ({ ...task, quiz: task.quiz === null ? null : hidden(task.quiz) })),
  })),
});

const hidden = (quiz: Quiz): Quiz => ({
  ...quiz,
  questions: quiz.questions.map((question) => ({ ...question, right: [] })),
});

/** A question is right when all that is right was chosen and nothing else; one without an answer is wrong. SPEC ONB-5. */
export function gradeQuiz({ questions, passPercent }: Quiz, answers: readonly (readonly number[])[]): Graded {
  const right = questions.map((question, at) => {
    const [chosen, wanted] = [new Set(answers[at]), new Set(question.right)];
    return chosen.size === wanted.size && [...wanted].every((place) => chosen.has(place));
  });
  const percent = (100 * right.filter(Boolean).length) / questions.length;
  return { percent, passed: percent >= passPercent, right };
}
