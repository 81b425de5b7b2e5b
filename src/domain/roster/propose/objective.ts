import type { Network, Schedule } from './network.ts';
import type { Problem } from './problem.ts';
import { coverCost, weights } from './weights.ts';

/** What a schedule costs whoever else works: wishes, hours nobody asked for, how much of the contract it takes. */
export function ownCost(network: Network, schedule: Schedule): number {
  let cost = 0;
  let units = network.startUnits;
  for (const [at, day] of network.days.entries()) {
    const chosen = schedule[at] ?? null;
    const move = chosen === null ? undefined : day.moves.find(({ candidate }) => candidate === chosen.candidate);
    cost += chosen === null ? day.offCost : (chosen.candidate.own[chosen.work] ?? 0);
    units += move?.units ?? 0;
    if (!day.lastOfWeek) continue;
    cost += day.weekCost[units] ?? 0;
    units = move?.nextUnits ?? 0;
  }
  return cost;
}

/** How many fill each interval: full agents by work, and heads by rule of cover. */
export type Filled = { readonly works: readonly Float64Array[]; readonly needs: readonly Float64Array[] };

export function emptyFilled({ cells, needs }: Problem): Filled {
  const each = (): Float64Array => new Float64Array(cells.count);
  return { works: cells.works.map(each), needs: needs.map(each) };
}

/** Whether a share of an interval counts as being there, for a rule of cover. */
export const isThere = (share: number): number => (share >= 0.5 ? 1 : 0);

/** Adds a person's schedule to what is filled, or with -1 takes it away. */
export function addSchedule(problem: Problem, filled: Filled, person: number, schedule: Schedule, sign: 1 | -1): void {
  const counted = problem.needs.flatMap(({ counts }, k) => (counts[person] === true ? [filled.needs[k]] : []));
  for (const chosen of schedule) {
    if (chosen === null) continue;
    const { full, filling } = chosen.candidate;
    const { first, shares } = filling;
    const work = filled.works[chosen.work];
    for (let i = 0; i < shares.length; i += 1) {
      const share = shares[i] as number;
      if (work !== undefined) work[first + i] = (work[first + i] ?? 0) + sign * full * share;
      for (const need of counted)
        if (need !== undefined) need[first + i] = (need[first + i] ?? 0) + sign * isThere(share);
    }
  }
}

/** What schedules cost together: the objective that the solver makes small. SPEC PRO-2. */
export function planCost(problem: Problem, schedules: readonly Schedule[]): number {
  const { cells, needs, networks } = problem;
  const filled = emptyFilled(problem);
  let cost = 0;
  for (const [person, schedule] of schedules.entries()) {
    addSchedule(problem, filled, person, schedule, 1);
    const network = networks[person];
    if (network !== undefined) cost += ownCost(network, schedule);
  }
  for (let i = 0; i < cells.count; i += 1) {
    for (const [w, row] of cells.wanted.entries()) {
      const wanted = row[i] as number;
      if (!Number.isNaN(wanted)) cost += coverCost(wanted - (filled.works[w]?.[i] ?? 0), cells.hours);
    }
    for (const [k, { needed }] of needs.entries()) {
      const short = (needed[i] as number) - (filled.needs[k]?.[i] ?? 0);
      if (short > 0) cost += short * weights.rule * cells.hours;
    }
  }
  return cost;
}
