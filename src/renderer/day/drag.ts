import { create } from 'zustand';
import type { DeskShift } from '../../contract/index.ts';
import { msOf, quarterMs, snap, type Axis } from './geometry.ts';
import { moveActivity, moveShift, resizeActivity, resizeShift, type Edge, type Piece } from './shift-draft.ts';

/** What is dragged: a shift or one of its activities, whole or by an edge. */
export type Grip = { readonly shift: DeskShift; readonly piece: Piece; readonly edge: Edge | null };

/** Where it would land: the shift as it would be, and which part is meant. */
export type Landing = { readonly shift: DeskShift; readonly activity: number | null };

/** What a drag of so many px makes of a shift, on the quarter of an hour. */
export function landed({ shift, piece, edge }: Grip, axis: Axis, dx: number): Landing {
  const by = snap(msOf(axis, dx));
  const { activity } = piece;
  if (activity === null) {
    if (edge === null) return { shift: moveShift(shift, by), activity };
    const at = edge === 'start' ? shift.startAt : shift.endAt;
    return { shift: resizeShift(shift, edge, snap(at + by)), activity };
  }
  if (edge !== null) {
    const at = edge === 'start' ? piece.startAt : piece.endAt;
    return { shift: resizeActivity(shift, activity, edge, snap(at + by)), activity };
  }
  const moved = moveActivity(shift, activity, by);
  return { shift: moved.shift, activity: moved.index };
}

/** One step of a key: the part under the cursor, or an edge of it, by quarters of an hour. */
export function nudged(grip: Grip, by: 1 | -1): Landing {
  const { shift, piece, edge } = grip;
  const ms = by * quarterMs;
  const { activity } = piece;
  if (activity === null) {
    if (edge === null) return { shift: moveShift(shift, ms), activity };
    return { shift: resizeShift(shift, edge, (edge === 'start' ? shift.startAt : shift.endAt) + ms), activity };
  }
  if (edge !== null) {
    const at = (edge === 'start' ? piece.startAt : piece.endAt) + ms;
    return { shift: resizeActivity(shift, activity, edge, at), activity };
  }
  const moved = moveActivity(shift, activity, ms);
  return { shift: moved.shift, activity: moved.index };
}

type Ghost = {
  readonly shift: DeskShift;
  /** Which part is dragged; null for the shift itself. */
  readonly activity: number | null;
  /** Where the lane it would land on begins, px. */
  readonly top: number;
  readonly from: string;
};

/** What is being dragged; the ghost alone listens, so that lanes are not drawn anew. */
export const useGhost = create<{ readonly ghost: Ghost | null }>(() => ({ ghost: null }));

export const sameGhost = (one: Ghost | null, other: Ghost): boolean =>
  one !== null &&
  one.top === other.top &&
  one.shift.startAt === other.shift.startAt &&
  one.shift.endAt === other.shift.endAt &&
  JSON.stringify(one.shift.activities) === JSON.stringify(other.shift.activities);
