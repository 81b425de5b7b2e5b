import { givenTo } from './change.ts';
import type { Piece, Problem, Sheet, Way } from './types.ts';
import { dayInWords } from './words.ts';

type Day = { readonly day: number; readonly pieces: readonly Piece[] };
type Run = readonly Day[];

/** Days on which a stretch at work begins, those that follow each other together. */
function runsOf(sheet: Sheet): Run[] {
  const runs: { day: number; pieces: readonly Piece[] }[][] = [];
  for (const { pieces } of sheet.blocks) {
    const day = pieces[0]?.day ?? 0;
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run === undefined || last === undefined || day > last.day + 1) runs.push([{ day, pieces }]);
    else if (day === last.day) last.pieces = [...last.pieces, ...pieces];
    else run.push({ day, pieces });
  }
  return runs;
}

/** A day in the middle freed, the latest that leaves no run too long on either side, then the earliest. */
function waysOf(sheet: Sheet, run: Run): Way[] {
  const max = sheet.context.rules.maxDaysInRow;
  const days = [...new Set([Math.min(max, run.length - 1), Math.max(0, run.length - 1 - max)])];
  return days.flatMap((i): Way[] => {
    const [piece, ...others] = run[i]?.pieces ?? [];
    if (piece === undefined || others.length > 0) return [];
    const label = `Free ${dayInWords(piece.day, sheet.context.dated)}: make it an open shift`;
    return [{ label, changes: [{ shiftId: piece.shift.id, set: givenTo(piece.shift, null) }] }];
  });
}

function tooLong(sheet: Sheet, run: Run): Problem[] {
  const { member, context } = sheet;
  const max = context.rules.maxDaysInRow;
  const pieces = run.flatMap((day) => day.pieces);
  const [first] = pieces;
  const [from, to] = [run[0]?.day ?? 0, run.at(-1)?.day ?? 0];
  if (run.length <= max || first === undefined) return [];
  return [
    {
      rule: 'daysInRow',
      severity: 'error',
      shiftIds: pieces.map(({ shift }) => shift.id),
      startAt: first.shift.startAt,
      endAt: Math.max(...pieces.map(({ shift }) => shift.endAt)),
      amount: run.length,
      words: () => ({
        text: `${member.name} works ${run.length} days in a row, ${dayInWords(from, true)} to ${dayInWords(to, true)}; the rule is ${max}.`,
        fix: 'Give them a day off in between.',
      }),
      ways: () => waysOf(sheet, run),
    },
  ];
}

/** More days in a row than allowed; a day counts where work begins on it, by the date where the person is. SPEC LNT-9. */
export const daysInRow = (sheet: Sheet): Problem[] => runsOf(sheet).flatMap((run) => tooLong(sheet, run));
