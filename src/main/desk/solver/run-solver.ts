import { Worker } from 'node:worker_threads';
import { Fault } from '../../../domain/fault.ts';
import type { FoundBy, Solved, SolverRequest, SolverTask, SolverWord } from './messages.ts';

export type SolverOptions<Found> = {
  readonly signal?: AbortSignal | undefined;
  readonly onBetter?: ((solved: Solved<Found>) => void) | undefined;
};

/** A thread that was asked to stop, or whose time is over, has so long to come to a point where it can. */
const graceMs = 1500;
/** A thread is begun and its solver compiled in so long, before its own clock runs. */
const startMs = 500;

const solverWorker = (): URL =>
  new URL(import.meta.url.endsWith('.ts') ? './solver-worker.ts' : './solver-worker.js', import.meta.url);

/**
 * Runs one task on a thread of its own. A thread in the middle of a factorisation hears nobody: one that does not end
 * in time is ended, and the best it told of is the answer. Faults as the task does; CANCELLED where the signal came
 * before there was anything.
 */
export async function runSolver<Task extends SolverTask>(
  task: Task,
  { signal, onBetter }: SolverOptions<FoundBy[Task['kind']]> = {},
): Promise<Solved<FoundBy[Task['kind']]>> {
  type Answer = Solved<FoundBy[Task['kind']]>;
  if (signal?.aborted === true) throw cancelled();
  const cancel = new SharedArrayBuffer(4);
  const request: SolverRequest = { task, cancel };
  const worker = new Worker(solverWorker(), { workerData: request });
  const timers: NodeJS.Timeout[] = [];
  let best: Answer | null = null;
  const stop = (): void => {
    Atomics.store(new Int32Array(cancel), 0, 1);
    timers.push(setTimeout(() => void worker.terminate(), graceMs));
  };
  signal?.addEventListener('abort', stop, { once: true });
  timers.push(setTimeout(stop, task.seconds * 1000 + startMs));
  try {
    return await new Promise<Answer>((resolve, reject) => {
      worker.on('message', (word: SolverWord) => {
        if (word.kind === 'fault') {
          reject(new Fault(word.code, word.message, word.field === undefined ? undefined : { field: word.field }));
          return;
        }
        const solved = word.solved as Answer;
        if (word.kind === 'done') {
          resolve(solved);
          return;
        }
        best = solved;
        onBetter?.(solved);
      });
      worker.on('error', reject);
      worker.on('exit', () => {
        if (best !== null) resolve(best);
        else if (signal?.aborted === true) reject(cancelled());
        else resolve({ status: 'none', cost: Infinity, bound: -Infinity, found: null });
      });
    });
  } finally {
    signal?.removeEventListener('abort', stop);
    for (const timer of timers) clearTimeout(timer);
    await worker.terminate();
  }
}

const cancelled = (): Fault => new Fault('CANCELLED', 'The search was cancelled before it had found anything.');
