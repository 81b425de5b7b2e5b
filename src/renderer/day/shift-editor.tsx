import { Popover } from '@base-ui/react/popover';
import { Plus, X } from 'lucide-react';
import { useRef, useState, type SyntheticEvent } from 'react';
import type { DeskShift, Person } from '../../contract/index.ts';
import { activityKinds, workKinds } from '../../contract/words.ts';
import { d } from '../strings/en-day.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { dayOf } from '../ui/days.ts';
import { DateField, Field, Select, TextInput } from '../ui/field.tsx';
import { floatClass } from '../ui/float.ts';
import { clockTime } from '../ui/format.ts';
import { Kbd } from '../ui/kbd.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { closeFloat, removeShift } from './day-actions.ts';
import { dayHandle } from './day-handle.ts';
import { setCursor, useDay, type Edited } from './day-store.ts';
import { formOf, readForm, type FormFaults, type PartForm, type ShiftForm } from './editor-form.ts';
import { timeField } from './geometry.ts';
import { changed, create, save } from './save.ts';
import { addActivity } from './shift-draft.ts';
import { TimeInput } from '../ui/time-input.tsx';

const w = d.editor;
const works = workKinds.map((value) => ({ value, label: d.kind[value] }));
const kinds = activityKinds.map((value) => ({ value, label: d.kind[value] }));

type PartProps = {
  readonly part: PartForm;
  readonly fault: string | undefined;
  readonly onChange: (part: PartForm) => void;
  readonly onRemove: () => void;
  readonly index: number;
};

function PartRow({ part, fault, onChange, onRemove, index }: PartProps) {
  const label = w.activity(index + 1);
  return (
    <li>
      <div className="flex items-center gap-2">
        <Select
          aria-label={label}
          options={kinds}
          value={part.kind}
          onPick={(value) => {
            const kind = activityKinds.find((each) => each === value);
            if (kind !== undefined) onChange({ ...part, kind });
          }}
          className="min-w-0 flex-1"
        />
        <TimeInput
          aria-label={`${label}, ${w.start}`}
          value={part.start}
          aria-invalid={fault !== undefined}
          onTime={(start) => onChange({ ...part, start })}
          className="!w-[66px]"
        />
        <TimeInput
          aria-label={`${label}, ${w.end}`}
          value={part.end}
          aria-invalid={fault !== undefined}
          onTime={(end) => onChange({ ...part, end })}
          className="!w-[66px]"
        />
        <IconButton label={w.remove(d.kind[part.kind])} onClick={onRemove}>
          <X size={13} aria-hidden />
        </IconButton>
      </div>
      {fault !== undefined && <p className="mt-1 text-small text-late">{fault}</p>}
    </li>
  );
}

type FieldsProps = {
  readonly form: ShiftForm;
  readonly faults: FormFaults;
  readonly people: readonly Person[];
  readonly isNew: boolean;
  readonly onChange: (change: Partial<ShiftForm>) => void;
};

function TimeFields({ form, faults, onChange, isNew }: Omit<FieldsProps, 'people'>) {
  const overnight = form.end !== '' && form.end <= form.start;
  return (
    <div className="flex gap-2">
      {isNew && (
        <div className="w-[136px] shrink-0">
          <DateField label={w.date} value={form.date} onDate={(on) => onChange({ date: on })} />
        </div>
      )}
      <Field label={w.start} error={faults.start}>
        {(ids) => <TimeInput {...ids} data-autofocus value={form.start} onTime={(start) => onChange({ start })} />}
      </Field>
      <Field label={w.end} error={faults.end} {...(overnight && { note: w.nextDay })}>
        {(ids) => <TimeInput {...ids} value={form.end} onTime={(end) => onChange({ end })} />}
      </Field>
    </div>
  );
}

function WhoField({ form, people, onChange }: Pick<FieldsProps, 'form' | 'people' | 'onChange'>) {
  const options = [
    { value: '', label: w.openShift },
    ...people
      .filter((person) => person.active || person.id === form.personId)
      .map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <Field label={w.who}>
      {(ids) => (
        <Select
          {...ids}
          options={options}
          value={form.personId ?? ''}
          onPick={(value) => onChange({ personId: value === '' ? null : value })}
        />
      )}
    </Field>
  );
}

function Parts({
  form,
  faults,
  onChange,
  onAdd,
}: Omit<FieldsProps, 'people' | 'isNew'> & { readonly onAdd: () => void }) {
  const change = (index: number, part: PartForm | null): void =>
    onChange({ parts: form.parts.flatMap((one, place) => (place !== index ? [one] : part === null ? [] : [part])) });
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1 text-small font-medium text-ink-2">{w.activities}</legend>
      {form.parts.length === 0 && <p className="text-small text-ink-2">{w.none}</p>}
      <ul className="flex flex-col gap-2">
        {form.parts.map((part, index) => (
          <PartRow
            key={index}
            index={index}
            part={part}
            fault={faults.parts.get(index)}
            onChange={(next) => change(index, next)}
            onRemove={() => change(index, null)}
          />
        ))}
      </ul>
      <Button small look="quiet" onClick={onAdd} icon={<Plus size={13} aria-hidden />} className="self-start">
        {w.add}
      </Button>
    </fieldset>
  );
}

type FormProps = {
  readonly edited: Edited;
  readonly people: readonly Person[];
  readonly shifts: readonly DeskShift[];
  readonly zone: string;
};

/** Saves what was edited; the board goes to it. False where the desk refused. */
async function store(shift: Edited, shifts: readonly DeskShift[], zone: string): Promise<boolean> {
  const held = shifts.find(({ id }) => id === shift.id);
  setCursor({ lane: shift.personId ?? 'open-0', date: dayOf(shift.startAt, zone) });
  if (held !== undefined) return save([changed({ ...held, removed: false }, shift)]);
  const ids = await create([shift]);
  if (ids?.[0] !== undefined) setCursor({ spot: `${ids[0]}:w0` });
  return ids !== null;
}

/** Who already works over these hours, in words: allowed (a handover, a second desk), and never by accident. */
function Doubled({
  shift,
  id,
  shifts,
  zone,
}: Pick<FormProps, 'shifts' | 'zone'> & { shift: Edited | null; id: string | undefined }) {
  const other = shifts.find(
    (each) =>
      shift !== null &&
      !each.removed &&
      each.id !== id &&
      each.personId !== null &&
      each.personId === shift.personId &&
      each.startAt < shift.endAt &&
      shift.startAt < each.endAt,
  );
  return (
    <p role="status" className="text-small text-risk empty:hidden">
      {other !== undefined && w.doubled(clockTime(other.startAt, zone), clockTime(other.endAt, zone))}
    </p>
  );
}

function Form({ edited, people, shifts, zone }: FormProps) {
  const [form, setForm] = useState(() => formOf(edited, zone));
  const [tried, setTried] = useState(false);
  const read = readForm(form, edited, zone);
  const faults: FormFaults = tried ? read.faults : { parts: new Map() };
  const change = (next: Partial<ShiftForm>): void => setForm((held) => ({ ...held, ...next }));
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setTried(true);
    if (read.shift === null) return;
    const { shift } = read;
    closeFloat();
    void store(shift, shifts, zone);
  };
  const addPart = (): void => {
    const basis = read.shift ?? edited;
    const added = addActivity(
      basis,
      basis.activities.length === 0 ? 'lunch' : 'break',
      (basis.startAt + basis.endAt) / 2,
    );
    const part = added?.shift.activities[added.index];
    if (part !== undefined)
      change({
        parts: [
          ...form.parts,
          { kind: part.kind, start: timeField(part.startAt, zone), end: timeField(part.endAt, zone) },
        ],
      });
  };
  const isNew = edited.id === undefined;
  return (
    <form
      noValidate
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event);
      }}
      className="flex w-[360px] flex-col gap-3 p-3"
    >
      <TimeFields form={form} faults={faults} isNew={isNew} onChange={change} />
      <WhoField form={form} people={people} onChange={change} />
      <Doubled shift={read.shift} id={edited.id} shifts={shifts} zone={zone} />
      <div className="flex flex-col gap-1">
        <span className="text-small font-medium text-ink-2">{w.work}</span>
        <Segmented
          label={w.work}
          segments={works}
          value={form.work}
          onChange={(work) => change({ work })}
          look="accent"
        />
      </div>
      <Parts form={form} faults={faults} onChange={change} onAdd={addPart} />
      <Field label={w.note}>
        {(ids) => (
          <TextInput
            {...ids}
            dir="auto"
            maxLength={1000}
            value={form.note}
            onChange={(event) => change({ note: event.target.value })}
          />
        )}
      </Field>
      <div className="flex items-center gap-2">
        {edited.id !== undefined && (
          <Button
            small
            look="danger"
            onClick={() => {
              const { id } = edited;
              closeFloat();
              if (id !== undefined) void removeShift(id);
            }}
          >
            {w.delete}
          </Button>
        )}
        <span className="flex-1" />
        <Button small onClick={closeFloat}>
          {w.cancel}
        </Button>
        <Button small type="submit" look="primary">
          {w.save} <Kbd keys="mod+enter" on />
        </Button>
      </div>
    </form>
  );
}

/** The shift under the cursor, or a new one, in a form beside it. */
export function ShiftEditor({ people, shifts, zone }: Omit<FormProps, 'edited'>) {
  const edited = useDay((state) => state.edited);
  const popup = useRef<HTMLDivElement>(null);
  if (edited === null) return null;
  const name = people.find(({ id }) => id === edited.personId)?.name ?? w.openShift;
  const title = edited.id === undefined ? w.create : w.edit(name);
  return (
    <Popover.Root open onOpenChange={(open) => !open && closeFloat()}>
      <Popover.Portal>
        <Popover.Positioner
          anchor={() => dayHandle()?.anchor() ?? null}
          side="bottom"
          align="start"
          sideOffset={6}
          className="z-40"
        >
          <Popover.Popup
            ref={popup}
            initialFocus={() => popup.current?.querySelector<HTMLElement>('[data-autofocus]') ?? null}
            finalFocus={false}
            className={`${floatClass} max-h-[calc(100vh-16px)] overflow-y-auto`}
          >
            <Popover.Title className="border-b border-line px-3 py-2 text-title font-bold" dir="auto">
              {title}
            </Popover.Title>
            <Form key={edited.id ?? 'new'} edited={edited} people={people} shifts={shifts} zone={zone} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
