import { useState, type SyntheticEvent } from 'react';
import { hoursFromText } from '../../domain/calendar/hours-text.ts';
import { dayNumber, monthDayOf } from '../../domain/calendar/wall-time.ts';
import { c } from '../strings/en-calendar.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { DateField, Field, TextInput } from '../ui/field.tsx';
import { FormFoot } from '../ui/form-foot.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { newRuleId, ruleDate, rulesOn, withoutRule, withRules, type DayRule, type Draft } from './draft.ts';
import { edit, focusPart, moveTo, setCalendars, useCalendars } from './store.ts';

type Kind = DayRule['kind'] | 'usual';
type Form = {
  readonly date: string;
  readonly kind: Kind;
  readonly hours: string;
  readonly name: string;
  readonly yearly: boolean;
};

const kinds = (['usual', 'closed', 'hours', 'part'] as const).map((value) => ({ value, label: c.dayKinds[value] }));

const formOf = (rule: DayRule | undefined, date: string): Form =>
  rule === undefined
    ? { date, kind: 'closed', hours: '', name: '', yearly: false }
    : { date, kind: rule.kind, hours: rule.hours, name: rule.name, yearly: !('date' in rule.on) };

const isDate = (text: string): boolean => {
  try {
    return Math.abs(dayNumber(text)) < 1e6;
  } catch {
    return false;
  }
};

function wrongIn({ date, kind, hours }: Form): { date?: string; hours?: string } {
  if (!isDate(date)) return { date: c.badDate };
  if (kind === 'usual' || kind === 'closed') return {};
  const read = hoursFromText(hours);
  if ('error' in read) return { hours: read.error };
  return read.hours.length === 0 ? { hours: c.needHours } : {};
}

const ruleFrom = (form: Form, id: string): DayRule => {
  const monthDay = monthDayOf(dayNumber(form.date));
  const yearly = { month: Math.floor(monthDay / 100), day: monthDay % 100 };
  const kind = form.kind === 'usual' ? 'closed' : form.kind;
  // Only whole days come back every year; a part of one is written for its date.
  const on = form.yearly && kind !== 'part' ? yearly : { date: form.date };
  return { id, on, kind, hours: kind === 'closed' ? '' : form.hours.trim(), name: form.name.trim() };
};

const close = (): void => setCalendars({ dialog: null });

function apply(form: Form, rule: DayRule | undefined): void {
  edit((draft) => {
    const without = rule === undefined ? draft : withoutRule(draft, rule.id);
    return form.kind === 'usual' ? without : withRules(without, [ruleFrom(form, rule?.id ?? newRuleId())]);
  });
  moveTo(form.date);
  close();
}

function DayForm({
  rule,
  date,
  fixed,
}: {
  readonly rule: DayRule | undefined;
  readonly date: string;
  readonly fixed: boolean;
}) {
  const [form, setForm] = useState(() => formOf(rule, date));
  const [asked, setAsked] = useState(false);
  const wrong = asked ? wrongIn(form) : {};
  const set = (change: Partial<Form>): void => setForm((now) => ({ ...now, ...change }));
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (Object.keys(wrongIn(form)).length === 0) apply(form, rule);
  };
  const timed = form.kind === 'hours' || form.kind === 'part';
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-3 p-4">
      {!fixed && <DateField label={c.day} error={wrong.date} value={form.date} onDate={(on) => set({ date: on })} />}
      <div className="flex flex-col items-start gap-1">
        <span className="text-small font-medium text-ink-2">{c.dayKind}</span>
        <Segmented
          look="accent"
          label={c.dayKind}
          segments={kinds}
          value={form.kind}
          onChange={(kind) => set({ kind })}
        />
      </div>
      {timed && (
        <Field label={form.kind === 'hours' ? c.openAt : c.closedAt} error={wrong.hours}>
          {(ids) => (
            <TextInput
              {...ids}
              value={form.hours}
              placeholder="09:00-12:00"
              className="tabular-nums"
              onChange={(event) => set({ hours: event.target.value })}
            />
          )}
        </Field>
      )}
      {form.kind !== 'usual' && (
        <Field label={c.dayName} note={c.optional}>
          {(ids) => (
            <TextInput
              {...ids}
              value={form.name}
              maxLength={200}
              dir="auto"
              placeholder={c.dayNameHint}
              onChange={(event) => set({ name: event.target.value })}
            />
          )}
        </Field>
      )}
      {(form.kind === 'closed' || form.kind === 'hours') && (
        <label className="flex items-center gap-2">
          <input
            type="checkbox"
            className="check"
            checked={form.yearly}
            onChange={(event) => set({ yearly: event.target.checked })}
          />
          {c.yearly}
        </label>
      )}
      <FormFoot>
        <Button onClick={close}>{c.cancel}</Button>
        <Button type="submit" look="primary">
          {c.apply}
        </Button>
      </FormFoot>
    </form>
  );
}

/** The date on which a rule stands in the year that is shown. */
const dateIn = (rule: DayRule, year: number): string => {
  if ('date' in rule.on) return rule.on.date;
  const date = `${year}-${ruleDate(rule.on)}`;
  return isDate(date) ? date : `2028-${ruleDate(rule.on)}`;
};

/** What one day is: as usual, closed, with hours of its own, closed for a part; this year or every year. */
export function DayDialog({ draft }: { readonly draft: Draft }) {
  const { dialog, cursor, year } = useCalendars();
  const open = dialog?.kind === 'day';
  const asked = open ? dialog : null;
  const given = asked?.date ?? null;
  const rule =
    asked?.ruleId == null
      ? given === null
        ? undefined
        : rulesOn(draft, given)[0]
      : draft.days.find(({ id }) => id === asked.ruleId);
  const date = given ?? (rule === undefined ? cursor : dateIn(rule, year));
  const leave = (): void => {
    close();
    if (given !== null) focusPart('year');
  };
  return (
    <Dialog title={given === null ? c.addDay : c.date(date)} open={open} onClose={leave} width={420}>
      {open && <DayForm rule={rule} date={date} fixed={given !== null} />}
    </Dialog>
  );
}
