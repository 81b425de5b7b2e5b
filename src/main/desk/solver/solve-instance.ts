import type { Highs } from 'highs';
import { prng } from '../../../domain/prng.ts';
import { arcModel } from '../../../domain/roster/benchmark/arc-model.ts';
import { bestResponses, firstGrid, improveGrid } from '../../../domain/roster/benchmark/best-response.ts';
import { rosterCost } from '../../../domain/roster/benchmark/cost.ts';
import type { Instance, ShiftGrid } from '../../../domain/roster/benchmark/instance.ts';
import { piecesOf, wishCost, type Pieces } from '../../../domain/roster/benchmark/pieces.ts';
import {
  rowBuffers,
  rowPricer,
  type Prices,
  type RowArc,
  type RowPricer,
} from '../../../domain/roster/benchmark/row-pricer.ts';
import { rowModel, type RowModel } from '../../../domain/roster/benchmark/row-model.ts';
import { rosterViolations } from '../../../domain/roster/benchmark/violations.ts';
import { Fault } from '../../../domain/fault.ts';
import type { Budget } from './clock.ts';
import { columnMaster, type ColumnMaster, type Duals } from './column-master.ts';
import type { Solved } from './messages.ts';
import { solveMip } from './solve-mip.ts';

/** Costs are whole numbers: a bound may be rounded up, but for what floating point adds. */
const roundedUp = (bound: number): number => Math.ceil(bound - 1e-5);

type Tell = (solved: Solved<ShiftGrid>) => void;

/** The search as it stands: what is known of one instance. */
type Search = {
  readonly instance: Instance;
  readonly pieces: Pieces;
  readonly pricers: readonly RowPricer[];
  readonly time: Budget;
  readonly tell: Tell;
  best: ShiftGrid | null;
  cost: number;
  bound: number;
};

/** So many arcs are a model that is solved within seconds; more are tried when these have not been enough. */
const firstArcs = 6000;
/** More than this the solver does not get through: the time is better spent on rows that are known. */
const mostArcs = 400_000;

/**
 * Solves an instance: a first roster by best responses; a bound by column generation over whole rows; then the network
 * of all rows whose reduced cost leaves them a chance, as one model, with the chance growing until the best roster in it
 * is proven to be the best of all. Every roster is checked by the rules and costed by the cost function. SPEC PRO-24.
 */
export function solveInstance(solver: Highs, instance: Instance, time: Budget, tell: Tell): Solved<ShiftGrid> {
  const search = searchOf(instance, time, tell);
  begin(search);
  const rows = rowsOf(search, solver);
  try {
    const duals = generateRows(search, rows);
    if (duals !== null && open(search)) closeGap(search, rows, duals);
    if (open(search) && !time.over()) combineRows(search, rows);
  } finally {
    rows.master.dispose();
  }
  return standing(search);
}

/** Looks for rosters alone, beside the thread that proves: ruin and recreate until the time is over. */
export function searchInstance(instance: Instance, time: Budget, tell: Tell): Solved<ShiftGrid> {
  const search = searchOf(instance, time, tell);
  begin(search);
  const { pieces, pricers, best } = search;
  const total = time.left();
  const progress = (): number => (time.over() ? 1 : 1 - time.left() / total);
  if (best !== null)
    improveGrid(instance, pieces, pricers, best, prng(1), progress, (grid) => {
      offer(search, grid);
    });
  return standing(search);
}

const searchOf = (instance: Instance, time: Budget, tell: Tell): Search => ({
  instance,
  pieces: piecesOf(instance),
  pricers: pricersOf(instance),
  time,
  tell,
  best: null,
  cost: Infinity,
  bound: 0,
});

/** The rows found so far, and the relaxation over them. */
type Rows = {
  readonly solver: Highs;
  readonly model: RowModel;
  readonly master: ColumnMaster;
  readonly known: { readonly employee: number; readonly row: readonly number[] }[];
  readonly add: (employee: number, row: readonly number[]) => boolean;
};

function rowsOf({ instance, pieces }: Search, solver: Highs): Rows {
  const model = rowModel(instance, pieces);
  const master = columnMaster(solver, model.base, instance.staff.length);
  const known: { employee: number; row: readonly number[] }[] = [];
  const add = (employee: number, row: readonly number[]): boolean => {
    const cost = wishCost(pieces, instance.shifts.length, employee, row);
    const entries = model.entries(employee, row);
    const isNew = master.add({ owner: employee, cost, entries }, row.join(','));
    if (isNew) known.push({ employee, row });
    return isNew;
  };
  return { solver, model, master, known, add };
}

const open = ({ cost, bound }: Search): boolean => bound < cost;

function standing({ best, cost, bound }: Search): Solved<ShiftGrid> {
  if (best === null) return { status: 'none', cost: Infinity, bound, found: null };
  return { status: bound >= cost ? 'optimal' : 'feasible', cost, bound: Math.min(bound, cost), found: best };
}

function pricersOf(instance: Instance): RowPricer[] {
  const buffers = rowBuffers();
  return instance.staff.map((employee) => {
    const pricer = rowPricer(instance, employee, buffers);
    if (pricer !== null) return pricer;
    throw new Fault('INVALID', 'The instance is too large for this solver: too many days and lengths of shifts.', {
      field: 'instance',
    });
  });
}

/** Takes a roster if it is better than the best; what breaks a rule is no roster. */
function offer(search: Search, grid: ShiftGrid): void {
  const cost = rosterCost(search.instance, grid);
  if (cost >= search.cost || rosterViolations(search.instance, grid).length > 0) return;
  search.best = grid;
  search.cost = cost;
  search.tell(standing(search));
}

function raise(search: Search, bound: number): void {
  if (roundedUp(bound) <= search.bound) return;
  search.bound = roundedUp(bound);
  if (search.best !== null) search.tell(standing(search));
}

function begin(search: Search): void {
  const { instance, pieces, pricers, time } = search;
  const any: Prices = new Float64Array(instance.days * instance.shifts.length);
  for (const [at, pricer] of pricers.entries()) {
    if (pricer.best(any) !== null) continue;
    const { id } = instance.staff[at] ?? { id: '' };
    throw new Fault(
      'INVALID',
      `${id} has no row of shifts that keeps all their rules. Look at their line in SECTION_STAFF.`,
      {
        field: 'instance',
      },
    );
  }
  const first = firstGrid(instance, pieces, pricers);
  if (first === null) return;
  offer(search, first);
  offer(search, bestResponses(instance, pieces, pricers, first, time.over));
}

/** Adds rows until none could make the relaxation cheaper. Its duals, or null if time ran out before. */
function generateRows(search: Search, { model, master, add }: Rows): Duals | null {
  for (const [employee, row] of (search.best ?? []).entries()) add(employee, row);
  for (;;) {
    if (search.time.over()) return null;
    const duals = master.relax(search.time.left());
    if (duals === null) return null;
    let bound = duals.cost;
    let added = false;
    for (const [employee, pricer] of search.pricers.entries()) {
      if (search.time.over()) return null;
      const found = pricer.best(model.prices(employee, duals.dual));
      const gain = found === null ? 0 : found.price - duals.ownerPrice(employee);
      if (found === null || gain > -1e-6) continue;
      bound += gain;
      added = add(employee, found.row) || added;
    }
    // Lagrange: no roster costs less than the relaxation with each employee's best row taken whole.
    raise(search, bound);
    if (!added) return duals;
  }
}

/** Grows the network until the best roster in it is the best of all, or time runs out. */
function closeGap(search: Search, rows: Rows, duals: Duals): void {
  for (let most = firstArcs; open(search) && !search.time.over(); most *= 2) {
    const { target, arcs } = networkOf(search, rows, duals, most);
    const size = arcs.reduce((sum, own) => sum + own.length, 0);
    if (size > mostArcs) return;
    const { model, grid } = arcModel(search.instance, search.pieces, arcs);
    const solved = solveMip(rows.solver, model, {
      seconds: search.time.left(),
      stop: search.time.over,
      absGap: 0.99,
      onBetter: ({ found }) => {
        if (found !== null) offer(search, grid(found));
      },
    });
    if (solved.found !== null) offer(search, polished(search, grid(solved.found)));
    // A roster of the target or less has rows of the network alone: what the model proves holds for all, up to there.
    raise(search, Math.min(target + 1, solved.bound));
    if (solved.status === 'none' || solved.status === 'feasible') return;
  }
}

/** The arcs of all rosters that cost `target` or less: the greatest target that keeps the network small. */
function networkOf(
  search: Search,
  { model }: Rows,
  duals: Duals,
  most: number,
): { target: number; arcs: (readonly RowArc[])[] } {
  const at = (target: number): (readonly RowArc[])[] =>
    search.pricers.map((pricer, employee) => pricer.arcs(model.prices(employee, duals.dual), target - duals.cost));
  const size = (arcs: readonly (readonly RowArc[])[]): number => arcs.reduce((sum, own) => sum + own.length, 0);
  let low = search.bound;
  let high = Math.min(search.cost - 1, search.bound + Math.max(64, search.bound));
  let arcs = at(low);
  while (low < high && size(arcs) <= most) {
    const middle = Math.ceil((low + high) / 2);
    const wider = at(middle);
    if (size(wider) <= most) [low, arcs] = [middle, wider];
    else high = middle - 1;
  }
  return { target: low, arcs };
}

const polished = ({ instance, pieces, pricers, time }: Search, grid: ShiftGrid): ShiftGrid =>
  bestResponses(instance, pieces, pricers, grid, time.over);

/** The best roster that the rows found so far make: a heuristic for instances whose network is too large. */
function combineRows(search: Search, { solver, master, known }: Rows): void {
  const model = master.whole();
  const first = model.cost.length - known.length;
  const grid = (values: Float64Array): ShiftGrid => {
    const rows: (readonly number[])[] = search.instance.staff.map(() => []);
    for (const [at, { employee, row }] of known.entries()) if ((values[first + at] ?? 0) > 0.5) rows[employee] = row;
    return rows;
  };
  const solved = solveMip(solver, model, {
    seconds: search.time.left(),
    stop: search.time.over,
    absGap: 0.99,
    onBetter: ({ found }) => {
      if (found !== null) offer(search, grid(found));
    },
  });
  if (solved.found !== null) offer(search, polished(search, grid(solved.found)));
}
