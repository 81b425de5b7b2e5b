import { Check } from 'lucide-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import type { Person, Refresher } from '../../../contract/index.ts';
import { command } from '../../app/actions.ts';
import { client } from '../../client/client.ts';
import { usePeople } from '../../client/use-desk.ts';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { tw } from '../../strings/en-training.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { Field, TextInput } from '../../ui/field.tsx';
import { placeAfter, stepOf } from '../../ui/list-steps.ts';

const w = tw.form;

type OptionProps = {
  readonly id: string;
  readonly person: Person;
  readonly current: boolean;
  readonly invited: boolean;
  readonly onToggle: () => void;
};

function Option({ id, person, current, invited, onToggle }: OptionProps) {
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (current) line.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <div
      ref={line}
      id={id}
      role="option"
      aria-selected={invited}
      onClick={onToggle}
      className={cx(
        'flex min-h-[30px] items-center gap-2 rounded-[5px] px-2 select-none',
        current && 'bg-accent-soft text-on-soft',
      )}
    >
      <span
        className={cx(
          'flex size-[13px] shrink-0 items-center justify-center rounded-[3.5px] border',
          invited ? 'border-accent bg-accent text-on-accent' : 'border-ink-3',
        )}
      >
        {invited && <Check size={11} strokeWidth={3} aria-hidden />}
      </span>
      <span className="min-w-0 flex-1 truncate" dir="auto">
        {person.name}
      </span>
      {person.team !== null && <span className="truncate text-small">{person.team}</span>}
    </div>
  );
}

type ListProps = {
  readonly people: readonly Person[];
  readonly chosen: ReadonlySet<string>;
  readonly onToggle: (id: string) => void;
};

/** A field to search in over a list of people; arrows move, Enter ticks, and what is ticked stays. */
function PeoplePicker({ people, chosen, onToggle }: ListProps) {
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const list = useId();
  const wanted = typed.trim().toLowerCase();
  const found = people.filter(({ name, team }) => `${name} ${team ?? ''}`.toLowerCase().includes(wanted));
  const index = placeAfter(Math.min(at, found.length - 1), 0, found.length);
  const current = found[index];
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = event.key.length > 1 && event.key !== 'Home' && event.key !== 'End' ? stepOf(event.key) : null;
    if (step !== null) setAt(placeAfter(index, step, found.length));
    else if (event.key === 'Enter' && current !== undefined) onToggle(current.id);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="flex flex-col gap-2">
      <Field label={w.inviteSearch}>
        {(ids) => (
          <TextInput
            {...ids}
            role="combobox"
            aria-expanded
            aria-controls={list}
            aria-activedescendant={current === undefined ? undefined : `${list}-${current.id}`}
            value={typed}
            onKeyDown={onKeyDown}
            onChange={(event) => {
              setTyped(event.target.value);
              setAt(0);
            }}
          />
        )}
      </Field>
      <div
        id={list}
        role="listbox"
        aria-multiselectable
        aria-label={w.inviteList}
        className="max-h-[260px] min-h-[60px] overflow-y-auto rounded-md border border-line p-1"
      >
        {found.map((person) => (
          <Option
            key={person.id}
            id={`${list}-${person.id}`}
            person={person}
            current={person.id === current?.id}
            invited={chosen.has(person.id)}
            onToggle={() => onToggle(person.id)}
          />
        ))}
      </div>
      {found.length === 0 && <p className="text-small text-ink-2">{w.inviteNone}</p>}
    </div>
  );
}

type Props = { readonly refresher: Refresher; readonly onClose: () => void };

/** Who comes to a refresher: those who are asked already first. */
export function InviteForm({ refresher, onClose }: Props) {
  const before = new Set(refresher.attendance.map(({ personId }) => personId));
  const people = usePeople()
    .filter(({ id, active }) => active || before.has(id))
    .toSorted((a, b) => Number(before.has(b.id)) - Number(before.has(a.id)));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(before);
  const toggle = (id: string): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const submit = async (): Promise<void> => {
    const done = await command(client.training.refresherSave({ id: refresher.id, personIds: [...chosen] }));
    if (done !== null) onClose();
  };
  return (
    <DialogForm submit={w.save} onSubmit={submit} onClose={onClose}>
      <PeoplePicker people={people} chosen={chosen} onToggle={toggle} />
      <div className="flex flex-wrap items-center gap-2">
        <span role="status" className="flex-1 text-small text-ink-2 tabular-nums">
          {w.invited(chosen.size)}
        </span>
        <Button small onClick={() => setChosen(new Set(people.map(({ id }) => id)))}>
          {w.all}
        </Button>
        <Button small onClick={() => setChosen(new Set())}>
          {w.nobody}
        </Button>
      </div>
    </DialogForm>
  );
}
