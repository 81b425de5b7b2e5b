import { create } from 'zustand';
import type { DeskCalendar } from '../../contract/index.ts';
import { orpc, queryClient } from '../client/client.ts';
import { c } from '../strings/en-calendar.ts';
import { draftOf, freshDraft, type Draft } from './draft.ts';

export type CalendarDialog =
  | { readonly kind: 'day'; readonly date: string | null; readonly ruleId: string | null }
  | { readonly kind: 'country' }
  | { readonly kind: 'ics'; readonly file: { readonly name: string; readonly text: string } | null };

type CalendarsState = {
  /** Whether the tab is on the screen, so that its keys mean something. */
  readonly here: boolean;
  /** What was changed and not saved, by key; new ones by a key of this window alone. */
  readonly drafts: Readonly<Record<string, Draft>>;
  readonly shown: string | null;
  readonly year: number;
  /** The day under the cursor of the year. */
  readonly cursor: string;
  readonly dialog: CalendarDialog | null;
  readonly effective: 'now' | 'always';
  /** What the desk refused at the last save, by field; gone with the next change. */
  readonly refused: Readonly<Record<string, string>>;
};

const today = new Date().toISOString().slice(0, 10);

export const useCalendars = create<CalendarsState>(() => ({
  here: false,
  drafts: {},
  shown: null,
  year: Number(today.slice(0, 4)),
  cursor: today,
  dialog: null,
  effective: 'now',
  refused: {},
}));

export const setCalendars = useCalendars.setState;

export const savedCalendars = (): readonly DeskCalendar[] =>
  queryClient.getQueryData(orpc.calendar.list.queryKey())?.calendars ?? [];

/** What the desk has under the key that is shown. */
export const savedOf = (key: string | null): DeskCalendar | undefined =>
  savedCalendars().find((one) => one.key === key);

/** The draft that is shown: what was changed, else what the desk has. */
export function shownDraft(): Draft | null {
  const { drafts, shown } = useCalendars.getState();
  if (shown === null) return null;
  const saved = savedOf(shown);
  return drafts[shown] ?? (saved === undefined ? null : draftOf(saved));
}

export function edit(change: (draft: Draft) => Draft): void {
  const { shown, drafts } = useCalendars.getState();
  const draft = shownDraft();
  if (shown === null || draft === null) return;
  setCalendars({ drafts: { ...drafts, [shown]: change(draft) }, refused: {} });
}

export function discard(key: string): void {
  setCalendars(({ drafts, shown }) => {
    const { [key]: _, ...kept } = drafts;
    const gone = savedOf(key) === undefined && shown === key;
    return { drafts: kept, refused: {}, ...(gone && { shown: savedCalendars()[0]?.key ?? null }) };
  });
}

/** Opens a draft that is not on the desk yet, and leads to its name. */
function openNew(draft: Draft): void {
  const { drafts } = useCalendars.getState();
  let key = 'new:1';
  for (let n = 2; drafts[key] !== undefined; n += 1) key = `new:${n}`;
  setCalendars({ drafts: { ...drafts, [key]: draft }, shown: key, refused: {} });
  focusPart('name');
}

export function addCalendar(timeZone: string): void {
  const names = new Set(allNames());
  let n = 1;
  while (names.has(c.newName(n))) n += 1;
  openNew(freshDraft(c.newName(n), timeZone));
}

export function duplicateCalendar(): void {
  const draft = shownDraft();
  if (draft !== null) openNew({ ...draft, key: null, name: c.copyName(draft.name) });
}

const allNames = (): readonly string[] => [
  ...savedCalendars().map(({ name }) => name),
  ...Object.values(useCalendars.getState().drafts).map(({ name }) => name),
];

export const openDay = (date: string | null, ruleId: string | null = null): void =>
  setCalendars({ dialog: { kind: 'day', date, ruleId } });

/** Puts the cursor on a day, in its year. */
export const moveTo = (date: string): void => setCalendars({ cursor: date, year: Number(date.slice(0, 4)) });

/** The parts of the tab that keys lead to, by their `data-calendar`. */
export type Part = 'list' | 'name' | 'year';

/** Once it is there: what was just opened is drawn in the next frame. */
export function focusPart(part: Part): void {
  requestAnimationFrame(() => {
    const found = document.querySelector<HTMLElement>(`[data-calendar="${part}"]`);
    found?.focus();
    if (found instanceof HTMLInputElement) found.select();
  });
}
