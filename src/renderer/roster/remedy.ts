import type { DeskShift, Remedy } from '../../contract/index.ts';
import { command } from '../app/actions.ts';
import { client } from '../client/client.ts';

/**
 * Does what would put a finding right, in the plan, with a way back. Null where the shift is not among those given: what
 * is noted on it would be lost.
 */
export function remedyOn(shifts: readonly DeskShift[], { shiftId, set }: Remedy): (() => void) | null {
  const shift = shifts.find(({ id }) => id === shiftId);
  if (shift === undefined) return null;
  if (set === null) return () => void command(client.roster.remove({ ids: [shiftId] }));
  return () => void command(client.roster.save({ shifts: [{ ...set, id: shiftId, note: shift.note }] }));
}
