import type { Rotation } from '../../contract/index.ts';
import { dateOf, dayNumber, weekdayOf } from '../../domain/calendar/wall-time.ts';
import { rw } from '../strings/en-roster.ts';

/** A rotation as a form holds it. */
export type RotationDraft = {
  readonly name: string;
  /** Any day of the week in which the first week began. */
  readonly anchor: string;
  readonly weeks: readonly (readonly (string | null)[])[];
  readonly people: readonly { readonly personId: string; readonly offset: number }[];
};

export const mostWeeks = 26;
const emptyWeek: readonly (string | null)[] = [null, null, null, null, null, null, null];

/** The Monday of a date's week, `YYYY-MM-DD`; null where it is no date. */
export function mondayOf(date: string): string | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(date) || Number.isNaN(Date.parse(`${date}T00:00:00Z`))) return null;
  const day = dayNumber(date);
  return dateOf(day - weekdayOf(day));
}

export const newRotation = (today: string): RotationDraft => ({
  name: '',
  anchor: mondayOf(today) ?? today,
  weeks: [emptyWeek],
  people: [],
});

export const rotationDraftOf = ({ name, anchor, weeks, people }: Rotation): RotationDraft => ({
  name,
  anchor,
  weeks,
  people,
});

export const withWeek = (draft: RotationDraft): RotationDraft => ({
  ...draft,
  weeks: [...draft.weeks, draft.weeks.at(-1) ?? emptyWeek],
});

/** Without a week; who began in it or after it begins within what is left. */
export function withoutWeek(draft: RotationDraft, week: number): RotationDraft {
  const weeks = draft.weeks.filter((_, index) => index !== week);
  const people = draft.people.map((each) => ({ ...each, offset: Math.min(each.offset, weeks.length - 1) }));
  return { ...draft, weeks, people };
}

export const withCell = (draft: RotationDraft, week: number, day: number, id: string | null): RotationDraft => ({
  ...draft,
  weeks: draft.weeks.map((days, w) => (w === week ? days.map((held, d) => (d === day ? id : held)) : days)),
});

export function rotationErrors(draft: RotationDraft): Readonly<Record<string, string>> {
  return {
    ...(draft.name.trim() === '' && { name: rw.patterns.needName }),
    ...(mondayOf(draft.anchor) === null && { anchor: rw.patterns.badDate }),
    ...(draft.weeks.every((days) => days.every((id) => id === null)) && { weeks: rw.patterns.needShift }),
  };
}

/** What the desk takes for a form without errors. */
export const rotationOf = (draft: RotationDraft): Omit<Rotation, 'id'> => ({
  name: draft.name.trim(),
  anchor: mondayOf(draft.anchor) ?? draft.anchor,
  weeks: draft.weeks.map((days) => [...days]),
  people: draft.people.map((each) => ({ ...each })),
});

/** Which of the weeks, from 0, somebody works on a date. SPEC PAT-3. */
export function weekOn({ anchor, weeks }: RotationDraft, offset: number, date: string): number {
  const [first, monday] = [mondayOf(anchor), mondayOf(date)];
  if (first === null || monday === null) return 0;
  const passed = (dayNumber(monday) - dayNumber(first)) / 7;
  return (((passed + offset) % weeks.length) + weeks.length) % weeks.length;
}
