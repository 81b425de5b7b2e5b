import { wallOf } from '../../calendar/zone.ts';
import { minuteMs } from '../../calendar/wall-time.ts';
import { givenTo, joinedShift, resized } from './change.ts';
import type { Change, Piece, Problem, Sheet, Way } from './types.ts';
import { msInWords, placeOf, stretchInWords, timeInWords, whenInWords } from './words.ts';

type Pair = { readonly sheet: Sheet; readonly one: Piece; readonly other: Piece };

/** Joins the two into the first and takes the other away: both in one change set. */
function join({ one, other }: Pair, label: string): Way {
  const change: Change = { shiftId: one.shift.id, set: joinedShift(one.shift, other.shift) };
  return { label, changes: [change, { shiftId: other.shift.id, set: null }] };
}

/** Whether two could be one shift: of the same work, and together no longer than one may be. */
const canJoin = ({ sheet, one, other }: Pair): boolean =>
  one.shift.work === other.shift.work &&
  Math.max(one.shift.endAt, other.shift.endAt) - one.shift.startAt <= sheet.context.rules.maxShiftMinutes * minuteMs;

/** Whether one of the two says nothing that the other does not: an entry made twice. */
const within = (inner: Piece, outer: Piece) =>
  inner.shift.startAt >= outer.shift.startAt && inner.shift.endAt <= outer.shift.endAt;

function trims({ sheet, one, other }: Pair): Way[] {
  const { zone } = sheet.member;
  const ended = resized(one.shift, one.shift.startAt, other.shift.startAt);
  const begun = resized(other.shift, one.shift.endAt, other.shift.endAt);
  return [
    ...(begun
      ? [
          {
            label: `Start the second at ${timeInWords(zone, begun.startAt)}`,
            changes: [{ shiftId: other.shift.id, set: begun }] as const,
          },
        ]
      : []),
    ...(ended
      ? [
          {
            label: `End the first at ${timeInWords(zone, ended.endAt)}`,
            changes: [{ shiftId: one.shift.id, set: ended }] as const,
          },
        ]
      : []),
  ];
}

function waysOf(pair: Pair): Way[] {
  const { one, other } = pair;
  const inner = within(other, one) ? other : within(one, other) ? one : null;
  if (inner === null) {
    const open: Change = { shiftId: other.shift.id, set: givenTo(other.shift, null) };
    return [...trims(pair), { label: 'Make the second an open shift', changes: [open] }];
  }
  const outer = inner === one ? other : one;
  return [
    {
      label: `Remove the entry from ${timeInWords(pair.sheet.member.zone, inner.shift.startAt)}`,
      changes: [{ shiftId: inner.shift.id, set: null }],
    },
    ...(outer === one ? trims(pair) : []),
    {
      label: 'Make the shorter one an open shift',
      changes: [{ shiftId: inner.shift.id, set: givenTo(inner.shift, null) }],
    },
  ];
}

const idsOf = ({ one, other }: Pair) => [one.shift.id, other.shift.id];

/** Two shifts at one time. SPEC LNT-3. */
function doubled(pair: Pair): Problem {
  const { sheet, one, other } = pair;
  const startAt = other.shift.startAt;
  const endAt = Math.min(one.shift.endAt, other.shift.endAt);
  const place = placeOf(sheet.member, sheet.context);
  return {
    rule: 'doubleBooking',
    severity: 'error',
    shiftIds: idsOf(pair),
    startAt,
    endAt,
    amount: endAt - startAt,
    words: () => ({
      text: `${sheet.member.name} has two shifts at once ${stretchInWords(place, startAt, endAt)}, ${msInWords(endAt - startAt)}.`,
      fix:
        within(other, one) || within(one, other)
          ? 'Remove the one that is there twice, or give it to somebody else.'
          : 'Let one end when the other starts, or give one to somebody else.',
    }),
    ways: () => waysOf(pair),
  };
}

/** A night that still runs when the same person's next day begins. SPEC LNT-11. */
function runsOver(pair: Pair): Problem {
  const { sheet, one, other } = pair;
  const place = placeOf(sheet.member, sheet.context);
  const both = within(other, one);
  const next = whenInWords(place, other.shift.startAt);
  return {
    ...doubled(pair),
    rule: 'overnightOverlap',
    words: () => ({
      text: both
        ? `${sheet.member.name}'s night from ${whenInWords(place, one.shift.startAt)} stands on both dates: again from ${next}.`
        : `${sheet.member.name}'s night from ${whenInWords(place, one.shift.startAt)} runs to ${timeInWords(place.zone, one.shift.endAt)}, into the shift that begins ${next}.`,
      fix: both
        ? 'Keep the night on the day it begins, and remove the entry of the next day.'
        : 'Make one night of the two, or move the next shift to after the night and the rest it asks for.',
    }),
    ways: () => [...(!both && canJoin(pair) ? [join(pair, 'Join them into one night')] : []), ...waysOf(pair)],
  };
}

/** One night written as two, up to midnight and from it, as some systems export it. SPEC LNT-11. */
function split(pair: Pair): Problem {
  const { sheet, one, other } = pair;
  const place = placeOf(sheet.member, sheet.context);
  return {
    rule: 'overnightOverlap',
    severity: 'warning',
    shiftIds: idsOf(pair),
    startAt: one.shift.startAt,
    endAt: other.shift.endAt,
    amount: 0,
    words: () => ({
      text: `${sheet.member.name} has one night as two shifts, split at midnight: ${stretchInWords(place, one.shift.startAt, other.shift.endAt)}.`,
      fix: 'Join them into one night: it belongs to the day it begins on.',
    }),
    ways: () => [join(pair, 'Join them into one night')],
  };
}

/** Two shifts that meet at midnight, and could be one. */
function isSplit(pair: Pair): boolean {
  const { sheet, one, other } = pair;
  const { endAt } = one.shift;
  if (other.shift.startAt !== endAt || other.day === one.day) return false;
  return wallOf(sheet.member.zone, endAt).minutes === 0 && canJoin(pair);
}

function judge(pair: Pair): Problem[] {
  const { off } = pair.sheet.context;
  const { one, other } = pair;
  if (other.shift.startAt >= one.shift.endAt) {
    return !off.has('overnightOverlap') && isSplit(pair) ? [split(pair)] : [];
  }
  if (other.day > one.day && !off.has('overnightOverlap')) return [runsOver(pair)];
  return off.has('doubleBooking') ? [] : [doubled(pair)];
}

/** Shifts of one person that lie over each other: each pair is told once, as a night or as a double. SPEC LNT-3, LNT-11. */
export function doubleBookings(sheet: Sheet): Problem[] {
  return sheet.blocks.flatMap(({ pieces }) =>
    pieces.flatMap((one, i) => pieces.slice(i + 1).flatMap((other) => judge({ sheet, one, other }))),
  );
}
