import type { KeyboardEvent, SyntheticEvent } from 'react';
import { usePeople } from '../client/use-desk.ts';
import { zonesWith } from '../app/zones.ts';
import { p } from '../strings/en-people.ts';
import { Button } from '../ui/button.tsx';
import { Field, Select, TextInput } from '../ui/field.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { Check } from '../ui/switch.tsx';
import { WordInput } from '../ui/word-input.tsx';
import type { PersonDraft, PersonErrors } from './person-draft.ts';

type FormProps = {
  readonly draft: PersonDraft;
  readonly errors: PersonErrors;
  readonly changed: boolean;
  readonly onChange: (change: Partial<PersonDraft>) => void;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
};

const distinct = (words: readonly string[]): readonly string[] =>
  [...new Set(words)].sort((a, b) => a.localeCompare(b));

/** What somebody is called, can do, and whether they are here. */
export function PersonForm({ draft, errors, changed, onChange, onSave, onDiscard }: FormProps) {
  const people = usePeople();
  const skills = distinct(people.flatMap((person) => person.skills));
  const languages = distinct(people.flatMap((person) => person.languages));
  const zones = zonesWith(draft.timeZone === '' ? 'UTC' : draft.timeZone).map((zone) => ({ value: zone, label: zone }));
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    onSave();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    onSave();
  };
  return (
    <form noValidate onSubmit={submit} onKeyDown={onKeyDown} className="flex min-w-0 flex-col gap-3 p-4">
      <div className="flex gap-3">
        <Field label={p.name} error={errors.name}>
          {(ids) => (
            <TextInput
              {...ids}
              data-person-name
              dir="auto"
              value={draft.name}
              maxLength={200}
              onChange={(event) => onChange({ name: event.target.value })}
            />
          )}
        </Field>
        <Field label={p.mail} note={p.optional} error={errors.email}>
          {(ids) => (
            <TextInput
              {...ids}
              dir="ltr"
              value={draft.email}
              maxLength={320}
              onChange={(event) => onChange({ email: event.target.value })}
            />
          )}
        </Field>
      </div>
      <Field label={p.skills} hint={p.skillsHow}>
        {(ids) => (
          <WordInput
            {...ids}
            words={draft.skills}
            known={skills}
            placeholder={p.skillsPlaceholder}
            removeName={p.remove}
            onChange={(words) => onChange({ skills: words })}
          />
        )}
      </Field>
      <Field label={p.languages} hint={p.languagesHow} error={errors.languages}>
        {(ids) => (
          <WordInput
            {...ids}
            words={draft.languages}
            known={languages}
            placeholder={p.languagesPlaceholder}
            removeName={p.remove}
            onChange={(words) => onChange({ languages: words })}
          />
        )}
      </Field>
      <div className="flex gap-3">
        <Field label={p.zone}>
          {(ids) => (
            <Select
              {...ids}
              options={[{ value: '', label: p.deskZone }, ...zones]}
              value={draft.timeZone}
              onPick={(timeZone) => onChange({ timeZone })}
            />
          )}
        </Field>
        <Field label={p.capacity} hint={p.capacityHow} error={errors.capacity}>
          {(ids) => (
            <TextInput
              {...ids}
              inputMode="numeric"
              className="tabular-nums"
              value={draft.capacity}
              maxLength={6}
              onChange={(event) => onChange({ capacity: event.target.value })}
            />
          )}
        </Field>
      </div>
      <Check label={p.isAway} hint={p.isAwayHow} on={draft.away} onChange={(away) => onChange({ away })} />
      <Check label={p.isActive} hint={p.isActiveHow} on={draft.active} onChange={(active) => onChange({ active })} />
      <div className="mt-1 flex justify-end gap-2">
        {changed && (
          <Button look="quiet" onClick={onDiscard}>
            {p.discard}
          </Button>
        )}
        <Button type="submit" look="primary" disabled={!changed}>
          {p.save}
          <Kbd keys="mod+enter" on />
        </Button>
      </div>
    </form>
  );
}
