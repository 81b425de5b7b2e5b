import type { RosterShift } from '../../../contract/roster-common.ts';
import { minuteMs } from '../../calendar/wall-time.ts';
import { resized } from './change.ts';
import type { Block, Problem, Sheet, Way } from './types.ts';
import { hoursInWords, msInWords, placeOf, shiftOf, stretchInWords, timeInWords } from './words.ts';

function toLength(sheet: Sheet, shift: RosterShift, startAt: number, endAt: number): Way[] {
  const set = resized(shift, startAt, endAt);
  if (!set) return [];
  const start = startAt !== shift.startAt;
  const time = timeInWords(sheet.member.zone, start ? set.startAt : set.endAt);
  return [{ label: `${start ? 'Start' : 'End'} at ${time}`, changes: [{ shiftId: shift.id, set }] }];
}

/** The last shift of the block ended, or the first begun, so much earlier or later. */
function waysOf(sheet: Sheet, block: Block, ms: number): Way[] {
  const first = block.pieces[0]?.shift;
  const last = block.pieces.at(-1)?.shift;
  if (first === undefined || last === undefined) return [];
  return [
    ...toLength(sheet, last, last.startAt, last.endAt + ms),
    ...toLength(sheet, first, first.startAt - ms, first.endAt),
  ];
}

function lengthOf(sheet: Sheet, block: Block): Problem[] {
  const { member, context } = sheet;
  const { maxShiftMinutes: max, minShiftMinutes: min } = context.rules;
  const { startAt, endAt, pieces } = block;
  const length = endAt - startAt;
  const long = length > max * minuteMs;
  if (!long && length >= min * minuteMs) return [];
  const off = Math.round(long ? length - max * minuteMs : min * minuteMs - length);
  const what = pieces.length === 1 ? `${shiftOf(member)} lasts` : `${member.name} has shifts without rest between, for`;
  return [
    {
      rule: 'dayLength',
      severity: long ? 'error' : 'warning',
      shiftIds: pieces.map(({ shift }) => shift.id),
      startAt,
      endAt,
      amount: off,
      words: () => ({
        text: `${what} ${msInWords(length)}, ${stretchInWords(placeOf(member, context), startAt, endAt)}; the rule is ${long ? `at most ${hoursInWords(max)}` : `at least ${hoursInWords(min)}`}.`,
        fix: long ? `Make it ${msInWords(off)} shorter.` : `Make it ${msInWords(off)} longer, or join it to another.`,
      }),
      ways: () => waysOf(sheet, block, long ? -off : off),
    },
  ];
}

/** Stretches at work that are longer or shorter than allowed, breaks included. SPEC LNT-8. */
export const dayLength = (sheet: Sheet): Problem[] => sheet.blocks.flatMap((block) => lengthOf(sheet, block));
