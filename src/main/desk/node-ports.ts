import { randomBytes } from 'node:crypto';
import type { DeskPorts } from './core.ts';

/** The ports of a desk on this machine: its clock, its randomness, its timers. */
export function nodePorts(nativeBinding?: string): DeskPorts {
  return {
    // The one place that reads the clock: wall time, which sleep and people move.
    now: () => Date.now(),
    randomBytes,
    setTimer(run, delayMs) {
      const timer = setTimeout(run, delayMs);
      return () => clearTimeout(timer);
    },
    nativeBinding,
  };
}
