import { minuteMs } from '../../calendar/wall-time.ts';
import { folded } from '../../exchange/header-names.ts';
import { readMinutes } from '../../exchange/values.ts';
import type { Columns } from './columns.ts';
import type { Moments } from './moments.ts';
import type { RosterRow } from './rows.ts';

/** Of plain numbers in a duration column. */
export type DurationUnit = 'seconds' | 'minutes';

const headerOf = ({ header, places }: Columns) => folded(header[places.get('duration') ?? -1] ?? '');

/** What the header of the duration column says of plain numbers below it. */
function unitOfHeader(header: string): DurationUnit | null {
  if (/\b(?:s|sec|secs|seconds?|sek|sekunden|secondes?|segundos?|secondi|seconden)\b/.test(header)) return 'seconds';
  return /\b(?:m|min|mins|minutes?|minuten|minutos?|minuti)\b/.test(header) ? 'minutes' : null;
}

/** The minutes of a row's duration: `hh:mm:ss`, `mm:ss` where the header says so, or a number of `unit`. */
export function durationMinutes(row: RosterRow, columns: Columns, unit: DurationUnit): number | null {
  const text = row.text('duration');
  const short = /\bmm ss\b/.test(headerOf(columns)) && !/\bhh?\b/.test(headerOf(columns));
  const length = readMinutes(short ? `0:${text}` : text);
  return length !== null && unit === 'seconds' && isPlain(text) ? length / 60 : length;
}

const isPlain = (text: string) => text !== '' && !text.includes(':');

/**
 * What plain durations are: as the header says; else as the rows prove, where half of them or more last until the next
 * state of the same person in one unit and not in the other; else as answered; else `ask`. Null: there are none.
 * SPEC RIO-10.
 */
export function durationUnit(
  rows: readonly RosterRow[],
  columns: Columns,
  moments: Moments,
  answer: DurationUnit | undefined,
): DurationUnit | 'ask' | null {
  const plain = rows.filter((row) => row.text('end') === '' && isPlain(row.text('duration')));
  if (plain.length === 0) return null;
  return unitOfHeader(headerOf(columns)) ?? provenUnit(plain, columns, moments) ?? answer ?? 'ask';
}

/** A row that is read on trial: what is wrong with it is said when it is read in earnest. */
const mute = (row: RosterRow): RosterRow => ({ ...row, refuse: () => null, warn: () => undefined });

const whoFields = ['employeeId', 'email', 'name', 'firstName', 'lastName'] as const;

function provenUnit(rows: readonly RosterRow[], columns: Columns, moments: Moments): DurationUnit | null {
  const byPerson = new Map<string, { readonly at: number; readonly row: RosterRow }[]>();
  for (const row of rows) {
    const start = moments.startOf(mute(row));
    const who = JSON.stringify(whoFields.map((field) => row.text(field)));
    if (start === null) continue;
    const states = byPerson.get(who) ?? [];
    states.push({ at: start.at, row });
    byPerson.set(who, states);
  }
  const counts = { pairs: 0, seconds: 0, minutes: 0 };
  for (const states of byPerson.values()) {
    const sorted = states.toSorted((a, b) => a.at - b.at);
    for (const [index, { at, row }] of sorted.entries()) {
      const next = sorted[index + 1];
      const length = durationMinutes(row, columns, 'minutes');
      if (next === undefined || length === null || length === 0) continue;
      counts.pairs += 1;
      if (Math.abs(next.at - at - length * 1000) <= 1000) counts.seconds += 1;
      if (Math.abs(next.at - at - length * minuteMs) <= minuteMs) counts.minutes += 1;
    }
  }
  const { pairs, seconds, minutes } = counts;
  if (seconds * 2 >= pairs && seconds > minutes) return 'seconds';
  return minutes * 2 >= pairs && minutes > seconds ? 'minutes' : null;
}
