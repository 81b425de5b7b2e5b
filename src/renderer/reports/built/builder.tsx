import { useRef, type KeyboardEvent } from 'react';
import { reportKinds } from '../../../contract/words.ts';
import { useFirstFocus } from '../../app/use-focus.ts';
import { bw } from '../../strings/en-reports-built.ts';
import { rw } from '../../strings/en-reports-issues.ts';
import { Button } from '../../ui/button.tsx';
import { Field, Select, TextInput } from '../../ui/field.tsx';
import { Hints } from '../../ui/hints.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { Check } from '../../ui/switch.tsx';
import { AreaField } from '../../ui/typed-fields.tsx';
import { WordInput } from '../../ui/word-input.tsx';
import { useTabActions } from '../tab-actions.ts';
import { keepDraft, leaveBuilder, useBuilder } from './builder-store.ts';
import { problemsOf, type Draft, type DraftKey, type Problems } from './draft.ts';
import { Preview } from './preview.tsx';
import { discardDraft, saveDraft } from './report-actions.ts';
import { SectionOrder } from './section-order.tsx';
import { TimeFields } from './time-fields.tsx';

const w = bw.builder;
const h = bw.hints;
const kinds = reportKinds.map((value) => ({ value, label: rw.stretches[value] }));
const hints = [
  ['j / k', h.sections],
  ['alt+arrowup / alt+arrowdown', h.order],
  ['a', h.add],
  ['delete', h.remove],
  ['shift+z', h.takeBack],
  ['mod+s', h.save],
  ['escape', h.back],
] as const;

type FieldsProps = {
  readonly draft: Draft;
  readonly problems: Problems;
  readonly onChange: (part: Partial<Draft>) => void;
};

const NameFields = ({ draft: { title, kind }, problems, onChange }: FieldsProps) => (
  <>
    <Field label={w.name} error={problems.title}>
      {(ids) => (
        <TextInput
          {...ids}
          dir="auto"
          maxLength={120}
          value={title}
          onChange={(event) => onChange({ title: event.target.value })}
        />
      )}
    </Field>
    <Field label={w.stretch}>
      {(ids) => (
        <Select
          {...ids}
          value={kind}
          onPick={(value) => onChange({ kind: reportKinds.find((each) => each === value) ?? kind })}
          options={kinds}
        />
      )}
    </Field>
  </>
);

const GivingFields = ({ draft, problems, onChange }: FieldsProps) => (
  <>
    {draft.sections.includes('note') && (
      <AreaField
        label={w.note}
        hint={w.noteHint}
        rows={3}
        maxLength={10_000}
        value={draft.note}
        onChange={(note) => onChange({ note })}
      />
    )}
    <TimeFields draft={draft} error={problems.at} onChange={onChange} />
    <Field label={w.recipients} hint={w.recipientsHint} error={problems.recipients}>
      {(ids) => (
        <WordInput
          {...ids}
          words={draft.recipients}
          onChange={(recipients) => onChange({ recipients })}
          removeName={w.removeRecipient}
        />
      )}
    </Field>
    {draft.every !== 'hand' && <Check label={w.paused} on={draft.paused} onChange={(paused) => onChange({ paused })} />}
  </>
);

type Props = {
  readonly draftKey: DraftKey;
  readonly draft: Draft;
  /** What the desk has of it is another. */
  readonly changed: boolean;
};

const Foot = ({ changed, onSave, onDiscard }: Pick<Props, 'changed'> & Record<'onSave' | 'onDiscard', () => void>) => (
  <div className="flex shrink-0 flex-wrap items-center justify-end gap-2 border-t border-line bg-surface px-4 py-2 max-[820px]:sticky max-[820px]:bottom-0 max-[820px]:z-10">
    {changed && (
      <span role="status" className="min-w-0 flex-1 text-small text-ink-2">
        {w.notSaved}
      </span>
    )}
    <Button small onClick={onDiscard}>
      {w.discard} <Kbd keys="shift+x" />
    </Button>
    <Button small look="primary" onClick={onSave}>
      {w.save} <Kbd keys="mod+s" on />
    </Button>
  </div>
);

/** What is typed, the field one is in included: it takes its text when it is left. */
function typedOf(key: DraftKey, draft: Draft): Draft {
  if (document.activeElement instanceof HTMLInputElement) document.activeElement.blur();
  return useBuilder.getState().drafts[key] ?? draft;
}

/** Esc leads from a field to the sections, and from the sections out. */
const onEscape =
  (list: HTMLElement | null) =>
  (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || !event.currentTarget.contains(event.target as Node)) return;
    if (document.activeElement === list) leaveBuilder();
    else list?.focus();
    event.preventDefault();
    event.stopPropagation();
  };

/** A report being changed: its fields and sections, and beside them what an issue of it would say now. */
export function Builder({ draftKey, draft, changed }: Props) {
  const told = useBuilder((state) => state.told);
  const box = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const form = useRef<HTMLDivElement>(null);
  useFirstFocus(box, draftKey);
  const problems = told ? problemsOf(draft) : {};
  const change = (part: Partial<Draft>): void => {
    const next = { ...draft, ...part };
    // A field that is left as it was types nothing.
    if (JSON.stringify(next) !== JSON.stringify(draft)) keepDraft(draftKey, next);
  };
  const save = async (): Promise<void> => {
    if (!(await saveDraft(draftKey, typedOf(draftKey, draft))))
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  const discard = (): void => (changed ? discardDraft(draftKey, draft) : leaveBuilder());
  useTabActions({
    open: () => form.current?.querySelector<HTMLElement>('input')?.focus(),
    saveReport: () => void save(),
    discard,
  });
  const fields = { draft, problems, onChange: change };
  return (
    <div ref={box} className="flex min-h-0 flex-1 flex-col">
      {/* Where there is no room beside each other, all of it is one column that scrolls, its foot in sight. */}
      <div className="flex min-h-0 flex-1 max-[820px]:block max-[820px]:scroll-pb-14 max-[820px]:overflow-y-auto">
        <div
          role="group"
          aria-label={draftKey === 'new' ? w.new : w.title(draft.title)}
          onKeyDown={(event) => onEscape(list.current)(event)}
          className="flex min-h-0 w-[392px] shrink-0 flex-col border-line max-[1100px]:w-[332px] max-[820px]:w-full max-[820px]:border-b min-[821px]:border-r"
        >
          <div
            ref={form}
            className="flex min-h-0 flex-1 flex-col gap-3 overflow-y-auto px-4 py-3 max-[820px]:overflow-visible"
          >
            <h2 className="text-title font-bold">{draftKey === 'new' ? w.new : w.title(draft.title)}</h2>
            <NameFields {...fields} />
            <SectionOrder draftKey={draftKey} draft={draft} list={list} error={problems.sections} />
            <GivingFields {...fields} />
          </div>
          <Foot changed={changed} onSave={() => void save()} onDiscard={discard} />
        </div>
        <Preview draft={draft} />
      </div>
      <Hints yields hints={hints} />
    </div>
  );
}
