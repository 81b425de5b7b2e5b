import { useQuery } from '@tanstack/react-query';
import { orpc } from '../client/client.ts';

/** What a calendar is called, by its key: the same wherever it is named. A key that is gone stands for itself. */
export function useCalendarName(): (key: string) => string {
  const calendars = useQuery(orpc.calendar.list.queryOptions()).data?.calendars ?? [];
  return (key) => calendars.find((calendar) => calendar.key === key)?.name ?? key;
}
