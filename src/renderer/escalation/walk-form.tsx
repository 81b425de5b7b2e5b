import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { Tree, TreeOutcome } from '../../contract/index.ts';
import { isQuestion, walkTree, type Walk } from '../../domain/escalation/tree.ts';
import { client, orpc } from '../client/client.ts';
import { closeAsked } from '../relations/relation-store.ts';
import { e } from '../strings/en-escalation.ts';
import { Button } from '../ui/button.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { finishWith } from './answer-forms.tsx';

const w = e.walk;
type Choice = { readonly label: string; readonly run: () => void };

/** One question with its answers, which digits give. */
function Choices({ title, choices }: { readonly title: string; readonly choices: readonly Choice[] }) {
  return (
    <div className="flex flex-col gap-2">
      <h3 className="text-title font-bold" dir="auto">
        {title}
      </h3>
      <div className="flex flex-col gap-1">
        {choices.map(({ label, run }, index) => (
          <Button key={label} onClick={run} className="!justify-start">
            {index < 9 && <Kbd keys={String(index + 1)} />}
            <span className="truncate" dir="auto">
              {label}
            </span>
          </Button>
        ))}
      </div>
    </div>
  );
}

function Path({ walk }: { readonly walk: Walk }) {
  if (walk.path.length === 0) return null;
  return (
    <ol aria-label={w.so} className="flex flex-col gap-[2px] border-b border-line pb-3 text-small text-ink-2">
      {walk.path.map(({ question, answer }) => (
        <li key={question} dir="auto">
          {question} <span className="font-semibold text-ink">{answer}</span>
        </li>
      ))}
    </ol>
  );
}

function Outcome({ outcome }: { readonly outcome: TreeOutcome }) {
  return (
    <div className="flex flex-col gap-1 rounded-md bg-sunken px-3 py-2">
      <span className="text-small text-ink-2">{w.end}</span>
      <span className="font-bold" dir="auto">
        {outcome.type === 'resolve' ? w.resolve : w.escalate(outcome.level, outcome.cause)}
      </span>
      <span className="whitespace-pre-line" dir="auto">
        {outcome.instructions}
      </span>
    </div>
  );
}

/** Walks a tree one question at a time: digits answer, Esc goes back one, Enter does what the end says. */
export function WalkForm({ ticketId }: { readonly ticketId: string }) {
  const trees = useQuery(orpc.escalation.trees.queryOptions()).data?.trees;
  const [tree, setTree] = useState<Tree | null>(null);
  const [answers, setAnswers] = useState<readonly number[]>([]);
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    frame.current?.focus({ preventScroll: true });
  }, [tree, answers]);
  const walk = tree === null ? null : walkTree(tree, answers);
  const outcome = walk !== null && !isQuestion(walk.at) ? walk.at.outcome : null;
  const question = walk !== null && isQuestion(walk.at) ? walk.at : null;
  const back = (): void => {
    if (answers.length > 0) setAnswers(answers.slice(0, -1));
    else setTree(null);
  };
  const apply = (): void => {
    if (tree !== null && outcome !== null)
      void finishWith(client.escalation.walk({ treeId: tree.id, ticketId, answers: [...answers] }));
  };
  const choices: readonly Choice[] =
    question === null
      ? tree === null
        ? (trees ?? []).map((each) => ({ label: each.name, run: () => setTree(each) }))
        : []
      : question.answers.map(({ text }, index) => ({ label: text, run: () => setAnswers([...answers, index]) }));
  const onKeyDown = (event: KeyboardEvent): void => {
    const choice = choices[Number(event.key) - 1];
    if (choice !== undefined) choice.run();
    else if ((event.key === 'Escape' || event.key === 'Backspace') && tree !== null) back();
    else if (event.key === 'Enter' && outcome !== null && event.target === frame.current) apply();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={frame}
      tabIndex={0}
      role="group"
      aria-label={tree?.name ?? w.choose}
      onKeyDown={onKeyDown}
      className="flex flex-col gap-3 p-4 -outline-offset-4"
    >
      {trees?.length === 0 && <p>{w.none}</p>}
      {tree === null && choices.length > 0 && <Choices title={w.choose} choices={choices} />}
      {walk !== null && <Path walk={walk} />}
      {question !== null && <Choices title={question.question} choices={choices} />}
      {outcome !== null && <Outcome outcome={outcome} />}
      <div className="flex justify-end gap-2">
        {tree !== null && (
          <Button onClick={back}>
            {w.back} <Kbd keys="escape" />
          </Button>
        )}
        <Button onClick={closeAsked}>{e.cancel}</Button>
        {outcome !== null && (
          <Button look="primary" onClick={apply}>
            {outcome.type === 'escalate' ? w.applyEscalate : w.apply} <Kbd keys="enter" on />
          </Button>
        )}
      </div>
    </div>
  );
}
