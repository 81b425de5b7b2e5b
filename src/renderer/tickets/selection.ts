import type { Filter, Selection } from '../../contract/index.ts';

/** Which tickets are ticked: some by id, or all of the view but some. */
export type Picked =
  | { readonly kind: 'some'; readonly ids: ReadonlySet<string> }
  | { readonly kind: 'all'; readonly except: ReadonlySet<string> };

/** As many single tickets as one command takes (contract: selectionSchema). */
export const mostIds = 10_000;

export const nothingPicked: Picked = { kind: 'some', ids: new Set() };
export const allPicked: Picked = { kind: 'all', except: new Set() };

export const isPicked = (picked: Picked, id: string): boolean =>
  picked.kind === 'some' ? picked.ids.has(id) : !picked.except.has(id);

export const pickedCount = (picked: Picked, total: number): number =>
  picked.kind === 'some' ? picked.ids.size : Math.max(0, total - picked.except.size);

/** Ticks or unticks tickets. */
export function pick(picked: Picked, ids: readonly string[], on: boolean): Picked {
  const set = new Set(picked.kind === 'some' ? picked.ids : picked.except);
  const add = on === (picked.kind === 'some');
  for (const id of ids) {
    if (add) set.add(id);
    else set.delete(id);
  }
  return picked.kind === 'some' ? { kind: 'some', ids: set } : { kind: 'all', except: set };
}

export const togglePick = (picked: Picked, id: string): Picked => pick(picked, [id], !isPicked(picked, id));

/** As the desk takes it, or null where nothing is ticked. */
export function asSelection(picked: Picked, filter: Filter): Selection | null {
  if (picked.kind === 'all') return { filter, except: [...picked.except] };
  return picked.ids.size === 0 ? null : { ids: [...picked.ids] };
}
