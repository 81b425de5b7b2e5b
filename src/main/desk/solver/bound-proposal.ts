import type { Highs } from 'highs';
import { prng } from '../../../domain/prng.ts';
import { lagrangianBase, type MipModel } from '../../../domain/roster/mip/model.ts';
import { coverModel, type CoverModel } from '../../../domain/roster/propose/cover-model.ts';
import { scheduleKey, type Schedule } from '../../../domain/roster/propose/network.ts';
import { ownCost } from '../../../domain/roster/propose/objective.ts';
import { improve } from '../../../domain/roster/propose/improve.ts';
import { bestSchedule } from '../../../domain/roster/propose/pricer.ts';
import type { Problem } from '../../../domain/roster/propose/problem.ts';
import { respond } from '../../../domain/roster/propose/respond.ts';
import type { Budget } from './clock.ts';
import { columnMaster, type ColumnMaster, type Duals } from './column-master.ts';

/** Prices are taken halfway to those that gave the best bound: those of the relaxation alone swing too far. */
const towardsBest = 0.5;
/** The relaxation is done where its cost and the bound are this near. */
const done = 1e-4;

/** Column generation as it stands. */
type Proof = {
  readonly solver: Highs;
  readonly problem: Problem;
  readonly time: Budget;
  readonly model: CoverModel;
  readonly master: ColumnMaster;
  readonly known: { readonly person: number; readonly schedule: Schedule }[];
  bound: number;
  /** The prices that gave the bound; null before there is one. */
  prices: Float64Array | null;
};

/** Hears of each better bound, and of plans that its schedules make. */
export type ProofWords = {
  readonly bound: (bound: number) => void;
  /** Left out: the bound alone is asked for. */
  readonly plan?: (schedules: readonly Schedule[], bound: number) => void;
};

/**
 * What no choice of shifts on the grid can cost less than: column generation over each person's whole schedules, with
 * smoothed prices (Pessoa and others, "Automation and combination of linear-programming based stabilization techniques in
 * column generation", 2018). With the time that is left, plans out of the relaxation by diving (Joncour and others, "Column
 * generation based primal heuristics", 2010). Gives the bound; minus infinity where the time did not suffice. SPEC PRO-4.
 */
export function boundProposal(solver: Highs, problem: Problem, time: Budget, tell: ProofWords): number {
  const model = coverModel(problem);
  const master = columnMaster(solver, model.base, problem.people.length);
  const proof: Proof = { solver, problem, time, model, master, known: [], bound: -Infinity, prices: null };
  try {
    respond(problem, null, time.over, (person, schedule) => void add(proof, person, schedule));
    while (!time.over() && round(proof, tell));
    if (tell.plan !== undefined && !time.over()) dive(proof, tell.plan);
  } finally {
    master.dispose();
  }
  return proof.bound;
}

function add({ problem, model, master, known }: Proof, person: number, schedule: Schedule): boolean {
  const network = problem.networks[person];
  if (network === undefined) return false;
  const column = { owner: person, cost: ownCost(network, schedule), entries: model.entries(person, schedule) };
  const isNew = master.add(column, scheduleKey(schedule));
  if (isNew) known.push({ person, schedule });
  return isNew;
}

/** One relaxation, and everybody's best schedule at its prices. Whether another is worth it. */
function round(proof: Proof, tell: ProofWords): boolean {
  const { model, master, time } = proof;
  const duals = master.relax(time.left());
  if (duals === null) return false;
  const prices = smoothed(model.base, duals, proof.prices);
  const priced = price(proof, prices);
  if (priced === null) return false;
  const better = priced.bound > proof.bound;
  if (better) {
    proof.bound = priced.bound;
    proof.prices = prices;
    tell.bound(priced.bound);
  }
  return (better || priced.added) && duals.cost - proof.bound > done * Math.max(1, duals.cost);
}

/** The bound at some prices; null where time ran out. */
function price(proof: Proof, prices: Float64Array): { bound: number; added: boolean } | null {
  let bound = lagrangianBase(proof.model.base, prices);
  let added = false;
  for (const [person, network] of proof.problem.networks.entries()) {
    if (proof.time.over()) return null;
    const found = bestSchedule(
      network,
      proof.model.prices(person, (row) => prices[row] ?? 0),
    );
    if (found === null) continue;
    bound += found.price;
    added = add(proof, person, found.schedule) || added;
  }
  return { bound, added };
}

function smoothed(base: MipModel, duals: Duals, best: Float64Array | null): Float64Array {
  return Float64Array.from(base.rowLower, (_, row) => {
    const now = duals.dual(row);
    return best === null ? now : towardsBest * (best[row] ?? 0) + (1 - towardsBest) * now;
  });
}

/**
 * A plan out of the relaxation: whoever's schedule is taken almost whole gets it, and schedules that fit to it are looked
 * for, until everybody has one; then it is bettered like the other thread's, which began from nothing.
 */
function dive(proof: Proof, tell: NonNullable<ProofWords['plan']>): void {
  const { problem, master, known, time } = proof;
  const plan = new Map<number, Schedule>();
  while (plan.size < problem.people.length) {
    const duals = regenerate(proof, plan);
    if (duals === null || time.over()) return;
    const open = [...known.entries()].filter(([, { person }]) => !plan.has(person));
    const most = Math.max(0, ...open.map(([column]) => duals.share(column)));
    if (most === 0) return;
    for (const [column, { person, schedule }] of open) {
      if (plan.has(person) || duals.share(column) < Math.min(most, nearlyWhole)) continue;
      master.fix(column);
      plan.set(person, schedule);
    }
  }
  const from = problem.people.map((_, person) => plan.get(person) ?? []);
  const first = respond(problem, from, time.over, () => undefined);
  tell(first, proof.bound);
  const total = time.left();
  const progress = (): number => (time.over() ? 1 : 1 - time.left() / total);
  improve(problem, first, prng(2), progress, (schedules) => tell(schedules, proof.bound));
}

/** So much of a schedule taken is taken for the whole. */
const nearlyWhole = 0.95;
/** So often schedules are looked for between two steps of a dive: it is no proof. */
const rounds = 4;

function regenerate(proof: Proof, plan: ReadonlyMap<number, Schedule>): Duals | null {
  const { problem, model, master, time } = proof;
  for (let k = 0; ; k += 1) {
    const duals = master.relax(time.left());
    if (duals === null || k === rounds) return duals;
    let added = false;
    for (const [person, network] of problem.networks.entries()) {
      if (plan.has(person)) continue;
      const found = bestSchedule(network, model.prices(person, duals.dual));
      if (found === null || found.price > duals.ownerPrice(person) - 1e-7) continue;
      added = add(proof, person, found.schedule) || added;
    }
    if (!added) return duals;
  }
}
