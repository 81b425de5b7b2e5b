import { useState } from 'react';
import type { Newcomer, Quiz } from '../../../contract/index.ts';
import { command } from '../../app/actions.ts';
import { client } from '../../client/client.ts';
import { noAnswers, choose, type Answers } from './quiz-answers.ts';
import { QuestionView } from './question-view.tsx';
import { QuizResult, type Result } from './quiz-result.tsx';

type Props = {
  readonly newcomer: Newcomer;
  readonly stage: string;
  readonly task: string;
  readonly onClose: () => void;
};

/** How often it was tried before it was opened, and the best of that. */
function before({ stages }: Newcomer, stage: string, task: string): { readonly tries: number; readonly best: number } {
  const known = stages.find(({ id }) => id === stage)?.tasks.find(({ id }) => id === task);
  return { tries: known?.tries ?? 0, best: known?.percent ?? 0 };
}

function useQuiz({ newcomer, stage, task }: Props, quiz: Quiz) {
  const [answers, setAnswers] = useState<Answers>(() => noAnswers(quiz));
  const [at, setAt] = useState(0);
  const [busy, setBusy] = useState(false);
  const [held, setHeld] = useState(() => before(newcomer, stage, task));
  const [result, setResult] = useState<Result | null>(null);
  const handIn = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    const said = answers.map((each) => [...each]);
    const done = await command(client.onboarding.quizAnswer({ id: newcomer.id, stage, task, answers: said }));
    setBusy(false);
    if (done === null) return;
    const next = { tries: held.tries + 1, best: Math.max(held.best, done.percent) };
    setHeld(next);
    setResult({ ...next, percent: done.percent, passed: done.passed, right: done.right });
  };
  const again = (): void => {
    setAnswers(noAnswers(quiz));
    setAt(0);
    setResult(null);
  };
  return { answers, setAnswers, at, setAt, result, handIn, again };
}

function Taken({ quiz, ...props }: Props & { readonly quiz: Quiz }) {
  const { answers, setAnswers, at, setAt, result, handIn, again } = useQuiz(props, quiz);
  const question = quiz.questions[at];
  if (result !== null) return <QuizResult quiz={quiz} result={result} onAgain={again} onClose={props.onClose} />;
  if (question === undefined) return null;
  const isLast = at === quiz.questions.length - 1;
  return (
    <QuestionView
      key={at}
      question={question}
      at={at}
      answers={answers}
      onChoose={(option) => setAnswers(choose(answers, at, question, option))}
      onNext={() => (isLast ? void handIn() : setAt(at + 1))}
      onBack={at === 0 ? null : () => setAt(at - 1)}
    />
  );
}

/** A quiz, question by question, and what came of it. SPEC ONB-51. */
export function QuizView(props: Props) {
  const { newcomer, stage, task } = props;
  const found = newcomer.programme.stages.find(({ id }) => id === stage)?.tasks.find(({ id }) => id === task);
  return found?.quiz ? <Taken {...props} quiz={found.quiz} /> : null;
}
