import { minuteMs } from '../../calendar/wall-time.ts';
import { paidMsBetween } from '../shift.ts';
import { endForLess, givenTo, resized } from './change.ts';
import type { Piece, Problem, Sheet, Way } from './types.ts';
import { dayInWords, hoursInWords, msInWords, timeInWords } from './words.ts';

/** What is worked in a week of a person: its shifts, and ms without breaks and lunches. */
type Week = { readonly monday: number; ms: number; readonly pieces: Piece[] };

/** Adds what is worked in a week; two shifts at once are worked once. */
function add(weeks: Map<number, Week>, monday: number, piece: Piece, from: number, to: number): void {
  const ms = paidMsBetween(piece.shift, from, to);
  if (ms === 0) return;
  const week = weeks.get(monday) ?? { monday, ms: 0, pieces: [] };
  week.ms += ms;
  week.pieces.push(piece);
  weeks.set(monday, week);
}

/** ISO weeks by the wall clock of the person; a shift over Sunday midnight counts to each as much as lies in it. */
function weeksOf(sheet: Sheet): Week[] {
  const weeks = new Map<number, Week>();
  let counted = -Infinity;
  for (const piece of sheet.pieces) {
    const { shift, monday, nextMondayAt } = piece;
    const from = Math.max(shift.startAt, counted);
    add(weeks, monday, piece, from, Math.min(shift.endAt, nextMondayAt));
    if (shift.endAt > nextMondayAt) add(weeks, monday + 7, piece, Math.max(from, nextMondayAt), shift.endAt);
    counted = Math.max(counted, shift.endAt);
  }
  return [...weeks.values()];
}

/** Shifts that lie in this week alone, the last first: what is cut from them is cut from it. */
const whole = (week: Week): Piece[] =>
  week.pieces
    .filter(({ shift, monday, nextMondayAt }) => monday === week.monday && shift.endAt <= nextMondayAt)
    .reverse();

function waysOf(sheet: Sheet, week: Week, over: number): Way[] {
  const { member, context } = sheet;
  const dayOf = ({ day }: Piece) => dayInWords(day, context.dated);
  const pieces = whole(week);
  const shorter = pieces.slice(0, 2).flatMap((piece): Way[] => {
    const end = endForLess(piece.shift, over);
    const set = end === null ? null : resized(piece.shift, piece.shift.startAt, end);
    if (!set) return [];
    const label = `End ${dayOf(piece)} at ${timeInWords(member.zone, set.endAt)}`;
    return [{ label, changes: [{ shiftId: piece.shift.id, set }] }];
  });
  const open = pieces.slice(0, 1).map((piece): Way => {
    const set = givenTo(piece.shift, null);
    return { label: `Make ${dayOf(piece)} an open shift`, changes: [{ shiftId: piece.shift.id, set }] };
  });
  return [...shorter, ...open];
}

function overWeek(sheet: Sheet, week: Week, contract: number): Problem[] {
  const { member, context } = sheet;
  const over = week.ms - contract * minuteMs;
  const allowed = context.rules.overContractMinutes * minuteMs;
  const [first] = week.pieces;
  if (over <= allowed || first === undefined) return [];
  const tolerance = allowed > 0 ? ` (${msInWords(allowed)} over are allowed)` : '';
  return [
    {
      rule: 'contractHours',
      severity: 'error',
      shiftIds: week.pieces.map(({ shift }) => shift.id),
      startAt: first.shift.startAt,
      endAt: Math.max(...week.pieces.map(({ shift }) => shift.endAt)),
      amount: over,
      words: () => ({
        text: `${member.name} works ${msInWords(week.ms)} in the week of ${dayInWords(week.monday, true)}; the contract is ${hoursInWords(contract)}${tolerance}.`,
        fix: `Take ${msInWords(over - allowed)} out of that week.`,
      }),
      ways: () => waysOf(sheet, week, over - allowed),
    },
  ];
}

/** More worked in a week than agreed, breaks and lunches left out. SPEC LNT-7. */
export function contractHours(sheet: Sheet): Problem[] {
  const contract = sheet.member.person?.contractMinutes ?? null;
  return contract === null ? [] : weeksOf(sheet).flatMap((week) => overWeek(sheet, week, contract));
}
