import { tabActions } from '../ui/tab-actions.ts';

/** What keys mean for what the cursor is on; each part of the screen says so while it is shown. */
export type ScreenAction =
  | 'candidate'
  | 'seat'
  | 'enter'
  | 'edit'
  | 'move'
  | 'next'
  | 'back'
  | 'test'
  | 'notes'
  | 'interview'
  | 'hire'
  | 'out'
  | 'forget'
  | 'closed'
  | 'settings';

export const { useTabActions, canDo, doOnTab } = tabActions<ScreenAction>();
