import type { ActivityKind, WorkKind } from '../../contract/index.ts';
import { d } from '../strings/en-day.ts';
import { dayOf } from '../ui/days.ts';
import type { Edited } from './day-store.ts';
import { addDays, instantOfTime, overlaps, timeField } from './geometry.ts';
import { typedTime } from '../ui/typed-time.ts';

export type PartForm = { readonly kind: ActivityKind; readonly start: string; readonly end: string };

/** A shift as fields hold it: times of day, which may be half typed. */
export type ShiftForm = {
  readonly personId: string | null;
  readonly date: string;
  readonly start: string;
  readonly end: string;
  readonly work: WorkKind;
  readonly parts: readonly PartForm[];
  readonly note: string;
};

export function formOf(shift: Edited, zone: string): ShiftForm {
  return {
    personId: shift.personId,
    date: dayOf(shift.startAt, zone),
    start: timeField(shift.startAt, zone),
    end: timeField(shift.endAt, zone),
    work: shift.work,
    parts: shift.activities.map(({ kind, startAt, endAt }) => ({
      kind,
      start: timeField(startAt, zone),
      end: timeField(endAt, zone),
    })),
    note: shift.note,
  };
}

/** What is wrong with a form: of the times of the shift, and of each activity by its place. */
export type FormFaults = {
  readonly start?: string;
  readonly end?: string;
  readonly parts: ReadonlyMap<number, string>;
};

export type Read = { readonly shift: Edited | null; readonly faults: FormFaults };

/** A time of day at or after an instant: on the day given, or the day after. */
function timeFrom(from: number, date: string, time: string, zone: string): number | null {
  const same = instantOfTime(date, time, zone);
  if (same === null) return null;
  return same >= from ? same : instantOfTime(addDays(date, 1), time, zone);
}

type Span = { readonly kind: ActivityKind; readonly startAt: number; readonly endAt: number };

function readPart(part: PartForm, form: ShiftForm, startAt: number, zone: string): Span | null {
  const from = timeFrom(startAt, form.date, part.start, zone);
  const to = from === null ? null : timeFrom(from + 1, dayOf(from, zone), part.end, zone);
  return from === null || to === null ? null : { kind: part.kind, startAt: from, endAt: to };
}

const normal = (form: ShiftForm): ShiftForm => ({
  ...form,
  start: typedTime(form.start),
  end: typedTime(form.end),
  parts: form.parts.map((part) => ({ ...part, start: typedTime(part.start), end: typedTime(part.end) })),
});

/** The shift that a form means; null with what is wrong where it means none. An end at or before the start is on the day after. */
export function readForm(typed: ShiftForm, was: Edited, zone: string): Read {
  const form = normal(typed);
  const startAt = instantOfTime(form.date, form.start, zone);
  const endAt = startAt === null ? null : timeFrom(startAt + 1, form.date, form.end, zone);
  const parts = new Map<number, string>();
  if (startAt === null || endAt === null) {
    const bad = d.editor.badTime;
    const end = instantOfTime(form.date, form.end, zone) === null;
    return { shift: null, faults: { ...(startAt === null && { start: bad }), ...(end && { end: bad }), parts } };
  }
  const read: Span[] = [];
  form.parts.forEach((part, index) => {
    const span = readPart(part, form, startAt, zone);
    const name = d.kind[part.kind];
    if (span === null) parts.set(index, d.editor.badTime);
    else if (span.startAt < startAt || span.endAt > endAt) parts.set(index, d.editor.outside(name));
    else if (read.some((other) => overlaps(other, span))) parts.set(index, d.editor.over(name));
    else read.push(span);
  });
  if (parts.size > 0) return { shift: null, faults: { parts } };
  const activities = read.sort((a, b) => a.startAt - b.startAt);
  const { personId, work, note } = form;
  return { shift: { ...was, personId, startAt, endAt, work, activities, note }, faults: { parts } };
}
