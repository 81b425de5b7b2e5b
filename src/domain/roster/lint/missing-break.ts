import type { Activity } from '../../../contract/roster-common.ts';
import type { Span } from '../../calendar/rules.ts';
import { minuteMs } from '../../calendar/wall-time.ts';
import { isPause, isQueueWork, segments } from '../shift.ts';
import { joinSpans, spanMs } from '../spans.ts';
import { repaused, without } from './change.ts';
import type { Block, Piece, Problem, Sheet, Way } from './types.ts';
import { hoursInWords, msInWords, placeOf, shiftOf, timeInWords, whenInWords } from './words.ts';

type Toll = (span: Span) => number;
type Place = { readonly piece: Piece; readonly span: Span; readonly toll: number; readonly longest: number };

const isPausing = ({ kind }: Activity) => isPause(kind);
const spanOf = ({ startAt, endAt }: Activity): Span => [startAt, endAt];
const pausesOf = ({ shift }: Piece): Activity[] => shift.activities.filter(isPausing);

/** The longest time at work without a pause. */
function longestStretch(block: Block, pauses: readonly Span[]): number {
  let [from, longest] = [block.startAt, 0];
  for (const [start, end] of joinSpans(pauses)) {
    longest = Math.max(longest, start - from);
    from = end;
  }
  return Math.max(longest, block.endAt - from);
}

const step = 15 * minuteMs;

/** Quarters of an hour in the queue work of a block at which a pause of some length fits, not at its very ends. */
function* starts(block: Block, length: number): Generator<readonly [Piece, number]> {
  const margin = Math.min(60 * minuteMs, (block.endAt - block.startAt) / 4);
  for (const piece of block.pieces) {
    for (const { kind, startAt, endAt } of segments(piece.shift)) {
      if (!isQueueWork(kind)) continue;
      const first = Math.ceil(Math.max(startAt, block.startAt + margin) / step) * step;
      const last = Math.min(endAt, block.endAt - margin) - length;
      for (let at = first; at <= last; at += step) yield [piece, at];
    }
  }
}

const isBetter = (one: Place, other: Place): boolean =>
  one.toll < other.toll || (one.toll === other.toll && one.longest < other.longest);

/** Where a pause hurts least: the fewest rules of cover short, then the shortest stretch left without one. SPEC LNT-13. */
function bestPlace(block: Block, pauses: readonly Span[], length: number, most: number, toll: Toll): Place | null {
  let best: Place | null = null;
  for (const [piece, at] of starts(block, length)) {
    const span: Span = [at, at + length];
    const longest = longestStretch(block, [...pauses, span]);
    if (longest > most) continue;
    const place = { piece, span, longest, toll: toll(span) };
    if (best === null || isBetter(place, best)) best = place;
  }
  return best;
}

const mostOf = ({ context }: Sheet): number =>
  context.rules.breakAfterMinutes === 0 ? Infinity : context.rules.breakAfterMinutes * minuteMs;

function insert(sheet: Sheet, block: Block, length: number, toll: Toll): Way[] {
  const pauses = block.pieces.flatMap(pausesOf).map(spanOf);
  const place = bestPlace(block, pauses, length, mostOf(sheet), toll);
  if (place === null) return [];
  const { piece, span } = place;
  const pause: Activity = { kind: 'break', startAt: span[0], endAt: span[1] };
  const set = repaused(piece.shift, null, pause);
  const label = `Put a ${msInWords(length)} break at ${timeInWords(sheet.member.zone, span[0])}`;
  return [{ label, changes: [{ shiftId: piece.shift.id, set }] }];
}

/** The longest pause of a shift moved to where it parts the work better. */
function move(sheet: Sheet, block: Block, toll: Toll): Way[] {
  const [piece, ...others] = block.pieces;
  if (piece === undefined || others.length > 0) return [];
  const pauses = pausesOf(piece).sort((a, b) => b.endAt - b.startAt - (a.endAt - a.startAt));
  const [longest, ...rest] = pauses;
  if (longest === undefined) return [];
  const bare: Block = { ...block, pieces: [{ ...piece, shift: without(piece.shift, longest) }] };
  const place = bestPlace(bare, rest.map(spanOf), longest.endAt - longest.startAt, mostOf(sheet), toll);
  if (place === null) return [];
  const [startAt, endAt] = place.span;
  const set = repaused(piece.shift, longest, { kind: longest.kind, startAt, endAt });
  const label = `Move the ${longest.kind} to ${timeInWords(sheet.member.zone, startAt)}`;
  return [{ label, changes: [{ shiftId: piece.shift.id, set }] }];
}

/** Of a long block: ms of pauses that are missing, and of work without one that are too much. */
function lackOf(
  sheet: Sheet,
  block: Block,
): { readonly have: number; readonly missing: number; readonly over: number } {
  const { minBreakMinutes } = sheet.context.rules;
  const pauses = joinSpans(block.pieces.flatMap(pausesOf).map(spanOf));
  const have = spanMs(pauses);
  const missing = Math.max(0, minBreakMinutes * minuteMs - have);
  return { have, missing, over: Math.max(0, longestStretch(block, pauses) - mostOf(sheet)) };
}

function textOf(sheet: Sheet, block: Block, have: number, missing: number, over: number): string {
  const { member, context } = sheet;
  const { breakAfterMinutes: after, minBreakMinutes: least } = context.rules;
  const what = `${shiftOf(member)} from ${whenInWords(placeOf(member, context), block.startAt)}`;
  const length = msInWords(block.endAt - block.startAt);
  if (missing === 0)
    return `${what} has ${msInWords(over + after * minuteMs)} of work without a break; the rule is at most ${hoursInWords(after)}.`;
  const has = have === 0 ? 'no break' : `only ${msInWords(have)} of break`;
  return `${what} has ${has} in ${length}; over ${hoursInWords(after)} it needs ${hoursInWords(least)}.`;
}

function lacking(sheet: Sheet, block: Block): Problem[] {
  const { breakAfterMinutes: after, minBreakMinutes: least } = sheet.context.rules;
  if (block.endAt - block.startAt <= after * minuteMs || least === 0) return [];
  const { have, missing, over } = lackOf(sheet, block);
  if (missing === 0 && over === 0) return [];
  return [
    {
      rule: 'missingBreak',
      severity: 'error',
      shiftIds: block.pieces.map(({ shift }) => shift.id),
      startAt: block.startAt,
      endAt: block.endAt,
      amount: missing + over,
      words: () => ({
        text: textOf(sheet, block, have, missing, over),
        fix:
          missing === 0
            ? 'Move a break to where it parts the work.'
            : `Put ${have === 0 ? 'a' : 'another'} ${msInWords(missing)} break inside the shift.`,
      }),
      ways: (toll) =>
        missing === 0
          ? [...move(sheet, block, toll), ...insert(sheet, block, step, toll)]
          : insert(sheet, block, Math.ceil(missing / minuteMs) * minuteMs, toll),
    },
  ];
}

/** Long stretches at work without breaks enough, or with too much work on end. Lunch counts. SPEC LNT-13. */
export const missingBreak = (sheet: Sheet): Problem[] => sheet.blocks.flatMap((block) => lacking(sheet, block));
