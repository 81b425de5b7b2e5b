import type { Highs, HighsCallbackMap, Model } from 'highs';
import type { MipModel } from '../../../domain/roster/mip/model.ts';
import type { Solved } from './messages.ts';

export type MipLimits = {
  readonly seconds: number;
  /** Asked now and then; true ends the search with the best so far. */
  readonly stop?: () => boolean;
  /** Every better solution, and better bounds with the same one. Costs and bounds are without rounding. */
  readonly onBetter?: (solved: Solved<Float64Array>) => void;
  /** Ends the search where cost and bound are this near: 0.99 where every cost is a whole number. */
  readonly absGap?: number;
  readonly relGap?: number;
  /** A solution to begin with. */
  readonly start?: Float64Array;
  /** 0 to 1: how much of the time goes to looking for solutions; the solver's own choice is 0.05. */
  readonly heuristics?: number;
};

/** Solves a model on this thread, which it blocks. */
export function solveMip(solver: Highs, model: MipModel, limits: MipLimits): Solved<Float64Array> {
  const instance = solver.createModel();
  try {
    pass(solver, instance, model, limits);
    const watch = watcher(solver, limits);
    const { modelStatus } = instance.run(watch.callbacks);
    return answer(solver, instance, modelStatus, watch.best(), model.integer.includes(1));
  } finally {
    instance.dispose();
  }
}

function pass(solver: Highs, instance: Model, model: MipModel, limits: MipLimits): void {
  const numCols = model.cost.length;
  const numRows = model.rowLower.length;
  const { starts, indices, values, integer } = model;
  const domains = solver.constants.variableType;
  instance.passModel({
    numCols,
    numRows,
    offset: model.offset,
    colCost: model.cost,
    colLower: model.lower,
    colUpper: model.upper,
    rowLower: model.rowLower,
    rowUpper: model.rowUpper,
    integrality: Array.from(integer, (each) => (each === 1 ? domains.integer : domains.continuous)),
    matrix: { format: 'csc', numRows, numCols, starts, indices, values },
  });
  instance.options.set({
    output_flag: false,
    time_limit: Math.max(0.01, limits.seconds),
    mip_abs_gap: limits.absGap ?? 1e-6,
    mip_rel_gap: limits.relGap ?? 0,
    random_seed: 1,
    ...(limits.heuristics === undefined ? {} : { mip_heuristic_effort: limits.heuristics }),
  });
  if (limits.start !== undefined) instance.setSolution({ colValue: limits.start });
}

/** Listens to the search; keeps the best solution, which an interrupted search may not give back. */
function watcher(solver: Highs, { stop, onBetter }: MipLimits) {
  const { mipImprovingSolution, mipInterrupt, simplexInterrupt, mipLogging } = solver.constants.callbackType;
  let best: Solved<Float64Array> | null = null;
  let bound = -Infinity;
  const tell = (dual: number | undefined): void => {
    if (dual === undefined || !Number.isFinite(dual) || dual <= bound) return;
    bound = dual;
    if (best === null) return;
    best = { ...best, bound };
    onBetter?.(best);
  };
  const callbacks: HighsCallbackMap = {
    [mipImprovingSolution]({ data }) {
      const { mip_solution: found, objective_function_value: cost } = data;
      if (found === undefined || cost === undefined || (best !== null && cost >= best.cost)) return undefined;
      best = { status: 'feasible', cost, bound, found };
      onBetter?.(best);
      return undefined;
    },
    [mipLogging]({ data }) {
      tell(data.mip_dual_bound);
      return undefined;
    },
    [mipInterrupt](event) {
      if (stop?.() === true) event.interrupt();
      return undefined;
    },
    [simplexInterrupt](event) {
      if (stop?.() === true) event.interrupt();
      return undefined;
    },
  };
  return { callbacks, best: () => best };
}

function answer(
  solver: Highs,
  instance: Model,
  status: number,
  seen: Solved<Float64Array> | null,
  whole: boolean,
): Solved<Float64Array> {
  const { optimal, infeasible, unboundedOrInfeasible } = solver.constants.modelStatus;
  if (status === infeasible || status === unboundedOrInfeasible) {
    return { status: 'infeasible', cost: Infinity, bound: Infinity, found: null };
  }
  const bound = boundOf(instance);
  if (status === optimal) {
    const cost = instance.getObjectiveValue();
    const { colValue } = instance.getSolution();
    // A model without whole numbers has no search, and no bound of one.
    return { status: 'optimal', cost, bound: whole ? bound : cost, found: colValue };
  }
  if (seen !== null) return { ...seen, bound: Math.max(seen.bound, bound) };
  return { status: 'none', cost: Infinity, bound, found: null };
}

function boundOf(instance: Model): number {
  const bound = Number(instance.info.get('mip_dual_bound'));
  return Number.isFinite(bound) ? bound : -Infinity;
}
