import type { Prng } from '../../prng.ts';

/** A plan that owners share, and how one of them does best beside the others. */
export type Shared<Part> = {
  readonly owners: number;
  /** The best part of an owner, the others having theirs; null where there is none. */
  readonly best: (owner: number) => Part | null;
  readonly set: (owner: number, part: Part) => void;
  readonly get: (owner: number) => Part;
  /** A part that takes nothing: while others are given theirs anew. */
  readonly empty: Part;
  readonly cost: () => number;
};

/** At first a change for the worse of this share of the cost is taken, at last none. */
const firstPatience = 0.01;

/**
 * Betters a plan by ruin and recreate: some owners' parts are taken away and given anew one after another, each the best
 * beside the others; now and then something worse is kept (threshold accepting), so that a dead end is left again.
 * Schrimpf and others, "Record breaking optimization results using the ruin and recreate principle", 2000.
 * `progress` is 0 to 1, and ends it from 1 on.
 */
export function ruinAndRecreate<Part>(
  plan: Shared<Part>,
  random: Prng,
  progress: () => number,
  onBetter: (cost: number) => void,
): void {
  let cost = plan.cost();
  let best = cost;
  for (let done = progress(); done < 1; done = progress()) {
    const owners = someOwners(plan.owners, random);
    const before = owners.map(plan.get);
    const next = recreate(plan, owners) ? plan.cost() : Infinity;
    if (next > cost + firstPatience * best * (1 - done) ** 2 * random.next()) {
      for (const [k, owner] of owners.entries()) plan.set(owner, before[k] ?? plan.empty);
      continue;
    }
    cost = next;
    if (cost >= best - 1e-9) continue;
    best = cost;
    onBetter(best);
  }
}

/** False where somebody found no part any more. */
function recreate<Part>(plan: Shared<Part>, owners: readonly number[]): boolean {
  for (const owner of owners) plan.set(owner, plan.empty);
  for (const owner of [...owners, ...owners.slice(0, -1)]) {
    plan.set(owner, plan.empty);
    const part = plan.best(owner);
    if (part === null) return false;
    plan.set(owner, part);
  }
  return true;
}

/** Two to four owners, in the order in which they get theirs anew. */
function someOwners(count: number, random: Prng): number[] {
  const owners = new Set<number>();
  const wanted = Math.min(count, random.int(2, 4));
  while (owners.size < wanted) owners.add(random.int(0, count - 1));
  return [...owners];
}
