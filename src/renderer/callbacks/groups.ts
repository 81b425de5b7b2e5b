import { Temporal } from 'temporal-polyfill';
import type { CallbackRow, DispatchRow } from '../../contract/index.ts';
import type { Entry } from './callbacks-store.ts';

/** Lines under one head. `key` is a day, or `earlier` for all days before today, which are owed now. */
export type Group = { readonly key: string; readonly entries: readonly Entry[] };

const dayIn = (at: number, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString();

const dayOf = (entry: Entry, zone: string): string =>
  entry.kind === 'callback' ? entry.row.day : dayIn(entry.row.dueAt, zone);

/** Open lines by their day, in the order given; what is of days before today comes together. Ended ones by when they ended. */
export function groupsOf(entries: readonly Entry[], now: number, zone: string): readonly Group[] {
  const today = dayIn(now, zone);
  const groups: { key: string; entries: Entry[] }[] = [];
  for (const entry of entries) {
    const { endedAt } = entry.row;
    const day = endedAt === null ? dayOf(entry, zone) : dayIn(endedAt, zone);
    const key = endedAt === null && day < today ? 'earlier' : day;
    const last = groups.at(-1);
    if (last?.key === key) last.entries.push(entry);
    else groups.push({ key, entries: [entry] });
  }
  return groups;
}

export const entriesOf = (
  callbacks: readonly CallbackRow[] | undefined,
  dispatches: readonly DispatchRow[] | undefined,
): readonly Entry[] => [
  ...(callbacks ?? []).map((row): Entry => ({ kind: 'callback', row })),
  ...(dispatches ?? []).map((row): Entry => ({ kind: 'dispatch', row })),
];

/** The day after a day, `YYYY-MM-DD`. */
export const dayAfter = (day: string): string => Temporal.PlainDate.from(day).add({ days: 1 }).toString();

/** Calls of today that nobody has confirmed, which one key confirms. */
export const unconfirmedOf = (callbacks: readonly CallbackRow[]): readonly string[] =>
  callbacks.filter(({ flags }) => flags.some(({ kind }) => kind === 'unconfirmed')).map(({ id }) => id);
