import type { Prng } from '../../prng.ts';
import type { Schedule } from './network.ts';
import { addSchedule, emptyFilled, planCost } from './objective.ts';
import { bestSchedule } from './pricer.ts';
import type { Problem } from './problem.ts';
import { pricesBeside } from './respond.ts';

/** At first a change for the worse of this share of the cost is taken, at last none. */
const firstPatience = 0.01;

/**
 * Betters schedules by ruin and recreate: some people's are taken away and given anew one after another, each the best
 * beside the others; now and then something worse is kept (threshold accepting), so that a dead end is left again.
 * Schrimpf and others, "Record breaking optimization results using the ruin and recreate principle", 2000.
 * `progress` is 0 to 1, and over 1 ends it.
 */
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
  let cost = planCost(problem, schedules);
  let best = cost;
  const set = (person: number, schedule: Schedule): void => {
    addSchedule(problem, filled, person, schedules[person] ?? [], -1);
    schedules[person] = schedule;
    addSchedule(problem, filled, person, schedule, 1);
  };
  for (let done = progress(); done < 1; done = progress()) {
    const people = somePeople(schedules.length, random);
    const before = people.map((person) => schedules[person] ?? []);
    for (const person of people) set(person, []);
    for (const person of [...people, ...people.slice(0, -1)]) {
      set(person, []);
      const network = problem.networks[person];
      const found = network === undefined ? null : bestSchedule(network, pricesBeside(problem, filled, person));
      set(person, found?.schedule ?? []);
    }
    const next = planCost(problem, schedules);
    if (next > cost + firstPatience * best * (1 - done) ** 2 * random.next()) {
      for (const [k, person] of people.entries()) set(person, before[k] ?? []);
      continue;
    }
    cost = next;
    if (cost >= best - 1e-9) continue;
    best = cost;
    onBetter([...schedules], best);
  }
}

/** Two to four people, in the order in which they get theirs anew. */
function somePeople(count: number, random: Prng): number[] {
  const people = new Set<number>();
  const wanted = Math.min(count, random.int(2, 4));
  while (people.size < wanted) people.add(random.int(0, count - 1));
  return [...people];
}
