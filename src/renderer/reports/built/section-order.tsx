import { ArrowDown, ArrowUp, Plus, Trash2, Undo2 } from 'lucide-react';
import { useState, type RefObject } from 'react';
import type { ReportSectionKind } from '../../../contract/index.ts';
import { say } from '../../app/toasts.tsx';
import { bw } from '../../strings/en-reports-built.ts';
import { rw } from '../../strings/en-reports-issues.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { ComboPicker } from '../../ui/combo.tsx';
import { Entry, EntryList } from '../../ui/entry-list.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { useTabActions } from '../tab-actions.ts';
import { changeSections, setBuilder, takeBack, useBuilder } from './builder-store.ts';
import { missingSections, withMoved, withoutSection, withSection, type Draft, type DraftKey } from './draft.ts';

const w = bw.builder;

type Props = {
  readonly draftKey: DraftKey;
  readonly draft: Draft;
  readonly list: RefObject<HTMLDivElement | null>;
  readonly error: string | undefined;
};

/** What changes the sections, by keys and by buttons. */
function useArranging({ draftKey, draft, list }: Props) {
  const { section, past } = useBuilder();
  const [adding, setAdding] = useState(false);
  const at = section !== null && draft.sections.includes(section) ? section : (draft.sections[0] ?? null);
  const here = { sections: draft.sections, at };
  const change = (next: ReturnType<typeof withoutSection>): void => {
    changeSections(draftKey, draft, next);
    list.current?.focus({ preventScroll: true });
  };
  const back = (): void => {
    const { drafts } = useBuilder.getState();
    takeBack(draftKey, drafts[draftKey] ?? draft);
  };
  const remove = (): void => {
    if (at === null) return;
    change(withoutSection(here));
    say({ title: w.removed(rw.sections[at]), action: { label: w.undo, keys: 'shift+z', run: back } });
  };
  const place = at === null ? -1 : draft.sections.indexOf(at);
  // Nothing goes further than an end.
  const acts = {
    ...(place > 0 && { earlier: () => change(withMoved(here, -1)) }),
    ...(place >= 0 && place < draft.sections.length - 1 && { later: () => change(withMoved(here, 1)) }),
    ...(at !== null && { remove }),
  };
  useTabActions({
    ...acts,
    ...(missingSections(draft.sections).length > 0 && { add: () => setAdding(true) }),
    ...(past.length > 0 && { takeBack: back }),
  });
  const add = (value: string | null): void => {
    const found = missingSections(draft.sections).find((each) => each === value);
    if (found !== undefined) change(withSection(here, found));
  };
  return { at, acts, add, back, adding, setAdding, mayTakeBack: past.length > 0 };
}

const optionsOf = (sections: readonly ReportSectionKind[]) =>
  missingSections(sections).map((value) => ({ value, label: rw.sections[value] }));

/** What a report is made of, in its order. */
export function SectionOrder(props: Props) {
  const { draft, list, error } = props;
  const a = useArranging(props);
  const options = optionsOf(draft.sections);
  return (
    <div className="flex flex-col gap-1">
      <div className="flex flex-wrap items-center gap-1">
        <span className="flex-1 text-small font-medium text-ink-2">{w.sections}</span>
        <IconButton label={w.up} disabled={a.acts.earlier === undefined} onClick={a.acts.earlier}>
          <ArrowUp size={14} aria-hidden />
        </IconButton>
        <IconButton label={w.down} disabled={a.acts.later === undefined} onClick={a.acts.later}>
          <ArrowDown size={14} aria-hidden />
        </IconButton>
        <IconButton label={w.remove} disabled={a.acts.remove === undefined} onClick={a.acts.remove}>
          <Trash2 size={14} aria-hidden />
        </IconButton>
        <IconButton label={w.takeBack} disabled={!a.mayTakeBack} onClick={a.back}>
          <Undo2 size={14} aria-hidden />
        </IconButton>
        {options.length > 0 && (
          <ComboPicker
            label={w.addLabel}
            options={options}
            chosen={[]}
            open={a.adding}
            onOpenChange={a.setAdding}
            onToggle={({ value }) => a.add(value)}
            trigger={
              <Button small icon={<Plus size={13} aria-hidden />}>
                {w.add} <Kbd keys="a" />
              </Button>
            }
          />
        )}
      </div>
      <div className="rounded-md border border-line-strong">
        <EntryList
          ref={list}
          tall
          label={w.sections}
          ids={draft.sections}
          currentId={a.at}
          onChoose={(id) => setBuilder({ section: draft.sections.find((each) => each === id) ?? null })}
        >
          {draft.sections.map((section, index) => (
            <Entry key={section} id={section} className="!min-h-[30px] items-center gap-2 last:border-b-0">
              <span className="w-[18px] shrink-0 text-right text-small text-ink-2 tabular-nums">{index + 1}</span>
              <span className="min-w-0 flex-1 truncate">{rw.sections[section]}</span>
            </Entry>
          ))}
        </EntryList>
        {draft.sections.length === 0 && <p className="px-3 py-2 text-ink-2">{w.needSections}</p>}
      </div>
      {error !== undefined && (
        <p role="alert" className="text-small text-late">
          {error}
        </p>
      )}
    </div>
  );
}
