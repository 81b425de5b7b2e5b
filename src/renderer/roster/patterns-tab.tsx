import { useQuery } from '@tanstack/react-query';
import { CalendarPlus, CopyPlus, X } from 'lucide-react';
import { useRef } from 'react';
import type { Rotation, ShiftTemplate } from '../../contract/index.ts';
import { orpc } from '../client/client.ts';
import { rw } from '../strings/en-roster.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { Entry, EntryGroup, EntryList } from '../ui/entry-list.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { ApplyDialog } from './apply-dialog.tsx';
import { minuteOf, spanText } from './clock-span.ts';
import { deskToday } from './export-actions.ts';
import { NotRead } from '../ui/not-read.tsx';
import {
  beginRotation,
  beginTemplate,
  dropPattern,
  newRotationId,
  newTemplateId,
  removePattern,
  savePattern,
  usePatterns,
  type Pattern,
} from './patterns-store.ts';
import { RotationEditor } from './rotation-editor.tsx';
import { setRoster, useRoster } from './roster-store.ts';
import { useTabActions } from './tab-actions.ts';
import { TemplateBar } from './template-bar.tsx';
import { TemplateEditor } from './template-editor.tsx';
import { useListFocus } from './use-list-focus.ts';

const w = rw.patterns;

function focusName(): void {
  window.setTimeout(() => document.querySelector<HTMLElement>('[data-pattern-name]')?.focus(), 0);
}

type LineProps = { readonly pattern: Pattern; readonly edited: boolean };

function Line({ pattern, edited }: LineProps) {
  const typed = usePatterns(({ templates, rotations }) => (templates[pattern.id] ?? rotations[pattern.id])?.name);
  const { saved, kind, id } = pattern;
  const written = (typed ?? saved?.name ?? '').trim();
  const name = written === '' ? (kind === 'template' ? w.nameTemplate : w.nameRotation) : written;
  return (
    <Entry id={id} className="flex-col justify-center gap-[3px] py-[5px]">
      <span className="flex items-baseline gap-2">
        <span className="min-w-0 flex-1 truncate font-semibold" dir="auto">
          {name}
        </span>
        {edited && (
          <span className="shrink-0 rounded-[4px] bg-risk-soft px-1 text-cap font-semibold text-risk">
            {rw.notSaved}
          </span>
        )}
      </span>
      {saved !== null && kind === 'template' && <TemplateDetail template={saved} />}
      {saved !== null && kind === 'rotation' && (
        <span className="text-small text-ink-2">{w.weeksAndPeople(saved.weeks.length, saved.people.length)}</span>
      )}
    </Entry>
  );
}

function TemplateDetail({ template }: { readonly template: ShiftTemplate }) {
  const span = spanText({ start: minuteOf(template.start), minutes: template.minutes });
  return (
    <>
      <span className="text-small text-ink-2 tabular-nums">{w.detail(span, rw.activity[template.work])}</span>
      <TemplateBar template={template} />
    </>
  );
}

type GroupProps = {
  readonly title: string;
  readonly patterns: readonly Pattern[];
  readonly edited: ReadonlySet<string>;
};

const Group = ({ title, patterns, edited }: GroupProps) => (
  <EntryGroup title={title} count={patterns.length} none={w.none}>
    {patterns.map((pattern) => (
      <Line key={pattern.id} pattern={pattern} edited={edited.has(pattern.id)} />
    ))}
  </EntryGroup>
);

type FootProps = { readonly pattern: Pattern; readonly changed: boolean; readonly onDone: () => void };

function Foot({ pattern, changed, onDone }: FootProps) {
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-2 border-t border-line px-4 py-2">
      <Button small look="danger" onClick={() => void removePattern(pattern).then(onDone)}>
        {rw.remove} <Kbd keys="delete" />
      </Button>
      {pattern.saved !== null && (
        <Button
          small
          disabled={changed}
          {...(changed && { title: w.applyFirst })}
          icon={<CalendarPlus size={13} aria-hidden />}
          onClick={() => setRoster({ applying: true })}
        >
          {w.apply} <Kbd keys="a" />
        </Button>
      )}
      <span className="flex-1" />
      {changed && <span className="text-small text-ink-2">{rw.changed}</span>}
      <Button disabled={!changed} onClick={() => dropPattern(pattern.id)}>
        {rw.discard}
      </Button>
      <Button look="primary" disabled={!changed} onClick={() => void savePattern(pattern)}>
        {rw.save} <Kbd keys="mod+s" on />
      </Button>
    </div>
  );
}

function Applied() {
  const applied = useRoster((state) => state.applied);
  return (
    <div role="status" className="shrink-0">
      {applied !== null && (
        <div className="flex items-center gap-2 border-b border-line bg-met-soft px-4 py-[6px]">
          <span className="min-w-0 flex-1" dir="auto">
            {applied} <span className="text-ink-2">{w.publishHow}</span>
          </span>
          <IconButton label={w.close} onClick={() => setRoster({ applied: null })}>
            <X size={14} aria-hidden />
          </IconButton>
        </div>
      )}
    </div>
  );
}

type Both = { readonly templates: readonly ShiftTemplate[]; readonly rotations: readonly Rotation[] };

/** Templates and rotations of the desk, and those begun. */
function usePatternList({ templates, rotations }: Both) {
  const drafts = usePatterns();
  const edited = new Set([...Object.keys(drafts.templates), ...Object.keys(drafts.rotations)]);
  const shifts: Pattern[] = templates.map((saved) => ({ kind: 'template', id: saved.id, saved }));
  const rounds: Pattern[] = rotations.map((saved) => ({ kind: 'rotation', id: saved.id, saved }));
  if (edited.has(newTemplateId)) shifts.push({ kind: 'template', id: newTemplateId, saved: null });
  if (edited.has(newRotationId)) rounds.push({ kind: 'rotation', id: newRotationId, saved: null });
  return { shifts, rounds, edited };
}

function Loaded({ templates, rotations }: Both) {
  const { patternId, applying } = useRoster();
  const { shifts, rounds, edited } = usePatternList({ templates, rotations });
  const all = [...shifts, ...rounds];
  const at = Math.max(
    0,
    all.findIndex(({ id }) => id === patternId),
  );
  const current = all[at] ?? null;
  const changed = current !== null && edited.has(current.id);
  const list = useRef<HTMLDivElement>(null);
  useListFocus(list, current !== null);
  const focusList = (): void => list.current?.focus({ preventScroll: true });
  const addTemplate = (): void => {
    beginTemplate();
    focusName();
  };
  const addRotation = (): void => {
    beginRotation(deskToday());
    focusName();
  };
  const canApply = current !== null && current.saved !== null && !changed;
  useTabActions({
    add: addTemplate,
    addOther: addRotation,
    ...(current !== null && {
      edit: focusName,
      save: () => void savePattern(current),
      remove: () => void removePattern(current).then(focusList),
    }),
    ...(canApply && { yes: () => setRoster({ applying: true }) }),
  });
  const onOther = (key: string): boolean => {
    if (key !== 'Enter' || current === null) return false;
    focusName();
    return true;
  };
  const rotationButton = (
    <Button small onClick={addRotation}>
      {w.newRotation} <Kbd keys="shift+n" />
    </Button>
  );
  const actions = (
    <>
      <Button small look="primary" onClick={addTemplate}>
        {w.newTemplate} <Kbd keys="n" on />
      </Button>
      {rotationButton}
    </>
  );
  if (current === null)
    return (
      <Empty title={w.empty} icon={<CopyPlus size={28} strokeWidth={1.4} aria-hidden />} actions={actions}>
        {w.emptyHow}
      </Empty>
    );
  const body =
    current.kind === 'template' ? (
      <TemplateEditor id={current.id} saved={current.saved} />
    ) : (
      <RotationEditor id={current.id} saved={current.saved} templates={templates} />
    );
  return (
    <>
      <Applied />
      <div className="flex min-h-0 flex-1">
        <div className="flex w-[280px] shrink-0 flex-col border-r border-line max-[1100px]:w-[230px]">
          <EntryList
            ref={list}
            label={w.list}
            ids={all.map(({ id }) => id)}
            currentId={current.id}
            onChoose={(patternId) => setRoster({ patternId })}
            onOther={onOther}
          >
            <Group title={w.templates} patterns={shifts} edited={edited} />
            <Group title={w.rotations} patterns={rounds} edited={edited} />
          </EntryList>
          <div className="flex border-t border-line p-2">{rotationButton}</div>
        </div>
        <section
          key={current.id}
          aria-label={current.kind === 'template' ? w.templates : w.rotations}
          className="flex min-w-0 flex-1 flex-col"
        >
          <div className="min-h-0 flex-1 overflow-auto">{body}</div>
          <Foot pattern={current} changed={changed} onDone={focusList} />
        </section>
      </div>
      <ApplyDialog
        open={applying}
        template={current.kind === 'template' ? current.saved : null}
        rotation={current.kind === 'rotation' ? current.saved : null}
      />
    </>
  );
}

/** Shifts by the clock and the weeks they make, to be put on the plan. */
export function PatternsTab() {
  const asked = useQuery(orpc.roster.templates.queryOptions());
  return asked.data === undefined ? <NotRead asked={asked} words={rw} /> : <Loaded {...asked.data} />;
}
