import { Pencil, Trash2 } from 'lucide-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import type { ForecastEvent } from '../../contract/index.ts';
import { command } from '../app/actions.ts';
import { client } from '../client/client.ts';
import { placeAfter, stepOf } from '../ui/list-steps.ts';
import { sw } from '../strings/en-staffing.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { DateField, Field, TextInput } from '../ui/field.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { eventDraft, readEvent, type EventDraft, type EventField } from './event-draft.ts';
import { dayName } from './outlook-chart.tsx';
import { setStaffing, useStaffing } from './staffing-store.ts';
import { useTabActions } from './tab-actions.ts';

const w = sw.forecast.events;
const words: Readonly<Record<EventField, string>> = { date: w.badDate, name: w.badName, percent: w.badFactor };
const listId = 'uncommon-days';

const close = (): void => setStaffing({ eventForm: null });

/** The keys go on in the list once the form has gone, also where the list comes in only then, or what it had has gone. */
function useBackToList(form: object | null, count: number): void {
  const wasOpen = useRef(false);
  useEffect(() => {
    if (wasOpen.current && form === null) document.getElementById(listId)?.focus({ preventScroll: true });
    wasOpen.current = form !== null;
  }, [form]);
  const counted = useRef(count);
  useEffect(() => {
    // Only where one went that had the focus: whoever just came here begins at the chart.
    const went = counted.current !== count;
    counted.current = count;
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (went && form === null && lost) document.getElementById(listId)?.focus({ preventScroll: true });
  }, [form, count]);
}

function EventForm({ event, date }: { readonly event: ForecastEvent | null; readonly date: string }) {
  const [draft, setDraft] = useState<EventDraft>(() => eventDraft(event, date));
  const [wrong, setWrong] = useState<ReadonlySet<EventField>>(new Set());
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input')?.focus();
  }, []);
  const set = (part: Partial<EventDraft>): void => setDraft((held) => ({ ...held, ...part }));
  const save = async (): Promise<void> => {
    const read = readEvent(draft);
    if ('wrong' in read) {
      setWrong(read.wrong);
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    const done = await command(client.staffing.eventSave({ ...read.event, ...(event !== null && { id: event.id }) }));
    if (done === null) return;
    setStaffing({ eventId: done.id });
    close();
  };
  useTabActions({ run: () => void save(), save: () => void save() });
  const error = (field: EventField): string | undefined => (wrong.has(field) ? words[field] : undefined);
  return (
    <form
      ref={form}
      aria-label={w.form(event === null)}
      className="flex flex-col gap-2 rounded-md border border-line bg-canvas p-3"
      onSubmit={(submitted) => {
        submitted.preventDefault();
        void save();
      }}
      onKeyDown={(pressed) => {
        if (pressed.key !== 'Escape') return;
        pressed.preventDefault();
        pressed.stopPropagation();
        close();
      }}
    >
      <div className="flex gap-2">
        <DateField label={w.date} error={error('date')} value={draft.date} onDate={(on) => set({ date: on })} />
        <Field label={w.name} error={error('name')}>
          {(ids) => (
            <TextInput
              {...ids}
              maxLength={200}
              placeholder={w.namePlaceholder}
              value={draft.name}
              onChange={(event) => set({ name: event.target.value })}
            />
          )}
        </Field>
      </div>
      <Field label={w.factor} hint={w.factorHint} error={error('percent')}>
        {(ids) => (
          <TextInput
            {...ids}
            inputMode="decimal"
            maxLength={8}
            value={draft.percent}
            onChange={(event) => set({ percent: event.target.value })}
          />
        )}
      </Field>
      <div className="flex justify-end gap-2">
        <Button small onClick={close}>
          {w.cancel} <Kbd keys="escape" />
        </Button>
        <Button small look="primary" type="submit">
          {w.save} <Kbd keys="enter" on />
        </Button>
      </div>
    </form>
  );
}

type RowProps = { readonly event: ForecastEvent; readonly id: string; readonly current: boolean };

function EventRow({ event, id, current }: RowProps) {
  return (
    <div
      role="option"
      id={id}
      aria-selected={current}
      data-cursor={current || undefined}
      onClick={() => setStaffing({ eventId: event.id, date: event.date })}
      className={cx(
        'flex min-h-[30px] items-center gap-2 border-b border-line px-2 py-1 text-small last:border-b-0',
        current ? 'bg-accent-soft' : 'hover:bg-canvas',
      )}
    >
      <span className="w-[76px] shrink-0 tabular-nums">{dayName(event.date)}</span>
      <span className="min-w-0 flex-1 truncate" dir="auto" title={event.name}>
        {event.name}
      </span>
      <span className="shrink-0 font-semibold tabular-nums">{w.share(event.factor)}</span>
    </div>
  );
}

/** Takes the keys of the list: up and down move, Enter edits. */
function useEventKeys(events: readonly ForecastEvent[], today: string) {
  const eventId = useStaffing((state) => state.eventId);
  const upcoming = Math.max(
    0,
    events.findIndex(({ date }) => date >= today),
  );
  const found = events.findIndex(({ id }) => id === eventId);
  const at = events.length === 0 ? -1 : found === -1 ? upcoming : found;
  const current = events[at] ?? null;
  const edit = (): void => {
    if (current !== null) setStaffing({ eventForm: { id: current.id } });
  };
  const remove = (): void => {
    if (current === null) return;
    const next = events[at + 1] ?? events[at - 1];
    void command(client.staffing.eventRemove({ id: current.id })).then((done) => {
      if (done !== null) setStaffing({ eventId: next?.id ?? null });
    });
  };
  const onKeyDown = (pressed: KeyboardEvent): void => {
    const step = stepOf(pressed.key);
    if (step !== null) setStaffing({ eventId: events[placeAfter(at, step, events.length)]?.id ?? null });
    else if (pressed.key === 'Enter') edit();
    else return;
    pressed.preventDefault();
    pressed.stopPropagation();
  };
  return { at, current, edit, remove, onKeyDown };
}

/** Days that are not like others: made, changed and removed here, and marked in the chart. */
export function Events(props: {
  readonly events: readonly ForecastEvent[];
  readonly date: string;
  readonly today: string;
}) {
  const { events, date, today } = props;
  const form = useStaffing((state) => state.eventForm);
  const { at, current, edit, remove, onKeyDown } = useEventKeys(events, today);
  const ids = useId();
  useBackToList(form, events.length);
  const add = (): void => setStaffing({ eventForm: { id: null } });
  useTabActions({ add, ...(current !== null && form === null && { edit, remove }) });
  return (
    <section aria-label={w.title} className="flex flex-col gap-2">
      <div className="flex items-center gap-1">
        <h2 className="flex-1 text-title font-bold">{w.title}</h2>
        {current !== null && (
          <>
            <IconButton label={w.edit} onClick={edit}>
              <Pencil size={13} aria-hidden />
            </IconButton>
            <IconButton label={w.remove} onClick={remove}>
              <Trash2 size={13} aria-hidden />
            </IconButton>
          </>
        )}
      </div>
      <p className="text-small text-ink-2">{w.how}</p>
      {form !== null && (
        <EventForm key={form.id ?? 'new'} event={events.find(({ id }) => id === form.id) ?? null} date={date} />
      )}
      {events.length === 0 ? (
        <p id={listId} tabIndex={-1} className="rounded-md text-small text-ink-2">
          {w.none}
        </p>
      ) : (
        <div
          id={listId}
          role="listbox"
          tabIndex={0}
          aria-label={w.list}
          aria-activedescendant={`${ids}-${at}`}
          data-board
          onKeyDown={onKeyDown}
          className="max-h-[240px] overflow-y-auto rounded-md border border-line"
        >
          {events.map((event, index) => (
            <EventRow key={event.id} event={event} id={`${ids}-${index}`} current={index === at} />
          ))}
        </div>
      )}
    </section>
  );
}
