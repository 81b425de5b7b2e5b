import type { Attendance, DeskShift, TimeOff } from '../../contract/index.ts';
import { d } from '../strings/en-day.ts';
import { clockTime } from '../ui/format.ts';
import type { Stretch } from './geometry.ts';
import type { Spot } from './lanes.ts';
import { signed, type Bar } from './strip-figures.ts';

type Names = ReadonlyMap<string, string>;

export const spanWords = (what: string, { startAt, endAt }: Stretch, zone: string): string =>
  d.cell.span(what, clockTime(startAt, zone), clockTime(endAt, zone));

/** How a shift stands against what was published; empty where it is what counts. */
export function draftWords(shift: DeskShift, zone: string, names: Names): string {
  if (shift.removed) return d.cell.removed;
  if (!shift.draft) return '';
  const { published } = shift;
  if (published === null) return d.cell.isNew;
  const was =
    published.personId !== shift.personId
      ? d.cell.wasOther(published.personId === null ? d.board.open : (names.get(published.personId) ?? '…'))
      : published.startAt !== shift.startAt || published.endAt !== shift.endAt
        ? d.cell.was(clockTime(published.startAt, zone), clockTime(published.endAt, zone))
        : '';
  return [d.cell.draft, was].filter(Boolean).join(', ');
}

/** `Lunch 12:30 to 13:00, shift 08:30 to 17:00, not published`. */
export function spotWords({ shift, piece }: Spot, zone: string, names: Names): string {
  const whole = d.cell.shift(clockTime(shift.startAt, zone), clockTime(shift.endAt, zone));
  const alone = piece.startAt === shift.startAt && piece.endAt === shift.endAt;
  return [spanWords(d.kind[piece.kind], piece, zone), alone ? '' : whole, draftWords(shift, zone, names), shift.note]
    .filter(Boolean)
    .join(', ');
}

export const shiftWords = (shift: DeskShift, zone: string, names: Names): string =>
  [spanWords(d.kind[shift.work], shift, zone), draftWords(shift, zone, names), shift.note].filter(Boolean).join(', ');

export const offWords = (off: TimeOff): string =>
  off.state === 'asked' ? d.cell.asked(d.timeOff[off.kind]) : d.timeOff[off.kind];

export const attendanceWords = (one: Attendance, zone: string): string =>
  d.cell.until(d.attendance[one.kind], clockTime(one.startAt, zone), clockTime(one.endAt, zone));

const differs = (over: number): string =>
  over < 0 ? d.strip.short(-over) : over > 0 ? d.strip.over(over) : d.strip.even;

/** All figures of an interval of a strip, for hover and for readers. */
export function barWords(
  name: string,
  bar: Bar,
  stepMs: number,
  zone: string,
  today: boolean,
  forecast: boolean,
): string {
  const { interval } = bar;
  const span = { startAt: interval.at, endAt: interval.at + stepMs };
  const { required, scheduled, present } = interval;
  return [
    spanWords(`${name},`, span, zone),
    differs(Number(signed(bar.over))),
    d.strip.heads(required, scheduled, present, today),
    forecast ? d.strip.figures(interval.forecast, interval.low, interval.high, interval.actual) : '',
    d.strip.expect(interval.serviceLevel, interval.asaSeconds, interval.occupancy),
  ]
    .filter(Boolean)
    .join('; ');
}
