import type { ColumnKey, Sort, SortKey } from '../../contract/index.ts';

const sortable: Partial<Record<ColumnKey, SortKey>> = {
  number: 'number',
  priority: 'priority',
  subject: 'subject',
  requester: 'requester',
  queue: 'queue',
  channel: 'channel',
  assignee: 'assignee',
  due: 'due',
  status: 'status',
  category: 'category',
  created: 'created',
  updated: 'updated',
  solved: 'solved',
};

export const sortKeyOf = (column: ColumnKey): SortKey | undefined => sortable[column];

const longest = 4;

/**
 * The sort after a click on a header: the column up, then down, then up again. With `add` (Shift) the other columns stay
 * and this one joins as the last, goes from up to down, then leaves.
 */
export function clickedSort(sort: Sort, by: SortKey, add: boolean): Sort {
  const held = sort.find((key) => key.by === by);
  if (!add) return [{ by, descending: held !== undefined && sort.length === 1 ? !held.descending : false }];
  if (held === undefined) return sort.length >= longest ? sort : [...sort, { by, descending: false }];
  if (!held.descending) return sort.map((key) => (key.by === by ? { by, descending: true } : key));
  return sort.filter((key) => key.by !== by);
}
