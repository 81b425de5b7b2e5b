import { useQuery } from '@tanstack/react-query';
import { orpc } from '../client/client.ts';

const everyMinute = 60_000;

/** How many calls of today and overdue dispatches need somebody; read again each minute, for time alone changes it. */
export function useNeeded(): number | undefined {
  const asked = { refetchInterval: everyMinute } as const;
  const calls = useQuery({
    ...orpc.tickets.callbacks.queryOptions({ input: { show: 'today', limit: 1 } }),
    ...asked,
  });
  const out = useQuery({ ...orpc.tickets.dispatches.queryOptions({ input: { state: 'open', limit: 1 } }), ...asked });
  if (calls.data === undefined || out.data === undefined) return undefined;
  const needed = calls.data.counts.needSomeone + out.data.counts.overdue;
  return needed === 0 ? undefined : needed;
}
