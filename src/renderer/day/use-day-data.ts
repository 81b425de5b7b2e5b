import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { DeskShift } from '../../contract/index.ts';
import { orpc } from '../client/client.ts';
import { useZone } from '../client/use-desk.ts';
import { dayOf } from '../ui/days.ts';
import { useMinute } from '../ui/use-now.ts';
import { useMedia } from '../ui/use-media.ts';
import { narrowQuery, useDay } from './day-store.ts';
import { addDays, mondayOf } from './geometry.ts';

/** The day on screen and today, in the desk's zone. */
export function useDate() {
  const zone = useZone();
  const today = dayOf(useMinute(), zone);
  const date = useDay((state) => state.date) ?? today;
  return { zone, today, date };
}

const everyMinute = 60_000;
const weekDays = 7;
const monthDays = 28;

/** The days on screen: one, or the weeks that begin on the Monday before. */
export function useDays() {
  const { zone, today, date } = useDate();
  const view = useDay((state) => state.view);
  if (view === 'day') return { zone, today, date, from: date, days: 1 };
  return { zone, today, date, from: mondayOf(date), days: view === 'week' ? weekDays : monthDays };
}

/** What is on screen, with what was changed here and is not answered yet laid over it. */
export function withPending(
  shifts: readonly DeskShift[],
  pending: ReadonlyMap<string, DeskShift>,
): readonly DeskShift[] {
  return pending.size === 0 ? shifts : shifts.map((shift) => pending.get(shift.id) ?? shift);
}

const noShifts: readonly DeskShift[] = [];

export function useRange(from: string, days: number) {
  const asked = useQuery({
    ...orpc.roster.range.queryOptions({ input: { from, days } }),
    placeholderData: keepPreviousData,
  });
  const pending = useDay((state) => state.pending);
  const { data } = asked;
  const shifts = useMemo(() => withPending(data?.shifts ?? noShifts, pending), [data, pending]);
  return { asked, shifts };
}

/** Figures of a day; of today they are read again each minute, for time alone changes them. */
export function useStaffing(date: string, today: string) {
  const now = date === today;
  return useQuery({
    ...orpc.staffing.day.queryOptions({ input: { date } }),
    placeholderData: keepPreviousData,
    refetchInterval: now ? everyMinute : false,
  });
}

export const useOnShift = () =>
  useQuery({ ...orpc.roster.onShift.queryOptions({ input: {} }), refetchInterval: everyMinute });

export const useMoves = (date: string) =>
  useQuery({
    ...orpc.staffing.moves.queryOptions({ input: { date } }),
    placeholderData: keepPreviousData,
    refetchInterval: everyMinute,
  });

export const useFindings = (from: string, days: number) =>
  useQuery({ ...orpc.roster.findings.queryOptions({ input: { from, days } }), placeholderData: keepPreviousData });

export const usePatterns = () => useQuery(orpc.roster.templates.queryOptions());

/** How far the arrows of the header go. */
export const stepOf = (view: 'day' | 'week' | 'month'): number =>
  view === 'day' ? 1 : view === 'week' ? weekDays : monthDays;

export const stepped = (date: string, view: 'day' | 'week' | 'month', by: 1 | -1): string =>
  addDays(date, by * stepOf(view));

/** Whether the panel is shown. */
export function usePanelOpen(): boolean {
  const narrow = useMedia(narrowQuery);
  return useDay((state) => (narrow ? state.panelNarrow : state.panelOpen));
}
