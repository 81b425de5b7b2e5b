import { Plus } from 'lucide-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import type { Person } from '../../contract/index.ts';
import { openDialog, useWindow } from '../app/window-store.ts';
import { usePeople } from '../client/use-desk.ts';
import { p } from '../strings/en-people.ts';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { Avatar } from '../ui/marks.tsx';
import { beginPerson, changePerson, dropDraft, newId, savePersonDraft, usePersonDrafts } from './people-store.ts';
import { draftOf, newPerson, statusOf, type PersonDraft } from './person-draft.ts';
import { PersonForm } from './person-form.tsx';

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
    ...(statusOf(shown) === 'active' ? [] : [p.status[statusOf(shown)].toLowerCase()]),
    ...(draft === undefined ? [] : [p.changed]),
  ];
  const detail = p.skillsOf(shown.skills, shown.languages);
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (current) line.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <div
      ref={line}
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

/** Who is chosen, and what was changed of them and not saved. */
function useTeam(people: readonly Person[]) {
  const [chosen, setChosen] = useState<string | null>(null);
  const { drafts, errors } = usePersonDrafts();
  const ids = [...people.map(({ id }) => id), ...(drafts[newId] === undefined ? [] : [newId])];
  const current = chosen !== null && ids.includes(chosen) ? chosen : (ids[0] ?? null);
  const person = people.find(({ id }) => id === current) ?? null;
  const save = async (): Promise<void> => {
    const saved = await savePersonDraft(person);
    if (saved !== null) setChosen(saved);
  };
  const add = (): void => {
    beginPerson();
    setChosen(newId);
  };
  return { ids, current, person, drafts, errors, pick: setChosen, save, add };
}

const focusName = (): void => {
  window.setTimeout(() => document.querySelector<HTMLElement>('[data-person-name]')?.focus(), 0);
};

function Team({ people }: { readonly people: readonly Person[] }) {
  const team = useTeam(people);
  const { ids, current, person, drafts, pick } = team;
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
    <div className="flex h-[min(640px,80vh)] max-[640px]:h-auto max-[640px]:flex-col">
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
      <div className="flex min-w-0 flex-1 flex-col">
        {current === null ? (
          <div className="flex-1 p-4 text-ink-2">
            <p className="text-title font-bold text-ink">{p.empty}</p>
            <p className="mt-1">{p.emptyHow}</p>
          </div>
        ) : (
          <PersonForm
            key={current}
            draft={draft ?? (person === null ? newPerson : draftOf(person))}
            errors={team.errors[current] ?? {}}
            changed={draft !== undefined}
            foot={p.how}
            onChange={(part) => changePerson(person, part)}
            onSave={() => void team.save()}
            onDiscard={() => dropDraft(current)}
          />
        )}
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
