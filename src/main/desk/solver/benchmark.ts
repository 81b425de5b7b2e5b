import { free } from '../../../domain/roster/benchmark/instance.ts';
import { parseInstance } from '../../../domain/roster/benchmark/parse.ts';
import { Fault } from '../../../domain/fault.ts';
import { race } from './race.ts';

export type BenchmarkAnswer = {
  readonly cost: number;
  readonly bound: number;
  /** By employee: the shift of each day, `-` for none. */
  readonly roster: Record<string, string[]>;
  readonly status: 'optimal' | 'feasible' | 'cancelled';
  readonly seconds: number;
  /** What was left aside because it contradicted itself, in words (SPEC PRO-23). */
  readonly waived: readonly string[];
};

/**
 * Solves a shift scheduling instance in the text format of Curtois and Qu: `roster.benchmark`. Faults INVALID where the
 * text cannot be read, somebody has no row at all, or nothing was found in the time; CANCELLED where it was cancelled
 * before there was a roster. SPEC PRO-20 to PRO-24.
 */
export async function benchmark(
  { instance: text, seconds }: { readonly instance: string; readonly seconds: number },
  signal?: AbortSignal,
): Promise<BenchmarkAnswer> {
  const from = performance.now();
  // Read here too: a bad text is refused before a thread is started.
  const instance = parseInstance(text);
  const { best, bound } = await race<'benchmark'>((part) => ({ kind: 'benchmark', part, instance: text, seconds }), {
    signal,
    isDone: (cost, proven) => proven >= cost,
  });
  if (best?.found === null || best === null) {
    if (signal?.aborted === true)
      throw new Fault('CANCELLED', 'The search was cancelled before it had found a roster.');
    throw new Fault('INVALID', `No roster was found within ${seconds} s. Give it more seconds.`, { field: 'seconds' });
  }
  const { cost, found } = best;
  const rows = instance.staff.map(({ id }, at) => {
    const row = (found.grid[at] ?? []).map((shift) => (shift === free ? '-' : (instance.shifts[shift]?.id ?? '-')));
    return [id, row] as const;
  });
  return {
    cost,
    bound: Math.min(bound, cost),
    roster: Object.fromEntries(rows),
    status: bound >= cost ? 'optimal' : signal?.aborted === true ? 'cancelled' : 'feasible',
    seconds: (performance.now() - from) / 1000,
    waived: found.waived,
  };
}
