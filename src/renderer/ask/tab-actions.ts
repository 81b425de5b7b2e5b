import { tabActions } from '../ui/tab-actions.ts';

/** What keys mean on the tab that is on screen; each says so while it is shown. */
export type TabAction =
  'write' | 'stop' | 'saved' | 'views' | 'rows' | 'columns' | 'measure' | 'of' | 'source' | 'csv' | 'xlsx' | 'json';

export const { useTabActions, canDo, doOnTab } = tabActions<TabAction>();
