import { UserMinus, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { useNames, usePeople } from '../client/use-desk.ts';
import { sw } from '../strings/en-staffing.ts';
import { Button } from '../ui/button.tsx';
import { ComboPicker } from '../ui/combo.tsx';
import { TimeInput } from '../ui/time-input.tsx';
import { Field } from '../ui/field.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { Avatar } from '../ui/marks.tsx';
import { setStaffing, useStaffing } from './staffing-store.ts';
import { StepField } from './step-field.tsx';
import { useTabActions } from './tab-actions.ts';
import { ends, isChanged, noChange, type ChangeDraft, type ChangeField } from './what-if-draft.ts';

const w = sw.whatIf;
const steps = { agents: 1, aht: 5, volume: 5, later: 15, spike: 25 } as const;

function set(part: Partial<ChangeDraft>): void {
  useStaffing.setState(({ change }) => ({ change: { ...change, ...part } }));
}
const clearChange = (): void => setStaffing({ change: noChange });

function Absent({ ids }: { readonly ids: readonly string[] }) {
  const people = usePeople();
  const names = useNames().people;
  const [open, setOpen] = useState(false);
  useTabActions({ pick: () => setOpen(true) });
  const toggle = (id: string): void =>
    set({ absentIds: ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id] });
  const options = people
    .filter(({ active, id }) => active || ids.includes(id))
    .map(({ id, name }) => ({ value: id, label: name, mark: <Avatar name={name} /> }));
  return (
    <div className="flex flex-col gap-1">
      <span className="text-small font-medium text-ink-2">{w.absent}</span>
      <div className="flex flex-wrap items-center gap-1">
        {ids.map((id) => {
          const name = names.get(id) ?? '…';
          return (
            <span
              key={id}
              className="inline-flex h-[23px] max-w-full items-center gap-1 rounded-[5px] bg-sunken pr-1 pl-2 text-small"
            >
              <span className="truncate" dir="auto">
                {name}
              </span>
              <button
                type="button"
                aria-label={w.removeAbsent(name)}
                title={w.removeAbsent(name)}
                onClick={() => toggle(id)}
                className="inline-flex size-4 items-center justify-center rounded-[3px] text-ink-2 hover:bg-line-strong hover:text-ink"
              >
                <X size={11} aria-hidden />
              </button>
            </span>
          );
        })}
        <ComboPicker
          label={w.absent}
          several
          open={open}
          onOpenChange={setOpen}
          options={options}
          chosen={ids}
          onToggle={({ value }) => value !== null && toggle(value)}
          trigger={
            <Button small icon={<UserMinus size={13} aria-hidden />}>
              {w.addAbsent} <Kbd keys="a" />
            </Button>
          }
        />
      </div>
    </div>
  );
}

/** What would be different on the day: people, handle time, volume, a spike, an opening at another time. */
export function ChangeForm({ wrong }: { readonly wrong: ReadonlySet<ChangeField> }) {
  const change = useStaffing((state) => state.change);
  const form = useRef<HTMLFormElement>(null);
  useTabActions({ clear: clearChange, edit: () => form.current?.querySelector('input')?.focus() });
  const error = (field: ChangeField): string | undefined => (wrong.has(field) ? w.wrong[field] : undefined);
  const step = (field: 'agents' | 'aht' | 'volume' | 'later' | 'spike', hint?: string) => (
    <StepField
      label={w.field[field]}
      {...(hint !== undefined && { hint })}
      error={error(field)}
      value={change[field]}
      step={steps[field]}
      ends={ends[field]}
      onChange={(value) => set({ [field]: value })}
    />
  );
  const time = (field: 'spikeFrom' | 'spikeTo') => (
    <Field label={w.field[field]} error={error(field)}>
      {(ids) => <TimeInput {...ids} value={change[field]} onTime={(next) => set({ [field]: next })} />}
    </Field>
  );
  return (
    <form ref={form} aria-label={w.change} className="flex flex-col gap-3" onSubmit={(event) => event.preventDefault()}>
      <div className="flex h-[26px] items-center justify-between gap-2">
        <h2 className="text-title font-bold">{w.change}</h2>
        <Button small disabled={!isChanged(change)} onClick={clearChange}>
          {w.clear} <Kbd keys="x" />
        </Button>
      </div>
      {step('agents', w.agentsHint)}
      <div className="flex gap-3">
        {step('aht')}
        {step('volume')}
      </div>
      <Absent ids={change.absentIds} />
      {step('later', w.laterHint)}
      <fieldset>
        <legend className="mb-1 text-small font-medium text-ink-2">{w.spike}</legend>
        <div className="flex gap-2">
          {time('spikeFrom')}
          {time('spikeTo')}
        </div>
        <div className="mt-2">{step('spike')}</div>
      </fieldset>
    </form>
  );
}
