import type { ActionItem } from '../../../contract/index.ts';

export type ItemGroup = { readonly name: 'late' | 'open' | 'done'; readonly items: readonly ActionItem[] };

/** What is late before what is open before what is done; within each as the desk told them. */
export function itemGroups(items: readonly ActionItem[], showDone: boolean): readonly ItemGroup[] {
  const open = items.filter(({ doneAt }) => doneAt === null);
  const groups: readonly ItemGroup[] = [
    { name: 'late', items: open.filter(({ late }) => late) },
    { name: 'open', items: open.filter(({ late }) => !late) },
    { name: 'done', items: items.filter(({ doneAt }) => doneAt !== null) },
  ];
  return groups.filter(({ name }) => name !== 'done' || showDone);
}
