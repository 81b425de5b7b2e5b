import { useQuery } from '@tanstack/react-query';
import { Plus, Trash2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Tree } from '../../contract/index.ts';
import { command } from '../app/actions.ts';
import { client, orpc } from '../client/client.ts';
import { e } from '../strings/en-escalation.ts';
import { same } from '../tickets/filter-fields.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Field, inputClass, Select, TextInput } from '../ui/field.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { onSave } from './saves.ts';
import { bodyOf, draftOf, type DraftAnswer, type DraftNode, type DraftTree } from './tree-draft.ts';

const w = e.tree;
type Kind = DraftNode['kind'];
type NodeProps = {
  readonly node: DraftNode;
  readonly causes: readonly string[];
  readonly onChange: (node: DraftNode) => void;
};

const kinds = (['question', 'resolve', 'escalate'] as const).map((value) => ({ value, label: w.kinds[value] }));

/** An empty step of a kind; instructions stay when one end becomes the other. */
function turned(node: DraftNode, kind: Kind, causes: readonly string[]): DraftNode {
  const instructions = node.kind === 'question' ? '' : node.instructions;
  if (kind === 'resolve') return { kind, instructions };
  if (kind === 'escalate') return { kind, level: 2, cause: causes[0] ?? '', instructions };
  const here = { kind: 'resolve', instructions } as const;
  return {
    kind,
    question: '',
    answers: [
      { text: w.yes, to: here },
      { text: w.no, to: { ...here, instructions: '' } },
    ],
  };
}

function EndFields({
  node,
  causes,
  onChange,
}: NodeProps & { readonly node: Exclude<DraftNode, { kind: 'question' }> }) {
  const all = node.kind === 'escalate' && !causes.includes(node.cause) ? [node.cause, ...causes] : causes;
  return (
    <div className="flex flex-wrap items-end gap-2">
      {node.kind === 'escalate' && (
        <>
          <div className="w-[96px]">
            <Field label={w.toLevel}>
              {(ids) => (
                <Select
                  {...ids}
                  options={[2, 3].map((level) => ({ value: String(level), label: e.level(level) }))}
                  value={String(node.level)}
                  onPick={(level) => onChange({ ...node, level: Number(level) })}
                />
              )}
            </Field>
          </div>
          <div className="w-[190px]">
            <Field label={w.cause}>
              {(ids) => (
                <Select
                  {...ids}
                  options={all.map((cause) => ({ value: cause, label: cause }))}
                  value={node.cause}
                  onPick={(cause) => onChange({ ...node, cause })}
                />
              )}
            </Field>
          </div>
        </>
      )}
      <div className="min-w-[220px] flex-1">
        <Field label={w.instructions}>
          {(ids) => (
            <textarea
              {...ids}
              rows={1}
              dir="auto"
              maxLength={5000}
              className={`${inputClass} !h-auto min-h-[31px] resize-y py-[5px]`}
              value={node.instructions}
              onChange={(event) => onChange({ ...node, instructions: event.target.value })}
            />
          )}
        </Field>
      </div>
    </div>
  );
}

type AnswerProps = {
  readonly answer: DraftAnswer;
  readonly n: number;
  readonly causes: readonly string[];
  readonly onChange: (answer: DraftAnswer) => void;
  readonly onRemove: (() => void) | null;
};

function AnswerFields({ answer, n, causes, onChange, onRemove }: AnswerProps) {
  return (
    <li className="flex flex-col gap-2 border-l-2 border-line-strong pt-1 pl-3">
      <div className="flex items-center gap-2">
        <TextInput
          aria-label={w.answer(n)}
          placeholder={w.answer(n)}
          dir="auto"
          maxLength={200}
          className="!w-[220px] font-semibold"
          value={answer.text}
          onChange={(event) => onChange({ ...answer, text: event.target.value })}
        />
        <span aria-hidden className="shrink-0 text-small text-ink-2">
          {w.leads}
        </span>
        <Select
          aria-label={w.leadsOf(answer.text)}
          className="!w-[150px]"
          options={kinds}
          value={answer.to.kind}
          onPick={(kind) => onChange({ ...answer, to: turned(answer.to, kind as Kind, causes) })}
        />
        {onRemove !== null && (
          <IconButton label={w.removeAnswer(answer.text)} onClick={onRemove}>
            <Trash2 size={14} aria-hidden />
          </IconButton>
        )}
      </div>
      <NodeFields node={answer.to} causes={causes} onChange={(to) => onChange({ ...answer, to })} />
    </li>
  );
}

/** A step and all that follows from it, further in with each answer. */
function NodeFields({ node, causes, onChange }: NodeProps) {
  if (node.kind !== 'question') return <EndFields node={node} causes={causes} onChange={onChange} />;
  const { answers } = node;
  const put = (next: readonly DraftAnswer[]): void => onChange({ ...node, answers: next });
  return (
    <div className="flex flex-col gap-2">
      <TextInput
        aria-label={w.question}
        placeholder={w.question}
        dir="auto"
        maxLength={500}
        value={node.question}
        onChange={(event) => onChange({ ...node, question: event.target.value })}
      />
      <ol className="flex flex-col gap-3 pl-3">
        {answers.map((answer, index) => (
          <AnswerFields
            key={index}
            answer={answer}
            n={index + 1}
            causes={causes}
            onChange={(next) => put(answers.map((each, place) => (place === index ? next : each)))}
            onRemove={answers.length > 1 ? () => put(answers.filter((_, place) => place !== index)) : null}
          />
        ))}
      </ol>
      {answers.length < 9 && (
        <Button
          small
          look="quiet"
          className="self-start"
          icon={<Plus size={13} aria-hidden />}
          onClick={() => put([...answers, { text: '', to: { kind: 'resolve', instructions: '' } }])}
        >
          {w.addAnswer}
        </Button>
      )}
    </div>
  );
}

const save = (id: string, draft: DraftTree): void => void command(client.escalation.treeSave({ id, ...bodyOf(draft) }));

/** One tree as an outline: questions with their answers, and under each answer where it leads. */
export function TreeEditor({ tree }: { readonly tree: Tree }) {
  const causes = useQuery(orpc.escalation.settings.queryOptions()).data?.causes ?? [];
  const kept = draftOf(tree);
  const [draft, setDraft] = useState<DraftTree>(kept);
  const changed = !same(draft, kept);
  useEffect(() => {
    onSave(() => save(tree.id, draft));
    return () => onSave(null);
  }, [tree.id, draft]);
  return (
    <div className="flex min-w-0 flex-1 flex-col">
      <div className="min-h-0 flex-1 overflow-auto">
        <div className="flex min-w-[560px] max-w-[1000px] flex-col gap-4 px-4 py-3">
          <Field label={w.name}>
            {(ids) => (
              <TextInput
                {...ids}
                dir="auto"
                maxLength={100}
                value={draft.name}
                onChange={(event) => setDraft({ ...draft, name: event.target.value })}
              />
            )}
          </Field>
          <NodeFields node={draft.root} causes={causes} onChange={(root) => setDraft({ ...draft, root })} />
        </div>
      </div>
      <div className="flex shrink-0 items-center gap-2 border-t border-line px-4 py-2">
        <Button small look="danger" onClick={() => void command(client.escalation.treeRemove({ id: tree.id }))}>
          {w.remove}
        </Button>
        <span className="flex-1" />
        {changed && <span className="text-small text-ink-2">{w.changed}</span>}
        <Button disabled={!changed} onClick={() => setDraft(kept)}>
          {w.discard}
        </Button>
        <Button look="primary" disabled={!changed} onClick={() => save(tree.id, draft)}>
          {e.save} <Kbd keys="mod+s" on />
        </Button>
      </div>
    </div>
  );
}
