import type { Activity, WorkKind } from '../../../contract/roster-common.ts';
import { minuteMs } from '../../calendar/wall-time.ts';
import { clip } from '../../exchange/clip.ts';
import { readMinutes } from '../../exchange/values.ts';
import { breakInTheMiddle, readActivities } from './activities.ts';
import type { Columns, RosterField } from './columns.ts';
import type { Moments } from './moments.ts';
import type { RosterRow } from './rows.ts';
import { workOf } from './words.ts';

/** Who a row is about: somebody of the desk, somebody the file brings, or (both null) nobody yet. */
export type Who = { readonly personId: string | null; readonly newPerson: string | null };

export type ShiftDraft = Who & {
  readonly line: number;
  /** The id it has in our own files, else null. */
  readonly id: string | null;
  readonly startAt: number;
  readonly endAt: number;
  readonly work: WorkKind;
  readonly activities: readonly Activity[];
  /** As it stands in the file, cut to 1,000 characters; '' for none. */
  readonly note: string;
};

/** A day, and the hour it may gain when clocks go back. */
const longestMs = 25 * 60 * minuteMs;
const mostOpen = 500;
const mostNote = 1000;

/** Where work is looked for, the plainest word first. */
const workFields = ['work', 'role', 'label', 'team', 'schedule'] as const satisfies readonly RosterField[];

type Context = {
  readonly columns: Columns;
  readonly moments: Moments;
  /** Told of what names no channel, so that it can be said. */
  readonly assumed: (name: string) => void;
};

/** The shifts of a row: one, or as many open ones as it counts. Empty, and said why, where it cannot be used. */
export function readShifts(row: RosterRow, who: Who, { columns, moments, assumed }: Context): readonly ShiftDraft[] {
  const start = moments.startOf(row);
  if (start === null) return [];
  const endAt = endOf(row, moments, start);
  if (endAt === null) return [];
  const span = { startAt: start.at, endAt };
  const activities = activitiesOf(row, span, start.zone, columns);
  if (activities === null) return [];
  const isOpen = who.personId === null && who.newPerson === null;
  const count = isOpen ? openCount(row) : 1;
  if (count === null) return [];
  const shift = {
    ...who,
    line: row.line,
    id: row.text('ownShift') || null,
    ...span,
    work: workIn(row, assumed),
    activities,
    note: clip(row.text('note'), mostNote),
  };
  return Array.from({ length: count }, () => shift);
}

function endOf(row: RosterRow, moments: Moments, start: NonNullable<ReturnType<Moments['startOf']>>): number | null {
  if (row.text('end') === '') return row.refuse('The shift has no end.', 'end');
  const endAt = moments.endOf(row, start);
  if (endAt === null) return null;
  if (endAt <= start.at) return row.refuse('The shift ends before it begins. Check its dates and times.', 'end');
  return endAt - start.at > longestMs ? row.refuse('The shift is longer than a day. Check its end.', 'end') : endAt;
}

function activitiesOf(
  row: RosterRow,
  span: { readonly startAt: number; readonly endAt: number },
  zone: string,
  columns: Columns,
): readonly Activity[] | null {
  const text = row.text('activities');
  if (text !== '') {
    const read = readActivities(text, span, zone);
    return read.activities ?? row.refuse(read.reason, 'activities');
  }
  const minutes = unpaidMinutes(row, columns);
  if (minutes === null || minutes === 0) return minutes === null ? null : [];
  const pause = breakInTheMiddle(span, minutes);
  return pause === null
    ? row.refuse(`The unpaid break of ${minutes} minutes is as long as the shift.`, 'unpaidBreak')
    : [pause];
}

/**
 * Minutes, or `0:30`. A plain number below 5 under a header without minutes is hours: nobody takes four minutes unpaid,
 * and nobody five hours. SPEC RIO-9.
 */
function unpaidMinutes(row: RosterRow, columns: Columns): number | null {
  const text = row.text('unpaidBreak').replace(/\s*(?:min|mins|minutes|minuten|minutos|minuti)\.?$/i, '');
  if (text === '' || /^no|^none$/i.test(text)) return 0;
  const hours = /^(\d+(?:[.,]\d+)?)\s*h(?:ours?|rs?)?\.?$/i.exec(text)?.[1];
  if (hours !== undefined) return Number(hours.replace(',', '.')) * 60;
  const minutes = readMinutes(text);
  if (minutes === null) return row.refuse('This is no length of a break. Write minutes, such as 30.', 'unpaidBreak');
  const header = columns.header[columns.places.get('unpaidBreak') ?? -1] ?? '';
  const plain = !text.includes(':') && text === row.text('unpaidBreak') && !/min/i.test(header);
  return plain && minutes < 5 ? minutes * 60 : minutes;
}

function openCount(row: RosterRow): number | null {
  const text = row.text('openCount');
  if (text === '') return 1;
  if (/^\d+(?:\.0+)?$/.test(text) && Number(text) <= mostOpen) return Math.max(1, Number(text));
  return row.refuse(`This is no number of open shifts up to ${mostOpen}.`, 'openCount');
}

function workIn(row: RosterRow, assumed: (name: string) => void): WorkKind {
  const texts = workFields.map((field) => row.text(field));
  const found = texts.map(workOf).find((work) => work !== null);
  if (found !== undefined) return found;
  assumed(texts.find((text) => text !== '') ?? '');
  return 'calls';
}
