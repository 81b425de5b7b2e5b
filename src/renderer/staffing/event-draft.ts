import type { ForecastEvent } from '../../contract/index.ts';
import { numberIn } from '../ui/read-number.ts';

/** A day that is not like others, as it is typed: volume in percent of a usual day. */
export type EventDraft = { readonly date: string; readonly name: string; readonly percent: string };

export const eventDraft = (event: ForecastEvent | null, date: string): EventDraft =>
  event === null
    ? { date, name: '', percent: '' }
    : { date: event.date, name: event.name, percent: String(Math.round(event.factor * 1000) / 10) };

export type EventField = keyof EventDraft;

/** What the desk is to keep, or which fields cannot be meant. */
export function readEvent(
  draft: EventDraft,
): { readonly event: Omit<ForecastEvent, 'id'> } | { readonly wrong: ReadonlySet<EventField> } {
  const wrong = new Set<EventField>();
  const name = draft.name.trim();
  const percent = numberIn(draft.percent, 0, 10_000);
  if (!/^\d{4}-\d\d-\d\d$/.test(draft.date)) wrong.add('date');
  if (name === '') wrong.add('name');
  if (percent === null) wrong.add('percent');
  if (wrong.size > 0 || percent === null) return { wrong };
  return { event: { date: draft.date, name, factor: percent / 100 } };
}
