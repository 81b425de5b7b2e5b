import { tabActions } from '../ui/tab-actions.ts';

/** What keys mean on the tab that is on screen; each says so while it is shown. */
export type TabAction =
  | 'import'
  | 'survey'
  | 'before'
  | 'after'
  | 'open'
  | 'ticket'
  | 'only'
  | 'find'
  | 'export'
  | 'accept'
  | 'none'
  | 'type'
  | 'unread'
  | 'byRules'
  | 'measure'
  | 'newCode'
  | 'edit'
  | 'remove'
  | 'problem'
  | 'done';

export const { useTabActions, canDo, doOnTab } = tabActions<TabAction>();

/** What a digit means while responses are read one after the other. */
export const digits = tabActions<`${number}`>();
