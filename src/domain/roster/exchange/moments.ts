import type { DateOrder } from '../../../contract/index.ts';
import { dateOf, dayMs, minuteMs } from '../../calendar/wall-time.ts';
import { wallOf, zoneOf } from '../../calendar/zone.ts';
import { createDateReader, saysUtc } from '../../exchange/date-reader.ts';
import type { DateCell } from '../../exchange/date-reader.ts';
import { readDate } from '../../exchange/date-text.ts';
import { isTimeZone } from '../../exchange/zone-clock.ts';
import { clockText, readClock } from './clock-text.ts';
import type { Columns, RosterField } from './columns.ts';
import type { RosterRow } from './rows.ts';

/** When a row begins: the instant, and the day and time of day the wall showed (days since 1970-01-01, ms). */
export type Start = { readonly at: number; readonly day: number; readonly clock: number; readonly zone: string };

export type Moments = {
  readonly startOf: (row: RosterRow) => Start | null;
  /** Null where the row has none or a bad one; a bad one is said. */
  readonly endOf: (row: RosterRow, start: Start) => number | null;
};

/** `20260113` as `2026-01-13`. */
const compact = /^((?:19|20)\d{2})(\d{2})(\d{2})$/;
const tidy = (text: string) => text.replace(compact, '$1-$2-$3');

type Context = {
  readonly order: DateOrder;
  readonly timeZone: string;
  readonly columns: Columns;
  readonly readers: Map<string, (text: string) => DateCell>;
};

/**
 * Reads the beginnings and ends of rows: a date and a time of day on the wall of `timeZone` (or of the row's own zone,
 * or of UTC where the header says so), or both in one cell. What the clocks skipped or showed twice is read, and warned
 * of, as in every import. SPEC RIO-4, IMP-6, IMP-7.
 */
export function createMoments(order: DateOrder, timeZone: string, columns: Columns): Moments {
  const context: Context = { order, timeZone, columns, readers: new Map() };
  return {
    startOf: (row) => startOf(row, context),
    endOf: (row, start) => endOf(row, start, context),
  };
}

function saysUtcOf(field: RosterField, { columns }: Context): boolean {
  const headerOf = (each: RosterField) => columns.header[columns.places.get(each) ?? -1] ?? '';
  return saysUtc(headerOf(field)) || saysUtc(headerOf('date'));
}

function zoneFor(row: RosterRow, field: RosterField, context: Context): string | null {
  if (saysUtcOf(field, context)) return 'UTC';
  const named = row.text('timeZone');
  if (named === '') return context.timeZone;
  return isTimeZone(named)
    ? named
    : row.refuse('This time zone is not known. Use a name such as Europe/Lisbon.', 'timeZone');
}

/** An instant read from a text with date and time; the reader of each zone remembers what it has read. */
function instant(
  row: RosterRow,
  field: RosterField,
  zone: string,
  text: string,
  { order, readers }: Context,
): number | null {
  const read = readers.get(zone) ?? createDateReader(order, zone);
  readers.set(zone, read);
  const cell = read(text);
  if (cell.at === null) return row.refuse(cell.reason, field);
  if (cell.warning !== null) row.warn(cell.warning, field);
  return cell.at;
}

type Wall = { readonly zone: string; readonly day: number; readonly clock: number };

/** The instant of a day and time of day, which may be 24:00. */
function onWall(row: RosterRow, field: RosterField, { zone, day, clock }: Wall, context: Context): number | null {
  const wallDay = day + Math.floor(clock / dayMs);
  return instant(row, field, zone, `${dateOf(wallDay)} ${clockText(clock % dayMs)}`, context);
}

function dayOf(row: RosterRow, field: 'date' | 'endDate', zone: string, { order }: Context): number | null {
  const text = tidy(row.text(field));
  if (text === '') return row.refuse('The row has a time of day but no date.');
  const date = readDate(text, order);
  if (date.kind === 'bad') return row.refuse(date.reason, field);
  if (date.kind === 'instant') return wallOf(zoneOf(zone), date.at).day;
  return Date.UTC(date.local.year, date.local.month - 1, date.local.day) / dayMs;
}

function startOf(row: RosterRow, context: Context): Start | null {
  const field = context.columns.places.has('start') ? 'start' : 'date';
  const text = row.text(field);
  if (text === '') return row.refuse('The row has no start.', field);
  const zone = zoneFor(row, field, context);
  if (zone === null) return null;
  const clock = readClock(text);
  if (clock === null) return startFrom(instant(row, field, zone, tidy(text), context), zone);
  const day = dayOf(row, 'date', zone, context);
  const at = day === null ? null : onWall(row, field, { zone, day, clock }, context);
  return day === null || at === null ? null : { at, day, clock, zone };
}

function startFrom(at: number | null, zone: string): Start | null {
  if (at === null) return null;
  const { day, minutes } = wallOf(zoneOf(zone), at);
  return { at, day, clock: minutes * minuteMs + (at % minuteMs), zone };
}

function endOf(row: RosterRow, start: Start, context: Context): number | null {
  const text = row.text('end');
  if (text === '') return null;
  const { zone } = start;
  const clock = readClock(text);
  if (clock === null) return instant(row, 'end', saysUtcOf('end', context) ? 'UTC' : zone, tidy(text), context);
  if (row.text('endDate') !== '') {
    const day = dayOf(row, 'endDate', zone, context);
    return day === null ? null : onWall(row, 'end', { zone, day, clock }, context);
  }
  // Without a date of its own an end that is not after the start is on the next day. SPEC RIO-4.
  const day = clock > start.clock ? start.day : start.day + 1;
  return onWall(row, 'end', { zone, day, clock }, context);
}
