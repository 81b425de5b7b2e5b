import type { Candidate } from './candidates.ts';
import { addSchedule, emptyFilled, isThere, planCost, type Filled } from './objective.ts';
import type { Schedule } from './network.ts';
import { bestSchedule, type Price, type PriceOf } from './pricer.ts';
import type { Problem } from './problem.ts';
import { coverCost, weights } from './weights.ts';

/** What each full agent more in an interval would change the cost by, and each head of a rule of cover. */
export function pricesBeside(problem: Problem, filled: Filled, person: number): PriceOf {
  const { cells, needs } = problem;
  const counted = needs.flatMap(({ counts, needed }, k) =>
    counts[person] === true ? [{ needed, filled: filled.needs[k] }] : [],
  );
  const ruleCost = ({ filling }: Candidate): number => {
    let cost = 0;
    for (const { needed, filled: heads } of counted) {
      for (const [i, share] of filling.shares.entries()) {
        const short = (needed[filling.first + i] ?? NaN) - (heads?.[filling.first + i] ?? 0);
        if (short > 0) cost -= Math.min(short, isThere(share)) * weights.rule * cells.hours;
      }
    }
    return cost;
  };
  // Most fill an interval by one of few: whole, or whole less a part of the break, times their ramp.
  const known = cells.wanted.map(() => new Map<number, Float64Array>());
  const changes = (w: number, more: number): Float64Array => {
    const row = known[w]?.get(more) ?? changesBy(cells, filled, w, more);
    known[w]?.set(more, row);
    return row;
  };
  return (candidate) => {
    const rules = counted.length === 0 ? 0 : ruleCost(candidate);
    let best: Price = { cost: Infinity, work: 0 };
    const { full, filling } = candidate;
    const { first, shares } = filling;
    for (let w = 0; w < cells.wanted.length; w += 1) {
      let cost = (candidate.own[w] ?? 0) + rules;
      for (let i = 0; i < shares.length; i += 1) cost += changes(w, full * (shares[i] as number))[first + i] as number;
      if (cost < best.cost) best = { cost, work: w };
    }
    return best;
  };
}

/** By interval: how so much more of a full agent would change the cost. */
function changesBy({ wanted, hours, count }: Problem['cells'], filled: Filled, w: number, more: number): Float64Array {
  return Float64Array.from({ length: count }, (_, i) => {
    const short = (wanted[w]?.[i] ?? NaN) - (filled.works[w]?.[i] ?? 0);
    return Number.isNaN(short) ? 0 : coverCost(short - more, hours) - coverCost(short, hours);
  });
}

/**
 * Schedules by best responses: each person in turn gets the schedule that is best beside those of all others, until
 * nobody's can be bettered or `stop` says so. `found` hears of each one, which may serve elsewhere.
 */
export function respond(
  problem: Problem,
  from: readonly Schedule[] | null,
  stop: () => boolean,
  found: (person: number, schedule: Schedule) => void,
): Schedule[] {
  const schedules = problem.networks.map((network, person): Schedule => from?.[person] ?? network.days.map(() => null));
  const filled = emptyFilled(problem);
  for (const [person, schedule] of schedules.entries()) addSchedule(problem, filled, person, schedule, 1);
  let cost = from === null ? Infinity : planCost(problem, schedules);
  for (let idle = 0, person = 0; idle < schedules.length && !stop(); person = (person + 1) % schedules.length) {
    const own = schedules[person] ?? [];
    const network = problem.networks[person];
    if (network === undefined) break;
    addSchedule(problem, filled, person, own, -1);
    const best = bestSchedule(network, pricesBeside(problem, filled, person))?.schedule ?? own;
    found(person, best);
    schedules[person] = best;
    const next = planCost(problem, schedules);
    const better = next < cost - 1e-9 || from === null;
    if (!better) schedules[person] = own;
    else if (next < cost - 1e-9) [cost, idle] = [next, -1];
    idle += 1;
    addSchedule(problem, filled, person, schedules[person] ?? own, 1);
  }
  return schedules;
}
