import type { ForecastEvent } from '../../contract/index.ts';

export type OutlookDay = {
  readonly date: string;
  /** Contacts that came; null for what is still to come. */
  readonly came: number | null;
  readonly ahead: {
    readonly value: number;
    readonly low: number;
    readonly high: number;
    readonly hours: number;
  } | null;
  readonly event: ForecastEvent | null;
};

type Outlook = {
  readonly history: readonly { readonly date: string; readonly value: number }[];
  readonly days: readonly {
    readonly date: string;
    readonly value: number;
    readonly low: number;
    readonly high: number;
    readonly requiredHours: number;
  }[];
};

/** Days without a contact before the first one: the desk was not there yet. */
function sinceFirst(history: Outlook['history']): Outlook['history'] {
  const first = history.findIndex(({ value }) => value > 0);
  return first === -1 ? [] : history.slice(first);
}

/** What came and what is expected, day by day, from the oldest of so many days back on. */
export function outlookDays(
  { history, days }: Outlook,
  events: readonly ForecastEvent[],
  back: number,
): readonly OutlookDay[] {
  const named = new Map(events.map((event) => [event.date, event]));
  return [
    ...sinceFirst(history)
      .slice(-back)
      .map(({ date, value }) => ({ date, came: value, ahead: null, event: named.get(date) ?? null })),
    ...days.map(({ date, value, low, high, requiredHours }) => ({
      date,
      came: null,
      ahead: { value, low, high, hours: requiredHours },
      event: named.get(date) ?? null,
    })),
  ];
}

/** The most contacts that are drawn. */
export const tallestDay = (days: readonly OutlookDay[]): number =>
  Math.max(1, ...days.map(({ came, ahead }) => Math.max(came ?? 0, ahead?.high ?? 0, ahead?.value ?? 0)));

/** From the first interval in which something is expected, came or is staffed to the last, both counted. */
export function busyPart<
  I extends {
    readonly forecast: number;
    readonly actual: number | null;
    readonly required: number;
    readonly scheduled: number;
  },
>(intervals: readonly I[]): readonly I[] {
  const busy = ({ forecast, actual, required, scheduled }: I): boolean =>
    forecast >= 0.05 || (actual ?? 0) > 0 || required > 0 || scheduled > 0;
  const first = intervals.findIndex(busy);
  return first === -1 ? [] : intervals.slice(first, intervals.findLastIndex(busy) + 1);
}
