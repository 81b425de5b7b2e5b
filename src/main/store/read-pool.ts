import { Piscina } from 'piscina';
import type { ReadAnswers, ReadTask } from './worker.ts';

export type ReadPool = {
  readonly run: <Kind extends ReadTask['kind']>(task: Extract<ReadTask, { kind: Kind }>) => Promise<ReadAnswers[Kind]>;
  readonly close: () => Promise<void>;
};

/** From source the threads run the TypeScript itself; in the bundle, what was built beside this file. */
export const workerFile = (): string =>
  new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url).href;

export function readPool(file: string, nativeBinding: string | undefined): ReadPool {
  const pool = new Piscina({
    filename: workerFile(),
    minThreads: 0,
    maxThreads: 2,
    concurrentTasksPerWorker: 1,
    idleTimeout: 60_000,
  });
  return {
    run: (task) => pool.run({ file, nativeBinding, task }) as Promise<never>,
    close: () => pool.destroy(),
  };
}
