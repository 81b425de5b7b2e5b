import { X } from 'lucide-react';
import type { Person } from '../../contract/index.ts';
import { changePerson, dropDraft, savePersonDraft, usePersonDrafts } from '../people/people-store.ts';
import { draftOf, newPerson } from '../people/person-draft.ts';
import { PersonForm } from '../people/person-form.tsx';
import { p } from '../strings/en-people.ts';
import { rw } from '../strings/en-roster.ts';
import { IconButton } from '../ui/button.tsx';
import { Resizer } from '../ui/resizer.tsx';
import { setRoster, useRoster } from './roster-store.ts';

const w = rw.people;
const narrowest = 400;
const widest = 720;

/** Puts the focus on the name, once the form is there. */
export function focusPersonForm(): void {
  window.setTimeout(() => document.querySelector<HTMLElement>('[data-person-panel] [data-person-name]')?.focus(), 0);
}

type Props = { readonly id: string; readonly person: Person | null; readonly onList: () => void };

/** The form of one person, beside the list. */
export function PersonPanel({ id, person, onList }: Props) {
  const draft = usePersonDrafts((state) => state.drafts[id]);
  const errors = usePersonDrafts((state) => state.errors[id]);
  const px = useRoster((state) => state.formPx);
  const shown = draft ?? (person === null ? newPerson : draftOf(person));
  const name = shown.name.trim() === '' ? p.newName : shown.name;
  const close = (): void => {
    setRoster({ form: false });
    onList();
  };
  const save = async (): Promise<void> => {
    const saved = await savePersonDraft(person);
    if (saved === null) return;
    setRoster({ personId: saved });
    onList();
  };
  const discard = (): void => {
    dropDraft(id);
    if (person === null) setRoster({ form: false, personId: null });
    onList();
  };
  return (
    <aside
      aria-label={w.panel(name)}
      data-person-panel
      className="relative flex min-w-0 shrink-0 flex-col border-l border-line max-[1100px]:!w-[400px]"
      style={{ width: px }}
    >
      <Resizer
        label={w.resize}
        value={px}
        min={narrowest}
        max={widest}
        grows="left"
        onResize={(formPx) => setRoster({ formPx })}
        className="-left-[4px]"
      />
      <div className="flex h-[36px] shrink-0 items-center gap-2 border-b border-line pr-2 pl-4">
        <h2 className="min-w-0 flex-1 truncate text-title font-bold" dir="auto">
          {name}
        </h2>
        {draft !== undefined && <span className="shrink-0 text-small text-ink-2">{rw.changed}</span>}
        <IconButton label={w.close} onClick={close}>
          <X size={15} aria-hidden />
        </IconButton>
      </div>
      <PersonForm
        draft={shown}
        errors={errors ?? {}}
        changed={draft !== undefined}
        onChange={(part) => changePerson(person, part)}
        onSave={() => void save()}
        onDiscard={discard}
      />
    </aside>
  );
}
