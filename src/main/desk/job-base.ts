import type { Core } from './core.ts';
import type { JobBase } from './jobs/messages.ts';

/** What every job is told of the desk it works on. */
export const jobBase = (core: Core): Omit<JobBase, 'port' | 'cancel'> => ({
  file: core.file,
  nativeBinding: core.ports.nativeBinding,
  now: core.ports.now(),
  actor: core.actor(),
  timeline: core.sla.timeline(),
});
