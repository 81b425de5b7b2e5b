import type { KeyboardEvent } from 'react';
import type { Newcomer } from '../../../contract/index.ts';
import { ow } from '../../strings/en-onboarding.ts';
import { Button } from '../../ui/button.tsx';
import { FormFoot } from '../../ui/form-foot.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { copyText } from '../copy-text.ts';
import { ask } from '../onboarding-store.ts';
import { tickTask } from '../writes.ts';
import { itemsOf, stagesOf, type Item } from '../newcomers/items.ts';

const w = ow.task;

type Of = { readonly newcomer: Newcomer; readonly stage: string; readonly task: string };

/** The task as the page has it. */
function taskItem({ newcomer, stage, task }: Of): Extract<Item, { kind: 'task' }> | undefined {
  const all = itemsOf(stagesOf(newcomer, []).map((each) => ({ ...each, open: true })));
  return all.find(
    (item): item is Extract<Item, { kind: 'task' }> =>
      item.kind === 'task' && item.stage.id === stage && item.task.id === task,
  );
}

/** Where the material is: text, never a link, since it leads out of the desk and anybody may have written it. */
function Material({ text }: { readonly text: string }) {
  return (
    <div className="flex flex-col gap-1">
      <span className="text-small font-medium text-ink-2">{w.where}</span>
      <div className="flex items-start gap-2">
        <bdi className="min-w-0 flex-1 rounded-md bg-sunken px-[10px] py-[5px] break-words whitespace-pre-wrap select-text">
          {text}
        </bdi>
        <Button onClick={() => void copyText(text)}>
          {w.copy}
          <Kbd keys="m" />
        </Button>
      </div>
    </div>
  );
}

/** A task to be read, with where its material is, and then to be done. */
export function TaskView(of: Of & { readonly onClose: () => void }) {
  const { newcomer, stage, task: taskId, onClose } = of;
  const item = taskItem(of);
  if (item === undefined) return null;
  const { task, done } = item;
  // What is ahead is read, and what is behind.
  const isNow = newcomer.state === 'running' && newcomer.current === stage;
  const isDone = done.doneAt !== null;
  const act = (): void => {
    if (task.quiz !== null) {
      ask({ what: 'quiz', newcomer, stage, task: taskId });
      return;
    }
    tickTask(newcomer, item);
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.metaKey) return;
    const onText = (event.target as Element).closest('button') === null;
    if (event.key === 'm' && task.material !== '') void copyText(task.material);
    else if (isNow && (event.key === 'x' || (event.key === 'Enter' && (onText || event.ctrlKey)))) act();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const plain = isDone ? w.notDone : w.done;
  return (
    <div className="flex min-h-0 flex-col gap-3 p-4" onKeyDown={onKeyDown}>
      <div
        role="region"
        aria-label={w.text}
        tabIndex={0}
        dir="auto"
        className="max-h-[40vh] min-h-[34px] overflow-y-auto rounded-md break-words whitespace-pre-wrap select-text"
      >
        {task.detail === '' ? <span className="text-ink-2">{w.noDetail}</span> : task.detail}
      </div>
      {task.material !== '' && <Material text={task.material} />}
      {task.quiz !== null && (
        <p className="text-small text-ink-2 tabular-nums">
          {ow.page.quiz(task.quiz.questions.length, task.quiz.passPercent)}
          {done.percent !== null && `, ${ow.page.best(done.percent, done.tries)}`}
        </p>
      )}
      <FormFoot>
        <Button onClick={onClose}>{ow.form.cancel}</Button>
        {isNow && (
          <Button look="primary" onClick={act}>
            {task.quiz === null ? plain : done.tries > 0 ? w.again : w.quiz}
            <Kbd keys="enter" on />
          </Button>
        )}
      </FormFoot>
    </div>
  );
}
