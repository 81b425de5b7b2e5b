import { useQuery } from '@tanstack/react-query';
import { ArrowDownUp, Search, UserRoundPlus, UsersRound } from 'lucide-react';
import { useMemo, useRef } from 'react';
import type { Person } from '../../contract/index.ts';
import { orpc } from '../client/client.ts';
import { beginPerson, newId, usePersonDrafts } from '../people/people-store.ts';
import { rw } from '../strings/en-roster.ts';
import { Button } from '../ui/button.tsx';
import { ChoicePicker } from '../ui/choice.tsx';
import { Chip } from '../ui/chip.tsx';
import { Empty } from '../ui/empty.tsx';
import { inputClass } from '../ui/field.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { findField } from './commands.ts';
import { NotRead } from '../ui/not-read.tsx';
import { Hints } from '../ui/hints.tsx';
import { PeopleTable } from './people-table.tsx';
import { found, peopleColumns, rowOf, sorted } from './people-rows.ts';
import { sortBy } from './people-sort.ts';
import { focusPersonForm, PersonPanel } from './person-panel.tsx';
import { setRoster, showTab, useRoster } from './roster-store.ts';
import { useTabActions } from './tab-actions.ts';
import { useListFocus } from './use-list-focus.ts';

const w = rw.people;

function addPerson(): void {
  beginPerson();
  setRoster({ personId: newId, form: true, find: '' });
  focusPersonForm();
}

function Bar({ shown, all, onList }: { readonly shown: number; readonly all: number; readonly onList: () => void }) {
  const { find, sort, sorting } = useRoster();
  return (
    <div className="flex shrink-0 items-center gap-2 border-b border-line px-4 py-[6px]">
      <div className="relative w-[280px] min-w-[120px] shrink">
        <Search size={13} aria-hidden className="absolute top-[7px] left-[8px] text-ink-2" />
        <input
          id={findField}
          type="search"
          aria-label={w.find}
          placeholder={w.findHow}
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          maxLength={200}
          value={find}
          className={`${inputClass} !h-[27px] pl-[26px]`}
          onChange={(event) => setRoster({ find: event.target.value })}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
            event.preventDefault();
            onList();
          }}
        />
        <span className="absolute top-[5px] right-[7px]">{find === '' && <Kbd keys="f" />}</span>
      </div>
      <ChoicePicker
        label={w.sortBy}
        choices={peopleColumns.map((value) => ({ value, label: w.columns[value] }))}
        value={sort.by}
        open={sorting}
        onOpenChange={(open) => setRoster({ sorting: open })}
        onPick={sortBy}
        trigger={
          <Chip field={w.sortBy} value={w.sortedBy(w.columns[sort.by], sort.down)}>
            <ArrowDownUp size={12} aria-hidden />
            <Kbd keys="s" />
          </Chip>
        }
      />
      <span className="flex-1" />
      <span role="status" className="text-small whitespace-nowrap text-ink-2 tabular-nums @max-[460px]:sr-only">
        {w.shown(shown, all)}
      </span>
    </div>
  );
}

function Nobody() {
  const actions = (
    <>
      <Button look="primary" onClick={addPerson} icon={<UserRoundPlus size={15} aria-hidden />}>
        {w.add} <Kbd keys="n" on />
      </Button>
      <Button onClick={() => showTab('files')}>
        {w.import} <Kbd keys="5" />
      </Button>
    </>
  );
  return (
    <Empty title={w.empty} icon={<UsersRound size={28} strokeWidth={1.4} aria-hidden />} actions={actions}>
      {w.emptyHow}
    </Empty>
  );
}

function NobodyFits({ typed }: { readonly typed: string }) {
  return (
    <Empty title={w.nobody} actions={<Button onClick={() => setRoster({ find: '' })}>{w.clear}</Button>}>
      {w.nobodyHow(typed)}
    </Empty>
  );
}

function People({ people }: { readonly people: readonly Person[] }) {
  const { find, sort, personId, form } = useRoster();
  const begun = usePersonDrafts((state) => newId in state.drafts);
  const list = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => people.map(rowOf), [people]);
  const shown = useMemo(() => sorted(found(rows, find), sort), [rows, find, sort]);
  const ids = [...(begun ? [newId] : []), ...shown.map(({ id }) => id)];
  const current = personId !== null && ids.includes(personId) ? personId : (ids[0] ?? null);
  const focusList = (): void => list.current?.focus({ preventScroll: true });
  useListFocus(list, ids.length > 0);
  const edit = (): void => {
    if (current === null) return;
    setRoster({ personId: current, form: true });
    focusPersonForm();
  };
  useTabActions({ add: addPerson, edit });
  const person = people.find(({ id }) => id === current) ?? null;
  return (
    <div className="flex min-h-0 flex-1">
      <div className="@container flex min-w-0 flex-1 flex-col">
        {people.length > 0 && <Bar shown={shown.length} all={people.length} onList={focusList} />}
        {ids.length > 0 && (
          <PeopleTable
            ref={list}
            rows={shown}
            begun={begun}
            current={current}
            sort={sort}
            onPick={(id) => setRoster({ personId: id })}
            onEdit={edit}
            onLeave={() => setRoster({ form: false })}
          />
        )}
        {ids.length === 0 && (people.length === 0 ? <Nobody /> : <NobodyFits typed={find} />)}
        {ids.length > 0 && (
          <Hints
            hints={[
              ['enter', w.hints.edit],
              ['n', w.hints.add],
              ['f', w.hints.find],
              ['s', w.hints.sort],
            ]}
          />
        )}
      </div>
      {form && current !== null && <PersonPanel key={current} id={current} person={person} onList={focusList} />}
    </div>
  );
}

/** Who there is: what they can do, when they can work, and whether they are here. */
export function PeopleTab() {
  const asked = useQuery(orpc.people.list.queryOptions());
  return asked.data === undefined ? <NotRead asked={asked} words={rw} /> : <People people={asked.data.people} />;
}
