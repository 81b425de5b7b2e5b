import type { ShiftGrid } from '../../../domain/roster/benchmark/instance.ts';
import type { MipModel } from '../../../domain/roster/mip/model.ts';
import type { PlannedShift } from '../../../domain/roster/propose/plan.ts';
import type { Fault } from '../../../domain/fault.ts';
import type { ProposeInput } from '../../../contract/roster.ts';

/** What a solver thread can be asked; all take at most `seconds`. */
export type SolverTask =
  | { readonly kind: 'mip'; readonly model: MipModel; readonly seconds: number; readonly relGap?: number }
  | (Part & { readonly kind: 'benchmark'; readonly instance: string })
  | (Part & { readonly kind: 'propose'; readonly input: ProposeInput });

/** Two threads share a task: one looks for solutions, the other proves what they cannot cost less than. */
type Part = { readonly part: 'search' | 'prove'; readonly seconds: number };

/** `infeasible`: proven to have no solution. `none`: none was found in the time. */
export type SolverStatus = 'optimal' | 'feasible' | 'infeasible' | 'none';

/** The best known, and the proven bound below which nothing can cost. */
export type Solved<Found> = {
  readonly status: SolverStatus;
  readonly cost: number;
  readonly bound: number;
  readonly found: Found | null;
};

export type BenchmarkFound = { readonly grid: ShiftGrid; readonly waived: readonly string[] };
export type ProposeFound = { readonly shifts: readonly PlannedShift[] };

export type FoundBy = {
  readonly mip: Float64Array;
  readonly benchmark: BenchmarkFound;
  readonly propose: ProposeFound;
};

export type SolverRequest = { readonly task: SolverTask; readonly cancel: SharedArrayBuffer };

/** From the thread: a better solution or bound, the end, or a refusal. */
export type SolverWord =
  | { readonly kind: 'better'; readonly solved: Solved<unknown> }
  | { readonly kind: 'done'; readonly solved: Solved<unknown> }
  | { readonly kind: 'fault'; readonly code: Fault['code']; readonly message: string; readonly field?: string };
