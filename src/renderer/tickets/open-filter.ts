import type { Filter } from '../../contract/index.ts';
import { changeView, openView } from '../app/window-store.ts';
import { knownViews } from './views.ts';

/** Shows the tickets a filter finds, as a change of the widest view there is; putting that back is one key away. */
export function openFilter(filter: Filter): void {
  const views = knownViews();
  const view = views.find((each) => Object.keys(each.filter).length === 0) ?? views.at(-1);
  if (view === undefined) return;
  changeView(view.id, { filter, groupBy: null, layout: 'table' });
  openView(view.id);
}
