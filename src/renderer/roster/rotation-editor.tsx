import { Plus, X } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import type { Rotation, ShiftTemplate } from '../../contract/index.ts';
import { weekdays } from '../../contract/words.ts';
import { useNames, usePeople } from '../client/use-desk.ts';
import { c } from '../strings/en-calendar.ts';
import { w as week } from '../strings/en-people.ts';
import { rw } from '../strings/en-roster.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { ComboPicker } from '../ui/combo.tsx';
import { cx } from '../ui/cx.ts';
import { Field, inputClass, Select, TextInput } from '../ui/field.tsx';
import { Avatar } from '../ui/marks.tsx';
import { deskToday } from './export-actions.ts';
import { changeRotation, usePatterns } from './patterns-store.ts';
import {
  mondayOf,
  mostWeeks,
  newRotation,
  rotationDraftOf,
  weekOn,
  withCell,
  withoutWeek,
  withWeek,
  type RotationDraft,
} from './rotation-draft.ts';

const w = rw.patterns;
type Part = {
  readonly draft: RotationDraft;
  readonly onChange: (draft: RotationDraft) => void;
  readonly templates: readonly ShiftTemplate[];
};

const cellId = (row: number, day: number): string => `cell-${row}-${day}`;
const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
};

type CellProps = Part & { readonly row: number; readonly day: number };

/** One day of one week: a list of templates that arrows leave and digits answer. */
function Cell({ draft, onChange, templates, row, day }: CellProps) {
  const id = draft.weeks[row]?.[day] ?? null;
  const put = (next: string | null): void => onChange(withCell(draft, row, day, next));
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const arrow = arrows[event.key];
    const digit = /^[0-9]$/.test(event.key) ? Number(event.key) : null;
    if (arrow !== undefined) document.getElementById(cellId(row + arrow[0], day + arrow[1]))?.focus();
    else if (digit === 0 || event.key === 'Delete' || event.key === 'Backspace') put(null);
    else if (digit !== null) put(templates[digit - 1]?.id ?? id);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const options = [
    { value: '', label: w.off },
    ...templates.map((template, index) => ({ value: template.id, label: `${index + 1} ${template.name}` })),
  ];
  return (
    <Select
      id={cellId(row, day)}
      aria-label={w.cell(row + 1, c.days[weekdays[day] ?? 'mon'])}
      className={cx('!h-[28px] appearance-none !px-2', id === null && '!text-ink-2')}
      options={options}
      value={id ?? ''}
      onPick={(value) => put(value === '' ? null : value)}
      onKeyDown={onKeyDown}
    />
  );
}

function Weeks({ draft, onChange, templates }: Part) {
  const error = usePatterns((state) => state.errors['weeks']);
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-body font-semibold">{w.weeks}</h2>
      {templates.length === 0 && <p className="text-small text-risk">{w.noTemplates}</p>}
      <div className="grid items-center gap-1 [grid-template-columns:56px_repeat(7,minmax(56px,1fr))_24px]">
        <span />
        {weekdays.map((day) => (
          <span key={day} className="pl-2 text-small text-ink-2">
            {week.short[day]}
          </span>
        ))}
        <span />
        {draft.weeks.map((days, row) => [
          <span key={`head-${row}`} className="text-small text-ink-2 tabular-nums">
            {w.week(row + 1)}
          </span>,
          ...days.map((_, day) => (
            <Cell key={`${row}-${day}`} draft={draft} onChange={onChange} templates={templates} row={row} day={day} />
          )),
          draft.weeks.length > 1 ? (
            <IconButton
              key={`gone-${row}`}
              label={w.removeWeek(row + 1)}
              onClick={() => onChange(withoutWeek(draft, row))}
            >
              <X size={13} aria-hidden />
            </IconButton>
          ) : (
            <span key={`gone-${row}`} />
          ),
        ])}
      </div>
      <p className={cx('text-small', error === undefined ? 'text-ink-2' : 'text-late')}>{error ?? w.weeksHow}</p>
      {draft.weeks.length < mostWeeks && (
        <Button
          small
          look="quiet"
          className="self-start"
          icon={<Plus size={13} aria-hidden />}
          onClick={() => onChange(withWeek(draft))}
        >
          {w.addWeek}
        </Button>
      )}
    </section>
  );
}

function People({ draft, onChange }: Omit<Part, 'templates'>) {
  const all = usePeople();
  const names = useNames().people;
  const today = deskToday();
  const set = (people: RotationDraft['people']): void => onChange({ ...draft, people });
  const chosen = draft.people.map(({ personId }) => personId);
  const options = all
    .filter(({ active, id }) => active || chosen.includes(id))
    .map(({ id, name }) => ({ value: id, label: name }));
  const toggle = (id: string | null): void => {
    if (id === null) return;
    if (chosen.includes(id)) set(draft.people.filter(({ personId }) => personId !== id));
    else set([...draft.people, { personId: id, offset: draft.people.length % draft.weeks.length }]);
  };
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-body font-semibold">
        {w.whoWorks} <span className="text-small font-normal text-ink-2">{w.whoHow}</span>
      </h2>
      {draft.people.length === 0 && <p className="text-ink-2">{w.nobody}</p>}
      <ul className="flex flex-col gap-1">
        {draft.people.map((each) => {
          const name = names.get(each.personId) ?? '…';
          return (
            <li key={each.personId} className="flex items-center gap-2">
              <Avatar name={name} />
              <span className="w-[170px] truncate" dir="auto">
                {name}
              </span>
              <Select
                aria-label={w.begins(name)}
                className="!h-[28px] !w-[104px]"
                options={draft.weeks.map((_, index) => ({ value: String(index), label: w.week(index + 1) }))}
                value={String(each.offset)}
                onPick={(offset) =>
                  set(draft.people.map((held) => (held === each ? { ...held, offset: Number(offset) } : held)))
                }
              />
              <span className="text-small text-ink-2">{w.now(weekOn(draft, each.offset, today) + 1)}</span>
              <IconButton label={w.removePerson(name)} onClick={() => toggle(each.personId)}>
                <X size={13} aria-hidden />
              </IconButton>
            </li>
          );
        })}
      </ul>
      <ComboPicker
        label={w.addPerson}
        options={options}
        chosen={chosen}
        several
        onToggle={({ value }) => toggle(value)}
        trigger={
          <Button small look="quiet" className="self-start" icon={<Plus size={13} aria-hidden />}>
            {w.addPerson}
          </Button>
        }
      />
    </section>
  );
}

type Props = {
  readonly id: string;
  readonly saved: Rotation | null;
  readonly templates: readonly ShiftTemplate[];
};

/** Weeks of templates that come round, and who works them from which week on. */
export function RotationEditor({ id, saved, templates }: Props) {
  const held = usePatterns((state) => state.rotations[id]);
  const errors = usePatterns((state) => state.errors);
  const draft = held ?? (saved === null ? newRotation(deskToday()) : rotationDraftOf(saved));
  const onChange = (next: RotationDraft): void => changeRotation(id, saved, next);
  const monday = mondayOf(draft.anchor);
  return (
    <div className="flex max-w-[980px] flex-col gap-4 p-4">
      <div className="flex flex-wrap items-start gap-3">
        <div className="min-w-[220px] flex-1">
          <Field label={w.name} error={errors['name']}>
            {(ids) => (
              <TextInput
                {...ids}
                data-pattern-name
                dir="auto"
                maxLength={100}
                value={draft.name}
                onChange={(event) => onChange({ ...draft, name: event.target.value })}
              />
            )}
          </Field>
        </div>
        <div className="w-[200px]">
          <Field
            label={w.anchor}
            error={errors['anchor']}
            hint={monday !== null && monday !== draft.anchor ? w.anchorMonday(monday) : undefined}
          >
            {(ids) => (
              <input
                {...ids}
                type="date"
                className={inputClass}
                value={draft.anchor}
                onChange={(event) => onChange({ ...draft, anchor: event.target.value })}
              />
            )}
          </Field>
        </div>
      </div>
      <Weeks draft={draft} onChange={onChange} templates={templates} />
      <People draft={draft} onChange={onChange} />
    </div>
  );
}
