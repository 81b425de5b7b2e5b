import { Fault } from '../../../domain/fault.ts';
import type { JobProgress, JobRequest, JobResult } from './messages.ts';
import { runImport } from './run-import.ts';
import { runRemove } from './run-remove.ts';
import { runSweep } from './run-sweep.ts';
import { runSample } from './run-sample.ts';

export type JobAnswer =
  { readonly result: JobResult } | { readonly fault: { readonly code: Fault['code']; readonly message: string } };

const reportEveryMs = 200;

/** Entry of the job thread: one import, sample or removal, with word of how far it is. */
export default async function work(request: JobRequest): Promise<JobAnswer> {
  let last = 0;
  const report = (progress: JobProgress): void => {
    if (performance.now() - last < reportEveryMs) return;
    last = performance.now();
    request.port.postMessage(progress);
  };
  try {
    return { result: await run(request, report) };
  } catch (error) {
    // Classes do not cross threads; code and words do.
    if (error instanceof Fault) return { fault: { code: error.code, message: error.message } };
    throw error;
  } finally {
    request.port.close();
  }
}

async function run(request: JobRequest, report: (progress: JobProgress) => void): Promise<JobResult> {
  switch (request.kind) {
    case 'import':
      return runImport(request, report);
    case 'sample':
      return runSample(request, report);
    case 'remove':
      return runRemove(request);
    case 'sweep':
      return runSweep(request);
  }
}
