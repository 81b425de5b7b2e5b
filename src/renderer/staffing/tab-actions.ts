import { tabActions } from '../ui/tab-actions.ts';

/** What keys mean on the tab that is on screen; each tab says so while it is shown. */
export type TabAction =
  | 'add'
  | 'edit'
  | 'remove'
  | 'save'
  | 'run'
  | 'clear'
  | 'pick'
  | 'state'
  | 'takeBack'
  | 'copy'
  | 'print'
  | 'again'
  | 'streamBefore'
  | 'streamAfter'
  | 'span'
  | 'before'
  | 'after'
  | 'today'
  | 'date';

export const { useTabActions, canDo, doOnTab } = tabActions<TabAction>();
