import type { Span } from '../../calendar/rules.ts';
import { wallOf } from '../../calendar/zone.ts';
import { cutSpans, longestSpan, sharedSpans, spanMs } from '../spans.ts';
import { givenTo, moved, resized } from './change.ts';
import type { Piece, Problem, Sheet, Way } from './types.ts';
import { dayInWords, msInWords, placeOf, shiftOf, stretchInWords, timeInWords } from './words.ts';

const spanOf = ({ shift }: Piece): Span => [shift.startAt, shift.endAt];

const makeOpen = ({ shift }: Piece): Way => ({
  label: 'Make it an open shift',
  changes: [{ shiftId: shift.id, set: givenTo(shift, null) }],
});

/** The shift cut to the longest stretch in which they can be there. */
function trimTo(sheet: Sheet, { shift }: Piece, there: readonly Span[]): Way[] {
  const longest = longestSpan(there);
  const set = longest && resized(shift, longest[0], longest[1]);
  if (!set) return [];
  const { zone } = sheet.member;
  const times = `${timeInWords(zone, set.startAt)} to ${timeInWords(zone, set.endAt)}`;
  return [{ label: `Make it ${times}`, changes: [{ shiftId: shift.id, set }] }];
}

/** The whole shift moved into the hours of the same day, as little as will do. */
function moveInto(sheet: Sheet, piece: Piece, open: readonly Span[]): Way[] {
  const { shift, day } = piece;
  const { zone } = sheet.member;
  const length = shift.endAt - shift.startAt;
  const steps = open
    .filter(([from, to]) => to - from >= length && wallOf(zone, from).day === day)
    .map(([from, to]) => Math.min(Math.max(shift.startAt, from), to - length) - shift.startAt)
    .sort((a, b) => Math.abs(a) - Math.abs(b));
  const [step] = steps;
  if (step === undefined || step === 0) return [];
  const set = moved(shift, step);
  const times = `${timeInWords(zone, set.startAt)} to ${timeInWords(zone, set.endAt)}`;
  return [{ label: `Move it to ${times}`, changes: [{ shiftId: shift.id, set }] }];
}

function availabilityOf(sheet: Sheet, piece: Piece, open: readonly Span[]): Problem[] {
  const { member, context } = sheet;
  const outside = cutSpans([spanOf(piece)], open);
  const [first] = outside;
  if (first === undefined) return [];
  const { shift } = piece;
  const inside = sharedSpans(open, [spanOf(piece)]);
  const place = placeOf(member, context);
  const ms = spanMs(outside);
  return [
    {
      rule: 'availability',
      severity: 'error',
      shiftIds: [shift.id],
      startAt: first[0],
      endAt: outside.at(-1)?.[1] ?? first[1],
      amount: ms,
      words: () => {
        const beyond = inside.length === 0 ? 'lies outside of' : `goes ${msInWords(ms)} beyond`;
        return {
          text: `${shiftOf(member)} ${stretchInWords(place, shift.startAt, shift.endAt)} ${beyond} the hours they can work.`,
          fix: inside.length === 0 ? 'Move it, or give it to somebody who can.' : 'Cut or move it to their hours.',
        };
      },
      ways: () => [...moveInto(sheet, piece, open), ...trimTo(sheet, piece, inside), makeOpen(piece)],
    },
  ];
}

/** Shifts outside of the weekly hours in which their person can work. SPEC LNT-4. */
export function availability(sheet: Sheet): Problem[] {
  const { open } = sheet.member;
  return open === null ? [] : sheet.pieces.flatMap((piece) => availabilityOf(sheet, piece, open));
}

function timeOffOf(sheet: Sheet, piece: Piece): Problem[] {
  const { member, context } = sheet;
  const over = sharedSpans(member.away, [spanOf(piece)]);
  const [first] = over;
  if (first === undefined) return [];
  const last = over.at(-1) ?? first;
  const place = placeOf(member, context);
  return [
    {
      rule: 'timeOff',
      severity: 'error',
      shiftIds: [piece.shift.id],
      startAt: first[0],
      endAt: last[1],
      amount: spanMs(over),
      words: () => ({
        text: `${member.name} is away ${stretchInWords(place, first[0], last[1])} and has a shift then.`,
        fix: 'Give the shift to somebody else, or cut it to when they are there.',
      }),
      ways: () => [...trimTo(sheet, piece, cutSpans([spanOf(piece)], member.away)), makeOpen(piece)],
    },
  ];
}

/** Shifts of people who are away then. SPEC LNT-5. */
export const timeOff = (sheet: Sheet): Problem[] =>
  sheet.member.away.length === 0 ? [] : sheet.pieces.flatMap((piece) => timeOffOf(sheet, piece));

function holidayOf(sheet: Sheet, { shift, day }: Piece, name: string): Problem {
  const { member, context } = sheet;
  return {
    rule: 'holiday',
    severity: 'warning',
    shiftIds: [shift.id],
    startAt: shift.startAt,
    endAt: shift.endAt,
    amount: 0,
    words: () => ({
      text: `${shiftOf(member)} begins on a holiday, ${dayInWords(day, context.dated)}${name === '' ? '' : ` (${name})`}.`,
      fix: 'Keep it if the desk works that day; else remove it.',
    }),
    ways: () => [{ label: 'Remove it', changes: [{ shiftId: shift.id, set: null }] }],
  };
}

/** Shifts that begin on a holiday, by the date where their person is. SPEC LNT-12. */
export function holidays(sheet: Sheet): Problem[] {
  const names = sheet.context.holidays;
  if (names.size === 0) return [];
  return sheet.pieces.flatMap((piece) => {
    const name = names.get(piece.day);
    return name === undefined ? [] : [holidayOf(sheet, piece, name)];
  });
}
