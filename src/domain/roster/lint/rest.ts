import { minuteMs } from '../../calendar/wall-time.ts';
import { moved, resized } from './change.ts';
import type { Block, Piece, Problem, Sheet, Way } from './types.ts';
import { hoursInWords, msInWords, placeOf, timeInWords, whenInWords } from './words.ts';

const lastOf = (block: Block): Piece | undefined => block.pieces.find(({ shift }) => shift.endAt === block.endAt);

/** Later by what is missing, begun later, or the one before ended earlier. */
function waysOf(sheet: Sheet, before: Piece, after: Piece, missing: number): Way[] {
  const { zone } = sheet.member;
  const later = moved(after.shift, missing);
  const shorter = resized(after.shift, after.shift.startAt + missing, after.shift.endAt);
  const earlier = resized(before.shift, before.shift.startAt, before.shift.endAt - missing);
  const times = `${timeInWords(zone, later.startAt)} to ${timeInWords(zone, later.endAt)}`;
  const ways: Way[] = [{ label: `Move it to ${times}`, changes: [{ shiftId: after.shift.id, set: later }] }];
  if (shorter)
    ways.push({
      label: `Start at ${timeInWords(zone, shorter.startAt)}`,
      changes: [{ shiftId: after.shift.id, set: shorter }],
    });
  if (earlier)
    ways.push({
      label: `End the shift before at ${timeInWords(zone, earlier.endAt)}`,
      changes: [{ shiftId: before.shift.id, set: earlier }],
    });
  return ways;
}

function between(sheet: Sheet, one: Block, next: Block): Problem[] {
  const { member, context } = sheet;
  const rule = context.rules.minRestMinutes;
  const rest = next.startAt - one.endAt;
  const missing = Math.round(rule * minuteMs) - rest;
  const before = lastOf(one);
  const [after] = next.pieces;
  if (missing <= 0 || before === undefined || after === undefined) return [];
  const place = placeOf(member, context);
  return [
    {
      rule: 'rest',
      severity: 'error',
      shiftIds: [before.shift.id, after.shift.id],
      startAt: one.endAt,
      endAt: next.startAt,
      amount: missing,
      words: () => ({
        text: `${member.name} has ${msInWords(rest)} of rest before ${whenInWords(place, next.startAt)}; the rule is ${hoursInWords(rule)}.`,
        fix: `Start ${msInWords(missing)} later, or end the shift before that much earlier.`,
      }),
      ways: () => waysOf(sheet, before, after, missing),
    },
  ];
}

/** Too little time between two stretches at work, as it passes: a night in which the clocks go forward has an hour less. SPEC LNT-6. */
export const rest = (sheet: Sheet): Problem[] =>
  sheet.blocks.flatMap((block, i) => {
    const next = sheet.blocks[i + 1];
    return next === undefined ? [] : between(sheet, block, next);
  });
