import { useNames, useZone } from '../client/use-desk.ts';
import { tw } from '../strings/en-training.ts';
import { locale } from '../strings/en.ts';
import { dayOf } from '../ui/days.ts';
import { clockTime, shortDate } from '../ui/format.ts';
import { useMinute } from '../ui/use-now.ts';

/** What rows tell times and names by. */
export type Told = {
  readonly zone: string;
  readonly now: number;
  readonly today: string;
  readonly nameOf: (id: string | null) => string;
};

export function useTold(): Told {
  const zone = useZone();
  const now = useMinute();
  const { people } = useNames();
  const w = tw.refreshers;
  const nameOf = (id: string | null): string => (id === null ? w.coordinator : (people.get(id) ?? w.someone));
  return { zone, now, today: dayOf(now, zone), nameOf };
}

const weekday = new Map<string, Intl.DateTimeFormat>();

/** `Tue 3 Mar, 10:00 to 11:15`. */
export function spanText(startAt: number, endAt: number, { zone, now }: Told): string {
  const format = weekday.get(zone) ?? new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: zone });
  weekday.set(zone, format);
  const clock = tw.refreshers.span(clockTime(startAt, zone), clockTime(endAt, zone));
  return `${format.format(startAt)} ${shortDate(startAt, zone, now)}, ${clock}`;
}
