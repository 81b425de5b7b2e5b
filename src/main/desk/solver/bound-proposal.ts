import type { Highs } from 'highs';
import { lagrangianBase, type MipModel } from '../../../domain/roster/mip/model.ts';
import { coverModel } from '../../../domain/roster/propose/cover-model.ts';
import { scheduleKey, type Schedule } from '../../../domain/roster/propose/network.ts';
import { ownCost } from '../../../domain/roster/propose/objective.ts';
import { bestSchedule } from '../../../domain/roster/propose/pricer.ts';
import type { Problem } from '../../../domain/roster/propose/problem.ts';
import { respond } from '../../../domain/roster/propose/respond.ts';
import type { Budget } from './clock.ts';
import { columnMaster, type Duals } from './column-master.ts';

/** Prices are taken halfway to those that gave the best bound: those of the relaxation alone swing too far. */
const towardsBest = 0.5;
/** The relaxation is done where its cost and the bound are this near. */
const done = 1e-4;

/**
 * What no choice of shifts on the grid can cost less than: column generation over each person's whole schedules, with
 * smoothed prices (Pessoa and others, "Automation and combination of linear-programming based stabilization techniques in
 * column generation", 2018). `tell` hears of every better bound; null where the time did not suffice for one.
 * SPEC PRO-4.
 */
export function boundProposal(
  solver: Highs,
  problem: Problem,
  time: Budget,
  tell: (bound: number) => void,
): number | null {
  const model = coverModel(problem);
  const master = columnMaster(solver, model.base, problem.people.length);
  const add = (person: number, schedule: Schedule): boolean => {
    const network = problem.networks[person];
    if (network === undefined) return false;
    const column = { owner: person, cost: ownCost(network, schedule), entries: model.entries(person, schedule) };
    return master.add(column, scheduleKey(schedule));
  };
  let best: { readonly bound: number; readonly prices: Float64Array } | null = null;
  try {
    respond(problem, null, time.over, add);
    while (!time.over()) {
      const duals = master.relax(time.left());
      if (duals === null) break;
      const prices = smoothed(model.base, duals, best?.prices ?? null);
      let bound = lagrangianBase(model.base, prices);
      let added = false;
      for (const [person, network] of problem.networks.entries()) {
        if (time.over()) return best?.bound ?? null;
        const found = bestSchedule(
          network,
          model.prices(person, (row) => prices[row] ?? 0),
        );
        bound += found?.price ?? 0;
        if (found !== null) added = add(person, found.schedule) || added;
      }
      if (best === null || bound > best.bound) {
        best = { bound, prices };
        tell(bound);
      } else if (!added) break;
      if (duals.cost - best.bound <= done * Math.max(1, duals.cost)) break;
    }
  } finally {
    master.dispose();
  }
  return best?.bound ?? null;
}

function smoothed(base: MipModel, duals: Duals, best: Float64Array | null): Float64Array {
  return Float64Array.from(base.rowLower, (_, row) => {
    const now = duals.dual(row);
    return best === null ? now : towardsBest * (best[row] ?? 0) + (1 - towardsBest) * now;
  });
}
