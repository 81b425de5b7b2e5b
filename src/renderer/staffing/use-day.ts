import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { orpc } from '../client/client.ts';
import { useZone } from '../client/use-desk.ts';
import { dayOf } from '../ui/days.ts';
import { useMinute } from '../ui/use-now.ts';
import { useStaffing } from './staffing-store.ts';

/** The day the screen is about, and today, in the desk's zone. */
export function useDay() {
  const zone = useZone();
  const today = dayOf(useMinute(), zone);
  const date = useStaffing((state) => state.date) ?? today;
  return { zone, today, date };
}

const everyMinute = 60_000;

/** A day by interval and stream; today is read again each minute, for time alone changes it. */
export function useStaffedDay(date: string, today: string) {
  return useQuery({
    ...orpc.staffing.day.queryOptions({ input: { date } }),
    placeholderData: keepPreviousData,
    refetchInterval: date === today ? everyMinute : false,
  });
}

export const useSettings = () => useQuery(orpc.staffing.settings.queryOptions());
