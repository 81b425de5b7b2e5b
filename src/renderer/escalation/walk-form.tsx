import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { Tree, TreeNode, TreeOutcome } from '../../contract/index.ts';
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

type Standing = { readonly walk: Walk; readonly question: Question | null; readonly outcome: TreeOutcome | null };
type Question = Extract<TreeNode, { question: string }>;

/** Where the answers lead: a question, or the end. Null before a tree is chosen. */
function standing(tree: Tree | null, answers: readonly number[]): Standing | null {
  if (tree === null) return null;
  const walk = walkTree(tree, answers);
  return isQuestion(walk.at)
    ? { walk, question: walk.at, outcome: null }
    : { walk, question: null, outcome: walk.at.outcome };
}

/** The tree chosen and the answers given, and how both go on and back. */
function useWalk(trees: readonly Tree[]) {
  const [tree, setTree] = useState<Tree | null>(null);
  const [answers, setAnswers] = useState<readonly number[]>([]);
  const at = standing(tree, answers);
  const back = (): void => {
    if (answers.length > 0) setAnswers(answers.slice(0, -1));
    else setTree(null);
  };
  const choices: readonly Choice[] =
    at === null
      ? trees.map((each) => ({ label: each.name, run: () => setTree(each) }))
      : (at.question?.answers ?? []).map(({ text }, index) => ({
          label: text,
          run: () => setAnswers([...answers, index]),
        }));
  return { tree, answers, at, back, choices };
}

type EndProps = {
  readonly outcome: TreeOutcome | null;
  readonly onBack: (() => void) | null;
  readonly onApply: () => void;
};

function Buttons({ outcome, onBack, onApply }: EndProps) {
  return (
    <div className="flex justify-end gap-2">
      {onBack !== null && (
        <Button onClick={onBack}>
          {w.back} <Kbd keys="escape" />
        </Button>
      )}
      <Button onClick={closeAsked}>{e.cancel}</Button>
      {outcome !== null && (
        <Button look="primary" onClick={onApply}>
          {outcome.type === 'escalate' ? w.applyEscalate : w.apply} <Kbd keys="enter" on />
        </Button>
      )}
    </div>
  );
}

function Body({ at, choices }: { readonly at: Standing | null; readonly choices: readonly Choice[] }) {
  if (at === null) return choices.length === 0 ? <p>{w.none}</p> : <Choices title={w.choose} choices={choices} />;
  return (
    <>
      <Path walk={at.walk} />
      {at.question !== null && <Choices title={at.question.question} choices={choices} />}
      {at.outcome !== null && <Outcome outcome={at.outcome} />}
    </>
  );
}

/** Walks a tree one question at a time: digits answer, Esc goes back one, Enter does what the end says. */
export function WalkForm({ ticketId }: { readonly ticketId: string }) {
  const trees = useQuery(orpc.escalation.trees.queryOptions()).data?.trees ?? [];
  const { tree, answers, at, back, choices } = useWalk(trees);
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    frame.current?.focus({ preventScroll: true });
  }, [tree, answers]);
  const outcome = at?.outcome ?? null;
  const apply = (): void => {
    if (tree !== null && outcome !== null)
      void finishWith(client.escalation.walk({ treeId: tree.id, ticketId, answers: [...answers] }));
  };
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
      <Body at={at} choices={choices} />
      <Buttons outcome={outcome} onBack={tree === null ? null : back} onApply={apply} />
    </div>
  );
}
