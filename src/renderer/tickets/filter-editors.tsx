import { Popover } from '@base-ui/react/popover';
import { useState, type ReactElement } from 'react';
import type { Filter } from '../../contract/index.ts';
import { dayEnd, dayOf, dayStart } from '../ui/days.ts';
import { t } from '../strings/en.ts';
import { Button } from '../ui/button.tsx';
import { ComboPicker, type Option } from '../ui/combo.tsx';
import { DateField, Field, TextInput } from '../ui/field.tsx';
import { floatClass } from '../ui/float.ts';
import { PriorityBars } from '../ui/marks.tsx';
import { Segmented } from '../ui/segmented.tsx';
import {
  bands,
  channels,
  priorities,
  statuses,
  withoutField,
  withValues,
  type FilterField,
  type ListField,
} from './filter-fields.ts';
import { PeoplePicker, QueuePicker, WordPicker } from './pickers.tsx';

type EditorProps = {
  readonly filter: Filter;
  readonly onChange: (filter: Filter) => void;
  readonly trigger: ReactElement;
  readonly zone: string;
  readonly startOpen?: boolean;
};

function useOpening({ startOpen = false }: EditorProps) {
  const [open, onOpenChange] = useState(startOpen);
  return { open, onOpenChange };
}

const named = (values: readonly string[], words: Readonly<Record<string, string>>): readonly Option[] =>
  values.map((value) => ({ value, label: words[value] ?? value }));

const fixed: Partial<Record<ListField, readonly Option[]>> = {
  status: named(statuses, t.status),
  priority: priorities.map((value) => ({ value, label: t.priority[value], mark: <PriorityBars priority={value} /> })),
  channel: named(channels, t.channel),
  band: named(bands, t.band),
};

function ListEditor({ field, label, ...props }: EditorProps & { readonly field: ListField; readonly label: string }) {
  const opening = useOpening(props);
  const chosen: readonly (string | null)[] = props.filter[field] ?? [];
  const onToggle = ({ value }: Option): void => {
    const next = chosen.includes(value) ? chosen.filter((held) => held !== value) : [...chosen, value];
    props.onChange(withValues(props.filter, field, next));
  };
  const rest = { trigger: props.trigger, chosen, onToggle, several: true, ...opening };
  if (field === 'assignee') return <PeoplePicker withMe {...rest} />;
  if (field === 'queue') return <QueuePicker {...rest} />;
  if (field === 'tag') return <WordPicker operator="tag" label={label} {...rest} />;
  if (field === 'category') {
    const none = { value: null, label: t.bar.noCategory };
    return <WordPicker operator="category" label={label} withNone={none} {...rest} />;
  }
  return <ComboPicker label={label} options={fixed[field] ?? []} {...rest} />;
}

type FormProps = EditorProps & { readonly label: string; readonly children: (close: () => void) => ReactElement };

function FormEditor({ label, children, ...props }: FormProps) {
  const { open, onOpenChange } = useOpening(props);
  return (
    <Popover.Root open={open} onOpenChange={onOpenChange}>
      <Popover.Trigger render={props.trigger} />
      <Popover.Portal>
        <Popover.Positioner align="start" sideOffset={4} className="z-40">
          <Popover.Popup aria-label={label} className={`${floatClass} w-[280px] p-3`}>
            {children(() => onOpenChange(false))}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

function CreatedForm({ filter, onChange, zone, close }: EditorProps & { readonly close: () => void }) {
  const [from, setFrom] = useState(() => (filter.createdFrom === undefined ? '' : dayOf(filter.createdFrom, zone)));
  const [to, setTo] = useState(() => (filter.createdTo === undefined ? '' : dayOf(filter.createdTo, zone)));
  const apply = (): void => {
    const range = { ...(from && { createdFrom: dayStart(from, zone) }), ...(to && { createdTo: dayEnd(to, zone) }) };
    onChange({ ...withoutField(filter, 'created'), ...range });
    close();
  };
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
    >
      <div className="flex gap-2">
        <DateField label={t.bar.from} value={from} onDate={setFrom} />
        <DateField label={t.bar.to} value={to} onDate={setTo} />
      </div>
      <Button type="submit" look="primary" small className="self-end">
        {t.bar.apply}
      </Button>
    </form>
  );
}

function TextForm({ filter, onChange, close }: EditorProps & { readonly close: () => void }) {
  const [text, setText] = useState(filter.text ?? '');
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        const rest = withoutField(filter, 'text');
        onChange(text.trim() === '' ? rest : { ...rest, text: text.trim() });
        close();
      }}
    >
      <Field label={t.bar.text} hint={t.bar.textHint}>
        {(ids) => (
          <TextInput {...ids} value={text} maxLength={1000} onChange={(event) => setText(event.target.value)} />
        )}
      </Field>
      <Button type="submit" look="primary" small className="self-end">
        {t.bar.apply}
      </Button>
    </form>
  );
}

type Switched = 'open' | 'solvedToday' | 'drill';
const yesNo = [
  { value: 'yes', label: t.bar.yes },
  { value: 'no', label: t.bar.no },
] as const;

type SwitchProps = EditorProps & { readonly field: Switched; readonly label: string };

function SwitchForm({ field, label, filter, onChange }: SwitchProps) {
  return (
    <div className="flex items-center justify-between gap-3">
      <span className="text-small text-ink-2">{label}</span>
      <Segmented
        label={label}
        segments={yesNo}
        value={filter[field] === false ? 'no' : 'yes'}
        onChange={(value) => onChange({ ...filter, [field]: value === 'yes' })}
      />
    </div>
  );
}

type Props = EditorProps & { readonly field: FilterField; readonly label: string };

/** Whatever edits one field of a filter, opened by its chip. */
export function FilterEditor({ field, label, ...props }: Props) {
  if (field === 'created') {
    return (
      <FormEditor label={label} {...props}>
        {(close) => <CreatedForm {...props} close={close} />}
      </FormEditor>
    );
  }
  if (field === 'text') {
    return (
      <FormEditor label={label} {...props}>
        {(close) => <TextForm {...props} close={close} />}
      </FormEditor>
    );
  }
  if (field === 'open' || field === 'solvedToday' || field === 'drill') {
    return (
      <FormEditor label={label} {...props}>
        {() => <SwitchForm field={field} label={label} {...props} />}
      </FormEditor>
    );
  }
  // These come from where they are counted and can only be taken away.
  if (field === 'requester' || field === 'waitingOverHours' || field === 'level') return props.trigger;
  return <ListEditor field={field} label={label} {...props} />;
}
