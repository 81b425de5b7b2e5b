import { tabActions } from '../ui/tab-actions.ts';

/** What keys mean on the tab that is shown; each says so while it is there. */
export type TabAction =
  | 'open'
  | 'back'
  | 'target'
  | 'behind'
  | 'add'
  | 'hide'
  | 'earlier'
  | 'later'
  | 'above'
  | 'below'
  | 'sort'
  | 'dimBefore'
  | 'dimAfter'
  | 'cause'
  | 'cost'
  | 'export';

export const { useTabActions, canDo, doOnTab } = tabActions<TabAction>();
