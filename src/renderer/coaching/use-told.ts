import { useNames, useZone } from '../client/use-desk.ts';
import { cw } from '../strings/en-coaching.ts';
import { dayOf } from '../ui/days.ts';
import { useMinute } from '../ui/use-now.ts';
import type { Told } from './page/rows.tsx';

/** Now, the desk's zone and day, and what people are called. */
export function useTold(): Told {
  const zone = useZone();
  const now = useMinute();
  const { people } = useNames();
  const nameOf = (id: string | null): string => (id === null ? cw.coordinator : (people.get(id) ?? cw.someone));
  return { zone, now, today: dayOf(now, zone), nameOf };
}
