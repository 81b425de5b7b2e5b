import { useNames, useZone } from '../client/use-desk.ts';
import { hw } from '../strings/en-hiring.ts';
import { dayOf } from '../ui/days.ts';
import { dateText, shortDate } from '../ui/format.ts';
import { useMinute } from '../ui/use-now.ts';

/** What rows tell times and names by. */
export type Told = {
  readonly now: number;
  readonly today: string;
  /** `24 Nov` of an instant, by the desk's zone. */
  readonly day: (at: number) => string;
  /** The same of a date. */
  readonly date: (date: string) => string;
  readonly nameOf: (id: string | null) => string;
};

export function useTold(): Told {
  const zone = useZone();
  const now = useMinute();
  const { people } = useNames();
  return {
    now,
    today: dayOf(now, zone),
    day: (at) => shortDate(at, zone, now),
    date: (date) => dateText(date, now),
    nameOf: (id) => (id === null ? hw.someone : (people.get(id) ?? hw.someone)),
  };
}
