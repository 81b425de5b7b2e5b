import { Fault } from '../../../domain/fault.ts';
import type { FoundBy, Solved, SolverTask } from './messages.ts';
import { runSolver } from './run-solver.ts';

type Kind = 'benchmark' | 'propose';

export type RaceOptions = {
  readonly signal?: AbortSignal | undefined;
  /** Whether a cost is so near to the bound that there is nothing left to look for. */
  readonly isDone: (cost: number, bound: number) => boolean;
  /** Every better solution or bound, once there is a solution. */
  readonly onBetter?: (known: { readonly cost: number; readonly bound: number }) => void;
};

export type RaceResult<Found> = { readonly best: Solved<Found> | null; readonly bound: number };

/**
 * Two threads on one task, one that looks for solutions and one that proves a bound (and may find some too), until what
 * they know meets or the time is over. Faults as the tasks do; cancelled, it gives what was known until then.
 */
export async function race<Name extends Kind>(
  task: (part: 'search' | 'prove') => SolverTask & { readonly kind: Name },
  { signal, isDone, onBetter }: RaceOptions,
): Promise<RaceResult<FoundBy[Name]>> {
  type Answer = Solved<FoundBy[Name]>;
  const enough = new AbortController();
  const either = signal === undefined ? enough.signal : AbortSignal.any([signal, enough.signal]);
  const known: { best: Answer | null; bound: number } = { best: null, bound: 0 };
  const heard = (solved: Answer): void => {
    const { best, bound } = known;
    const betters = solved.found !== null && (best === null || solved.cost < best.cost);
    if (betters) known.best = solved;
    known.bound = Math.max(bound, solved.bound);
    if (known.best === null || (!betters && known.bound === bound)) return;
    const { cost } = known.best;
    onBetter?.({ cost, bound: Math.min(known.bound, cost) });
    if (isDone(cost, known.bound)) enough.abort();
  };
  const run = async (part: 'search' | 'prove'): Promise<void> => {
    try {
      heard(
        await runSolver(task(part), {
          signal: either,
          onBetter: heard,
        }),
      );
    } catch (error) {
      // A thread that was ended before it had anything leaves it to the other.
      if (!(error instanceof Fault && error.code === 'CANCELLED')) throw error;
    }
  };
  try {
    await Promise.all([run('search'), run('prove')]);
  } finally {
    // Where one refused, the other is not waited for.
    enough.abort();
  }
  return known;
}
