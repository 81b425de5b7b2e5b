import { CopyPlus, ListPlus, Trash2 } from 'lucide-react';
import { useRef, useState, type KeyboardEvent } from 'react';
import type { ScorecardBody } from '../../../contract/index.ts';
import { keepFocus } from '../../app/keep-focus.ts';
import { say } from '../../app/toasts.tsx';
import { Hints } from '../../ui/hints.tsx';
import { useFirstFocus } from '../../app/use-focus.ts';
import { cw } from '../../strings/en-quality-cards.ts';
import { KeyButton } from '../../ui/key-button.tsx';
import { Button } from '../../ui/button.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { InHeader } from '../header-slot.tsx';
import { useTabActions } from '../tab-actions.ts';
import { edit, isChanged, leaveBuilder, takeBack, useBuilder } from './builder-store.ts';
import { discardBuilder, exportCard, saveBuilder } from './card-actions.ts';
import {
  addCriterion,
  addSection,
  criterionAt,
  duplicate,
  move,
  remove,
  sectionAt,
  type Edit,
  type Place,
} from './draft.ts';
import { Outline } from './outline.tsx';
import { PartEditor } from './part-editor.tsx';
import { Preview } from './preview.tsx';
import { problemsOf } from './problems.ts';
import { VersionsDialog } from './versions-dialog.tsx';

const nameAt = (card: ScorecardBody, place: Place): string =>
  (criterionAt(card, place) ?? sectionAt(card, place))?.name ?? '';

function undoLast(): void {
  say({ title: takeBack() ? cw.takenBack : cw.nothingBack });
  keepFocus();
}

function removeAt(card: ScorecardBody, place: Place): void {
  const next = remove(card, place);
  if (next === null) {
    say({ title: cw.lastOne });
    return;
  }
  edit(next);
  say({ title: cw.removed(nameAt(card, place)), action: { label: cw.undo, keys: 'z', run: undoLast } });
}

type StripProps = {
  readonly onAdd: () => void;
  readonly onSection: () => void;
  readonly onTwin: () => void;
  readonly onRemove: () => void;
};

const Strip = ({ onAdd, onSection, onTwin, onRemove }: StripProps) => (
  <div className="flex shrink-0 flex-wrap gap-1 border-b border-line p-2">
    <KeyButton keys="n" icon={<ListPlus size={13} aria-hidden />} run={onAdd}>
      {cw.addCriterion}
    </KeyButton>
    <KeyButton keys="shift+n" icon={<ListPlus size={13} aria-hidden />} run={onSection}>
      {cw.addSection}
    </KeyButton>
    <KeyButton keys="d" icon={<CopyPlus size={13} aria-hidden />} run={onTwin}>
      {cw.duplicate}
    </KeyButton>
    <KeyButton keys="delete" icon={<Trash2 size={13} aria-hidden />} run={onRemove}>
      {cw.remove}
    </KeyButton>
  </div>
);

const hints = [
  ['j / k', cw.hintKeys.move],
  ['enter', cw.hintKeys.edit],
  ['alt+arrowup / alt+arrowdown', cw.hintKeys.order],
  ['z', cw.hintKeys.takeBack],
  ['v', cw.hintKeys.versions],
  ['escape', cw.hintKeys.back],
] as const;

type BuilderProps = { readonly card: ScorecardBody; readonly place: Place };

function HeaderButtons({ changed, problems, onSave }: { changed: boolean; problems: number; onSave: () => void }) {
  const open = useBuilder((state) => state.open);
  const state = !changed ? cw.saved : open?.id === null ? cw.isNew : cw.changed((open?.version ?? 0) + 1);
  return (
    <InHeader>
      <span aria-live="polite" className={changed ? 'text-small font-semibold text-risk' : 'text-small text-ink-2'}>
        {state}
        {problems > 0 && ` · ${cw.problems(problems)}`}
      </span>
      {changed && (
        <Button look="quiet" onClick={discardBuilder}>
          {cw.discard}
        </Button>
      )}
      <Button look="primary" disabled={!changed} onClick={onSave}>
        {cw.save}
        <Kbd keys="mod+s" on />
      </Button>
    </InHeader>
  );
}

/** A scorecard being built: its parts, the fields of one of them, and the form as a reviewer will have it. */
export function Builder({ card, place }: BuilderProps) {
  const { open, told, past } = useBuilder();
  const changed = useBuilder(isChanged);
  const [versions, setVersions] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const outline = useRef<HTMLDivElement>(null);
  const fields = useRef<HTMLDivElement>(null);
  const problems = problemsOf(card);
  useFirstFocus(box, 'shown');
  const toFields = (): void => {
    const wrong = fields.current?.querySelector<HTMLElement>(':is([aria-invalid="true"], [data-problem])');
    (wrong ?? fields.current?.querySelector<HTMLElement>('input, textarea, select'))?.focus();
  };
  const toOutline = (): void => outline.current?.focus({ preventScroll: true });
  /** What is new gets its name at once. */
  const add = (next: Edit): void => {
    edit(next);
    requestAnimationFrame(toFields);
  };
  const turn = (next: Edit): void => {
    edit(next);
    toOutline();
  };
  const save = async (): Promise<void> => {
    if (!(await saveBuilder())) requestAnimationFrame(toFields);
  };
  const twin = (): void => turn(duplicate(card, place, cw.copyOf));
  const drop = (): void => {
    removeAt(card, place);
    toOutline();
  };
  const { id = null } = open ?? {};
  useTabActions({
    add: () => add(addCriterion(card, place)),
    addMore: () => add(addSection(card, place)),
    edit: toFields,
    duplicate: twin,
    remove: drop,
    up: () => turn(move(card, place, -1)),
    down: () => turn(move(card, place, 1)),
    save: () => void save(),
    ...(past.length > 0 && { takeBack: undoLast }),
    ...(id !== null && { versions: () => setVersions(true), export: () => void exportCard(id) }),
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    if (document.activeElement === outline.current) leaveBuilder();
    else toOutline();
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      <div ref={box} className="flex min-h-0 flex-1" onKeyDown={onKeyDown} role="group" aria-label={cw.builder}>
        <HeaderButtons changed={changed} problems={problems.length} onSave={() => void save()} />
        <div className="flex w-[290px] shrink-0 flex-col border-r border-line max-[1180px]:w-[284px]">
          <Strip
            onAdd={() => add(addCriterion(card, place))}
            onSection={() => add(addSection(card, place))}
            onTwin={twin}
            onRemove={drop}
          />
          <Outline ref={outline} card={card} place={place} problems={problems} onEnter={toFields} />
          <Hints hints={hints} />
        </div>
        <div className="flex min-w-0 flex-1 max-[1180px]:flex-col">
          <div ref={fields} className="min-h-0 min-w-0 flex-1 overflow-y-auto p-4">
            <PartEditor card={card} place={place} problems={problems} told={told} />
          </div>
          <div className="flex min-h-0 w-[44%] max-w-[560px] shrink-0 border-l border-line max-[1180px]:h-[45%] max-[1180px]:w-full max-[1180px]:max-w-none max-[1180px]:border-t max-[1180px]:border-l-0">
            <Preview card={card} />
          </div>
        </div>
      </div>
      {versions && id !== null && (
        <VersionsDialog
          card={{ id, name: card.name }}
          onClose={() => {
            setVersions(false);
            keepFocus();
          }}
        />
      )}
    </>
  );
}
