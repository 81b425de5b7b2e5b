import { useState, type KeyboardEvent, type ReactNode, type SyntheticEvent } from 'react';
import type { Rotation, ShiftTemplate, Weekday } from '../../contract/index.ts';
import { weekdays } from '../../contract/words.ts';
import { command } from '../app/actions.ts';
import { keepFocus } from '../app/keep-focus.ts';
import { client } from '../client/client.ts';
import { usePeople } from '../client/use-desk.ts';
import { c } from '../strings/en-calendar.ts';
import { w as week } from '../strings/en-people.ts';
import { rw } from '../strings/en-roster.ts';
import { Button } from '../ui/button.tsx';
import { ComboPicker } from '../ui/combo.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field, TextInput } from '../ui/field.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { Check } from '../ui/switch.tsx';
import { datesOn, daysBetween, mostDays, nextMonday, plusDays } from './dates.ts';
import { deskToday } from './export-actions.ts';
import { setRoster } from './roster-store.ts';

const w = rw.patterns;
function close(): void {
  setRoster({ applying: false });
  keepFocus();
}

type FormProps = {
  readonly would: string;
  readonly error: string | null;
  readonly onApply: () => Promise<void>;
  readonly children: ReactNode;
};

function Form({ would, error, onApply, children }: FormProps) {
  const [tried, setTried] = useState(false);
  const submit = (): void => {
    setTried(true);
    if (error === null) void onApply();
  };
  const onSubmit = (event: SyntheticEvent): void => {
    event.preventDefault();
    submit();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    submit();
  };
  return (
    <form noValidate onSubmit={onSubmit} onKeyDown={onKeyDown} className="flex flex-col gap-3 p-4">
      {children}
      <p role="status" className={tried && error !== null ? 'text-late' : 'text-ink-2'}>
        {error === null ? would : tried ? error : ''}
      </p>
      <div className="flex justify-end gap-2">
        <Button onClick={close}>{rw.cancel}</Button>
        <Button type="submit" look="primary">
          {w.submit} <Kbd keys="mod+enter" on />
        </Button>
      </div>
    </form>
  );
}

type Span = { readonly from: string; readonly to: string };
type DatesProps = Span & { readonly onChange: (span: Span) => void };

function Dates({ from, to, onChange }: DatesProps) {
  return (
    <div className="flex gap-3">
      <Field label={w.from}>
        {(ids) => (
          <TextInput
            {...ids}
            type="date"
            value={from}
            onChange={({ target: { value } }) => onChange({ from: value, to: value > to ? value : to })}
          />
        )}
      </Field>
      <Field label={w.to}>
        {(ids) => (
          <TextInput
            {...ids}
            type="date"
            value={to}
            onChange={({ target: { value } }) => onChange({ from, to: value })}
          />
        )}
      </Field>
    </div>
  );
}

/** Monday to Sunday after today. */
function comingWeek(): Span {
  const from = nextMonday(deskToday());
  return { from, to: plusDays(from, 6) };
}

function OnDays({ on, onChange }: { readonly on: readonly Weekday[]; readonly onChange: (on: Weekday[]) => void }) {
  return (
    <fieldset className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <legend className="mb-1 text-small font-medium text-ink-2">{w.on}</legend>
      {weekdays.map((day) => (
        <label key={day} className="flex items-center gap-1 select-none">
          <input
            type="checkbox"
            aria-label={c.days[day]}
            className="accent-accent"
            checked={on.includes(day)}
            onChange={(event) =>
              onChange(weekdays.filter((each) => (each === day ? event.target.checked : on.includes(each))))
            }
          />
          {week.short[day]}
        </label>
      ))}
    </fieldset>
  );
}

function ApplyTemplate({ template }: { readonly template: ShiftTemplate }) {
  const people = usePeople().filter(({ active }) => active);
  const [span, setSpan] = useState(comingWeek);
  const [on, setOn] = useState<readonly Weekday[]>(weekdays.slice(0, 5));
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [open, setOpen] = useState(false);
  const days = daysBetween(span.from, span.to);
  const dates = datesOn(span.from, span.to, on);
  const personIds = [...chosen, ...(open ? [null] : [])];
  const count = dates.length * personIds.length;
  const error = (): string | null => {
    if (days === null || dates.length > mostDays || days > 366) return w.badDays(mostDays);
    if (dates.length === 0) return w.needDay;
    return personIds.length === 0 ? w.needPeople : null;
  };
  const apply = async (): Promise<void> => {
    const done = await command(client.roster.templateApply({ id: template.id, personIds, dates: [...dates] }));
    if (done === null) return;
    close();
    setRoster({ applied: w.applied(template.name, done.changed, count - done.changed) });
  };
  const names = people.filter(({ id }) => chosen.includes(id)).map(({ name }) => name);
  return (
    <Form would={w.would(count)} error={error()} onApply={apply}>
      <Dates {...span} onChange={setSpan} />
      <OnDays on={on} onChange={setOn} />
      <div className="flex flex-col gap-1">
        <span className="text-small font-medium text-ink-2">{w.who}</span>
        <div className="flex min-w-0 items-center gap-2">
          <ComboPicker
            label={w.everyone}
            options={people.map(({ id, name }) => ({ value: id, label: name }))}
            chosen={chosen}
            several
            onToggle={({ value }) =>
              setChosen((held) =>
                value === null ? held : held.includes(value) ? held.filter((id) => id !== value) : [...held, value],
              )
            }
            trigger={<Button>{chosen.length === 0 ? w.everyone : w.chosen(chosen.length)}</Button>}
          />
          <span className="min-w-0 flex-1 truncate text-ink-2" dir="auto" title={names.join(', ')}>
            {names.join(', ')}
          </span>
        </div>
        <Check label={w.openOne} on={open} onChange={setOpen} />
      </div>
    </Form>
  );
}

function ApplyRotation({ rotation }: { readonly rotation: Rotation }) {
  const [span, setSpan] = useState(() => {
    const { from } = comingWeek();
    return { from, to: plusDays(from, 7 * Math.min(rotation.weeks.length, 4) - 1) };
  });
  const days = daysBetween(span.from, span.to);
  const error = (): string | null => {
    if (days === null || days > mostDays) return w.badDays(mostDays);
    return rotation.people.length === 0 ? w.needPeople : null;
  };
  const apply = async (): Promise<void> => {
    if (days === null) return;
    const done = await command(client.roster.rotationApply({ id: rotation.id, from: span.from, days }));
    if (done === null) return;
    close();
    setRoster({ applied: w.appliedRotation(rotation.name, done.changed) });
  };
  return (
    <Form would={w.wouldRotate(days ?? 0, rotation.people.length)} error={error()} onApply={apply}>
      <Dates {...span} onChange={setSpan} />
    </Form>
  );
}

type Props = {
  readonly open: boolean;
  readonly template: ShiftTemplate | null;
  readonly rotation: Rotation | null;
};

/** Puts a template or a rotation on days, as a draft of the plan. */
export function ApplyDialog({ open, template, rotation }: Props) {
  const name = template?.name ?? rotation?.name ?? '';
  return (
    <Dialog title={w.applyTitle(name)} open={open} onClose={close}>
      {template !== null && <ApplyTemplate template={template} />}
      {rotation !== null && <ApplyRotation rotation={rotation} />}
    </Dialog>
  );
}
