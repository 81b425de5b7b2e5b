import type { Band, Channel, Filter, GroupKey, Priority, Status, View } from '../../contract/index.ts';

export const statuses: readonly Status[] = ['new', 'open', 'pending', 'hold', 'solved', 'closed'];
export const priorities: readonly Priority[] = ['p1', 'p2', 'p3', 'p4'];
export const channels: readonly Channel[] = ['email', 'phone', 'chat', 'social', 'web', 'walkIn', 'api', 'other'];
export const bands: readonly Band[] = ['breached', 'atRisk', 'onTime', 'paused', 'none'];
export const groupKeys: readonly GroupKey[] = ['band', 'status', 'priority', 'assignee', 'queue', 'channel'];

/** Fields that hold a list of values to choose from. */
export type ListField = 'status' | 'priority' | 'queue' | 'assignee' | 'channel' | 'band' | 'category' | 'tag';
export type FilterField =
  ListField | 'open' | 'created' | 'text' | 'solvedToday' | 'requester' | 'waitingOverHours' | 'drill' | 'level';

export const addableFields: readonly FilterField[] = [
  'status',
  'priority',
  'queue',
  'assignee',
  'channel',
  'band',
  'tag',
  'category',
  'created',
  'text',
  'open',
  'solvedToday',
];

const keysOf: Partial<Record<FilterField, readonly (keyof Filter)[]>> = { created: ['createdFrom', 'createdTo'] };
const filterKeys = (field: FilterField): readonly (keyof Filter)[] =>
  keysOf[field] ?? [field as Exclude<FilterField, 'created'>];

export const hasField = (filter: Filter, field: FilterField): boolean =>
  filterKeys(field).some((key) => filter[key] !== undefined);

/** The fields a filter restricts, in the order in which they are offered. */
export function usedFields(filter: Filter): readonly FilterField[] {
  const all: readonly FilterField[] = [...addableFields, 'requester', 'waitingOverHours', 'level', 'drill'];
  return all.filter((field) => hasField(filter, field));
}

/** The filter without a field. */
export function withoutField(filter: Filter, field: FilterField): Filter {
  const gone = new Set<string>(filterKeys(field));
  return Object.fromEntries(Object.entries(filter).filter(([key]) => !gone.has(key)));
}

/** The values chosen in a list field; none chosen takes the field away. */
export function withValues(filter: Filter, field: ListField, values: readonly (string | null)[]): Filter {
  const rest = withoutField(filter, field);
  return values.length === 0 ? rest : { ...rest, [field]: values };
}

/** What the rows of one group answer to: the view's filter, and the group's own value. */
export function groupFilter(filter: Filter, groupBy: GroupKey | null, key: string | null): Filter {
  return groupBy === null ? filter : { ...filter, [groupBy]: [key] };
}

export type ViewDraft = Partial<Pick<View, 'filter' | 'sort' | 'groupBy' | 'layout' | 'kanbanBy' | 'columns'>>;

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([, held]) => held !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, held]) => [key, sorted(held)]));
};

/** Same value, whatever the order of keys; absent and undefined are the same. */
export const same = (a: unknown, b: unknown): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));

/** Whether what is shown differs from what is saved, in what the user would miss: filter, sort and grouping. */
export function isChanged(view: View, draft: ViewDraft | undefined): boolean {
  if (draft === undefined) return false;
  const { filter = view.filter, sort = view.sort, groupBy = view.groupBy } = draft;
  return !same({ filter, sort, groupBy }, { filter: view.filter, sort: view.sort, groupBy: view.groupBy });
}
