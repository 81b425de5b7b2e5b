import type { CandidateStage, Pipeline, Seat } from '../../contract/index.ts';
import { isRunning } from './stages.ts';

type Open = Pick<Seat, 'id' | 'state'>;
type Applied = { readonly seatId: string | null; readonly stage: CandidateStage };

/**
 * Whether there is one candidate in the running for each open seat. `enough`: every open seat has one of its own, so that
 * there are as many as seats at least; a candidate without a seat, or whose seat is not open any more, is counted and
 * covers none until they are given one. SPEC HIR-1.
 */
export function pipelineOf(seats: readonly Open[], candidates: readonly Applied[]): Pipeline {
  const open = seats.filter(({ state }) => state === 'open').map(({ id }) => id);
  const running = candidates.filter(({ stage }) => isRunning(stage));
  const covered = new Set(running.map(({ seatId }) => seatId));
  const bare = open.filter((id) => !covered.has(id));
  return {
    open: open.length,
    running: running.length,
    perSeat: open.length === 0 ? null : running.length / open.length,
    bare,
    verdict: open.length === 0 ? 'noSeats' : bare.length === 0 ? 'enough' : 'short',
  };
}
