import type { Prng } from '../../prng.ts';
import { ruinAndRecreate } from '../mip/ruin.ts';
import type { Schedule } from './network.ts';
import { addSchedule, emptyFilled, planCost } from './objective.ts';
import { bestSchedule } from './pricer.ts';
import type { Problem } from './problem.ts';
import { pricesBeside } from './respond.ts';

/** Betters schedules by ruin and recreate. `progress` is 0 to 1, and ends it from 1 on. */
export function improve(
  problem: Problem,
  from: readonly Schedule[],
  random: Prng,
  progress: () => number,
  onBetter: (schedules: readonly Schedule[], cost: number) => void,
): void {
  const schedules = [...from];
  const filled = emptyFilled(problem);
  for (const [person, schedule] of schedules.entries()) addSchedule(problem, filled, person, schedule, 1);
  const plan = {
    owners: schedules.length,
    empty: [],
    get: (person: number): Schedule => schedules[person] ?? [],
    set(person: number, schedule: Schedule): void {
      addSchedule(problem, filled, person, schedules[person] ?? [], -1);
      schedules[person] = schedule;
      addSchedule(problem, filled, person, schedule, 1);
    },
    best(person: number): Schedule | null {
      const network = problem.networks[person];
      return network === undefined
        ? null
        : (bestSchedule(network, pricesBeside(problem, filled, person))?.schedule ?? null);
    },
    cost: () => planCost(problem, schedules),
  };
  ruinAndRecreate(plan, random, progress, (cost) => onBetter([...schedules], cost));
}
