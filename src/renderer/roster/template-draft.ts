import type { ActivityKind, ShiftTemplate, WorkKind } from '../../contract/index.ts';
import { minutesADay, timeOf } from '../../domain/calendar/wall-time.ts';
import { rw } from '../strings/en-roster.ts';
import { clockSpan, minuteOf, spanText } from './clock-span.ts';

/** An activity as it is typed: by the clock, as the shift is. */
export type ActivityDraft = { readonly key: string; readonly kind: ActivityKind; readonly span: string };

/** A shift template as a form holds it. */
export type TemplateDraft = {
  readonly name: string;
  readonly span: string;
  readonly work: WorkKind;
  readonly activities: readonly ActivityDraft[];
};

type TemplateErrors = Readonly<Record<string, string>>;

const mostActivities = 40;
export const hasRoom = ({ activities }: TemplateDraft): boolean => activities.length < mostActivities;

let counted = 0;
const newKey = (): string => `new-${(counted += 1)}`;

export const newTemplate: TemplateDraft = {
  name: '',
  span: '09:00-17:30',
  work: 'calls',
  activities: [
    { key: 'first', kind: 'break', span: '10:45-11:00' },
    { key: 'second', kind: 'lunch', span: '13:00-13:30' },
    { key: 'third', kind: 'break', span: '15:30-15:45' },
  ],
};

export const templateDraftOf = (template: ShiftTemplate): TemplateDraft => {
  const start = minuteOf(template.start);
  return {
    name: template.name,
    span: spanText({ start, minutes: template.minutes }),
    work: template.work,
    activities: template.activities.map(({ kind, offset, minutes }, index) => ({
      key: `kept-${index}`,
      kind,
      span: spanText({ start: (start + offset) % minutesADay, minutes }),
    })),
  };
};

/** An activity more, after the last one where there is room, else at the start. */
export function withActivity(draft: TemplateDraft): TemplateDraft {
  const shift = clockSpan(draft.span);
  const last = draft.activities.map(({ span }) => clockSpan(span)).findLast((span) => span !== null);
  const after = last === undefined ? (shift?.start ?? 540) + 120 : last.start + last.minutes + 60;
  const span = spanText({ start: after % minutesADay, minutes: 15 });
  return { ...draft, activities: [...draft.activities, { key: newKey(), kind: 'break', span }] };
}

type Laid = { readonly kind: ActivityKind; readonly offset: number; readonly minutes: number; readonly key: string };

/** Activities by minutes after the start of the shift, in order; what cannot be read is left out. */
function laid({ span, activities }: TemplateDraft): readonly Laid[] {
  const shift = clockSpan(span);
  if (shift === null) return [];
  return activities
    .flatMap(({ key, kind, span: typed }) => {
      const read = clockSpan(typed);
      if (read === null) return [];
      const offset = (read.start - shift.start + minutesADay) % minutesADay;
      return [{ key, kind, offset, minutes: read.minutes }];
    })
    .sort((a, b) => a.offset - b.offset);
}

/** What is wrong with a form, by field (`activity.KEY`); nothing where it can be saved. */
export function templateErrors(draft: TemplateDraft): TemplateErrors {
  const errors: Record<string, string> = {};
  if (draft.name.trim() === '') errors['name'] = rw.patterns.needName;
  const shift = clockSpan(draft.span);
  if (shift === null) errors['span'] = rw.patterns.badSpan;
  else if (shift.minutes < 15) errors['span'] = rw.patterns.tooShort;
  for (const { key, span } of draft.activities)
    if (clockSpan(span) === null) errors[`activity.${key}`] = rw.patterns.badSpan;
  let until = 0;
  for (const { key, offset, minutes } of laid(draft)) {
    if (offset + minutes > (shift?.minutes ?? 0)) errors[`activity.${key}`] = rw.patterns.outside;
    else if (offset < until) errors[`activity.${key}`] = rw.patterns.overlaps;
    else if (minutes < 5) errors[`activity.${key}`] = rw.patterns.activityShort;
    until = Math.max(until, offset + minutes);
  }
  return errors;
}

/** What the desk takes for a form without errors. */
export function templateOf(draft: TemplateDraft): Omit<ShiftTemplate, 'id'> {
  const shift = clockSpan(draft.span) ?? { start: 0, minutes: 0 };
  return {
    name: draft.name.trim(),
    start: timeOf(shift.start),
    minutes: shift.minutes,
    work: draft.work,
    activities: laid(draft).map(({ kind, offset, minutes }) => ({ kind, offset, minutes })),
  };
}

/** A part of the preview: what is done, from so many minutes after the start. */
type Tile = { readonly kind: ActivityKind; readonly offset: number; readonly minutes: number };

/** The shift from end to end: its activities as far as they fit, queue work in the gaps. */
export function tilesOf({ minutes, work, activities }: Pick<ShiftTemplate, 'minutes' | 'work' | 'activities'>) {
  const tiles: Tile[] = [];
  let at = 0;
  for (const { kind, offset, minutes: length } of activities.toSorted((a, b) => a.offset - b.offset)) {
    const start = Math.max(at, offset);
    const end = Math.min(minutes, offset + length);
    if (start >= end) continue;
    if (start > at) tiles.push({ kind: work, offset: at, minutes: start - at });
    tiles.push({ kind, offset: start, minutes: end - start });
    at = end;
  }
  if (at < minutes) tiles.push({ kind: work, offset: at, minutes: minutes - at });
  return tiles;
}

/** Minutes that count as worked: all but break and lunch. SPEC ROS-3. */
export const paidMinutes = (template: Pick<ShiftTemplate, 'minutes' | 'work' | 'activities'>): number =>
  tilesOf(template)
    .filter(({ kind }) => kind !== 'break' && kind !== 'lunch')
    .reduce((sum, { minutes }) => sum + minutes, 0);
