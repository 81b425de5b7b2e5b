import { daysBetween, plusDays } from '../roster/dates.ts';

export const spans = [7, 30, 90] as const;
export type Span = (typeof spans)[number];
export const againsts = ['before', 'lastYear', 'none'] as const;
export type Against = (typeof againsts)[number];

export type OwnDays = { readonly from: string; readonly to: string };
/** `own`: given from and to, not so many days back from today. */
export type RangeOf = { readonly from: string; readonly days: number; readonly own: boolean };

/** What the desk tells figures of at most. */
const mostDays = 1100;

/** How many days from one date to another; null where they are no dates, out of order or too far apart. */
export function ownDays({ from, to }: OwnDays): number | null {
  const days = daysBetween(from, to);
  return days === null || days > mostDays ? null : days;
}

/** The days that are looked at: up to today, which is not over, or from and to as given. SPEC KPI-50. */
export function rangeOf(today: string, span: Span, own: OwnDays | null): RangeOf {
  const days = own === null ? null : ownDays(own);
  return own === null || days === null
    ? { from: plusDays(today, 1 - span), days: span, own: false }
    : { from: own.from, days, own: true };
}

/** One span further or nearer; the ends stay. */
export function nextSpan(span: Span, by: 1 | -1): Span {
  const at = Math.min(Math.max(spans.indexOf(span) + by, 0), spans.length - 1);
  return spans[at] ?? span;
}
