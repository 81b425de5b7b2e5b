import { useId, type KeyboardEvent, type ReactNode, type SyntheticEvent } from 'react';
import { usePeople } from '../client/use-desk.ts';
import { zonesWith } from '../app/zones.ts';
import { p } from '../strings/en-people.ts';
import { Button } from '../ui/button.tsx';
import { Field, Select, TextInput } from '../ui/field.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { Check } from '../ui/switch.tsx';
import { WordInput } from '../ui/word-input.tsx';
import { weekHoursText } from './contract-text.ts';
import { ofStatus, personStatuses, statusOf, usualLevel, type PersonDraft, type PersonErrors } from './person-draft.ts';
import { minutesIn, readWeek } from '../calendar/week-hours.ts';
import { WeekHoursEditor } from '../calendar/week-hours-editor.tsx';

type Change = (change: Partial<PersonDraft>) => void;
type PartProps = { readonly draft: PersonDraft; readonly errors: PersonErrors; readonly onChange: Change };
type FormProps = PartProps & {
  readonly changed: boolean;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
  /** What stands at the foot, left of the buttons. */
  readonly foot?: ReactNode;
};

const distinct = (words: readonly string[]): readonly string[] =>
  [...new Set(words)].sort((a, b) => a.localeCompare(b));
const known = (words: readonly (string | null)[]): readonly string[] =>
  distinct(words.flatMap((word) => (word === null ? [] : [word])));

type TextKey = 'name' | 'email' | 'phone' | 'team' | 'role' | 'capacity' | 'contract' | 'ramp';
type TextProps = PartProps & {
  readonly field: TextKey;
  readonly label: string;
  readonly most: number;
  readonly hint?: string;
  readonly note?: string;
  readonly dir?: 'ltr' | 'auto';
  readonly numeric?: boolean;
  readonly offered?: readonly string[];
};

/** One line of text, with the words the desk knows offered while one types. */
function Text({ draft, errors, onChange, field, label, most, hint, note, dir = 'auto', ...rest }: TextProps) {
  const list = useId();
  const { numeric = false, offered = [] } = rest;
  const error = (errors as Readonly<Record<string, string | undefined>>)[field];
  return (
    <Field label={label} hint={hint} error={error} {...(note !== undefined && { note })}>
      {(ids) => (
        <>
          <TextInput
            {...ids}
            {...(field === 'name' && { 'data-person-name': true })}
            {...(offered.length > 0 && { list })}
            {...(numeric && { inputMode: 'decimal', className: 'tabular-nums' })}
            dir={dir}
            value={draft[field]}
            maxLength={most}
            onChange={(event) => onChange({ [field]: event.target.value })}
          />
          {offered.length > 0 && (
            <datalist id={list}>
              {offered.map((word) => (
                <option key={word} value={word} />
              ))}
            </datalist>
          )}
        </>
      )}
    </Field>
  );
}

function Who(props: PartProps) {
  const people = usePeople();
  const { draft, onChange } = props;
  const status = statusOf(draft);
  const zones = zonesWith(draft.timeZone === '' ? 'UTC' : draft.timeZone).map((zone) => ({ value: zone, label: zone }));
  return (
    <>
      <div className="flex gap-3">
        <Text {...props} field="name" label={p.name} most={200} />
        <Text {...props} field="email" label={p.mail} note={p.optional} most={320} dir="ltr" />
      </div>
      <div className="flex gap-3">
        <Text {...props} field="team" label={p.team} most={100} offered={known(people.map(({ team }) => team))} />
        <Text {...props} field="role" label={p.role} most={100} offered={known(people.map(({ role }) => role))} />
      </div>
      <div className="flex gap-3">
        <Text {...props} field="phone" label={p.phone} most={60} dir="ltr" />
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
      </div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Segmented
          look="accent"
          label={p.statusIs}
          segments={personStatuses.map((value) => ({ value, label: p.status[value] }))}
          value={status}
          onChange={(next) => onChange(ofStatus(next))}
        />
        <span className="min-w-0 flex-1 text-small text-ink-2">{p.statusHow[status]}</span>
      </div>
    </>
  );
}

const levels = ['1', '2', '3', '4', '5'] as const;

/** How well they do each of their skills, answering to digits. */
function Levels({ draft, onChange }: PartProps) {
  if (draft.skills.length === 0) return null;
  return (
    <div role="group" aria-label={p.levelsOf} className="flex flex-col gap-1">
      {draft.skills.map((skill) => {
        const level = draft.levels[skill] ?? usualLevel;
        return (
          <div key={skill} className="flex items-center gap-3">
            <span className="w-[120px] shrink-0 truncate" dir="auto" title={skill}>
              {skill}
            </span>
            <Segmented
              label={p.levelOf(skill)}
              segments={levels.map((value) => ({ value, label: value }))}
              value={String(level) as (typeof levels)[number]}
              onChange={(value) => onChange({ levels: { ...draft.levels, [skill]: Number(value) } })}
            />
            <span className="truncate text-small text-ink-2">{p.level(level)}</span>
          </div>
        );
      })}
    </div>
  );
}

type WordsProps = PartProps & { readonly field: 'skills' | 'languages' };

function Words({ draft, errors, onChange, field }: WordsProps) {
  const people = usePeople();
  return (
    // In a frame of its own: a field takes the room that a column has left.
    <div>
      <Field label={p[field]} hint={p[`${field}How`]} error={field === 'languages' ? errors.languages : undefined}>
        {(ids) => (
          <WordInput
            {...ids}
            words={draft[field]}
            known={distinct(people.flatMap((person) => person[field]))}
            placeholder={p[`${field}Placeholder`]}
            removeName={p.remove}
            onChange={(words) => onChange({ [field]: words })}
          />
        )}
      </Field>
    </div>
  );
}

/** When they can work, weekday by weekday, or any time. */
function Availability({ draft, errors, onChange }: PartProps) {
  const { hours } = readWeek(draft.hours);
  return (
    <fieldset className="flex flex-col gap-[6px]">
      <legend className="mb-1 flex w-full items-baseline justify-between text-body font-semibold">
        {p.availability}
        {!draft.anyTime && (
          <span className="text-small font-normal text-ink-2 tabular-nums">
            {p.perWeek(weekHoursText(minutesIn(hours)))}
          </span>
        )}
      </legend>
      <Check label={p.anyTime} on={draft.anyTime} onChange={(anyTime) => onChange({ anyTime })} />
      {!draft.anyTime && (
        <>
          <WeekHoursEditor
            hours={draft.hours}
            errorOf={(day) => errors[`hours.${day}`]}
            onChange={(next) => onChange({ hours: next })}
          />
          <p className={errors.hours === undefined ? 'text-small text-ink-2' : 'text-small text-late'}>
            {errors.hours ?? p.hoursHow}
          </p>
        </>
      )}
    </fieldset>
  );
}

/** Brings the first field with something wrong into view, once what is wrong stands there. */
function showWrong(form: HTMLElement): void {
  window.setTimeout(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(), 0);
}

/** Who somebody is, what they can do, when they can work, and whether they are here. */
export function PersonForm({ draft, errors, changed, onChange, onSave, onDiscard, foot }: FormProps) {
  const part = { draft, errors, onChange };
  const save = (form: HTMLElement): void => {
    onSave();
    showWrong(form);
  };
  const submit = (event: SyntheticEvent<HTMLFormElement>): void => {
    event.preventDefault();
    save(event.currentTarget);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    save(event.currentTarget);
  };
  return (
    <form noValidate onSubmit={submit} onKeyDown={onKeyDown} className="flex min-h-0 min-w-0 flex-1 flex-col">
      <div className="flex min-h-0 flex-1 flex-col gap-3 overflow-y-auto p-4">
        <Who {...part} />
        <Words {...part} field="skills" />
        <Levels {...part} />
        <Words {...part} field="languages" />
        <div className="flex gap-3">
          <Text {...part} field="contract" label={p.contract} hint={p.contractHow} most={12} numeric />
          <Text {...part} field="ramp" label={p.ramp} hint={p.rampHow} most={6} numeric />
          <Text {...part} field="capacity" label={p.capacity} hint={p.capacityHow} most={6} numeric />
        </div>
        <Availability {...part} />
      </div>
      <div className="flex shrink-0 items-center gap-2 border-t border-line px-4 py-2">
        <span className="min-w-0 flex-1 text-small text-ink-2">{foot}</span>
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
