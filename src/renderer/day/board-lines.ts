import type { Lane, Lanes } from './lanes.ts';
import { lanePx } from './lane-row.tsx';
import { stripLine } from './strip-row.tsx';
import type { Strip } from './strips.ts';

/** A line of the board that the cursor can stand on. */
export type Line =
  | { readonly kind: 'strip'; readonly id: string; readonly strip: Strip }
  | { readonly kind: 'lane'; readonly id: string; readonly lane: Lane }
  /** The head of those without a shift. */
  | { readonly kind: 'fold'; readonly id: 'free'; readonly count: number };

export const foldPx = 28;

export const linePx = (line: Line | undefined): number => (line?.kind === 'fold' ? foldPx : lanePx);

const laneLine = (lane: Lane): Line => ({ kind: 'lane', id: lane.id, lane });

/** The lines that scroll: open shifts, who works, and below, folded or not, who does not. */
export const rowsOf = ({ open, staffed, free }: Lanes, freeOpen: boolean): readonly Line[] => [
  ...open.map(laneLine),
  ...staffed.map(laneLine),
  ...(free.length > 0 ? [{ kind: 'fold', id: 'free', count: free.length } as const] : []),
  ...(freeOpen ? free.map(laneLine) : []),
];

export const linesOf = (strips: readonly Strip[], rows: readonly Line[]): readonly Line[] => [
  ...strips.map((strip): Line => ({ kind: 'strip', id: stripLine(strip.id), strip })),
  ...rows,
];

/** Where each of the lines begins, px from the top of the first. */
export function topsOf(rows: readonly Line[]): readonly number[] {
  const tops: number[] = [];
  let top = 0;
  for (const row of rows) {
    tops.push(top);
    top += linePx(row);
  }
  return tops;
}
