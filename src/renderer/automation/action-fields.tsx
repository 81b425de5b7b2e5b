import type { ReactElement } from 'react';
import type { Action, RuleKind } from '../../contract/index.ts';
import { useNames, usePeople } from '../client/use-desk.ts';
import { p } from '../strings/en-people.ts';
import { r } from '../strings/en-rules.ts';
import { t } from '../strings/en.ts';
import { PeoplePicker, PriorityPicker, QueuePicker, StatusPicker, WordPicker } from '../tickets/pickers.tsx';
import { Chip } from '../ui/chip.tsx';
import { ChoicePicker } from '../ui/choice.tsx';
import { ComboPicker } from '../ui/combo.tsx';
import { Field, TextInput } from '../ui/field.tsx';
import { Avatar } from '../ui/marks.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { Check } from '../ui/switch.tsx';
import { WordInput } from '../ui/word-input.tsx';
import { RuleText } from './text-field.tsx';

type Of<T extends Action['type']> = Extract<Action, { type: T }>;
type EditProps<T extends Action['type']> = {
  readonly action: Of<T>;
  readonly label: string;
  readonly invalid: boolean;
  readonly kind: RuleKind;
  readonly onChange: (action: Action) => void;
};

const grades = ['1', '2', '3'] as const;
type Grade = (typeof grades)[number] | 'none';
const gradeChoices: readonly { readonly value: Grade; readonly label: string }[] = [
  ...grades.map((value) => ({ value, label: r.actionBits.grade[value] })),
  { value: 'none', label: r.actionBits.nothing },
];

function GradeField({ action, label, onChange }: EditProps<'impact' | 'urgency'>) {
  const value: Grade = action.to === null ? 'none' : (grades[action.to - 1] ?? 'none');
  const name = gradeChoices.find((choice) => choice.value === value)?.label ?? '';
  return (
    <ChoicePicker
      label={label}
      choices={gradeChoices}
      value={value}
      onPick={(next) => onChange({ ...action, to: next === 'none' ? null : Number(next) })}
      trigger={<Chip value={name} aria-label={`${label}: ${name}`} />}
    />
  );
}

function OwnerField({ action, label, kind, onChange }: EditProps<'assignee'>) {
  const { people } = useNames();
  const { to } = action;
  const name = to === 'me' ? t.bar.me : to === null ? t.panel.nobody : (people.get(to) ?? r.words.unknown);
  return (
    <PeoplePicker
      withMe={kind !== 'timed'}
      chosen={[to]}
      onToggle={({ value }) => onChange({ ...action, to: value })}
      trigger={<Chip value={name} aria-label={`${label}: ${name}`} />}
    />
  );
}

function QueueField({ action, label, onChange }: EditProps<'queue'>) {
  const { queues } = useNames();
  const name = action.to === null ? t.bar.noQueue : (queues.get(action.to) ?? r.words.unknown);
  return (
    <QueuePicker
      chosen={[action.to]}
      onToggle={({ value }) => onChange({ ...action, to: value })}
      trigger={<Chip value={name} aria-label={`${label}: ${name}`} />}
    />
  );
}

function TagsField({ action, label, onChange }: EditProps<'addTags' | 'removeTags'>) {
  const { tags } = action;
  const toggle = (value: string | null): void => {
    if (value === null) return;
    onChange({ ...action, tags: tags.includes(value) ? tags.filter((tag) => tag !== value) : [...tags, value] });
  };
  const trigger =
    tags.length === 0 ? (
      <Chip dashed>{t.panel.tag}</Chip>
    ) : (
      <Chip value={tags.join(', ')} aria-label={`${label}: ${tags.join(', ')}`} />
    );
  return (
    <WordPicker
      operator="tag"
      label={label}
      several
      chosen={tags}
      onToggle={({ value }) => toggle(value)}
      trigger={trigger}
    />
  );
}

function CustomField({ action, invalid, onChange }: EditProps<'field'>) {
  return (
    <div className="flex gap-2">
      <Field label={r.actionBits.fieldName}>
        {(ids) => (
          <TextInput
            {...ids}
            aria-invalid={invalid && action.name.trim() === ''}
            dir="auto"
            value={action.name}
            maxLength={200}
            onChange={(event) => onChange({ ...action, name: event.target.value })}
          />
        )}
      </Field>
      <Field label={r.actionBits.fieldValue} hint={r.actionBits.fieldClear}>
        {(ids) => (
          <TextInput
            {...ids}
            dir="auto"
            value={action.to ?? ''}
            maxLength={10_000}
            onChange={({ target }) => onChange({ ...action, to: target.value === '' ? null : target.value })}
          />
        )}
      </Field>
    </div>
  );
}

const ways = [
  { value: 'leastLoaded', label: r.actionBits.leastLoaded },
  { value: 'roundRobin', label: r.actionBits.roundRobin },
] as const;

function RouteField({ action, onChange }: EditProps<'route'>) {
  const people = usePeople();
  const { among } = action;
  const skills = [...new Set(people.flatMap((person) => person.skills))].sort((a, b) => a.localeCompare(b));
  const options = people
    .filter((person) => person.active)
    .map(({ id, name, away }) => ({
      value: id,
      label: away ? p.ownerAway(name) : name,
      mark: <Avatar name={name} away={away} />,
    }));
  const toggle = (value: string | null): void => {
    if (value === null) return;
    onChange({ ...action, among: among.includes(value) ? among.filter((id) => id !== value) : [...among, value] });
  };
  const amongWords = among.length === 0 ? r.actionBits.everybody : r.actionBits.someOf(among.length);
  return (
    <div className="flex flex-col items-start gap-2">
      <Segmented
        label={r.actionBits.by}
        segments={ways}
        value={action.by}
        onChange={(by) => onChange({ ...action, by })}
      />
      <div className="w-full">
        <Field label={r.actionBits.skills}>
          {(ids) => (
            <WordInput
              {...ids}
              words={action.skills}
              known={skills}
              placeholder={r.actionBits.skillsPlaceholder}
              removeName={p.remove}
              onChange={(words) => onChange({ ...action, skills: [...words] })}
            />
          )}
        </Field>
      </div>
      <Check
        label={r.actionBits.sameLanguage}
        on={action.language}
        onChange={(language) => onChange({ ...action, language })}
      />
      <ComboPicker
        label={r.actionBits.among}
        options={options}
        chosen={among}
        several
        onToggle={({ value }) => toggle(value)}
        trigger={<Chip field={r.actionBits.among} value={amongWords} />}
      />
      <p className="text-small text-ink-2">{r.actionBits.whoHere}</p>
    </div>
  );
}

function CategoryField({ action, label, onChange }: EditProps<'category'>) {
  const name = action.to ?? t.bar.noCategory;
  return (
    <WordPicker
      operator="category"
      label={label}
      withNone={{ value: null, label: t.bar.noCategory }}
      chosen={[action.to]}
      onToggle={({ value }) => onChange({ ...action, to: value })}
      trigger={<Chip value={name} aria-label={`${label}: ${name}`} />}
    />
  );
}

function LanguageField({ action, invalid, onChange }: EditProps<'language'>) {
  const set = (typed: string): void => onChange({ ...action, to: typed === '' ? null : typed });
  return (
    <TextInput
      aria-label={r.actionBits.language}
      aria-invalid={invalid}
      className="!h-[26px] !w-[96px]"
      placeholder={r.actionBits.languagePlaceholder}
      value={action.to ?? ''}
      maxLength={35}
      onChange={({ target }) => set(target.value.trim())}
    />
  );
}

/** What an action does, each kind with the picker that belongs to it. */
export function ActionFields(props: EditProps<Action['type']>): ReactElement {
  const { action, label, invalid, onChange } = props;
  switch (action.type) {
    case 'status':
      return (
        <StatusPicker
          value={action.to}
          onPick={(to) => onChange({ ...action, to })}
          trigger={<Chip value={t.status[action.to]} aria-label={`${label}: ${t.status[action.to]}`} />}
        />
      );
    case 'priority':
      return (
        <PriorityPicker
          value={action.to}
          onPick={(to) => onChange({ ...action, to })}
          trigger={<Chip value={t.priority[action.to]} aria-label={`${label}: ${t.priority[action.to]}`} />}
        />
      );
    case 'queue':
      return <QueueField {...props} action={action} />;
    case 'assignee':
      return <OwnerField {...props} action={action} />;
    case 'category':
      return <CategoryField {...props} action={action} />;
    case 'impact':
    case 'urgency':
      return <GradeField {...props} action={action} />;
    case 'language':
      return <LanguageField {...props} action={action} />;
    case 'field':
      return <CustomField {...props} action={action} />;
    case 'addTags':
    case 'removeTags':
      return <TagsField {...props} action={action} />;
    case 'reply':
    case 'note':
      return (
        <RuleText
          label={label}
          value={action.body}
          note={action.type === 'note'}
          invalid={invalid}
          onChange={(body) => onChange({ ...action, body })}
        />
      );
    case 'route':
      return <RouteField {...props} action={action} />;
  }
}
