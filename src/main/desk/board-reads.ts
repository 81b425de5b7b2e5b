import type { Filter, GroupKey, Sort, TicketRow } from '../../contract/index.ts';
import { conditionsOf } from '../../domain/tickets/conditions.ts';
import { boardQuery, readCounts, readWindow, type Counts } from '../store/boards.ts';
import { whereOf, type Where } from '../store/condition-sql.ts';
import { rowColumns } from '../store/ticket-rows.ts';
import type { Core } from './core.ts';

/** Open tickets beyond which a sort that no index gives leaves the main thread. */
const manyOpen = 5000;
/** Rows beyond which a window is read from a worked-out order rather than counted off. */
const deep = 2000;

export const whereFor = (core: Core, filter: Filter): Where =>
  whereOf(conditionsOf(filter, core.facts.context()), filter.requester);

/** A window of a board: here and now where that is cheap at any size of desk, else on a thread. SPEC BRD-4. */
export async function readBoard(
  core: Core,
  filter: Filter,
  sort: Sort,
  offset: number,
  limit: number,
): Promise<TicketRow[]> {
  const where = whereFor(core, filter);
  const query = boardQuery(rowColumns, where, sort);
  const byDue = sort.length === 1 && sort[0]?.by === 'due' && !sort[0].descending;
  const light =
    query.hot &&
    offset + limit <= deep &&
    (!where.openOnly || (byDue && where.countable) || openCount(core) <= manyOpen);
  if (light) return readWindow(core.db, query, offset, limit);
  return core.pool.run<'window'>({ kind: 'window', query: boardQuery('id', where, sort), offset, limit });
}

const openCount = (core: Core): number => countsNow(core, { open: true }).total;

/** Counts that the cube answers are read here and now; others on a thread. */
export const countsNow = (core: Core, filter: Filter): Counts => readCounts(core.db, whereFor(core, filter), undefined);

export async function countsOf(core: Core, filter: Filter, groupBy?: GroupKey): Promise<Counts> {
  const where = whereFor(core, filter);
  if (where.countable || where.solvedRange) return readCounts(core.db, where, groupBy);
  return core.pool.run<'counts'>({ kind: 'counts', where, groupBy });
}
