import { useQuery } from '@tanstack/react-query';
import type { View } from '../../contract/index.ts';
import { sayError } from '../app/errors.ts';
import { whileSaving } from '../app/saving.ts';
import { say } from '../app/toasts.tsx';
import { openView, resetView, setWindow, useWindow } from '../app/window-store.ts';
import { client, orpc, queryClient } from '../client/client.ts';
import { t } from '../strings/en.ts';

export type CountedView = View & { readonly count: number };

const noViews: readonly CountedView[] = [];
export const useViews = (): readonly CountedView[] =>
  useQuery(orpc.tickets.views.queryOptions()).data?.views ?? noViews;

/** The view on screen: as saved, and as it is shown with what was changed since. Null until the desk has answered. */
export function useShownView(): { readonly saved: CountedView; readonly shown: View } | null {
  const views = useViews();
  const viewId = useWindow((state) => state.viewId);
  const drafts = useWindow((state) => state.drafts);
  const saved = views.find((view) => view.id === viewId) ?? views[0];
  return saved === undefined ? null : { saved, shown: { ...saved, ...drafts[saved.id] } };
}

const known = (): readonly CountedView[] => queryClient.getQueryData(orpc.tickets.views.queryKey())?.views ?? noViews;

const saveable = ({ id, name, urgent, filter, sort, groupBy, layout, kanbanBy, columns }: View) => ({
  id,
  name,
  urgent,
  filter,
  sort,
  groupBy,
  layout,
  kanbanBy,
  columns,
});

/** Saves a view as it is shown, under its own name. */
export async function saveView(view: View, quiet = false): Promise<void> {
  try {
    await whileSaving(client.tickets.viewSave(saveable(view)));
    await queryClient.invalidateQueries({ queryKey: orpc.tickets.views.key() });
    if (quiet) return;
    resetView(view.id);
    say({ title: t.toasts.viewSaved(view.name) });
  } catch (error) {
    sayError(error);
  }
}

/** Saves what is shown as a view of its own and opens it; the view it came from stays as it was saved. */
export async function saveAsNew(view: View, name: string): Promise<boolean> {
  try {
    const { id, ...rest } = saveable(view);
    const made = await whileSaving(client.tickets.viewSave({ ...rest, name, urgent: false }));
    await queryClient.invalidateQueries({ queryKey: orpc.tickets.views.key() });
    resetView(id);
    openView(made.id);
    say({ title: t.toasts.viewSaved(name) });
    return true;
  } catch (error) {
    sayError(error);
    return false;
  }
}

/** Deletes a view of one's own; one that comes with the desk goes back to how it came. */
export async function deleteView(view: View): Promise<void> {
  try {
    await whileSaving(client.tickets.viewDelete({ id: view.id }));
    setWindow(({ drafts }) => ({
      drafts: Object.fromEntries(Object.entries(drafts).filter(([id]) => id !== view.id)),
    }));
    await queryClient.invalidateQueries({ queryKey: orpc.tickets.views.key() });
    say({ title: view.pinned ? t.toasts.viewReset(view.name) : t.toasts.viewDeleted(view.name) });
  } catch (error) {
    sayError(error);
  }
}

/** Opens the view before or after the one on screen. */
export function stepView(by: 1 | -1): void {
  const views = known();
  const at = views.findIndex((view) => view.id === useWindow.getState().viewId);
  const next = views[(Math.max(at, 0) + by + views.length) % views.length];
  if (next !== undefined) openView(next.id);
}

export const knownViews = known;
