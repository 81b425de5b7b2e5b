import { Plus } from 'lucide-react';
import { useId, useState, type KeyboardEvent } from 'react';
import type { Person } from '../../contract/index.ts';
import { openDialog, useWindow } from '../app/window-store.ts';
import { usePeople } from '../client/use-desk.ts';
import { p } from '../strings/en-people.ts';
import { same } from '../tickets/filter-fields.ts';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { Avatar } from '../ui/marks.tsx';
import { addPerson, savePerson } from './person-actions.ts';
import { draftOf, errorsOf, newPerson, setOf, type PersonDraft, type PersonErrors } from './person-draft.ts';
import { PersonForm } from './person-form.tsx';

/** The line of somebody who is not on the desk yet. */
const newId = 'new';

type LineProps = {
  readonly id: string;
  readonly person: Person | null;
  readonly draft: PersonDraft | undefined;
  readonly current: boolean;
  readonly onPick: () => void;
};

function Line({ id, person, draft, current, onPick }: LineProps) {
  const shown = draft ?? (person === null ? newPerson : draftOf(person));
  const name = shown.name.trim() === '' ? p.newName : shown.name;
  const marks = [
    ...(shown.away ? [p.away] : []),
    ...(shown.active ? [] : [p.inactive]),
    ...(draft === undefined ? [] : [p.changed]),
  ];
  const detail = p.skillsOf(shown.skills, shown.languages);
  return (
    <div
      id={id}
      role="option"
      aria-selected={current}
      onClick={onPick}
      className={cx(
        'flex min-h-[40px] items-center gap-2 border-l-2 px-3 py-1 select-none',
        current ? 'border-accent bg-accent-soft' : 'border-transparent hover:bg-sunken',
      )}
    >
      <Avatar name={name} size={24} />
      <span className={cx('flex min-w-0 flex-1 flex-col', !shown.active && 'text-ink-2')}>
        <span className="truncate font-semibold" dir="auto">
          {name}
        </span>
        {detail !== '' && (
          <span className="truncate text-cap text-ink-2" dir="auto">
            {detail}
          </span>
        )}
      </span>
      {marks.length > 0 && (
        <span className="shrink-0 rounded-[4px] bg-risk-soft px-1 text-cap font-semibold text-risk">
          {marks.join(', ')}
        </span>
      )}
    </div>
  );
}

/** Who is chosen, what was changed and not saved, and what is wrong with it. Kept while the dialog is open. */
function useTeam(people: readonly Person[]) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [drafts, setDrafts] = useState<Readonly<Record<string, PersonDraft>>>({});
  const [errors, setErrors] = useState<PersonErrors>({});
  const ids = [...people.map(({ id }) => id), ...(drafts[newId] === undefined ? [] : [newId])];
  const current = chosen !== null && ids.includes(chosen) ? chosen : (ids[0] ?? null);
  const person = people.find(({ id }) => id === current) ?? null;
  const base = person === null ? newPerson : draftOf(person);
  const pick = (id: string | null): void => {
    setChosen(id);
    setErrors({});
  };
  const drop = (id: string): void =>
    setDrafts((held) => Object.fromEntries(Object.entries(held).filter(([key]) => key !== id)));
  const change = (part: Partial<PersonDraft>): void => {
    if (current === null) return;
    const next = { ...base, ...drafts[current], ...part };
    if (person !== null && same(setOf(next), setOf(base))) drop(current);
    else setDrafts((held) => ({ ...held, [current]: next }));
    setErrors({});
  };
  const save = async (): Promise<void> => {
    const draft = current === null ? undefined : drafts[current];
    if (current === null || draft === undefined) return;
    const wrong = errorsOf(draft);
    setErrors(wrong);
    if (Object.keys(wrong).length > 0) return;
    if (person === null) {
      const id = await addPerson(draft);
      if (id === null) return;
      pick(id);
    } else if (!(await savePerson(person, draft))) return;
    drop(current);
  };
  const add = (): void => {
    setDrafts((held) => ({ [newId]: newPerson, ...held }));
    pick(newId);
  };
  return { ids, current, person, drafts, base, errors, pick, drop, change, save, add };
}

const focusName = (): void => {
  window.setTimeout(() => document.querySelector<HTMLElement>('[data-person-name]')?.focus(), 0);
};

function Team({ people }: { readonly people: readonly Person[] }) {
  const team = useTeam(people);
  const { ids, current, drafts, pick } = team;
  const list = useId();
  const add = (): void => {
    team.add();
    focusName();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key];
    const at = current === null ? -1 : ids.indexOf(current);
    if (step !== undefined) pick(ids[Math.min(Math.max(at + step, 0), ids.length - 1)] ?? null);
    else if (event.key === 'Home') pick(ids[0] ?? null);
    else if (event.key === 'End') pick(ids.at(-1) ?? null);
    else if (event.key === 'n') add();
    else if (event.key === 'Enter') focusName();
    else return;
    event.preventDefault();
  };
  const draft = current === null ? undefined : drafts[current];
  return (
    <div className="flex h-[min(560px,72vh)] max-[640px]:h-auto max-[640px]:flex-col">
      <div className="flex w-[250px] shrink-0 flex-col border-r border-line max-[640px]:w-full">
        <div
          role="listbox"
          aria-label={p.list}
          tabIndex={0}
          aria-activedescendant={current === null ? undefined : `${list}-${current}`}
          onKeyDown={onKeyDown}
          className="min-h-[80px] flex-1 overflow-y-auto -outline-offset-2"
        >
          {ids.map((id) => (
            <Line
              key={id}
              id={`${list}-${id}`}
              person={people.find((person) => person.id === id) ?? null}
              draft={drafts[id]}
              current={id === current}
              onPick={() => pick(id)}
            />
          ))}
        </div>
        <div className="flex items-center border-t border-line p-2">
          <Button small look="quiet" icon={<Plus size={14} aria-hidden />} onClick={add}>
            {p.add}
            <Kbd keys="n" />
          </Button>
        </div>
      </div>
      <div className="min-w-0 flex-1 overflow-y-auto">
        {current === null ? (
          <div className="p-4 text-ink-2">
            <p className="text-title font-bold text-ink">{p.empty}</p>
            <p className="mt-1">{p.emptyHow}</p>
          </div>
        ) : (
          <PersonForm
            key={current}
            draft={draft ?? team.base}
            errors={team.errors}
            changed={draft !== undefined}
            onChange={team.change}
            onSave={() => void team.save()}
            onDiscard={() => team.drop(current)}
          />
        )}
        <p className="px-4 pb-4 text-small text-ink-2">{p.how}</p>
      </div>
    </div>
  );
}

/** Who works tickets here: skills and languages for routing, room, and who is away. */
export function TeamDialog() {
  const open = useWindow((state) => state.dialog === 'team');
  const people = usePeople();
  const away = people.filter((person) => person.away).length;
  const title = [p.title, p.people(people.length), ...(away > 0 ? [p.awayCount(away)] : [])].join(' · ');
  return (
    <Dialog title={title} open={open} onClose={() => openDialog(null)} width={760}>
      <Team people={people} />
    </Dialog>
  );
}
