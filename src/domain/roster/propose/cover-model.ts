import { mipBuilder, unbounded, type Entry, type MipModel } from '../mip/model.ts';
import type { Candidate } from './candidates.ts';
import type { Schedule } from './network.ts';
import { isThere } from './objective.ts';
import type { Price, PriceOf } from './pricer.ts';
import type { Problem } from './problem.ts';
import { weights } from './weights.ts';

/** The intervals as rows of a model, with who is missing or too many as columns; schedules are columns to be added. */
export type CoverModel = {
  readonly base: MipModel;
  readonly entries: (person: number, schedule: Schedule) => Entry[];
  /** What candidates cost a person by the duals of the rows. */
  readonly prices: (person: number, dual: (row: number) => number) => PriceOf;
};

/** SPEC PRO-2 as a linear model: the convex cost of an interval in pieces, each as long as one person. */
export function coverModel(problem: Problem): CoverModel {
  const builder = mipBuilder();
  const { hours } = problem.cells;
  const works = problem.cells.wanted.map((row) =>
    Int32Array.from(row, (wanted) => {
      if (Number.isNaN(wanted)) return -1;
      const at = builder.row(wanted, wanted);
      const [first, second, more] = weights.under;
      const [over, further] = weights.over;
      builder.column({ cost: first * hours, upper: 1 }, [[at, 1]]);
      builder.column({ cost: second * hours, upper: 1 }, [[at, 1]]);
      builder.column({ cost: more * hours }, [[at, 1]]);
      builder.column({ cost: over * hours, upper: 1 }, [[at, -1]]);
      builder.column({ cost: further * hours }, [[at, -1]]);
      return at;
    }),
  );
  const needs = problem.needs.map(({ needed }) =>
    Int32Array.from(needed, (least) => {
      if (!(least > 0)) return -1;
      const at = builder.row(least, unbounded);
      builder.column({ cost: weights.rule * hours }, [[at, 1]]);
      return at;
    }),
  );
  const rows: Rows = { works, needs };
  return {
    base: builder.done(),
    entries: (person, schedule) => entriesOf(problem, rows, person, schedule),
    prices: (person, dual) => dualPrices(problem, rows, person, dual),
  };
}

type Rows = { readonly works: readonly Int32Array[]; readonly needs: readonly Int32Array[] };

const needsOf = ({ needs }: Problem, rows: Rows, person: number): Int32Array[] =>
  needs.flatMap(({ counts }, k) => {
    const row = rows.needs[k];
    return counts[person] === true && row !== undefined ? [row] : [];
  });

function entriesOf(problem: Problem, rows: Rows, person: number, schedule: Schedule): Entry[] {
  const counted = needsOf(problem, rows, person);
  return schedule.flatMap((chosen) => {
    if (chosen === null) return [];
    const { full, filling } = chosen.candidate;
    const { first, shares } = filling;
    return Array.from(shares, (share, i) => {
      const entries: Entry[] = [[rows.works[chosen.work]?.[first + i] ?? -1, full * share]];
      for (const need of counted) entries.push([need[first + i] ?? -1, isThere(share)]);
      return entries.filter(([row, value]) => row >= 0 && value !== 0);
    }).flat();
  });
}

function dualPrices(problem: Problem, rows: Rows, person: number, dual: (row: number) => number): PriceOf {
  const worth = (row: Int32Array): Float64Array => Float64Array.from(row, (at) => (at < 0 ? 0 : dual(at)));
  const works = rows.works.map(worth);
  const counted = needsOf(problem, rows, person).map(worth);
  const sum = (values: Float64Array, { filling: { first, shares } }: Candidate): number => {
    let all = 0;
    for (let i = 0; i < shares.length; i += 1) all += (shares[i] as number) * (values[first + i] as number);
    return all;
  };
  const heads = (values: Float64Array, { filling: { first, shares } }: Candidate): number => {
    let all = 0;
    for (let i = 0; i < shares.length; i += 1) all += isThere(shares[i] as number) * (values[first + i] as number);
    return all;
  };
  return (candidate) => {
    const rules = counted.reduce((all, values) => all + heads(values, candidate), 0);
    let best: Price = { cost: Infinity, work: 0 };
    for (const [w, values] of works.entries()) {
      const cost = (candidate.own[w] ?? 0) - candidate.full * sum(values, candidate) - rules;
      if (cost < best.cost) best = { cost, work: w };
    }
    return best;
  };
}
