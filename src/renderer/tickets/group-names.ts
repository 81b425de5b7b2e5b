import type { GroupKey } from '../../contract/index.ts';
import type { Names } from '../client/use-desk.ts';
import { t } from '../strings/en.ts';
import { bands, channels, priorities, statuses } from './filter-fields.ts';

type Directory = { readonly people: Names; readonly queues: Names };
export type Group = { readonly key: string | null; readonly count: number };

const word = (words: Readonly<Record<string, string>>, key: string): string => words[key] ?? key;

/** What a group is called. */
export function groupName(by: GroupKey, key: string | null, { people, queues }: Directory): string {
  if (by === 'assignee') return key === null ? t.bar.nobody : (people.get(key) ?? '…');
  if (by === 'queue') return key === null ? t.bar.noQueue : (queues.get(key) ?? '…');
  if (key === null) return t.bar.none;
  if (by === 'status') return word(t.status, key);
  if (by === 'priority') return word(t.priority, key);
  if (by === 'channel') return word(t.channel, key);
  return word(t.band, key);
}

const fixed: Partial<Record<GroupKey, readonly string[]>> = {
  status: statuses,
  priority: priorities,
  band: bands,
  channel: channels,
};

/** Groups in the order in which they are worked: as the field is ordered, people and queues by name, "none" first. */
export function inOrder(by: GroupKey, groups: readonly Group[], directory: Directory): readonly Group[] {
  const order = fixed[by];
  const rank = (group: Group): number => (group.key === null ? -1 : (order?.indexOf(group.key) ?? 0));
  return [...groups].sort(
    (a, b) => rank(a) - rank(b) || groupName(by, a.key, directory).localeCompare(groupName(by, b.key, directory)),
  );
}

/** For a board: also the columns that are empty now, so that something can be put there. */
export function withEmpty(by: GroupKey, groups: readonly Group[], people: Names): readonly Group[] {
  const keys: readonly (string | null)[] = fixed[by] ?? [null, ...people.keys()];
  const missing = keys.filter((key) => !groups.some((group) => group.key === key));
  return [...groups, ...missing.map((key) => ({ key, count: 0 }))];
}
