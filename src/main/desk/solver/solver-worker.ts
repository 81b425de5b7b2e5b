import { parentPort, workerData } from 'node:worker_threads';
import type { ShiftGrid } from '../../../domain/roster/benchmark/instance.ts';
import { parseInstance } from '../../../domain/roster/benchmark/parse.ts';
import { waiveImpossibleLimits } from '../../../domain/roster/benchmark/waive.ts';
import { Fault } from '../../../domain/fault.ts';
import { budget, type Budget } from './clock.ts';
import { highs } from './highs.ts';
import type { Solved, SolverRequest, SolverTask, SolverWord } from './messages.ts';
import { searchInstance, solveInstance } from './solve-instance.ts';
import { solveMip } from './solve-mip.ts';
import { proveProposal, searchProposal } from './solve-proposal.ts';

const say = (word: SolverWord): void => parentPort?.postMessage(word);
const better = (solved: Solved<unknown>): void => say({ kind: 'better', solved });

async function solve(task: SolverTask, time: Budget): Promise<Solved<unknown>> {
  switch (task.kind) {
    case 'mip':
      return solveMip(await highs(), task.model, {
        seconds: time.left(),
        stop: time.over,
        onBetter: better,
        relGap: task.relGap ?? 0,
      });
    case 'benchmark': {
      const { instance, waived } = waiveImpossibleLimits(parseInstance(task.instance));
      const withWords = <Found>({ found, ...solved }: Solved<Found>) => ({
        ...solved,
        found: found === null ? null : { grid: found, waived },
      });
      const tell = (solved: Solved<ShiftGrid>): void => better(withWords(solved));
      return withWords(
        task.part === 'search'
          ? searchInstance(instance, time, tell)
          : solveInstance(await highs(), instance, time, tell),
      );
    }
    case 'propose':
      return task.part === 'search'
        ? searchProposal(task.input, time, better)
        : proveProposal(await highs(), task.input, time, better);
  }
}

/** Entry of a solver thread: one task, then it ends. The flag is set by whoever wants the best so far and no more. */
async function work({ task, cancel }: SolverRequest): Promise<void> {
  const flag = new Int32Array(cancel);
  try {
    say({
      kind: 'done',
      solved: await solve(
        task,
        budget(task.seconds, () => Atomics.load(flag, 0) !== 0),
      ),
    });
  } catch (error) {
    // Classes do not cross threads; code and words do.
    if (!(error instanceof Fault)) throw error;
    const { code, message, data } = error;
    say({ kind: 'fault', code, message, ...(data?.field === undefined ? {} : { field: data.field }) });
  }
}

await work(workerData as SolverRequest);
