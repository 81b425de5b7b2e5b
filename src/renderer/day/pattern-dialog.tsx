import { useState } from 'react';
import type { Person } from '../../contract/index.ts';
import { command } from '../app/actions.ts';
import { client } from '../client/client.ts';
import { d } from '../strings/en-day.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field, Select } from '../ui/field.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { Check } from '../ui/switch.tsx';
import { closeFloat } from './day-actions.ts';
import { datesFrom } from './week-cells.ts';
import { usePatterns } from './use-day-data.ts';

const w = d.pattern;
const kinds = [
  { value: 'template', label: w.template },
  { value: 'rotation', label: w.rotation },
] as const;

type Props = {
  readonly from: string;
  readonly days: number;
  readonly people: readonly Person[];
  readonly dayName: (date: string) => string;
};

type ListProps = {
  readonly label: string;
  readonly items: readonly { readonly id: string; readonly name: string }[];
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
};

function Ticks({ label, items, chosen, onChange }: ListProps) {
  const toggle = (id: string, on: boolean): void => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    onChange(next);
  };
  return (
    <fieldset className="min-w-0 flex-1">
      <legend className="mb-1 text-small font-medium text-ink-2">{label}</legend>
      <div className="flex max-h-[200px] flex-col gap-1 overflow-y-auto rounded-md border border-line px-3 py-2">
        {items.map(({ id, name }) => (
          <Check key={id} label={name} on={chosen.has(id)} onChange={(on) => toggle(id, on)} />
        ))}
      </div>
    </fieldset>
  );
}

const workDays = 5;

function Body({ from, days, people, dayName }: Props) {
  const patterns = usePatterns().data;
  const [kind, setKind] = useState<'template' | 'rotation'>('template');
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [who, setWho] = useState<ReadonlySet<string>>(new Set());
  const dates = datesFrom(from, days);
  const [when, setWhen] = useState<ReadonlySet<string>>(
    () => new Set(dates.filter((_, index) => index % 7 < workDays)),
  );
  const items = (kind === 'template' ? patterns?.templates : patterns?.rotations) ?? [];
  const id = items.find((item) => item.id === chosenId)?.id ?? items[0]?.id;
  const ready = id !== undefined && (kind === 'rotation' || (who.size > 0 && when.size > 0));
  const apply = (): void => {
    if (!ready) return;
    closeFloat();
    void command(
      kind === 'rotation'
        ? client.roster.rotationApply({ id, from, days })
        : client.roster.templateApply({ id, personIds: [...who], dates: dates.filter((date) => when.has(date)) }),
    );
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) apply();
      }}
      className="flex flex-col gap-3 p-4"
    >
      <Segmented label={w.kind} segments={kinds} value={kind} onChange={setKind} look="accent" />
      {items.length === 0 ? (
        <p className="text-ink-2">{kind === 'template' ? w.none : w.noneRotation}</p>
      ) : (
        <Field label={kind === 'template' ? w.template : w.rotation}>
          {(ids) => (
            <Select
              {...ids}
              options={items.map((item) => ({ value: item.id, label: item.name }))}
              value={id}
              onPick={setChosenId}
            />
          )}
        </Field>
      )}
      {kind === 'template' && items.length > 0 && (
        <div className="flex gap-4">
          <Ticks label={w.who} items={people} chosen={who} onChange={setWho} />
          <Ticks
            label={w.days}
            items={dates.map((date) => ({ id: date, name: dayName(date) }))}
            chosen={when}
            onChange={setWhen}
          />
        </div>
      )}
      <p className="text-small text-ink-2">{w.how}</p>
      <div className="flex justify-end gap-2">
        <Button onClick={closeFloat}>{d.editor.cancel}</Button>
        <Button type="submit" look="primary" disabled={!ready}>
          {w.apply} <Kbd keys="mod+enter" on />
        </Button>
      </div>
    </form>
  );
}

/** A template on some people and days, or a rotation on all of the weeks on screen. */
export function PatternDialog({ open, ...props }: Props & { readonly open: boolean }) {
  return (
    <Dialog title={w.title} open={open} onClose={closeFloat} width={520}>
      <Body {...props} />
    </Dialog>
  );
}
