import type { Proposal, ProposeInput } from '../../../contract/roster.ts';
import { finishProposal } from '../../../domain/roster/propose/finish.ts';
import { problemOf } from '../../../domain/roster/propose/problem.ts';
import { Fault } from '../../../domain/fault.ts';
import type { ProposeFound, Solved } from './messages.ts';
import { race } from './race.ts';

export type ProposeOptions = {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: { cost: number; bound: number; seconds: number }) => void) | undefined;
  readonly newId: () => string;
};

/** A proposal this near to its bound is done: what is left is less than anybody could tell. */
const nearEnough = 0.001;

const isNear = (cost: number, bound: number): boolean => cost - bound <= Math.max(1e-6, nearEnough * cost);

/**
 * Shifts and breaks for some days: `roster.propose`. Two threads share the time, one looking for shifts, one proving
 * what they cannot cost less than; both end once these meet. `shifts` are the new ones alone. Cancelled, it gives the
 * best found until then. Faults INVALID on what cannot be read, CANCELLED where nothing was found yet. SPEC PRO-1 to PRO-6.
 */
export async function propose(input: ProposeInput, { signal, onProgress, newId }: ProposeOptions): Promise<Proposal> {
  const from = performance.now();
  // Read here too: what cannot be read is refused before a thread is started.
  problemOf(input);
  const { best, bound } = await race<'propose'>((part) => ({ kind: 'propose', part, input, seconds: input.seconds }), {
    signal,
    isDone: isNear,
    onBetter: ({ cost, bound: proven }) => onProgress?.({ cost, bound: proven, seconds: secondsSince(from) }),
  });
  return answer(input, best, bound, signal?.aborted === true, secondsSince(from), newId);
}

const secondsSince = (from: number): number => (performance.now() - from) / 1000;

function answer(
  input: ProposeInput,
  best: Solved<ProposeFound> | null,
  lowest: number,
  cancelled: boolean,
  seconds: number,
  newId: () => string,
): Proposal {
  if (best?.found === null || best === null) {
    if (cancelled) throw new Fault('CANCELLED', 'The proposal was cancelled before it had any shifts.');
    throw new Fault('INVALID', `No shifts were found within ${input.seconds} s. Give it more seconds, or fewer days.`, {
      field: 'seconds',
    });
  }
  const { cost, found } = best;
  const bound = Math.min(lowest, cost);
  const proven = cost - bound <= 1e-6 * Math.max(1, cost);
  return {
    status: proven ? 'optimal' : cancelled ? 'cancelled' : 'feasible',
    ...finishProposal(input, found.shifts, newId),
    cost,
    bound,
    gap: cost === 0 ? 0 : (cost - bound) / cost,
    seconds,
  };
}
