import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type { DeskCalendar } from '../../contract/index.ts';
import { orpc } from '../client/client.ts';
import { draftOf, fieldOf, isChanged, made, type Draft, type Made } from './draft.ts';
import { setCalendars, useCalendars } from './store.ts';

const settleMs = 250;

/** A value once it has stood still for a moment: what is asked of the desk while somebody types. */
function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(value), settleMs);
    return () => window.clearTimeout(timer);
  }, [value]);
  return settled;
}

const noCalendars: readonly DeskCalendar[] = [];

/** The calendars of the desk; the first is shown until one is chosen. */
export function useCalendarList() {
  const query = useQuery(orpc.calendar.list.queryOptions());
  const saved = query.data?.calendars ?? noCalendars;
  const drafts = useCalendars((state) => state.drafts);
  const shown = useCalendars((state) => state.shown);
  const lost = shown === null || (drafts[shown] === undefined && !saved.some(({ key }) => key === shown));
  const first = saved[0]?.key;
  useEffect(() => {
    if (lost && first !== undefined) setCalendars({ shown: first });
  }, [lost, first]);
  return { query, saved, drafts, shown };
}

export type Shown = {
  readonly draft: Draft;
  readonly saved: DeskCalendar | undefined;
  readonly made: Made;
  readonly changed: boolean;
  /** What is wrong, by field of the editor. */
  readonly problems: Readonly<Record<string, string>>;
  readonly minutesPerWeek: number | null;
};

/** The draft that is shown with all that the desk says about it. Null where there is none. */
export function useShown(): Shown | null {
  const { saved: list, drafts, shown } = useCalendarList();
  const refused = useCalendars((state) => state.refused);
  const saved = list.find(({ key }) => key === shown);
  const draft = useMemo(() => {
    const changed = shown === null ? undefined : drafts[shown];
    return changed ?? (saved === undefined ? null : draftOf(saved));
  }, [drafts, saved, shown]);
  const now = useMemo(() => (draft === null ? null : made(draft)), [draft]);
  const settled = useSettled(now?.calendar ?? null);
  const check = useQuery({
    ...orpc.calendar.check.queryOptions({ input: { calendar: settled ?? {} } }),
    enabled: settled !== null,
    placeholderData: keepPreviousData,
    gcTime: 10_000,
  });
  if (draft === null || now === null) return null;
  const found = check.data?.problems ?? [];
  const problems = {
    ...Object.fromEntries(found.map(({ field, message }) => [fieldOf(field, now.owners), message]).reverse()),
    ...now.wrong,
    ...refused,
  } as Record<string, string>;
  const changed = isChanged(draft, saved === undefined ? null : draftOf(saved));
  return { draft, saved, made: now, changed, problems, minutesPerWeek: check.data?.minutesPerWeek ?? null };
}

/** A year of the draft as the desk reckons it; what was shown stays until the next is there. */
export function useYear(calendar: Made['calendar'], year: number) {
  const settled = useSettled(calendar);
  return useQuery({
    ...orpc.calendar.year.queryOptions({ input: { calendar: settled, year } }),
    placeholderData: keepPreviousData,
    gcTime: 10_000,
  });
}
