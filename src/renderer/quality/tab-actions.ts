import { tabActions } from '../ui/tab-actions.ts';

/** What keys mean on the tab, or in the review, that is on screen; each says so while it is shown. */
export type TabAction =
  | 'add'
  | 'addMore'
  | 'edit'
  | 'remove'
  | 'open'
  | 'pick'
  | 'pickAll'
  | 'filter'
  | 'clear'
  | 'assign'
  | 'release'
  | 'skip'
  | 'again'
  | 'before'
  | 'after'
  | 'duplicate'
  | 'up'
  | 'down'
  | 'versions'
  | 'print'
  | 'import'
  | 'export'
  | 'save'
  | 'run'
  | 'kind'
  | 'comment'
  | 'quote'
  | 'guidance'
  | 'next'
  | 'previous'
  | 'acknowledge'
  | 'takeBack';

export const { useTabActions, canDo, doOnTab } = tabActions<TabAction>();
