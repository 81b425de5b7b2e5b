import { ListPlus, Trash2 } from 'lucide-react';
import { useRef, type KeyboardEvent } from 'react';
import type { ProgrammeBody } from '../../../contract/index.ts';
import { say } from '../../app/toasts.tsx';
import { Hints } from '../../ui/hints.tsx';
import { pw } from '../../strings/en-onboarding-programmes.ts';
import { KeyButton } from '../../ui/key-button.tsx';
import { useTabActions } from '../tab-actions.ts';
import { edit, leaveBuilder, useBuilder } from './builder-store.ts';
import { addStage, addTask, move, remove, stageAt, taskAt, type Edit, type Place } from './draft.ts';
import { Outline } from './outline.tsx';
import { PartEditor } from './part-editor.tsx';
import { problemsOf } from './problems.ts';
import { saveProgramme, takeBackLast } from './programme-actions.ts';

const h = pw.hints;
const hints = [
  ['j / k', h.parts],
  ['enter', h.fields],
  ['alt+arrowup / alt+arrowdown', h.order],
  ['shift+z', h.takeBack],
  ['escape', h.back],
] as const;

function removeAt(body: ProgrammeBody, place: Place): void {
  const next = remove(body, place);
  if (next === null) {
    say({ title: pw.lastOne });
    return;
  }
  edit(next);
  const name = (taskAt(body, place) ?? stageAt(body, place))?.name ?? '';
  say({ title: pw.removed(name), action: { label: pw.undo, keys: 'shift+z', run: takeBackLast } });
}

/** The outline and the fields, and how the keys go from one to the other. */
function useParts() {
  const outline = useRef<HTMLDivElement>(null);
  const fields = useRef<HTMLDivElement>(null);
  const toFields = (): void => {
    const wrong = fields.current?.querySelector<HTMLElement>(':is([aria-invalid="true"], [data-problem])');
    (wrong ?? fields.current?.querySelector<HTMLElement>('input, textarea, select'))?.focus();
  };
  const toOutline = (): void => outline.current?.focus({ preventScroll: true });
  return { outline, fields, toFields, toOutline };
}

/** A programme being changed: its parts, and the fields of the one the cursor is on. */
export function Builder({ body, place }: { readonly body: ProgrammeBody; readonly place: Place }) {
  const { told, past } = useBuilder();
  const { outline, fields, toFields, toOutline } = useParts();
  const problems = problemsOf(body);
  /** What is new gets its name at once. */
  const add = (next: Edit): void => {
    edit(next);
    requestAnimationFrame(toFields);
  };
  const shift = (by: 1 | -1): void => {
    edit(move(body, place, by));
    toOutline();
  };
  const save = async (): Promise<void> => {
    if (!(await saveProgramme())) requestAnimationFrame(toFields);
  };
  const acts = {
    add: () => add(addTask(body, place)),
    addStage: () => add(addStage(body, place)),
    remove: () => {
      removeAt(body, place);
      toOutline();
    },
  };
  useTabActions({
    ...acts,
    open: toFields,
    up: () => shift(-1),
    down: () => shift(1),
    save: () => void save(),
    ...(past.length > 0 && { takeBack: takeBackLast }),
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    if (document.activeElement === outline.current) leaveBuilder();
    else toOutline();
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      role="group"
      aria-label={pw.builder}
      className="flex min-h-0 flex-1 max-[820px]:flex-col"
      onKeyDown={onKeyDown}
    >
      <div className="flex w-[300px] shrink-0 flex-col border-r border-line max-[820px]:h-[45%] max-[820px]:w-full max-[820px]:border-r-0 max-[820px]:border-b">
        <div className="flex shrink-0 flex-wrap gap-1 border-b border-line p-2">
          <KeyButton keys="n" icon={<ListPlus size={13} aria-hidden />} run={acts.add}>
            {pw.addTask}
          </KeyButton>
          <KeyButton keys="shift+n" icon={<ListPlus size={13} aria-hidden />} run={acts.addStage}>
            {pw.addStage}
          </KeyButton>
          <KeyButton keys="delete" icon={<Trash2 size={13} aria-hidden />} run={acts.remove}>
            {pw.remove}
          </KeyButton>
        </div>
        <Outline ref={outline} body={body} place={place} problems={problems} onEnter={toFields} />
        <div className="max-[820px]:hidden">
          <Hints hints={hints} />
        </div>
      </div>
      <div ref={fields} className="min-h-0 min-w-0 flex-1 overflow-y-auto p-4">
        <div className="max-w-[720px]">
          <PartEditor body={body} place={place} problems={problems} told={told} />
        </div>
      </div>
    </div>
  );
}
