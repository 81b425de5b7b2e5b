import type { Highs } from 'highs';
import type { ProposeInput } from '../../../contract/roster.ts';
import { prng } from '../../../domain/prng.ts';
import { improve } from '../../../domain/roster/propose/improve.ts';
import type { Schedule } from '../../../domain/roster/propose/network.ts';
import { planCost } from '../../../domain/roster/propose/objective.ts';
import { shiftsOf } from '../../../domain/roster/propose/plan.ts';
import { problemOf } from '../../../domain/roster/propose/problem.ts';
import { respond } from '../../../domain/roster/propose/respond.ts';
import { boundProposal } from './bound-proposal.ts';
import type { Budget } from './clock.ts';
import type { ProposeFound, Solved } from './messages.ts';

type Tell = (solved: Solved<ProposeFound>) => void;

/** The thread that looks for shifts: best responses first, then ruin and recreate until the time is over. */
export function searchProposal(input: ProposeInput, time: Budget, tell: Tell): Solved<ProposeFound> {
  const problem = problemOf(input);
  const solved = (schedules: readonly Schedule[], cost: number): Solved<ProposeFound> => ({
    status: 'feasible',
    cost,
    bound: -Infinity,
    found: { shifts: shiftsOf(problem, schedules) },
  });
  const first = respond(problem, null, time.over, () => undefined);
  let best = solved(first, planCost(problem, first));
  tell(best);
  const total = time.left();
  const progress = (): number => (time.over() ? 1 : 1 - time.left() / total);
  improve(problem, first, prng(1), progress, (schedules, cost) => {
    best = solved(schedules, cost);
    tell(best);
  });
  return best;
}

/** The thread that proves a bound; what its schedules make, if there is time, may be a better plan too. */
export function proveProposal(solver: Highs, input: ProposeInput, time: Budget, tell: Tell): Solved<ProposeFound> {
  const problem = problemOf(input);
  let best: Solved<ProposeFound> = { status: 'none', cost: Infinity, bound: -Infinity, found: null };
  const bound = boundProposal(solver, problem, time, {
    bound: (proven) => {
      best = { ...best, bound: proven };
      tell(best);
    },
    plan: (schedules, proven) => {
      const cost = planCost(problem, schedules);
      if (cost >= best.cost) return;
      best = { status: 'feasible', cost, bound: proven, found: { shifts: shiftsOf(problem, schedules) } };
      tell(best);
    },
  });
  return { ...best, bound };
}
