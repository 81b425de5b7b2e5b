import { tabActions } from '../ui/tab-actions.ts';

/** What keys mean on the tab that is on screen; each says so while it is shown. */
export type TabAction =
  | 'open'
  | 'new'
  | 'topic'
  | 'edit'
  | 'tick'
  | 'find'
  | 'unplace'
  | 'invite'
  | 'held'
  | 'callOff'
  | 'remove'
  | 'agenda'
  | 'materials'
  | 'preview'
  | 'attended'
  | 'missed'
  | 'excused'
  | 'allAttended'
  | 'asked'
  | 'enrol'
  | 'archive'
  | 'amount'
  | 'everybody'
  | 'before'
  | 'after';

export const { useTabActions, canDo, doOnTab } = tabActions<TabAction>();
